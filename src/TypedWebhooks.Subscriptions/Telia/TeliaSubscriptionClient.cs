using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.Subscriptions;

/// <summary>Telia Sign's hooks API: which events there are, and which of them are sent where.</summary>
/// <remarks>Every method throws <see cref="WebhookSubscriptionException"/> where Telia does not do what it is asked for.</remarks>
public sealed class TeliaSubscriptionClient
{
    private const string Hooks = "hooks/v1";
    private const string Subscriptions = "hooks/v1/subscription";

    private readonly TeliaSubscriptionOptions _options;
    private readonly ProviderApi _api;

    /// <summary>Creates the client over an <see cref="HttpClient"/> of one's own.</summary>
    /// <param name="client">What sends. It should not follow redirects, which would take the subscription key elsewhere.</param>
    /// <param name="options">Where the API is, and as whom it is called.</param>
    /// <exception cref="ArgumentException">The options lack something.</exception>
    public TeliaSubscriptionClient(HttpClient client, TeliaSubscriptionOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Failure() is { } failure)
        {
            throw new ArgumentException(failure, nameof(options));
        }

        _options = options;
        _api = new("Telia", client, options.Timeout);
    }

    /// <summary>The events that can be subscribed to.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The events, in Telia's order.</returns>
    public async Task<IReadOnlyList<TeliaHook>> ListHooksAsync(CancellationToken cancellationToken = default)
    {
        (string text, Secrets secrets) = await SendAsync(HttpMethod.Get, Hooks, null, null, [], cancellationToken).ConfigureAwait(false);
        return _api.Read(text, "GET /" + Hooks, secrets, static text => JsonText.Items(JsonText.Parse(text), ReadHook));
    }

    /// <summary>The catalogue of events as Telia writes it: the file that the generator reads.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The JSON text.</returns>
    public async Task<string> GetCatalogueAsync(CancellationToken cancellationToken = default)
    {
        (string text, Secrets secrets) = await SendAsync(HttpMethod.Get, Hooks, null, null, [], cancellationToken).ConfigureAwait(false);
        return _api.Read(text, "GET /" + Hooks, secrets, static text => JsonText.Items(JsonText.Parse(text), ReadHook) is null ? null : text);
    }

    /// <summary>Subscribes to an event. To ask twice makes two subscriptions, and every event comes twice.</summary>
    /// <param name="subscription">The event, and where it is sent.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The identifier of the new subscription.</returns>
    public async Task<string> CreateAsync(TeliaSubscriptionRequest subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        TeliaSubscriptionBody body = new(
            subscription.Description,
            subscription.Uri.OriginalString,
            TeliaEventNames.ForSubscription(subscription.EventType),
            subscription.Headers.Count == 0 ? null : new(subscription.Headers));
        string json = JsonSerializer.Serialize(body, SubscriptionJson.Plain.TeliaSubscriptionBody);
        (string text, Secrets secrets) = await SendAsync(HttpMethod.Post, Subscriptions, null, json, subscription.Headers.Values, cancellationToken).ConfigureAwait(false);
        return _api.Read(text, "POST /" + Subscriptions, secrets, static text => JsonMembers.Of(JsonText.Parse(text))?.Text("id") is { Length: > 0 } id ? id : null);
    }

    /// <summary>All subscriptions.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The subscriptions, in Telia's order.</returns>
    public async Task<IReadOnlyList<TeliaSubscription>> ListAsync(CancellationToken cancellationToken = default)
    {
        (string text, Secrets secrets) = await SendAsync(HttpMethod.Get, Subscriptions, null, null, [], cancellationToken).ConfigureAwait(false);
        return _api.Read(
            text,
            "GET /" + Subscriptions,
            secrets,
            static text => JsonMembers.Of(JsonText.Parse(text))?.Element("items") is { } items ? JsonText.Items(items, TeliaSubscription.Read) : null);
    }

    /// <summary>One subscription.</summary>
    /// <param name="subscriptionId">Its identifier.</param>
    /// <param name="eventType">Its event, which is sent as it is here: best as <see cref="ListAsync"/> gives it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The subscription.</returns>
    public async Task<TeliaSubscription> GetAsync(string subscriptionId, string eventType, CancellationToken cancellationToken = default)
    {
        ApiAddress.ThrowIfNoKey(subscriptionId, nameof(subscriptionId));
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        (string text, Secrets secrets) = await SendAsync(HttpMethod.Get, Subscriptions, (subscriptionId, eventType), null, [], cancellationToken).ConfigureAwait(false);
        return _api.Read(text, $"GET /{Subscriptions}/{subscriptionId}", secrets, static text => TeliaSubscription.Read(JsonText.Parse(text)));
    }

    /// <summary>Ends a subscription. Telia says 202, Accepted: events may still come for a while.</summary>
    /// <param name="subscriptionId">Its identifier.</param>
    /// <param name="eventType">Its event, which is sent as it is here: best as <see cref="ListAsync"/> gives it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when Telia has taken the wish.</returns>
    public async Task DeleteAsync(string subscriptionId, string eventType, CancellationToken cancellationToken = default)
    {
        ApiAddress.ThrowIfNoKey(subscriptionId, nameof(subscriptionId));
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        await SendAsync(HttpMethod.Delete, Subscriptions, (subscriptionId, eventType), null, [], cancellationToken).ConfigureAwait(false);
    }

    private static TeliaHook? ReadHook(JsonElement element) =>
        JsonMembers.Of(element) is { } members && members.Text("eventType") is { Length: > 0 } name
            ? new(name, members.Text("description"), members.Element("payloadSchema"))
            : null;

    private async Task<(string Text, Secrets Secrets)> SendAsync(
        HttpMethod method,
        string path,
        (string Id, string EventType)? subscription,
        string? json,
        IEnumerable<string> headers,
        CancellationToken cancellationToken)
    {
        string token = _options.GetToken is { } getToken ? await getToken(cancellationToken).ConfigureAwait(false) : _options.Token!;
        string key = _options.GetSubscriptionKey is { } getKey ? await getKey(cancellationToken).ConfigureAwait(false) : _options.SubscriptionKey!;
        Secrets secrets = new([token, key, .. headers]);
        using HttpRequestMessage request = new(
            method,
            subscription is var (id, eventType) ? ApiAddress.At(_options.BaseAddress!, path, id, ("eventType", eventType)) : ApiAddress.At(_options.BaseAddress!, path, null));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Credential.Checked(token, "Telia's token"));
        request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", Credential.Checked(key, "Telia's subscription key"));
        if (json is not null)
        {
            request.Content = JsonText.Content(json);
        }

        return (await _api.SendAsync(request, secrets, cancellationToken).ConfigureAwait(false), secrets);
    }
}
