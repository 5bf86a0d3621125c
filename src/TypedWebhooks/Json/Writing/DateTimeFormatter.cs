using System;

namespace TypedWebhooks.Json;

/// <summary>Writes dates and times as RFC 3339 does, in the form in which they came where that loses nothing.</summary>
internal static class DateTimeFormatter
{
    /// <summary>No date or time is longer than this many bytes.</summary>
    public const int MaxLength = 48;

    private const int TicksDigits = 7;

    /// <summary>Writes a date and time.</summary>
    /// <param name="value">The point in time with its offset.</param>
    /// <param name="form">
    /// The form in which it came. Where it has no room for the value, as much is added as the value needs: more
    /// digits, the offset. No form in particular: as few digits as are needed, and <c>Z</c> for UTC.
    /// </param>
    /// <param name="destination">At least <see cref="MaxLength"/> long.</param>
    /// <returns>The number of bytes.</returns>
    public static int Format(DateTimeOffset value, DateTimeForm form, Span<byte> destination)
    {
        int length = Format(DateOnly.FromDateTime(value.DateTime), destination);
        destination[length++] = (byte)'T';
        length += Format(TimeOnly.FromTimeSpan(value.TimeOfDay), form.FractionDigits, destination[length..]);

        int offset = value.TotalOffsetMinutes;
        if (offset == 0 && form.Offset == OffsetForm.Zulu)
        {
            destination[length++] = (byte)'Z';
        }
        else if (offset != 0 || form.Offset == OffsetForm.HoursAndMinutes)
        {
            destination[length++] = (byte)(offset < 0 ? '-' : '+');
            WriteDigits(Math.Abs(offset) / 60, destination.Slice(length, 2));
            destination[length + 2] = (byte)':';
            WriteDigits(Math.Abs(offset) % 60, destination.Slice(length + 3, 2));
            length += 5;
        }

        return length;
    }

    /// <summary>Writes a date as <c>2024-11-15</c>.</summary>
    public static int Format(DateOnly value, Span<byte> destination)
    {
        WriteDigits(value.Year, destination[..4]);
        destination[4] = (byte)'-';
        WriteDigits(value.Month, destination.Slice(5, 2));
        destination[7] = (byte)'-';
        WriteDigits(value.Day, destination.Slice(8, 2));
        return 10;
    }

    /// <summary>Writes a time as <c>08:30:00.123</c>, with as few digits as are needed.</summary>
    public static int Format(TimeOnly value, Span<byte> destination) => Format(value, 0, destination);

    private static int Format(TimeOnly value, int minFractionDigits, Span<byte> destination)
    {
        WriteDigits(value.Hour, destination[..2]);
        destination[2] = (byte)':';
        WriteDigits(value.Minute, destination.Slice(3, 2));
        destination[5] = (byte)':';
        WriteDigits(value.Second, destination.Slice(6, 2));

        Span<byte> fraction = destination.Slice(9, TicksDigits);
        WriteDigits((int)(value.Ticks % TimeSpan.TicksPerSecond), fraction);
        int needed = fraction.LastIndexOfAnyExcept((byte)'0') + 1;
        int digits = Math.Max(needed, minFractionDigits);
        if (digits == 0)
        {
            return 8;
        }

        destination[8] = (byte)'.';
        return 9 + digits;
    }

    private static void WriteDigits(int value, Span<byte> destination)
    {
        for (int i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
