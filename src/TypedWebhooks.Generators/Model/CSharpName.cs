using System;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// A C# identifier: ASCII letters, digits and underscores, not beginning with a digit. The only way for a name out of a
/// schema to reach emitted code.
/// </summary>
internal readonly record struct CSharpName
{
    /// <summary>The compiler refuses names of a little over 1,000 characters (CS7013), and emitted types put something behind theirs.</summary>
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
        if (text.Length is 0 or > MaxLength || text[0] is >= '0' and <= '9')
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>This name with something behind it, such as <c>Event</c>; of what is too long, the beginning is cut short.</summary>
    public CSharpName With(string suffix) =>
        new(Text.Substring(0, Math.Min(Text.Length, MaxLength - suffix.Length)) + suffix);

    /// <summary>Something fixed with this name behind it, such as <c>Unrecognized</c>.</summary>
    public CSharpName After(string prefix) =>
        new(prefix + Text.Substring(0, Math.Min(Text.Length, MaxLength - prefix.Length)));

    /// <summary>The name of a parameter or local of this name: <c>eventData</c> for <c>EventData</c>, <c>id</c> for <c>ID</c>.</summary>
    public CSharpName ToCamelCase()
    {
        int upper = 0;
        while (upper < Text.Length && Text[upper] is >= 'A' and <= 'Z')
        {
            upper++;
        }

        // In a run of capitals the last one begins the next word: URLPath is urlPath.
        int lowered = upper > 1 && upper < Text.Length ? upper - 1 : upper;
        return new(Text.Substring(0, lowered).ToLowerInvariant() + Text.Substring(lowered));
    }

    /// <summary>This name to be put behind other letters, where it is no keyword.</summary>
    public BareName Bare => new(Text);

    /// <summary>The identifier as it stands in code. Words that are keywords only as the target of an attribute are names like any other.</summary>
    public override string ToString() =>
        SyntaxFacts.GetKeywordKind(Text) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(Text) is not (SyntaxKind.None or SyntaxKind.TypeKeyword or SyntaxKind.MethodKeyword
            or SyntaxKind.PropertyKeyword or SyntaxKind.ParamKeyword or SyntaxKind.AssemblyKeyword or SyntaxKind.ModuleKeyword)
            ? "@" + Text
            : Text;
}

/// <summary>A piece of an identifier, without the <c>@</c> of a keyword.</summary>
internal readonly record struct BareName(string Text);
