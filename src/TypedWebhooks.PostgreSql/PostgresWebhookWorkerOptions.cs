using System;

namespace TypedWebhooks.PostgreSql;

/// <summary>How a worker drains the inbox.</summary>
public sealed class PostgresWebhookWorkerOptions
{
    /// <summary>How many deliveries are handled at the same time, 8 by default.</summary>
    public int Parallelism { get; set; } = 8;

    /// <summary>How many deliveries are fetched at once at most, 32 by default; never more than can be begun with.</summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>
    /// For how long a fetched delivery is out of the others' reach, 30 seconds by default. It is renewed while its handler runs, so this is not how
    /// long a handler may take, but how soon another worker goes on with what one had that died.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a handler may take, 5 minutes by default. Its token is cancelled then, and its lease is not renewed any more.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a delivery is tried before it is parked, 15 times by default: about 4 hours with the delays that are the default.</summary>
    public int MaxAttempts { get; set; } = 15;

    /// <summary>How long the first retry waits, 2 seconds by default. Each one after it waits twice as long, give or take a fifth.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a retry waits at most, 1 hour by default.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often an empty inbox is looked into, every second by default. A delivery that the same process has received is fetched at once.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often depth and age are counted, every 15 seconds by default.</summary>
    public TimeSpan StatisticsInterval { get; set; } = TimeSpan.FromSeconds(15);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lease, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(HandlerTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRetryDelay, RetryDelay);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StatisticsInterval, TimeSpan.Zero);
    }
}
