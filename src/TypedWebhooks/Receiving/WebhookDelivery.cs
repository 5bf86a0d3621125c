using System;
using System.Collections.Generic;

namespace TypedWebhooks;

/// <summary>A verified delivery, before anybody has read it: all that it takes to do so later, elsewhere.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The provider's name, and its identifier among the provider's deliveries.</summary>
    public required WebhookKey Key { get; init; }

    /// <summary>The provider's name: that of <see cref="WebhookProvider.Name"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The account that the endpoint's address named; <see langword="null"/> where it names none.</summary>
    public string? Account { get; init; }

    /// <summary>The body, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// The headers that reading the body takes (its type, the one that names the event, those of a CloudEvent), and those that the endpoint's
    /// options name. None of the others, which may be secrets, is here.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the signature vouches for.</summary>
    public WebhookCoverage Coverage { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The trace that it was received in (W3C Trace Context, <c>traceparent</c>); <see langword="null"/> where there was none.</summary>
    public string? TraceParent { get; init; }
}
