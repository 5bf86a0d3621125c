using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedWebhooks.AspNetCore;

/// <summary>
/// The settings and secrets of a provider as they are now. Options that cannot be used after a change of the configuration leave the last ones
/// in force, and a line in the log: a typing error must not turn away what the provider sends.
/// </summary>
internal sealed class WebhookKeyring(WebhookProvider provider, IOptionsMonitor<WebhookOptions> monitor, IWebhookSecretStore? store, ILogger logger)
{
    /// <summary>Accounts are strangers' texts; a store may know any number of them.</summary>
    private const int MaxCached = 10_000;

    private readonly ConcurrentDictionary<string, Decoded> _stored = new(StringComparer.Ordinal);
    private WebhookSettings? _settings;
    private WebhookOptions? _refused;

    /// <summary>Says what is against settings that have changed; null where nothing is.</summary>
    public Func<WebhookSettings, WebhookSettings, string?>? Check { get; set; }

    public bool HasStore => store is not null;

    /// <summary>The settings.</summary>
    /// <exception cref="OptionsValidationException">There are none that can be used, and never were.</exception>
    public WebhookSettings Settings
    {
        get
        {
            WebhookSettings? settings = _settings;
            try
            {
                WebhookOptions options = monitor.Get(provider.Name);
                if (ReferenceEquals(options, settings?.Options) || (settings is not null && ReferenceEquals(options, _refused)))
                {
                    return settings!;
                }

                _refused = options;
                WebhookSettings changed = WebhookSettings.Of(options, provider);
                if (settings is not null && Check?.Invoke(settings, changed) is { } fault)
                {
                    throw new FormatException(fault);
                }

                return _settings = changed;
            }
            catch (FormatException e)
            {
                if (settings is null)
                {
                    _refused = null;
                    throw new OptionsValidationException(provider.Name, typeof(WebhookOptions), [$"Webhooks:{provider.Name}:{e.Message}"]);
                }

                WebhookLog.OptionsRefused(logger, $"Webhooks:{provider.Name}:{e.Message}");
                return settings;
            }
            catch (Exception e) when (settings is not null)
            {
                // What the application's own configuration of the options throws may say anything.
                WebhookLog.OptionsRefused(logger, $"Webhooks:{provider.Name}: {e.GetType().Name}");
                return settings;
            }
        }
    }

    /// <summary>The secrets of an account, or of the endpoint where it has no accounts.</summary>
    /// <returns><see langword="null"/> where there is no such account.</returns>
    public ValueTask<WebhookAccount?> FindAsync(WebhookSettings settings, string? account, CancellationToken cancellationToken) =>
        store is not null ? FindStoredAsync(store, settings, account, cancellationToken)
        : account is null ? new(settings.Own)
        : new(settings.Accounts.GetValueOrDefault(account));

    private async ValueTask<WebhookAccount?> FindStoredAsync(IWebhookSecretStore secretStore, WebhookSettings settings, string? account, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? secrets = await secretStore.FindAsync(provider.Name, account, cancellationToken).ConfigureAwait(false);
        if (secrets is null)
        {
            return null;
        }

        string key = account ?? "";
        if (_stored.TryGetValue(key, out Decoded? known) && ReferenceEquals(known.Source, secrets) && ReferenceEquals(known.Scheme, settings.Scheme))
        {
            return known.Account;
        }

        WebhookSecrets decoded = settings.Scheme?.ReadSecrets(secrets) ?? WebhookSecrets.None;
        if (_stored.Count >= MaxCached)
        {
            _stored.Clear();
        }

        // A store may or may not tell upper case from lower; one account is to be one either way, or a delivery that was caught could be sent again
        // under another spelling.
        WebhookAccount found = new(account?.ToUpperInvariant(), decoded);
        _stored[key] = new(secrets, settings.Scheme, found);
        return found;
    }

    private sealed record Decoded(IReadOnlyList<string> Source, WebhookScheme? Scheme, WebhookAccount Account);
}
