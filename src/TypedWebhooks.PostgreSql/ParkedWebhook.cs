using System;

namespace TypedWebhooks.PostgreSql;

/// <summary>A delivery that was tried in vain, and is not tried again until it is replayed.</summary>
public sealed record ParkedWebhook
{
    /// <summary>Its number in the order of receipt.</summary>
    public required long Number { get; init; }

    /// <summary>The delivery, with its body.</summary>
    public required WebhookDelivery Delivery { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>The type and the message of the last exception, shortened.</summary>
    public required string Error { get; init; }

    /// <summary>When it was parked.</summary>
    public required DateTimeOffset ParkedAt { get; init; }
}
