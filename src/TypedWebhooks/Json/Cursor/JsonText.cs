using System;
using System.Buffers.Text;
using System.Text;

namespace TypedWebhooks.Json;

/// <summary>
/// Decodes the inside of JSON strings and names. <see cref="System.Text.Json.Utf8JsonReader"/> can do that too, but
/// throws <see cref="InvalidOperationException"/> where an escape is half a surrogate pair; here that is an answer.
/// The bytes have been seen by a JSON reader and are valid UTF-8, so that every escape is complete.
/// </summary>
internal static class JsonText
{
    /// <summary>Decodes into UTF-8.</summary>
    /// <param name="escaped">What stands between the quotation marks.</param>
    /// <param name="destination">Receives the text; at least as long as <paramref name="escaped"/>.</param>
    /// <param name="written">The length of the text.</param>
    /// <returns><see langword="false"/> when an escape is half a surrogate pair, so that there is no such UTF-8 text.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> escaped, Span<byte> destination, out int written)
    {
        written = 0;
        int read = 0;
        while (read < escaped.Length)
        {
            ReadOnlySpan<byte> rest = escaped[read..];
            int plain = rest.IndexOf((byte)'\\');
            plain = plain < 0 ? rest.Length : plain;
            rest[..plain].CopyTo(destination[written..]);
            written += plain;
            read += plain;
            if (read == escaped.Length)
            {
                break;
            }

            char unit = ReadEscape(escaped, ref read);
            Rune rune;
            if (!char.IsSurrogate(unit))
            {
                rune = new Rune(unit);
            }
            else if (!IsHexEscape(escaped, read) || !Rune.TryCreate(unit, ReadEscape(escaped, ref read), out rune))
            {
                return false;
            }

            written += rune.EncodeToUtf8(destination[written..]);
        }

        return true;
    }

    /// <summary>Decodes into UTF-16, in which half a surrogate pair can stand alone.</summary>
    public static string ToUtf16(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        StringBuilder text = new(raw.Length);
        int read = 0;
        while (read < raw.Length)
        {
            int plain = raw[read..].IndexOf((byte)'\\');
            if (plain < 0)
            {
                text.Append(Encoding.UTF8.GetString(raw[read..]));
                break;
            }

            text.Append(Encoding.UTF8.GetString(raw.Slice(read, plain)));
            read += plain;
            text.Append(ReadEscape(raw, ref read));
        }

        return text.ToString();
    }

    private static bool IsHexEscape(ReadOnlySpan<byte> text, int at) =>
        at + 1 < text.Length && text[at] == '\\' && text[at + 1] == 'u';

    /// <summary>Reads the escape at <paramref name="read"/> and steps over it.</summary>
    private static char ReadEscape(ReadOnlySpan<byte> text, ref int read)
    {
        byte kind = text[read + 1];
        if (kind == 'u')
        {
            _ = Utf8Parser.TryParse(text.Slice(read + 2, 4), out ushort unit, out _, 'x');
            read += 6;
            return (char)unit;
        }

        read += 2;
        return kind switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => (char)kind,
        };
    }
}
