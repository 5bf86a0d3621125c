using System;
using System.Collections.Generic;
using System.Text.Json;

namespace TypedWebhooks.Subscriptions;

/// <summary>A webhook as QuicklySign keeps it: what it watches, and whom it calls.</summary>
public sealed class QuicklySignWebhook
{
    private QuicklySignWebhook(JsonMembers members, string? key, string? webhookKey, string? subscriptionKey, string identifier)
    {
        Key = key;
        WebhookKey = webhookKey;
        SubscriptionKey = subscriptionKey;
        Identifier = identifier;
        EntityKey = members.Text("entity_key");
        Callback = members.Address("callback");
        DateCreated = members.Milliseconds("date_created");
        DateUpdated = members.Milliseconds("date_updated");
        AdditionalMembers = members.Rest;
    }

    /// <summary>
    /// What the webhook is asked for and deleted by: <see cref="WebhookKey"/>, in version 0 <see cref="SubscriptionKey"/>, and where that is
    /// null, as in the documentation's answer to a creation, <see cref="Key"/>.
    /// </summary>
    public string Identifier { get; }

    /// <summary>The member <c>key</c>.</summary>
    public string? Key { get; }

    /// <summary>The member <c>webhook_key</c>.</summary>
    public string? WebhookKey { get; }

    /// <summary>The member <c>subscription_key</c>, of version 0.</summary>
    public string? SubscriptionKey { get; }

    /// <summary>The key of what is watched: a document pack's.</summary>
    public string? EntityKey { get; }

    /// <summary>The address that is called.</summary>
    public Uri? Callback { get; }

    /// <summary>When it was created. QuicklySign writes it in milliseconds since 1970.</summary>
    public DateTimeOffset? DateCreated { get; }

    /// <summary>When it was changed. QuicklySign writes it in milliseconds since 1970.</summary>
    public DateTimeOffset? DateUpdated { get; }

    /// <summary>What the answer has beside that, or in another form.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers { get; }

    internal static QuicklySignWebhook? Read(JsonElement element)
    {
        if (JsonMembers.Of(element) is not { } members)
        {
            return null;
        }

        string? key = members.Text("key");
        string? webhookKey = members.Text("webhook_key");
        string? subscriptionKey = members.Text("subscription_key");
        string? identifier = First(webhookKey, subscriptionKey, key);
        return identifier is null ? null : new(members, key, webhookKey, subscriptionKey, identifier);
    }

    private static string? First(params ReadOnlySpan<string?> keys)
    {
        foreach (string? key in keys)
        {
            if (!string.IsNullOrEmpty(key))
            {
                return key;
            }
        }

        return null;
    }
}
