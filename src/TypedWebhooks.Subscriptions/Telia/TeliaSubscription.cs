using System;
using System.Collections.Generic;
using System.Text.Json;

namespace TypedWebhooks.Subscriptions;

/// <summary>A subscription as Telia Sign keeps it. The headers that were chosen are no part of what it shows.</summary>
public sealed class TeliaSubscription
{
    private TeliaSubscription(string id, JsonMembers members)
    {
        Id = id;
        EventType = members.Text("eventType");
        Uri = members.Address("uri");
        Description = members.Text("description");
        AdditionalMembers = members.Rest;
    }

    /// <summary>The subscription's identifier.</summary>
    public string Id { get; }

    /// <summary>The event's name as Telia writes it, in lower case in the documentation's answers.</summary>
    public string? EventType { get; }

    /// <summary>Where the events are sent.</summary>
    public Uri? Uri { get; }

    /// <summary>What the subscription is for.</summary>
    public string? Description { get; }

    /// <summary>What the answer has beside that, or in another form.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers { get; }

    internal static TeliaSubscription? Read(JsonElement element) =>
        JsonMembers.Of(element) is { } members && members.Text("id") is { Length: > 0 } id ? new(id, members) : null;
}
