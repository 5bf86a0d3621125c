using System;

namespace TypedWebhooks.Subscriptions;

/// <summary>As whom QuicklySign is called: both are in its profile.</summary>
public sealed class QuicklySignCredentials
{
    /// <summary>Creates the pair.</summary>
    /// <param name="clientId">The profile's <c>client_id</c>.</param>
    /// <param name="clientSecret">The profile's <c>client_secret</c>.</param>
    public QuicklySignCredentials(string clientId, string clientSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        ClientId = clientId;
        ClientSecret = clientSecret;
    }

    /// <summary>The profile's <c>client_id</c>.</summary>
    public string ClientId { get; }

    /// <summary>The profile's <c>client_secret</c>.</summary>
    public string ClientSecret { get; }
}
