using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Options;

namespace TypedWebhooks.AspNetCore;

/// <summary>A mapped endpoint, as its conventions have made it.</summary>
internal sealed class WebhookEndpoint(WebhookProvider provider, string pattern)
{
    public const string AccountParameter = "account";

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);
    private static readonly string[] s_beginnings = ["{" + AccountParameter + "}", "{" + AccountParameter + ":", "{" + AccountParameter + "?", "{" + AccountParameter + "="];

    public WebhookProvider Provider { get; } = provider;

    public string Pattern { get; } = pattern;

    public WebhookKeyring? Keyring
    {
        get;
        set
        {
            field = value;
            value?.Check = WhyNot;
        }
    }

    public bool AllowsUnsigned { get; set; }

    public bool IsGone { get; set; }

    /// <summary>Finds the sink among the services of a request's scope; null where events are handled at once.</summary>
    public Func<IServiceProvider, IWebhookSink>? Sink { get; set; }

    /// <summary>The service that the sink is; null where it is given.</summary>
    public Type? SinkType { get; set; }

    public bool IsChecked { get; private set; }

    /// <summary>Whether the address names an account. Of a route group's prefix nothing is known here; then the request's route values tell.</summary>
    private bool HasAccount => s_beginnings.Any(beginning => Pattern.Contains(beginning, StringComparison.OrdinalIgnoreCase));

    /// <summary>Holds the settings against what the endpoint needs.</summary>
    /// <exception cref="OptionsValidationException">Deliveries could not be verified.</exception>
    public void Check()
    {
        IsChecked = true;
        if (IsGone || Keyring is null)
        {
            return;
        }

        WebhookSettings settings = Keyring.Settings;
        List<string> failures = [.. Failures(settings, $"Webhooks:{Provider.Name}")];
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Provider.Name, typeof(WebhookOptions), failures);
        }
    }

    /// <summary>What is against a change of the settings: all that would have kept the host from starting, and that an endpoint would be open which was not.</summary>
    private string? WhyNot(WebhookSettings before, WebhookSettings after) =>
        Failures(after, $"Webhooks:{Provider.Name}").FirstOrDefault()?[$"Webhooks:{Provider.Name}:".Length..]
        ?? (IsUnsigned(after) && !IsUnsigned(before) ? "Secrets: the last secret is gone, and anybody's deliveries would be taken." : null);

    private IEnumerable<string> Failures(WebhookSettings settings, string section)
    {
        bool hasSecrets = settings.Secrets.Count > 0 || settings.Accounts.Count > 0 || Keyring!.HasStore;
        if (settings.Scheme is not { NeedsSecrets: true } && !IsUnsigned(settings))
        {
            yield return $"{section}:Scheme: nothing says how deliveries of {Provider.Name} to '{Pattern}' are signed. Set the Scheme and its Secrets, or the Headers that "
                + "were chosen at the subscription; an endpoint that takes anybody's deliveries is mapped with AllowUnsigned().";
        }
        else if (settings.Scheme is { NeedsSecrets: true } scheme && !hasSecrets && !IsUnsigned(settings))
        {
            yield return $"{section}:Secrets: there is no secret to verify deliveries of {Provider.Name} to '{Pattern}' with ({scheme.Name}). Set {section}:Secrets, "
                + $"or {section}:Accounts:NAME:Secrets where the address has a parameter {{account}}; an endpoint that takes anybody's deliveries is mapped with AllowUnsigned().";
        }
        else if (HasAccount && settings.Scheme is { NeedsSecrets: true } && settings.Accounts.Count == 0 && !Keyring!.HasStore)
        {
            yield return $"{section}:Accounts: the address '{Pattern}' names accounts, and there are none. Set {section}:Accounts:NAME:Secrets, or register an IWebhookSecretStore.";
        }

        if (settings.Scheme is { NeedsAddress: true } && string.IsNullOrEmpty(settings.Options.PublicAddress))
        {
            yield return $"{section}:PublicAddress: {settings.Scheme.Name} signs the address that it sends to. Set it as it is registered there.";
        }

        foreach (WebhookAccount account in settings.Accounts.Values.Where(static account => account.Secrets.Count == 0))
        {
            yield return $"{section}:Accounts:{account.Name}:Secrets: the account has no secret, so that nothing could be verified.";
        }

        if (settings.Options.Headers.Count > 0 && (settings.Options.Scheme is not null || settings.Options.Secrets.Count > 0))
        {
            yield return $"{section}:Headers: headers that bring a secret are a scheme of their own; beside a Scheme or Secrets nobody would look at them.";
        }

        if (settings.Options.HandlerTimeout <= TimeSpan.Zero || settings.Options.HandlerTimeout > s_day)
        {
            yield return $"{section}:HandlerTimeout: it has to be longer than nothing, and a day at most.";
        }

        if (settings.Options.Tolerance is { } tolerance && (tolerance < TimeSpan.Zero || tolerance > s_day))
        {
            yield return $"{section}:Tolerance: it has to be a day at most; what is older could be sent again when it is forgotten.";
        }

        if (settings.MaxBodySize < 1)
        {
            yield return $"{section}:MaxBodySize: it has to be a byte at least.";
        }
    }

    /// <summary>Whether a delivery is taken without verifying: only where that is said, and there is nothing to verify with.</summary>
    public bool IsUnsigned(WebhookSettings settings) =>
        (AllowsUnsigned || settings.Options.AllowUnsigned)
        && (settings.Scheme is not { NeedsSecrets: true } || (settings.Secrets.Count == 0 && settings.Accounts.Count == 0 && !Keyring!.HasStore));
}

/// <summary>All mapped endpoints of an application.</summary>
internal sealed class WebhookEndpointList
{
    private readonly ConcurrentQueue<WebhookEndpoint> _endpoints = new();

    public IEnumerable<WebhookEndpoint> All => _endpoints;

    public void Add(WebhookEndpoint endpoint) => _endpoints.Enqueue(endpoint);
}
