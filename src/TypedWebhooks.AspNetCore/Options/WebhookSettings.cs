using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.AspNetCore;

/// <summary>A provider's options in the form in which deliveries ask for them: secrets decoded, defaults of the scheme filled in.</summary>
internal sealed class WebhookSettings
{
    private const long DefaultMaxBodySize = 1024 * 1024;

    private WebhookSettings(WebhookOptions options, WebhookProvider provider)
    {
        if (options.Failures.Count > 0)
        {
            throw new FormatException(options.Failures[0]);
        }

        Options = options;
        Scheme = options.Scheme ?? (options.Headers.Count > 0 ? WebhookScheme.SharedHeaders([.. options.Headers.Keys]) : null);
        Secrets = Read("", options.Scheme is null && options.Headers.Count > 0 ? SetsOf(options.Headers) : options.Secrets);
        Own = new(null, Secrets);
        Accounts = options.Accounts.ToFrozenDictionary(
            static account => account.Key,
            account => new WebhookAccount(account.Key, Read($"Accounts:{account.Key}:", account.Value)),
            StringComparer.OrdinalIgnoreCase);
        Reply = options.Reply ?? (Scheme?.ReplyText is { } text ? WebhookReply.Text(text) : WebhookReply.Ok);
        MaxBodySize = options.MaxBodySize ?? Scheme?.MaxBodySize ?? DefaultMaxBodySize;
        DuplicateKey = options.DuplicateKey ?? Scheme?.DuplicateKey ?? (provider.EventsHaveTime ? WebhookDuplicateKey.BodyHash : WebhookDuplicateKey.None);
        KeptHeaders = [.. options.KeptHeaders];
    }

    public WebhookOptions Options { get; }

    public WebhookScheme? Scheme { get; }

    public WebhookSecrets Secrets { get; }

    /// <summary>The endpoint itself, where it has no accounts.</summary>
    public WebhookAccount Own { get; }

    public FrozenDictionary<string, WebhookAccount> Accounts { get; }

    public WebhookReply Reply { get; }

    public long MaxBodySize { get; }

    public WebhookDuplicateKey DuplicateKey { get; }

    public string[] KeptHeaders { get; }

    /// <exception cref="FormatException">Something in the options cannot be used; the message says what, and has no secret in it.</exception>
    public static WebhookSettings Of(WebhookOptions options, WebhookProvider provider) => new(options, provider);

    private WebhookSecrets Read(string prefix, IList<string> secrets)
    {
        if (secrets.Count == 0)
        {
            return WebhookSecrets.None;
        }

        if (Scheme is null)
        {
            throw new FormatException($"{prefix}Secrets: there are secrets, and no Scheme says how deliveries are signed with them.");
        }

        try
        {
            return Scheme.ReadSecrets(secrets);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{prefix}Secrets: {e.Message}", e);
        }
    }

    /// <summary>The values of all headers, as many times as any of them has a value: one that does not change stays the same in each set.</summary>
    private static List<string> SetsOf(IDictionary<string, IList<string>> headers)
    {
        foreach (KeyValuePair<string, IList<string>> header in headers)
        {
            if (header.Value.Count == 0)
            {
                throw new FormatException($"Headers:{header.Key}: it has no value.");
            }
        }

        int sets = headers.Values.Max(static values => values.Count);
        return [.. Enumerable.Range(0, sets).SelectMany(set => headers.Values.Select(values => values[Math.Min(set, values.Count - 1)]))];
    }
}

/// <summary>An account, or the endpoint itself where it has none.</summary>
/// <param name="Name">Its name in one spelling, whichever the address had; null for the endpoint.</param>
/// <param name="Secrets">Its secrets.</param>
internal sealed record WebhookAccount(string? Name, WebhookSecrets Secrets);
