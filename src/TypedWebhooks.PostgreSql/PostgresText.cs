using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TypedWebhooks.PostgreSql;

/// <summary>
/// Text that comes from strangers, as PostgreSQL takes it: it has no NUL, nor half of a surrogate pair. Those, and the backslash, are written as
/// in JSON, so that no two texts become one.
/// </summary>
internal static class PostgresText
{
    /// <summary>An entry of a B-tree is at most 2,704 bytes, and two texts are in one.</summary>
    private const int MaxKeyBytes = 1000;

    /// <summary>Writes a text that a key is made of; one that is too long is known by its hash.</summary>
    public static string EncodeKey(string text)
    {
        string encoded = Encode(text);
        return encoded.Length <= MaxKeyBytes && Encoding.UTF8.GetByteCount(encoded) <= MaxKeyBytes
            ? encoded
            : "sha256:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(encoded)));
    }

    public static string Encode(string text)
    {
        StringBuilder? encoded = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                encoded?.Append(c).Append(text[++i]);
                i += encoded is null ? 1 : 0;
            }
            else if (c is '\0' or '\\' || char.IsSurrogate(c))
            {
                encoded ??= new StringBuilder(text.Length + 16).Append(text, 0, i);
                encoded.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                encoded?.Append(c);
            }
        }

        return encoded?.ToString() ?? text;
    }

    public static string Decode(string text)
    {
        int next = text.IndexOf('\\', StringComparison.Ordinal);
        if (next < 0)
        {
            return text;
        }

        StringBuilder decoded = new(text.Length);
        int start = 0;
        for (; next >= 0; next = text.IndexOf('\\', start))
        {
            decoded.Append(text, start, next - start);

            // A row that somebody wrote by hand may have a backslash that means nothing.
            if (next + 6 <= text.Length && text[next + 1] == 'u'
                && ushort.TryParse(text.AsSpan(next + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort c))
            {
                decoded.Append((char)c);
                start = next + 6;
            }
            else
            {
                decoded.Append('\\');
                start = next + 1;
            }
        }

        return decoded.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>Cuts a text, for a column or a log, and takes out of it what would begin a line of its own.</summary>
    public static string Line(string text, int maxLength)
    {
        StringBuilder line = new(Math.Min(text.Length, maxLength));
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, maxLength)))
        {
            line.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }
}
