using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.Subscriptions;

/// <summary>QuicklySign's webhooks API, in version 1 and in version 0: who is called when a document pack changes.</summary>
/// <remarks>
/// Every method throws <see cref="WebhookSubscriptionException"/> where QuicklySign does not do what it is asked for. It takes credentials in
/// the address of a call: whatever else logs the addresses of requests logs them too.
/// </remarks>
public sealed class QuicklySignSubscriptionClient
{
    private readonly QuicklySignSubscriptionOptions _options;
    private readonly ProviderApi _api;

    /// <summary>Creates the client over an <see cref="HttpClient"/> of one's own.</summary>
    /// <param name="client">What sends. It should neither log addresses nor follow redirects.</param>
    /// <param name="options">Where the API is, and as whom it is called.</param>
    /// <exception cref="ArgumentException">The options lack something.</exception>
    public QuicklySignSubscriptionClient(HttpClient client, QuicklySignSubscriptionOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Failure() is { } failure)
        {
            throw new ArgumentException(failure, nameof(options));
        }

        _options = options;
        _api = new("QuicklySign", client, options.Timeout);
    }

    /// <summary>Has an address called for all changes of a document pack. There is no choice of events.</summary>
    /// <param name="entityKey">The document pack's key.</param>
    /// <param name="callback">The address that is called, which answers 200.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The new webhook.</returns>
    public async Task<QuicklySignWebhook> CreateAsync(string entityKey, Uri callback, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entityKey);
        ApiAddress.ThrowIfNoReceiver(callback, nameof(callback));
        QuicklySignCredentials credentials = await CredentialsAsync(cancellationToken).ConfigureAwait(false);
        string json = JsonSerializer.Serialize(
            new(credentials.ClientSecret, new(entityKey, callback.OriginalString), credentials.ClientId),
            SubscriptionJson.Plain.QuicklySignWebhookBody);
        return await AskAsync(HttpMethod.Post, _options.Path, null, credentials, json, null, static answer => answer.Webhook(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One webhook.</summary>
    /// <param name="webhookKey">Its <see cref="QuicklySignWebhook.Identifier"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The webhook.</returns>
    public async Task<QuicklySignWebhook> GetAsync(string webhookKey, CancellationToken cancellationToken = default)
    {
        ApiAddress.ThrowIfNoKey(webhookKey, nameof(webhookKey));
        QuicklySignCredentials credentials = await CredentialsAsync(cancellationToken).ConfigureAwait(false);
        return await AskAsync(HttpMethod.Get, _options.Path, webhookKey, credentials, null, null, static answer => answer.Webhook(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The webhooks of a document pack.</summary>
    /// <param name="entityKey">The document pack's key.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The webhooks, in QuicklySign's order.</returns>
    public async Task<IReadOnlyList<QuicklySignWebhook>> ListAsync(string entityKey, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entityKey);
        QuicklySignCredentials credentials = await CredentialsAsync(cancellationToken).ConfigureAwait(false);
        return await AskAsync(HttpMethod.Get, _options.Path, null, credentials, null, entityKey, static answer => answer.Webhooks(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a webhook.</summary>
    /// <param name="webhookKey">Its <see cref="QuicklySignWebhook.Identifier"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    public async Task DeleteAsync(string webhookKey, CancellationToken cancellationToken = default)
    {
        ApiAddress.ThrowIfNoKey(webhookKey, nameof(webhookKey));
        QuicklySignCredentials credentials = await CredentialsAsync(cancellationToken).ConfigureAwait(false);
        await DeleteAsync(webhookKey, null, credentials, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes all webhooks of a document pack.</summary>
    /// <param name="entityKey">The document pack's key.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when they are deleted.</returns>
    public async Task DeleteByEntityAsync(string entityKey, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entityKey);
        QuicklySignCredentials credentials = await CredentialsAsync(cancellationToken).ConfigureAwait(false);
        await DeleteAsync(null, entityKey, credentials, cancellationToken).ConfigureAwait(false);
    }

    private async Task DeleteAsync(string? key, string? entityKey, QuicklySignCredentials credentials, CancellationToken cancellationToken)
    {
        Secrets secrets = new([credentials.ClientId, credentials.ClientSecret]);
        using HttpRequestMessage request = new(HttpMethod.Delete, Address(_options.PathOfDeletion, key, credentials, entityKey));
        string text = await _api.SendAsync(request, secrets, cancellationToken).ConfigureAwait(false);
        if (!string.IsNullOrWhiteSpace(text))
        {
            // The documentation shows no answer; what there is may still be the envelope that says that nothing was deleted.
            Read(text, request, secrets);
        }
    }

    private async Task<T> AskAsync<T>(
        HttpMethod method,
        string path,
        string? key,
        QuicklySignCredentials credentials,
        string? json,
        string? entityKey,
        Func<QuicklySignAnswer, T?> find,
        CancellationToken cancellationToken)
        where T : class
    {
        Secrets secrets = new([credentials.ClientId, credentials.ClientSecret]);
        using HttpRequestMessage request = new(method, json is null ? Address(path, key, credentials, entityKey) : ApiAddress.At(_options.BaseAddress!, path, null));
        if (json is not null)
        {
            request.Content = JsonText.Content(json);
        }

        string text = await _api.SendAsync(request, secrets, cancellationToken).ConfigureAwait(false);
        QuicklySignAnswer answer = Read(text, request, secrets);
        return _api.Read(text, Call(request), secrets, _ => find(answer));
    }

    private QuicklySignAnswer Read(string text, HttpRequestMessage request, Secrets secrets)
    {
        QuicklySignAnswer answer = _api.Read(text, Call(request), secrets, QuicklySignAnswer.Read);
        return answer.Status is not { } status || (int)status is >= 200 and < 300
            ? answer
            : throw _api.Failure($"answered {ProviderApi.Name(status)} to {Call(request)}, in the body.", status, text, cut: false, secrets);
    }

    private static string Call(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.AbsolutePath}";

    private async ValueTask<QuicklySignCredentials> CredentialsAsync(CancellationToken cancellationToken) =>
        _options.GetCredentials is { } get ? await get(cancellationToken).ConfigureAwait(false) : _options.Credentials!;

    private Uri Address(string path, string? key, QuicklySignCredentials credentials, string? entityKey)
    {
        (string, string) id = ("client_id", credentials.ClientId);
        (string, string) secret = ("client_secret", credentials.ClientSecret);
        return entityKey is null
            ? ApiAddress.At(_options.BaseAddress!, path, key, id, secret)
            : ApiAddress.At(_options.BaseAddress!, path, key, id, secret, ("entity_key", entityKey));
    }
}
