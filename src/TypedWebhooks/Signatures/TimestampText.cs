using System;
using System.Globalization;

namespace TypedWebhooks;

/// <summary>Signed times as text, and how far they may be from now.</summary>
internal static class TimestampText
{
    /// <summary>Five minutes: what most providers say, and the rest let one choose.</summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(5);

    private const long LastSecond = 253_402_300_799;

    private static readonly string[] s_offsetForms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private static readonly string[] s_utcForms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static bool TryRead(WebhookTimestampForm form, ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        switch (form)
        {
            case WebhookTimestampForm.Rfc3339:
                return DateTimeOffset.TryParseExact(text, s_offsetForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
                    || DateTimeOffset.TryParseExact(text, s_utcForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
            case WebhookTimestampForm.UnixMilliseconds:
                if (!TryReadDigits(text, (LastSecond * 1000) + 999, out long milliseconds))
                {
                    return false;
                }

                time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
                return true;
            default:
                if (!TryReadDigits(text, LastSecond, out long seconds))
                {
                    return false;
                }

                time = DateTimeOffset.FromUnixTimeSeconds(seconds);
                return true;
        }
    }

    public static string Write(WebhookTimestampForm form, DateTimeOffset time) => form switch
    {
        WebhookTimestampForm.Rfc3339 => time.ToString(s_offsetForms[0], CultureInfo.InvariantCulture),
        WebhookTimestampForm.UnixMilliseconds => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        _ => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Whether a time is near enough; a time in the future is as suspicious as one that is long ago.</summary>
    public static WebhookRefusal Check(DateTimeOffset time, DateTimeOffset now, TimeSpan tolerance)
    {
        TimeSpan age = now - time;
        return age > tolerance ? WebhookRefusal.TooOld
            : age.Negate() > tolerance ? WebhookRefusal.TooNew
            : WebhookRefusal.None;
    }

    /// <summary>Digits only: a sign, a space or an exponent is read by one program and not by another.</summary>
    private static bool TryReadDigits(ReadOnlySpan<char> text, long most, out long value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        foreach (char digit in text)
        {
            if (!char.IsAsciiDigit(digit) || value > most)
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return value <= most;
    }
}
