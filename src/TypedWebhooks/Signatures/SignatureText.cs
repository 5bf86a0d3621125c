using System;

namespace TypedWebhooks;

/// <summary>Signatures as text. A signature has one text only, but for the case of hexadecimal digits.</summary>
internal static class SignatureText
{
    /// <summary>Decodes a signature of just the length of <paramref name="signature"/>.</summary>
    public static bool TryDecode(WebhookSignatureCoding coding, ReadOnlySpan<char> text, Span<byte> signature) => coding == WebhookSignatureCoding.Hex
        ? TryDecodeHex(text, signature)
        : TryDecodeBase64(text, signature);

    /// <summary>The same of UTF-8.</summary>
    public static bool TryDecode(WebhookSignatureCoding coding, ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<char> chars = stackalloc char[2 * KeyedHash.MaxSize];
        if (text.Length > chars.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            chars[i] = (char)text[i];
        }

        return TryDecode(coding, chars[..text.Length], signature);
    }

    public static string Encode(WebhookSignatureCoding coding, ReadOnlySpan<byte> signature)
    {
        if (coding == WebhookSignatureCoding.Base64)
        {
            return Convert.ToBase64String(signature);
        }

        Span<char> digits = stackalloc char[2 * KeyedHash.MaxSize];
        for (int i = 0; i < signature.Length; i++)
        {
            digits[2 * i] = Digit(signature[i] >> 4);
            digits[(2 * i) + 1] = Digit(signature[i] & 15);
        }

        return new string(digits[..(2 * signature.Length)]);
    }

    /// <summary>Decodes hexadecimal digits, of which there have to be as many as there are bytes asked for.</summary>
    public static bool TryDecodeHex(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length != 2 * bytes.Length)
        {
            return false;
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            char high = text[2 * i];
            char low = text[(2 * i) + 1];
            if (!char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low))
            {
                return false;
            }

            bytes[i] = (byte)((Value(high) << 4) | Value(low));
        }

        return true;
    }

    /// <summary>The decoder of .NET reads over white space and over bits behind the last byte, and there would be many texts of one signature.</summary>
    private static bool TryDecodeBase64(ReadOnlySpan<char> text, Span<byte> signature)
    {
        Span<char> again = stackalloc char[((KeyedHash.MaxSize + 2) / 3) * 4];
        return text.Length == (signature.Length + 2) / 3 * 4
            && Convert.TryFromBase64Chars(text, signature, out int length)
            && length == signature.Length
            && Convert.TryToBase64Chars(signature, again, out int written)
            && again[..written].SequenceEqual(text);
    }

    private static int Value(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
