using System;
using System.Collections.Generic;

namespace TypedWebhooks.Subscriptions;

/// <summary>A subscription that is to be created: one event, and where it is sent.</summary>
public sealed class TeliaSubscriptionRequest
{
    /// <summary>Asks for one event.</summary>
    /// <param name="uri">Where the event is sent.</param>
    /// <param name="eventType">The event's name, such as the constant <c>TeliaEventTypes.SignatorySigned</c>.</param>
    public TeliaSubscriptionRequest(Uri uri, string eventType)
    {
        ApiAddress.ThrowIfNoReceiver(uri, nameof(uri));
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        Uri = uri;
        EventType = eventType;
    }

    /// <summary>Where the event is sent.</summary>
    public Uri Uri { get; }

    /// <summary>
    /// The event's name, in any case. Names that the documentation has are sent as it writes them in a subscription,
    /// <c>SignatureRequestCompleted</c>; all others as they are here.
    /// </summary>
    public string EventType { get; }

    /// <summary>What the subscription is for; nothing depends on it.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// Headers that Telia sends with each event. They are all that shows a receiver that it is Telia who calls: choose a secret, and give the
    /// same ones to the receiver, <c>Webhooks:Telia:Headers</c>.
    /// </summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
