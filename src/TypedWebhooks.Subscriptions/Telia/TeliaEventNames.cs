using System;
using System.Collections.Generic;

namespace TypedWebhooks.Subscriptions;

/// <summary>
/// How events are written in a subscription. The catalogue has <c>signaturerequestcompleted</c>, the example of a subscription
/// <c>SignatureRequestCompleted</c>, and no rule leads from the one to the other: the words have to be known.
/// </summary>
internal static class TeliaEventNames
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "SignatureRequestCompleted",
        "SignatureRequestStatusUpdated",
        "SignatorySigned",
    };

    public static string ForSubscription(string eventType) => Known.TryGetValue(eventType, out string? name) ? name : eventType;
}
