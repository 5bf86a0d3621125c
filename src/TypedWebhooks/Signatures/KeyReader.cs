using System;
using System.Collections.Generic;
using System.Text;

namespace TypedWebhooks;

/// <summary>Reads keys in the forms in which providers show them. No message says what a secret is.</summary>
internal static class KeyReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[][] Read(IEnumerable<string> secrets, WebhookKeyForm form, string prefix)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        List<byte[]> keys = [];
        foreach (string secret in secrets)
        {
            keys.Add(Read(secret, form, prefix, keys.Count));
        }

        return [.. keys];
    }

    /// <summary>How a secret is named in a message.</summary>
    public static string Position(int index) => FormattableString.Invariant($"The secret at position {index}");

    private static byte[] Read(string? secret, WebhookKeyForm form, string prefix, int index)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            throw new FormatException($"{Position(index)} is empty.");
        }

        ReadOnlySpan<char> text = secret.AsSpan(secret.StartsWith(prefix, StringComparison.Ordinal) ? prefix.Length : 0);
        byte[]? key = form switch
        {
            WebhookKeyForm.Base64 => DecodeBase64(text),
            WebhookKeyForm.Hex => DecodeHex(text),
            _ => EncodeText(text),
        };
        return key is { Length: > 0 } ? key : throw new FormatException(form switch
        {
            WebhookKeyForm.Base64 when prefix.Length > 0 => $"{Position(index)} is not '{prefix}' and Base64 behind it.",
            WebhookKeyForm.Base64 => $"{Position(index)} is not Base64.",
            WebhookKeyForm.Hex => $"{Position(index)} is not a whole number of bytes in hexadecimal digits.",
            _ => $"{Position(index)} is no Unicode text.",
        });
    }

    private static byte[]? EncodeText(ReadOnlySpan<char> text)
    {
        try
        {
            byte[] key = new byte[s_strict.GetByteCount(text)];
            s_strict.GetBytes(text, key);
            return key;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static byte[]? DecodeBase64(ReadOnlySpan<char> text)
    {
        // Copied without its padding, it is whole all the same.
        string padded = string.Concat(text, "===".AsSpan(0, (4 - (text.Length % 4)) % 4));
        byte[] key = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, key, out int length) ? key[..length] : null;
    }

    private static byte[]? DecodeHex(ReadOnlySpan<char> text)
    {
        byte[] key = new byte[text.Length / 2];
        return SignatureText.TryDecodeHex(text, key) ? key : null;
    }
}
