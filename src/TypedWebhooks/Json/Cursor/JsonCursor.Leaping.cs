using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Stepping over values on the way to a later member.</content>
internal ref partial struct JsonCursor
{
    /// <summary>
    /// Steps over the next value on a look ahead. Of an object or array only the brackets and the strings are looked at,
    /// 32 bytes at a time: whether it is one turns out when it is read in earnest.
    /// </summary>
    /// <exception cref="JsonException">It does not end.</exception>
    public void Leap()
    {
        if (!Vector256.IsHardwareAccelerated || Peek() is not ((byte)'{' or (byte)'['))
        {
            Skip();
            return;
        }

        int end = EndOfBrackets(_at);
        _at = end >= 0 ? end : throw Broken();
    }

    /// <summary>Goes from an opening bracket behind the one that closes it.</summary>
    /// <returns>That place, or -1 when there is none.</returns>
    private readonly int EndOfBrackets(int at)
    {
        ReadOnlySpan<byte> json = _json;
        Span<byte> rest = stackalloc byte[Vector256<byte>.Count];
        int depth = 0;
        bool isEscaped = false;
        uint isInString = 0; // all ones in a string
        for (; at < json.Length; at += Vector256<byte>.Count)
        {
            if (json.Length - at < Vector256<byte>.Count)
            {
                rest.Clear();
                json[at..].CopyTo(rest);
            }

            Vector256<byte> bytes = Vector256.Create(json.Length - at < Vector256<byte>.Count ? rest : json.Slice(at, Vector256<byte>.Count));
            uint quotes = Find('"', bytes);
            uint backslashes = Find('\\', bytes);
            if (backslashes != 0 || isEscaped)
            {
                quotes &= ~Escaped(backslashes, ref isEscaped);
            }

            uint strings = BetweenPairs(quotes) ^ isInString;
            isInString = (uint)((int)strings >> 31);

            // This bit is all that [ and ] lack of { and }.
            bytes |= Vector256.Create((byte)0x20);
            uint opening = Find('{', bytes) & ~strings;
            uint closing = Find('}', bytes) & ~strings;
            if (BitOperations.PopCount(closing) < depth)
            {
                depth += BitOperations.PopCount(opening) - BitOperations.PopCount(closing);
                continue;
            }

            for (uint brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
            {
                int index = BitOperations.TrailingZeroCount(brackets);
                depth += ((opening >> index) & 1) != 0 ? 1 : -1;
                if (depth == 0)
                {
                    return at + index + 1;
                }
            }
        }

        return -1;
    }

    private static uint Find(char ascii, Vector256<byte> bytes) =>
        Vector256.Equals(bytes, Vector256.Create((byte)ascii)).ExtractMostSignificantBits();

    /// <summary>The bits behind a backslash that is not behind one itself.</summary>
    /// <param name="backslashes">Where backslashes are.</param>
    /// <param name="isEscaped">Whether the first bit is behind one; then, whether the first of the next bits is.</param>
    private static uint Escaped(uint backslashes, ref bool isEscaped)
    {
        uint escaped = isEscaped ? 1u : 0u;
        isEscaped = false;
        backslashes &= ~escaped;
        while (backslashes != 0)
        {
            int index = BitOperations.TrailingZeroCount(backslashes);
            isEscaped = index == 31;
            escaped |= isEscaped ? 0 : 2u << index;
            backslashes &= ~(3u << index);
        }

        return escaped;
    }

    /// <summary>Sets the bits from the first of each pair up to the second, which is left out.</summary>
    private static uint BetweenPairs(uint bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        return bits ^ (bits << 16);
    }
}
