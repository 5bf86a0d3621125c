using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// The lines of an XML documentation comment, each behind <c>///</c>. Text out of a schema is escaped, so that it is text
/// in the documentation too: no tag, no <c>include</c>, no line that ends the comment.
/// </summary>
internal readonly struct DocText
{
    private const int MaxLength = 4000;
    private const int LineWidth = 110;

    private readonly string? _lines;

    private DocText(string lines) => _lines = lines;

    /// <summary>A summary of the schema's own words or, where it has none, of the emitter's.</summary>
    public static DocText Summary(string? description, FormattableString otherwise) =>
        new(Element("summary", string.IsNullOrWhiteSpace(description) ? Format(otherwise) : Paragraphs(description!)));

    /// <summary>A summary of the emitter's words, with names out of the schema put in as text.</summary>
    public static DocText Summary(FormattableString text) => new(Element("summary", Format(text)));

    /// <summary>A parameter's documentation alone.</summary>
    public static DocText Parameter(Model.CSharpName name, FormattableString text) =>
        new(Element($"param name=\"{Escape(name.Text)}\"", Format(text), "param"));

    /// <summary>This documentation with an element behind it.</summary>
    public DocText With(string element, FormattableString text) => new(_lines + "\n" + Element(element, Format(text)));

    /// <summary>This documentation with a parameter's behind it.</summary>
    public DocText WithParameter(Model.CSharpName name, FormattableString text) =>
        new(_lines + "\n" + Element($"param name=\"{Escape(name.Text)}\"", Format(text), "param"));

    public override string ToString() => _lines ?? "";

    private static string Element(string tag, string content, string? closing = null)
    {
        closing ??= tag.Split(' ')[0];
        string line = $"/// <{tag}>{content}</{closing}>";
        if (line.Length <= LineWidth + 10 && content.IndexOf('\n') < 0)
        {
            return line;
        }

        IEnumerable<string> wrapped = content.Split('\n').SelectMany(Wrap).Select(static text => text.Length == 0 ? "///" : "/// " + text);
        return $"/// <{tag}>\n{string.Join("\n", wrapped)}\n/// </{closing}>";
    }

    /// <summary>The emitter's text with values escaped; its own tags stand.</summary>
    private static string Format(FormattableString text) => string.Format(
        CultureInfo.InvariantCulture,
        text.Format,
        [.. text.GetArguments().Select(static argument => (object)Escape(OneLine(Readable(argument))))]);

    private static string Readable(object? value) => value switch
    {
        Model.CSharpName name => name.Identifier,
        Model.CSharpNamespace name => name.Identifier,
        _ => value?.ToString() ?? "",
    };

    /// <summary>Prose keeps its paragraphs and lists; other line breaks are folded.</summary>
    private static string Paragraphs(string prose)
    {
        List<ProseBlock> blocks = ProseBlock.In(prose.Length > MaxLength ? prose.Substring(0, MaxLength) + "..." : prose);
        if (blocks.Count == 1 && blocks[0].List == ProseList.None)
        {
            return Escape(OneLine(blocks[0].Lines[0]));
        }

        return string.Join("\n", blocks.Select(static block => block.List == ProseList.None
            ? $"<para>{Escape(OneLine(block.Lines[0]))}</para>"
            : $"<list type=\"{(block.List == ProseList.Bullets ? "bullet" : "number")}\">\n{string.Join("\n", block.Lines.Select(static item => $"<item><description>{Escape(OneLine(item))}</description></item>"))}\n</list>"));
    }

    private static string OneLine(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Escapes markup, writes what is not ASCII as a character reference, and replaces what XML 1.0 cannot hold (clause 2.2).</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append("&#x").Append(char.ConvertToUtf32(c, text[++i]).ToString("X", CultureInfo.InvariantCulture)).Append(';');
                continue;
            }

            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                >= ' ' and <= '~' => escaped.Append(c),
                < ' ' or '\u007f' or (>= '\ud800' and <= '\udfff') or '\ufffe' or '\uffff' => escaped.Append("&#xFFFD;"),
                _ => escaped.Append("&#x").Append(((int)c).ToString("X", CultureInfo.InvariantCulture)).Append(';'),
            };
        }

        return escaped.ToString();
    }

    private static IEnumerable<string> Wrap(string text)
    {
        int start = 0;
        while (text.Length - start > LineWidth)
        {
            int end = text.LastIndexOf(' ', start + LineWidth, LineWidth);
            end = end > start ? end : text.IndexOf(' ', start + LineWidth);
            if (end < 0)
            {
                break;
            }

            yield return text.Substring(start, end - start);
            start = end + 1;
        }

        yield return text.Substring(start);
    }
}
