using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>A string as a C# literal, quotes included. Printable ASCII only: nothing in a schema can end it or disguise it.</summary>
internal readonly struct StringLiteral(string value)
{
    public override string ToString()
    {
        StringBuilder literal = new(value.Length + 2);
        literal.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append(@"\\"),
                >= ' ' and <= '~' => literal.Append(c),
                _ => literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return literal.Append('"').ToString();
    }
}

/// <summary>One of two words of the emitter's own, by a condition: <c>public</c> or <c>internal</c>.</summary>
internal readonly struct Keyword
{
    private readonly string? _text;

    private Keyword(string text) => _text = text;

    public static Keyword Access(ProviderModel provider) => new(provider.IsPublic ? "public" : "internal");

    public static Keyword If(bool condition, Keyword word, Keyword otherwise = default) => condition ? word : otherwise;

    public static Keyword Async => new("async ");

    public static Keyword Required => new("required ");

    public static Keyword Abstract => new("abstract ");

    /// <summary>From C# 15 on the compiler itself knows that a set of records is closed; such a record is abstract as well.</summary>
    public static Keyword Closed => new("closed ");

    public static Keyword Sealed => new("sealed ");

    public static Keyword TextsSuffix => new(EnumModel.TextsSuffix);

    public static Keyword New => new("new ");

    public static Keyword This => new("this.");

    public static Keyword Inexact => new("Inexact");

    public static Keyword Virtual => new("virtual ");

    public static Keyword Json => new("\"application/json\"");

    public static Keyword CloudEventsJson => new("\"application/cloudevents+json\"");

    public static Keyword MediaType => new("global::Microsoft.OpenApi.OpenApiMediaType");

    public static Keyword Members => new("members");

    public static Keyword AddValue => new("Add");

    public static Keyword AddName => new("AddName");

    public static Keyword QuestionMark => new("?");

    /// <summary>The parameter through which a converter is told the part of the event's name that is not in the body.</summary>
    public static Keyword EventNameParameter => new(", string? eventName");

    public static Keyword EventNameArgument => new(", eventName");

    public static Keyword EventNameParameterFirst => new("string? eventName, ");

    public static Keyword EventNameTypeFirst => new("string, ");

    public static Keyword OfEventName => new(" { EventName = eventName }");

    public static Keyword ReaderEventName => new(", reader.EventName");

    public static Keyword OrHandshake(ProviderModel provider) => new($".OrHandshake({provider.EventTypes}.Handshakes.Names)");

    public static Keyword IfNoHandshake => new("IsHandshake ? default : ");

    public static Keyword Static => new("static ");

    public static Keyword Batch => new("Batch");

    public static Keyword Events => new(".Events");

    public static Keyword JsonBody => new("Json");

    public static Keyword JsonLines => new("JsonLines");

    public static Keyword Form => new("Form");

    public static Keyword Multipart => new("Multipart");

    public static Keyword NothingRequired => new("Of the other members none is required, and one that is not what the schema says is null and is written back as it came.");

    public static Keyword LineIsNoJson => new("A line is not JSON; its number is in the exception, and nothing is read of a body that may have been cut off.");

    public static Keyword BodyIsNoJson => new("The body is not JSON.");

    public static Keyword GivenName => new("The name of the event, from whoever knows it beside the body, which has no place for it: by the URL, say. It counts where the body names no event that is known; null where there is none.");

    public static Keyword HeaderName => new("The part of the event's name that is not in the body, as it comes in a header; null where there was none.");

    public static Keyword EventKey => new(" global::TypedWebhooks.Json.EventKey");

    public static Keyword Object => new("Object");

    public static Keyword EventNameFirst => new("eventName, ");

    public static Keyword HeadersFirst => new("headers, ");

    /// <summary>The type of the headers, as documentation refers to it.</summary>
    public static Keyword HeadersType => new("global::System.Collections.Generic.IEnumerable{global::System.Collections.Generic.KeyValuePair{string, string}}, ");

    public static Keyword NoEventName => new(", eventName: null");

    public static Keyword OrNotSelected => new(", or the project has not selected,");

    public static Keyword Comma => new(",");

    public static Keyword IgnoreCase => new(", IgnoreCase = true");

    public static Keyword Else => new(": ");

    public static Keyword Otherwise => new("?? ");

    public static Keyword Semicolon => new(";");

    public static Keyword Arrow => new(" =>");

    public static Keyword Parenthesis => new(")");

    public static Keyword EndOfCall => new(");");

    public static Keyword Parentheses => new("))");

    public static Keyword EndOfCalls => new("));");

    public static Keyword OriginalValues => new(", OriginalValues");

    public static Keyword EndOfMatch => new(") => Event switch");

    public static Keyword Utf8Span => new("global::System.ReadOnlySpan<byte>");

    public static Keyword TextSpan => new("global::System.ReadOnlySpan<char>");

    public static Keyword ToText => new(".ToString()");

    public static Keyword IsHandshakeOr => new("e.IsHandshake ? e : ");

    public static Keyword ValueOriginals => new(", value.OriginalValues");

    public static Keyword NoOriginalValues => new(", null");

    public static Keyword Format => new(", _format");

    public static Keyword EventTypeText => new(", _eventTypeText");

    public static Keyword True => new("true");

    public static Keyword False => new("false");

    public static Keyword Bool(bool value) => value ? True : False;

    public override string ToString() => _text ?? "";
}

