using System;
using System.Buffers;
using System.Text;

namespace TypedWebhooks.Json;

/// <summary>UTF-8 and strings.</summary>
internal static class Utf8Text
{
    private const int MaxOnStack = 128;

    /// <summary>UTF-8 that refuses what is no text with an <see cref="EncoderFallbackException"/>, instead of writing U+FFFD for it.</summary>
    public static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines of a text, each without its end. Whoever checks a source file out may give it other line ends.</summary>
    public static string[] Lines(ReadOnlySpan<byte> utf8) => Strict.GetString(utf8).ReplaceLineEndings("\n").Split('\n');

    /// <summary>Compares UTF-8 with a string, without making a string of it.</summary>
    public static bool Equals(ReadOnlySpan<byte> utf8, string text, StringComparison comparison)
    {
        // A UTF-16 unit takes one to three bytes.
        if (utf8.Length < text.Length || utf8.Length > 3 * text.Length)
        {
            return false;
        }

        char[]? rented = utf8.Length > MaxOnStack ? ArrayPool<char>.Shared.Rent(utf8.Length) : null;
        Span<char> buffer = rented ?? stackalloc char[MaxOnStack];
        ReadOnlySpan<char> decoded = buffer[..Encoding.UTF8.GetChars(utf8, buffer)];
        bool equal = decoded.Equals(text, comparison);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return equal;
    }
}
