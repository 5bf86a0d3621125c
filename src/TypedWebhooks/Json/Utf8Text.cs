using System;
using System.Buffers;
using System.Text;

namespace TypedWebhooks.Json;

/// <summary>Compares UTF-8 with strings, without making a string of it.</summary>
internal static class Utf8Text
{
    private const int MaxOnStack = 128;

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
