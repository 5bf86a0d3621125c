using System;

namespace TypedWebhooks.Json;

/// <summary>
/// Reads dates and times as RFC 3339 and the common part of ISO 8601 write them. It never asks for the zone of the
/// machine: a time without an offset is in UTC.
/// </summary>
internal static partial class DateTimeText
{
    private const int DateLength = 10;
    private const int TicksDigits = 7;
    private const long LeapSecond = 60;

    /// <summary>Reads a date and time.</summary>
    /// <param name="text">
    /// <c>2024-11-15T08:30:00.123+02:00</c>. Also read: <c>t</c>, <c>z</c> or a space as separators, a missing offset
    /// (UTC), missing seconds, a missing time (midnight), offsets as <c>+0200</c> and <c>+02</c>, more than seven digits
    /// of a fraction (cut off), a leap second (the last tick before it ends, so that it stays within its day), and
    /// offsets beyond the 14 hours that .NET knows (as UTC).
    /// </param>
    /// <param name="value">The point in time with its offset.</param>
    /// <param name="form">How it was written; unknown when <see cref="DateTimeForm"/> cannot say it.</param>
    /// <returns>Whether the text is a date and time, within the years 1 to 9999 in UTC too.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value, out DateTimeForm form)
    {
        value = default;
        form = default;
        if (!TryParseDate(ref text, out DateOnly date))
        {
            return false;
        }

        long ticks = date.ToDateTime(default).Ticks;
        if (text.IsEmpty)
        {
            value = new DateTimeOffset(ticks, TimeSpan.Zero);
            return true;
        }

        byte separator = text[0];
        text = text[1..];
        if (separator is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryParseTime(ref text, out long timeTicks, out int fractionDigits)
            || !TryParseOffset(text, out int offsetMinutes, out OffsetForm offset, out bool isUsual))
        {
            return false;
        }

        ticks += timeTicks;
        long utcTicks = ticks - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (utcTicks < DateTimeOffset.MinValue.Ticks || utcTicks > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        const int maxOffsetMinutes = 14 * 60;
        bool isKnownOffset = offsetMinutes is >= -maxOffsetMinutes and <= maxOffsetMinutes;
        value = isKnownOffset
            ? new DateTimeOffset(ticks, TimeSpan.FromMinutes(offsetMinutes))
            : new DateTimeOffset(utcTicks, TimeSpan.Zero);
        if (separator == 'T' && isUsual && isKnownOffset && fractionDigits >= 0)
        {
            form = new DateTimeForm(fractionDigits, offset);
        }

        return true;
    }

    /// <summary>Reads a date and time in UTC at the beginning of a text, if it is written as nearly all are.</summary>
    /// <param name="text"><c>2024-11-15T08:30:00</c>, a fraction of up to seven digits, and <c>Z</c> or nothing; then anything.</param>
    /// <param name="value">The point in time.</param>
    /// <param name="form">How it was written.</param>
    /// <param name="length">How much of the text it is.</param>
    /// <returns>Whether it is written so; if not, <see cref="TryParse(ReadOnlySpan{byte}, out DateTimeOffset, out DateTimeForm)"/> may know it.</returns>
    public static bool TryParseUsual(ReadOnlySpan<byte> text, out DateTimeOffset value, out DateTimeForm form, out int length)
    {
        const int lengthOfSeconds = 19;
        value = default;
        form = default;
        length = 0;
        if (text.Length < lengthOfSeconds
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        bool areDigits = true;
        int year = (TwoDigits(text[0], text[1], ref areDigits) * 100) + TwoDigits(text[2], text[3], ref areDigits);
        int month = TwoDigits(text[5], text[6], ref areDigits);
        int day = TwoDigits(text[8], text[9], ref areDigits);
        int hour = TwoDigits(text[11], text[12], ref areDigits);
        int minute = TwoDigits(text[14], text[15], ref areDigits);
        int second = TwoDigits(text[17], text[18], ref areDigits);
        if (!areDigits || year == 0 || month is 0 or > 12 || day == 0 || hour > 23 || minute > 59 || second > 59
            || (day > 28 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        int at = lengthOfSeconds;
        int fraction = 0;
        if ((uint)at < (uint)text.Length && text[at] == '.')
        {
            at++;
            while ((uint)at < (uint)text.Length && (uint)(text[at] - '0') <= 9 && at - lengthOfSeconds <= TicksDigits)
            {
                fraction = (fraction * 10) + (text[at] - '0');
                at++;
            }
        }

        int digits = Math.Max(0, at - lengthOfSeconds - 1);
        if ((digits == 0 && at != lengthOfSeconds) || ((uint)at < (uint)text.Length && (uint)(text[at] - '0') <= 9))
        {
            return false;
        }

        bool isZulu = (uint)at < (uint)text.Length && text[at] == 'Z';
        for (int i = digits; fraction != 0 && i < TicksDigits; i++)
        {
            fraction *= 10;
        }

        long ticks = new DateTime(year, month, day, hour, minute, second).Ticks + fraction;
        value = new DateTimeOffset(ticks, TimeSpan.Zero);
        form = new DateTimeForm(digits, isZulu ? OffsetForm.Zulu : OffsetForm.Absent);
        length = at + (isZulu ? 1 : 0);
        return true;
    }

    /// <summary>Reads a date as <c>2024-11-15</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly value) =>
        TryParseDate(ref text, out value) && text.IsEmpty;

    /// <summary>
    /// Reads a time of day as <c>08:30:00.123</c>. An offset is read as well, but a <see cref="TimeOnly"/> has no place
    /// for it: the time is the one that is written, wherever that is.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryParseTime(ref text, out long ticks, out _) || !TryParseOffset(text, out _, out _, out _))
        {
            return false;
        }

        value = new TimeOnly(ticks);
        return true;
    }

    private static bool TryParseDate(ref ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length < DateLength
            || !TryReadDigits(text[..4], out int year)
            || text[4] != '-'
            || !TryReadDigits(text.Slice(5, 2), out int month)
            || text[7] != '-'
            || !TryReadDigits(text.Slice(8, 2), out int day)
            || year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day);
        text = text[DateLength..];
        return true;
    }

    /// <param name="text">Begins with the time; afterwards with what follows it.</param>
    /// <param name="ticks">The time since midnight, in units of 100 nanoseconds.</param>
    /// <param name="fractionDigits">The digits of the second's fraction, or -1 when they cannot tell how the time was written.</param>
    private static bool TryParseTime(ref ReadOnlySpan<byte> text, out long ticks, out int fractionDigits)
    {
        ticks = 0;
        fractionDigits = -1;
        if (text.Length < 5
            || !TryReadDigits(text[..2], out int hour)
            || text[2] != ':'
            || !TryReadDigits(text.Slice(3, 2), out int minute)
            || hour > 23
            || minute > 59)
        {
            return false;
        }

        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        text = text[5..];
        if (text.IsEmpty || text[0] != ':')
        {
            return true;
        }

        if (text.Length < 3 || !TryReadDigits(text.Slice(1, 2), out int second) || second > LeapSecond)
        {
            return false;
        }

        text = text[3..];
        if (!TryParseFraction(ref text, out long fraction, out fractionDigits))
        {
            return false;
        }

        if (second == LeapSecond)
        {
            ticks += (LeapSecond * TimeSpan.TicksPerSecond) - 1;
            fractionDigits = -1;
            return true;
        }

        ticks += (second * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool TryParseFraction(ref ReadOnlySpan<byte> text, out long ticks, out int digits)
    {
        ticks = 0;
        digits = 0;
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)','))
        {
            return true;
        }

        int length = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        length = length < 0 ? text.Length - 1 : length;
        for (int i = 0; i < TicksDigits; i++)
        {
            ticks = (ticks * 10) + (i < length ? text[1 + i] - '0' : 0);
        }

        digits = text[0] == '.' && length <= TicksDigits ? length : -1;
        text = text[(1 + length)..];
        return length > 0;
    }

    private static int TwoDigits(byte tens, byte ones, ref bool areDigits)
    {
        uint high = (uint)(tens - '0');
        uint low = (uint)(ones - '0');
        areDigits &= high <= 9 && low <= 9;
        return (int)((high * 10) + low);
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte b in text)
        {
            int digit = b - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }
}
