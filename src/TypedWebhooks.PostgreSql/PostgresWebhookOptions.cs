using System;

namespace TypedWebhooks.PostgreSql;

/// <summary>What ledger, inbox and worker share. All processes that share a table have to be given the same.</summary>
public sealed class PostgresWebhookOptions
{
    /// <summary>The schema of the table; <see langword="null"/>, the default, for the one that the connection's search path finds.</summary>
    public string? Schema { get; set; }

    /// <summary>The table's name, <c>webhook_deliveries</c> by default; at most 50 bytes, since the names of its indexes begin with it.</summary>
    public string Table { get; set; } = "webhook_deliveries";

    /// <summary>
    /// For how long it is remembered that a delivery was handled, 7 days by default. A provider that still tries later than that would have its
    /// delivery handled again, and the known ones try for up to 3 days.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often what is older than that is deleted, every 10 minutes by default; <see cref="TimeSpan.Zero"/> for never, where something else does.</summary>
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Finds what a delivery is put in order by, such as a customer's number: deliveries of one provider's account that have it in common are
    /// handled one at a time, as they were received. <see langword="null"/> for a delivery that stands for itself.
    /// </summary>
    /// <remarks>It is asked when a delivery is received. Where it throws, the delivery is not stored, and the provider is told to send it again.</remarks>
    public Func<WebhookDelivery, string?>? OrderingKey { get; set; }

    /// <summary>
    /// Whether a parked delivery holds up those that came after it under the same <see cref="OrderingKey"/>, until it is replayed or deleted. By
    /// default it does not: one that nobody looks at would hold them up for ever.
    /// </summary>
    public bool ParkedHoldsUpItsKey { get; set; }

    /// <summary>Whether bodies and headers are kept until the <see cref="Retention"/> is over. By default they are deleted when they are handled.</summary>
    public bool KeepsHandledBodies { get; set; }
}
