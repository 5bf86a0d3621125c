using System;

namespace TypedWebhooks.Subscriptions;

/// <summary>A credential that goes into a header.</summary>
internal static class Credential
{
    /// <summary>Refuses what no header can hold, before somebody does whose message would quote it.</summary>
    public static string Checked(string value, string what) =>
        string.IsNullOrWhiteSpace(value) || value.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new InvalidOperationException($"{what} is empty, or has blanks, line ends or characters beyond ASCII.")
            : value;
}
