using System;

namespace TypedWebhooks.Generators.Model;

/// <summary>How a provider writes dates that its schema calls <c>date-time</c>.</summary>
internal enum DateForm
{
    /// <summary>As RFC 3339 has it.</summary>
    Text,

    /// <summary>As the number of seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>As the number of milliseconds since 1970.</summary>
    UnixMilliseconds,
}

/// <summary>How a provider writes values for which JSON offers a choice.</summary>
/// <param name="NumbersAreText">Whether integers of 64 bits are strings, since many readers of JSON cannot hold them as numbers.</param>
internal readonly record struct ValueForms(bool NumbersAreText, DateForm Dates)
{
    /// <summary>The type of what a schema calls <c>date-time</c>.</summary>
    public ScalarKind Date => Dates switch
    {
        DateForm.UnixSeconds => ScalarKind.UnixSeconds,
        DateForm.UnixMilliseconds => ScalarKind.UnixMilliseconds,
        _ => ScalarKind.DateTimeOffset,
    };
}

/// <summary>The forms of dates, as they are written in a project file or a map.</summary>
internal static class DateForms
{
    public const string Names = nameof(DateForm.Text) + ", " + nameof(DateForm.UnixSeconds) + " or " + nameof(DateForm.UnixMilliseconds);

    /// <summary>The form of a name in any case; null where there is none such.</summary>
    public static DateForm? TryParse(string text) =>
        Is(text, DateForm.Text) ? DateForm.Text
        : Is(text, DateForm.UnixSeconds) ? DateForm.UnixSeconds
        : Is(text, DateForm.UnixMilliseconds) ? DateForm.UnixMilliseconds
        : null;

    private static bool Is(string text, DateForm form) => string.Equals(text, form.ToString(), StringComparison.OrdinalIgnoreCase);
}
