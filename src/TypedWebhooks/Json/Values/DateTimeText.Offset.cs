using System;

namespace TypedWebhooks.Json;

/// <content>The offset from UTC behind a time, or its absence.</content>
internal static partial class DateTimeText
{
    /// <param name="text">What follows the time, to its end.</param>
    /// <param name="minutes">The offset, at most 23:59 either way.</param>
    /// <param name="form">How it was written.</param>
    /// <param name="isUsual">Whether <paramref name="form"/> is enough to write it again.</param>
    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes, out OffsetForm form, out bool isUsual)
    {
        minutes = 0;
        isUsual = true;
        form = OffsetForm.Absent;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text is [(byte)'Z' or (byte)'z'])
        {
            form = OffsetForm.Zulu;
            isUsual = text[0] == 'Z';
            return true;
        }

        form = OffsetForm.HoursAndMinutes;
        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length < 3 || !TryReadDigits(text.Slice(1, 2), out int hours) || hours > 23)
        {
            return false;
        }

        bool isNegative = text[0] == '-';
        bool hasColon = text.Length > 3 && text[3] == ':';
        ReadOnlySpan<byte> rest = text[(hasColon ? 4 : 3)..];
        int minutesOfHour = 0;
        if (rest.IsEmpty ? hasColon : rest.Length != 2 || !TryReadDigits(rest, out minutesOfHour) || minutesOfHour > 59)
        {
            return false;
        }

        minutes = (hours * 60) + minutesOfHour;
        isUsual = hasColon && !(isNegative && minutes == 0);
        minutes = isNegative ? -minutes : minutes;
        return true;
    }
}
