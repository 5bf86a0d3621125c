using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// A C# identifier: letters of any script, digits and underscores, not beginning with a digit. The only way for a name out of a
/// schema to reach emitted code, where it is written in ASCII.
/// </summary>
internal readonly record struct CSharpName
{
    /// <summary>The compiler refuses names of a little over 1,000 bytes of UTF-8 (CS7013), and emitted types put something behind theirs.</summary>
    private const int MaxLength = 500;

    private readonly string? _text;

    public CSharpName(string text)
    {
        if (!IsValid(text))
        {
            throw new ArgumentException("Not an identifier.", nameof(text));
        }

        _text = text;
    }

    /// <summary>The identifier without the <c>@</c> that a keyword needs.</summary>
    public string Text => _text ?? "_";

    public static bool IsValid(string text)
    {
        if (text.Length == 0 || !(text[0] == '_' || Letters.IsStart(text[0])) || Encoding.UTF8.GetByteCount(text) > MaxLength)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c != '_' && !Letters.IsPart(c))
            {
                return false;
            }
        }

        return string.Equals(Letters.Compose(text), text, StringComparison.Ordinal);
    }

    /// <summary>This name with something behind it, such as <c>Event</c>; of what is too long, the beginning is cut short.</summary>
    public CSharpName With(string suffix) => new(Letters.Compose(Cut(Text, MaxLength - Encoding.UTF8.GetByteCount(suffix)) + suffix));

    /// <summary>Something fixed with this name behind it, such as <c>Unrecognized</c>.</summary>
    public CSharpName After(string prefix) => new(Letters.Compose(prefix + Cut(Text, MaxLength - Encoding.UTF8.GetByteCount(prefix))));

    /// <summary>The beginning of a text that has no more bytes than this.</summary>
    private static string Cut(string text, int bytes)
    {
        int length = text.Length;
        while (length > 0 && Encoding.UTF8.GetByteCount(text.Substring(0, length)) > bytes)
        {
            length--;
        }

        return text.Substring(0, length);
    }

    /// <summary>The name of a parameter or local of this name: <c>eventData</c> for <c>EventData</c>, <c>id</c> for <c>ID</c>.</summary>
    public CSharpName ToCamelCase()
    {
        int upper = 0;
        while (upper < Text.Length && Letters.IsUpper(Text[upper]))
        {
            upper++;
        }

        // In a run of capitals the last one begins the next word: URLPath is urlPath.
        int lowered = upper > 1 && upper < Text.Length ? upper - 1 : upper;
        return new(Letters.Compose(string.Concat(Text.Take(lowered).Select(Letters.ToLower)) + Text.Substring(lowered)));
    }

    /// <summary>This name to be put behind other letters, where it is no keyword.</summary>
    public BareName Bare => new(Ascii(Text));

    /// <summary>The identifier as it stands in code, in ASCII.</summary>
    public override string ToString() => Ascii(Identifier);

    /// <summary>The identifier as people read it, with the <c>@</c> of a keyword. Words that are keywords only as the target of an attribute are names like any other.</summary>
    public string Identifier =>
        SyntaxFacts.GetKeywordKind(Text) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(Text) is not (SyntaxKind.None or SyntaxKind.TypeKeyword or SyntaxKind.MethodKeyword
            or SyntaxKind.PropertyKeyword or SyntaxKind.ParamKeyword or SyntaxKind.AssemblyKeyword or SyntaxKind.ModuleKeyword)
            ? "@" + Text
            : Text;

    /// <summary>The same name with an escape for each letter beyond ASCII, which is that letter to the compiler.</summary>
    private static string Ascii(string identifier)
    {
        StringBuilder ascii = new(identifier.Length);
        foreach (char c in identifier)
        {
            _ = c < 128 ? ascii.Append(c) : ascii.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return ascii.ToString();
    }
}

/// <summary>A piece of an identifier in ASCII, without the <c>@</c> of a keyword.</summary>
internal readonly record struct BareName(string Text);
