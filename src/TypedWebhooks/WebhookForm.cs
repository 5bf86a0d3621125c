using System;
using System.Buffers;
using System.Text;

namespace TypedWebhooks;

/// <summary>
/// Takes the JSON out of a form, for providers that send it as a field of one. In ASP.NET Core <c>request.ReadFormAsync()</c> gives the same;
/// who has the body's bytes already, because a signature is made over them, has them here.
/// </summary>
public static class WebhookForm
{
    /// <summary>Takes a field out of a body of the type <c>application/x-www-form-urlencoded</c>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="name">The field's name; case counts.</param>
    /// <returns>The field's value, in UTF-8; null where there is no such field.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The field is there twice, so that one of them would be lost.</exception>
    public static byte[]? Field(ReadOnlySpan<byte> body, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        byte[] wanted = Encoding.UTF8.GetBytes(name);
        byte[]? found = null;
        while (!body.IsEmpty)
        {
            int end = body.IndexOf((byte)'&');
            ReadOnlySpan<byte> field = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            int equals = field.IndexOf((byte)'=');
            if (!field.IsEmpty && Decode(equals < 0 ? field : field[..equals]).AsSpan().SequenceEqual(wanted))
            {
                found = found is null ? Decode(equals < 0 ? default : field[(equals + 1)..]) : throw Twice(name);
            }
        }

        return found;
    }

    /// <summary>Takes a part out of a body of the type <c>multipart/form-data</c> (RFC 7578).</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The request's content type, which says how the parts are set apart.</param>
    /// <param name="name">The part's name; case counts.</param>
    /// <returns>What the part holds; null where there is no such part.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contentType"/> or <paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The content type has no boundary, the body is cut off, or the part is there twice.</exception>
    public static byte[]? Part(ReadOnlySpan<byte> body, string contentType, string name)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        ArgumentNullException.ThrowIfNull(name);
        string boundary = Parameter(contentType, "boundary") ?? throw new FormatException("The content type has no boundary, so that the parts of the form cannot be told apart.");
        byte[] delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        byte[]? found = null;

        // The first delimiter may be the beginning of the body, or stand behind a preamble.
        ReadOnlySpan<byte> rest = body.StartsWith(delimiter.AsSpan(2)) ? body[(delimiter.Length - 2)..] : Behind(body, delimiter);
        while (!rest.StartsWith("--"u8))
        {
            int line = rest.IndexOf("\r\n"u8);
            ReadOnlySpan<byte> part = line < 0 ? throw CutOff() : rest[line..];
            int end = part.IndexOf(delimiter);
            rest = end < 0 ? throw CutOff() : part[(end + delimiter.Length)..];
            part = part[..end];
            int head = part.IndexOf("\r\n\r\n"u8);
            if (head >= 0 && IsCalled(Encoding.UTF8.GetString(part[..head]), name))
            {
                found = found is null ? part[(head + 4)..].ToArray() : throw Twice(name);
            }
        }

        return found;
    }

    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> body, byte[] delimiter)
    {
        int start = body.IndexOf(delimiter);
        return start < 0 ? throw CutOff() : body[(start + delimiter.Length)..];
    }

    private static bool IsCalled(string head, string name)
    {
        foreach (string line in head.Split("\r\n"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[..colon].Trim().Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
            {
                return string.Equals(Parameter(line[(colon + 1)..], "name"), name, StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>A parameter of a header's value, such as <c>form-data; name="json"</c>.</summary>
    private static string? Parameter(string header, string name)
    {
        int at = header.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0)
        {
            int equals = header.IndexOf('=', at + 1);
            if (equals < 0)
            {
                return null;
            }

            string found = header[(at + 1)..equals].Trim();
            (string value, at) = Value(header, equals + 1);
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A parameter's value, and where the semicolon behind it is; -1 where there is none.</summary>
    private static (string Value, int End) Value(string header, int start)
    {
        while (start < header.Length && header[start] is ' ' or '\t')
        {
            start++;
        }

        if (start == header.Length || header[start] != '"')
        {
            int end = header.IndexOf(';', start);
            return ((end < 0 ? header[start..] : header[start..end]).Trim(), end);
        }

        StringBuilder text = new();
        int at = start + 1;
        for (; at < header.Length && header[at] != '"'; at++)
        {
            at += header[at] == '\\' && at + 1 < header.Length ? 1 : 0;
            text.Append(header[at]);
        }

        // Browsers write a quotation mark in a name as %22.
        return (text.Replace("%22", "\"").ToString(), at < header.Length ? header.IndexOf(';', at) : -1);
    }

    private static byte[] Decode(ReadOnlySpan<byte> text)
    {
        ArrayBufferWriter<byte> decoded = new(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            bool isEncoded = text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]);
            decoded.GetSpan(1)[0] = isEncoded ? (byte)((HexDigit(text[i + 1]) << 4) | HexDigit(text[i + 2]))
                : text[i] == '+' ? (byte)' '
                : text[i];
            decoded.Advance(1);
            i += isEncoded ? 2 : 0;
        }

        return decoded.WrittenSpan.ToArray();
    }

    private static int HexDigit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static FormatException Twice(string name) => new($"The form has the field '{name}' twice.");

    private static FormatException CutOff() => new("The form is cut off: a part has no end.");
}
