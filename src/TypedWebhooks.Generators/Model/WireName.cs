using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace TypedWebhooks.Generators.Model;

/// <summary>Makes C# names of names on the wire.</summary>
internal static class WireName
{
    private static readonly string[] s_digits = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <summary>
    /// PascalCase: <c>SIGNATURE_CREATED</c>, <c>signature-created</c> and <c>signatureCreated</c> are all
    /// <c>SignatureCreated</c>. What is no ASCII letter or digit ends a word; a character of another script stands as its
    /// code point. Two numbers side by side are kept apart (<c>0.2.0</c> ends as <c>0_2_0</c>), and a lone digit is a word:
    /// <c>+1</c> is <c>PlusOne</c>. Never fails: a name with nothing to keep is <c>Empty</c>.
    /// </summary>
    public static CSharpName ToPascalCase(string wireName)
    {
        if (TryNameDigit(wireName) is { } digit)
        {
            return digit;
        }

        bool shouts = !HasLower(wireName);
        StringBuilder name = new(wireName.Length);
        bool wordBegins = true;
        for (int i = 0; i < wireName.Length && name.Length < 400; i++)
        {
            char c = wireName[i];
            if (IsAsciiLetterOrDigit(c))
            {
                if (wordBegins && name.Length > 0 && IsDigit(c) && IsDigit(name[name.Length - 1]))
                {
                    name.Append('_');
                }

                name.Append(wordBegins ? char.ToUpperInvariant(c) : shouts ? char.ToLowerInvariant(c) : c);
                wordBegins = false;
            }
            else if (c is '+' or '-' && i + 1 < wireName.Length && IsDigit(wireName[i + 1]) && name.Length == 0)
            {
                name.Append(c == '+' ? "Plus" : "Minus");
                wordBegins = true;
            }
            else if (c > 127 && char.IsLetterOrDigit(c))
            {
                name.Append('U').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                wordBegins = true;
            }
            else
            {
                wordBegins = true;
            }
        }

        if (name.Length == 0)
        {
            name.Append("Empty");
        }
        else if (IsDigit(name[0]))
        {
            name.Insert(0, '_');
        }

        return new(name.ToString());
    }

    /// <summary>A name of one digit, or of one behind a sign, as a word.</summary>
    private static CSharpName? TryNameDigit(string wireName)
    {
        string sign = wireName.Length == 2 ? (wireName[0] switch { '+' => "Plus", '-' => "Minus", _ => "" }) : "";
        return wireName.Length - (sign.Length > 0 ? 1 : 0) == 1 && IsDigit(wireName[wireName.Length - 1])
            ? new(sign + s_digits[wireName[wireName.Length - 1] - '0'])
            : null;
    }

    /// <summary>Why a name on the wire cannot be recognised in, or be, the one made of it; null where it can.</summary>
    public static string? Objection(string wireName)
    {
        bool keepsAny = false;
        foreach (char c in wireName)
        {
            if (c > 127 && char.IsLetterOrDigit(c))
            {
                return "names are made of ASCII letters and digits";
            }

            keepsAny |= IsAsciiLetterOrDigit(c);
        }

        return !keepsAny ? "it has no letter and no digit"
            : IsDigit(wireName[0]) ? "an identifier does not begin with a digit"
            : null;
    }

    /// <summary>Whether a text is Unicode: it holds no half of a surrogate pair, which JSON's escapes can write.</summary>
    public static bool IsUnicode(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words of a name or of prose, in lower case: <c>SignatureRequestId</c> is signature, request, id.</summary>
    public static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            bool boundary = i == text.Length
                || !IsAsciiLetterOrDigit(text[i])
                || !IsAsciiLetterOrDigit(text[i - 1])
                || (IsUpper(text[i]) && !IsUpper(text[i - 1]))
                || (IsUpper(text[i]) && i + 1 < text.Length && IsLower(text[i + 1]));
            if (boundary)
            {
                if (IsAsciiLetterOrDigit(text[start]))
                {
                    yield return text.Substring(start, i - start).ToLowerInvariant();
                }

                start = i;
            }
        }
    }

    private static bool HasLower(string text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsciiLetterOrDigit(char c) => IsUpper(c) || IsLower(c) || IsDigit(c);

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
