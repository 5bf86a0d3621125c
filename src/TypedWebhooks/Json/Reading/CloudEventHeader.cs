using System;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TypedWebhooks.Json;

/// <summary>The value of a header that is an attribute of a CloudEvent (CloudEvents 1.0.2, HTTP protocol binding, clause 3.1.3.2).</summary>
internal static class CloudEventHeader
{
    /// <summary>Decodes a value: first a string in quotation marks, as earlier versions had it, then what is percent-encoded, once.</summary>
    /// <param name="attribute">The attribute, for the message.</param>
    /// <param name="value">The header's value.</param>
    /// <returns>The text, in UTF-8.</returns>
    /// <exception cref="JsonException">What is encoded is no UTF-8.</exception>
    public static byte[] Decode(string attribute, string value)
    {
        byte[] text = Encoding.UTF8.GetBytes(Unquote(value.Trim(' ', '\t')));
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            // A percent sign with no two digits behind it is left as it is: nothing else can be meant.
            bool isEncoded = text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]);
            text[length++] = isEncoded ? (byte)((HexDigit(text[i + 1]) << 4) | HexDigit(text[i + 2])) : text[i];
            i += isEncoded ? 2 : 0;
        }

        Array.Resize(ref text, length);
        return Utf8.IsValid(text) ? text : throw new JsonException($"The header ce-{attribute} is no percent-encoded UTF-8.");
    }

    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"')
        {
            return value;
        }

        StringBuilder text = new(value.Length);
        for (int i = 1; i < value.Length - 1; i++)
        {
            i += value[i] == '\\' && i + 2 < value.Length ? 1 : 0;
            text.Append(value[i]);
        }

        return text.ToString();
    }

    private static int HexDigit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
