using System;
using System.Diagnostics.CodeAnalysis;

namespace TypedWebhooks.PostgreSql;

/// <summary>Twice as long each time, up to a limit.</summary>
internal static class BackOff
{
    /// <summary>How long to wait after an attempt.</summary>
    /// <param name="first">How long after the first.</param>
    /// <param name="longest">How long at most.</param>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <returns>The delay, a fifth longer or shorter, so that what has failed together does not come again together.</returns>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nobody gains anything by knowing when a retry comes.")]
    public static TimeSpan Delay(TimeSpan first, TimeSpan longest, int attempt)
    {
        double delay = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 60)), longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(delay * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }
}
