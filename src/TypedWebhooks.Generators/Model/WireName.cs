using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace TypedWebhooks.Generators.Model;

/// <summary>Makes C# names of names on the wire.</summary>
internal static class WireName
{
    private static readonly string[] s_digits = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <summary>Longer names are cut short: there is room for what is put before and behind one.</summary>
    private const int MaxLength = 400;

    /// <summary>
    /// PascalCase: <c>SIGNATURE_CREATED</c>, <c>signature-created</c> and <c>signatureCreated</c> are all
    /// <c>SignatureCreated</c>. What is no letter or digit ends a word, and a character that C# has no names of stands as its code
    /// point. Two numbers side by side are kept apart (<c>0.2.0</c> ends as <c>0_2_0</c>), and a lone digit is a word:
    /// <c>+1</c> is <c>PlusOne</c>. Never fails: a name with nothing to keep is <c>Empty</c>.
    /// </summary>
    public static CSharpName ToPascalCase(string wireName)
    {
        if (TryNameDigit(wireName) is { } digit)
        {
            return digit;
        }

        wireName = Letters.Compose(wireName);
        bool shouts = !HasLower(wireName);
        StringBuilder name = new(wireName.Length);
        bool wordBegins = true;
        int bytes = 0;
        for (int i = 0; i < wireName.Length && bytes < MaxLength; i++)
        {
            char c = wireName[i];
            if (Letters.IsPart(c) && (Letters.IsStart(c) || char.IsDigit(c) || !wordBegins))
            {
                if (wordBegins && name.Length > 0 && char.IsDigit(c) && char.IsDigit(name[name.Length - 1]))
                {
                    name.Append('_');
                }

                name.Append(wordBegins ? Letters.ToUpper(c) : shouts ? Letters.ToLower(c) : c);
                wordBegins = false;
                bytes += c < 128 ? 1 : 3;
            }
            else if (c is '+' or '-' && i + 1 < wireName.Length && IsDigit(wireName[i + 1]) && name.Length == 0)
            {
                name.Append(c == '+' ? "Plus" : "Minus");
                wordBegins = true;
            }
            else if (Letters.IsFar(wireName, i))
            {
                name.Append('U').Append(char.ConvertToUtf32(c, wireName[++i]).ToString("X", CultureInfo.InvariantCulture));
                wordBegins = true;
                bytes += 6;
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
        else if (!Letters.IsStart(name[0]))
        {
            name.Insert(0, '_');
        }

        return new(Letters.Compose(name.ToString()));
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
        wireName = Letters.Compose(wireName);
        bool keepsAny = false;
        for (int i = 0; i < wireName.Length; i++)
        {
            if (Letters.IsFar(wireName, i))
            {
                return "C# has no names of letters beyond U+FFFF";
            }

            keepsAny |= Letters.IsStart(wireName[i]) || char.IsDigit(wireName[i]);
        }

        return !keepsAny ? "it has no letter and no digit"
            : char.IsDigit(wireName[0]) ? "an identifier does not begin with a digit"
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
                || !Letters.IsPart(text[i])
                || !Letters.IsPart(text[i - 1])
                || (Letters.IsUpper(text[i]) && !Letters.IsUpper(text[i - 1]))
                || (Letters.IsUpper(text[i]) && i + 1 < text.Length && Letters.IsLower(text[i + 1]));
            if (boundary)
            {
                if (Letters.IsPart(text[start]))
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

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