/// <summary>Types as the arguments of a generic one.</summary>
internal readonly struct TypeArguments
{
    private readonly string? _text;

    private TypeArguments(string text) => _text = text;

    public static TypeArguments Of(IEnumerable<CSharpName> types) => new(string.Join(", ", types));

    public override string ToString() => _text ?? "";
}

/// <summary>Names, one a line, as a raw UTF-8 literal: what is in it can be read, and takes a byte a letter.</summary>
internal readonly struct NameLines
{
    private readonly string? _text;

    private NameLines(string text) => _text = text;

    /// <summary>Whether each of the names can stand on a line as it is. The others are given one by one, as literals of their own.</summary>
    public static bool CanHold(IReadOnlyCollection<string> names) =>
        names.Count > 0 && names.All(static name => name.Length > 0 && name[0] != ' ' && name[name.Length - 1] is not (' ' or '?') && name.All(static c => c is >= ' ' and <= '~' and not '"'));

    /// <summary>Ends a call with texts as its argument: as lines or, where one of them cannot stand on a line, one by one.</summary>
    public static void Write(SourceWriter code, IReadOnlyCollection<string> texts)
    {
        code.Indent();
        if (CanHold(texts))
        {
            code.Write($"{Of(texts.Select(static text => (text, default(Keyword))))});");
        }
        else
        {
            code.Write($"new string[]");
            code.Open();
            foreach (string text in texts)
            {
                code.Write($"{new StringLiteral(text)},");
            }

            code.Close(parenthesis: true, semicolon: true);
        }

        code.Unindent();
    }

    /// <param name="names">The names, and what is to stand behind each.</param>
    public static NameLines Of(IEnumerable<(string Name, Keyword Mark)> names) => new(string.Join("\n", names.Select(static name => name.Name + name.Mark)));

    public override string ToString() => $"\"\"\"\n{_text}\n\"\"\"u8";
}

/// <summary>An array of numbers.</summary>
internal readonly struct NumberList
{
    private readonly string? _text;

    private NumberList(string text) => _text = text;

    public static NumberList Of(IReadOnlyCollection<int> numbers) => new(
        numbers.Count == 0 ? "global::System.Array.Empty<int>()" : $"new int[] {{ {string.Join(", ", numbers.Select(Invariant.Text))} }}");

    public override string ToString() => _text ?? "";
}

internal static class Invariant
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
