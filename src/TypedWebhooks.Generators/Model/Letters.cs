using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// The characters of names. What C# takes in an identifier is decided by the compiler that the name is for; format characters, which
/// it takes and ignores, are left out.
/// </summary>
internal static class Letters
{
    /// <summary>Whether a name may begin with it.</summary>
    public static bool IsStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (c > 127 && SyntaxFacts.IsIdentifierStartCharacter(c));

    /// <summary>Whether a name may have it: a letter, a digit, or a mark on one.</summary>
    public static bool IsPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        || (c > 127 && SyntaxFacts.IsIdentifierPartCharacter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.ConnectorPunctuation));

    public static bool IsUpper(char c) => HasCase(c) ? char.IsUpper(c) : c is >= 'A' and <= 'Z';

    public static bool IsLower(char c) => HasCase(c) ? char.IsLower(c) : c is >= 'a' and <= 'z';

    public static char ToUpper(char c) => HasCase(c) ? char.ToUpperInvariant(c) : c;

    public static char ToLower(char c) => HasCase(c) ? char.ToLowerInvariant(c) : c;

    /// <summary>
    /// A name with each letter and its marks as the one character that stands for both, where there is one: what looks the same is
    /// then spelt the same. What is no part of any name, and may be no character at all, is a space.
    /// </summary>
    public static string Compose(string name)
    {
        if (IsAscii(name))
        {
            return name;
        }

        StringBuilder parts = new(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            if (IsFar(name, i))
            {
                parts.Append(name, i++, 2);
            }
            else
            {
                parts.Append(name[i] < 128 || IsPart(name[i]) ? name[i] : ' ');
            }
        }

        return parts.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a letter or digit stands here that takes two characters of UTF-16, and that C# has no names of.</summary>
    public static bool IsFar(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
        && CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber;

    /// <summary>
    /// Whether it is of a script that is written in two cases: Latin, Greek, Cyrillic or Armenian. Of others, such as Georgian, not
    /// every machine knows the same of them.
    /// </summary>
    private static bool HasCase(char c) => c is < '\u0590' or (>= '\u1e00' and < '\u2000') or (>= '\uff21' and <= '\uff5a');

    private static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > 127)
            {
                return false;
            }
        }

        return true;
    }
}
