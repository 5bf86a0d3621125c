using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedWebhooks.Tests.Oracle;

/// <summary>Dates and times by a regular expression and the framework's arithmetic, slowly.</summary>
internal static partial class DateOracle
{
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return false;
        }

        int Number(string group) => match.Groups[group] is { Success: true, Value: { Length: > 0 } digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        if (Number("year") < 1
            || Number("month") is < 1 or > 12
            || Number("day") < 1
            || Number("day") > DateTime.DaysInMonth(Number("year"), Number("month"))
            || Number("hour") > 23
            || Number("minute") > 59
            || Number("second") > 60
            || Number("hours") > 23
            || Number("minutes") > 59)
        {
            return false;
        }

        bool isLeap = Number("second") == 60;
        string fraction = (match.Groups["fraction"].Value + "0000000")[..7];
        long ticks = new DateTime(Number("year"), Number("month"), Number("day"), Number("hour"), Number("minute"), isLeap ? 59 : Number("second")).Ticks
            + (isLeap ? TimeSpan.TicksPerSecond - 1 : long.Parse(fraction, CultureInfo.InvariantCulture));
        int offset = ((Number("hours") * 60) + Number("minutes")) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        long utc = ticks - (offset * TimeSpan.TicksPerMinute);
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = Math.Abs(offset) <= 14 * 60
            ? new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset))
            : new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})([Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,](?<fraction>[0-9]+))?)?([Zz]|(?<sign>[+-])(?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?)?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
