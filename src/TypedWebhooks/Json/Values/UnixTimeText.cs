using System;
using System.Buffers.Text;

namespace TypedWebhooks.Json;

/// <summary>Points in time as numbers since 1970, and integers as texts: numbers that are more than they look like.</summary>
internal static class UnixTimeText
{
    /// <summary>A sign, the digits of the largest number, a point.</summary>
    public const int MaxLength = 32;

    /// <summary>Reads a number, of which it is known that it is one.</summary>
    /// <param name="text">The number.</param>
    /// <param name="unit">The ticks that 1 stands for.</param>
    /// <param name="value">The point in time, in UTC.</param>
    /// <returns><see langword="false"/> where it is beyond the years 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, long unit, out DateTimeOffset value)
    {
        value = default;

        // No more than this is a point in time, and its ticks are a decimal number.
        const decimal limit = 1e15m;
        if (!Utf8Parser.TryParse(text, out decimal number, out int read) || read != text.Length || number is > limit or < -limit)
        {
            return false;
        }

        decimal ticks = decimal.Floor(number * unit) + DateTimeOffset.UnixEpoch.Ticks;
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        value = new((long)ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Writes a number, with as few digits as are needed.</summary>
    /// <returns>Its length.</returns>
    public static int Format(DateTimeOffset value, long unit, Span<byte> text)
    {
        long ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        int length = 0;
        if (ticks < 0)
        {
            text[length++] = (byte)'-';
            ticks = -ticks;
        }

        Utf8Formatter.TryFormat(ticks / unit, text[length..], out int written);
        length += written;
        long fraction = ticks % unit;
        if (fraction != 0)
        {
            text[length++] = (byte)'.';
            for (long digit = unit / 10; fraction > 0; digit /= 10)
            {
                text[length++] = (byte)('0' + (fraction / digit));
                fraction %= digit;
            }
        }

        return length;
    }

    /// <summary>Whether a text is a number as JSON writes it.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        int at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int first = at;
        if (!Digits(text, ref at) || (text[first] == '0' && at > first + 1))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!Digits(text, ref at))
            {
                return false;
            }
        }

        if (at < text.Length && (text[at] is (byte)'e' or (byte)'E'))
        {
            at++;
            at += at < text.Length && (text[at] is (byte)'+' or (byte)'-') ? 1 : 0;
            if (!Digits(text, ref at))
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static bool Digits(ReadOnlySpan<byte> text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return at > start;
    }
}
