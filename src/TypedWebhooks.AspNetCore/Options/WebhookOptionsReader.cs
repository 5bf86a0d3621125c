using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TypedWebhooks.AspNetCore;

/// <summary>Reads a provider's options from its section of the configuration, without the reflection that a binder would take.</summary>
internal sealed class WebhookOptionsReader(IConfiguration configuration, string provider) : IConfigureNamedOptions<WebhookOptions>
{
    public void Configure(WebhookOptions options)
    {
    }

    public void Configure(string? name, WebhookOptions options)
    {
        if (!string.Equals(name, provider, StringComparison.Ordinal))
        {
            return;
        }

        IConfigurationSection section = Section(configuration, provider);
        if (section[nameof(WebhookOptions.Scheme)] is { Length: > 0 } scheme)
        {
            if (WebhookScheme.TryGet(scheme, out WebhookScheme? known))
            {
                options.Scheme = known;
            }
            else
            {
                options.Failures.Add($"{nameof(WebhookOptions.Scheme)}: '{scheme}' is no scheme that is known by name: {string.Join(", ", WebhookScheme.Known)}.");
            }
        }

        Add(options.Secrets, section.GetSection(nameof(WebhookOptions.Secrets)));
        foreach (IConfigurationSection header in section.GetSection(nameof(WebhookOptions.Headers)).GetChildren())
        {
            Add(options.Headers[header.Key] = [], header);
        }

        foreach (IConfigurationSection account in section.GetSection(nameof(WebhookOptions.Accounts)).GetChildren())
        {
            Add(options.Accounts[account.Key] = [], account.GetSection(nameof(WebhookOptions.Secrets)));
        }

        options.AllowUnsigned = Read(options, section, nameof(WebhookOptions.AllowUnsigned), bool.Parse) ?? options.AllowUnsigned;
        options.Tolerance = Read(options, section, nameof(WebhookOptions.Tolerance), ReadTime) ?? options.Tolerance;
        options.MaxBodySize = Read(options, section, nameof(WebhookOptions.MaxBodySize), static text => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)) ?? options.MaxBodySize;
        options.HandlerTimeout = Read(options, section, nameof(WebhookOptions.HandlerTimeout), ReadTime) ?? options.HandlerTimeout;
        options.OnUnrecognized = Read(options, section, nameof(WebhookOptions.OnUnrecognized), static text => Enum.Parse<UnrecognizedEventPolicy>(text, ignoreCase: true)) ?? options.OnUnrecognized;
        options.PublicAddress = section[nameof(WebhookOptions.PublicAddress)] ?? options.PublicAddress;
        Add(options.KeptHeaders, section.GetSection(nameof(WebhookOptions.KeptHeaders)));
        Add(options.AllowedOrigins, section.GetSection(nameof(WebhookOptions.AllowedOrigins)));
    }

    /// <summary>Where a provider's options stand. A version behind a full stop is a part of the name, as a full stop is no separator there.</summary>
    public static IConfigurationSection Section(IConfiguration configuration, string provider) => configuration.GetSection("Webhooks").GetSection(provider);

    private static TimeSpan ReadTime(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : throw new FormatException("A number alone would be days.");

    private static T? Read<T>(WebhookOptions options, IConfigurationSection section, string key, Func<string, T> read)
        where T : struct
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return read(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            options.Failures.Add($"{key}: '{text}' is none of the values that it may have.");
            return null;
        }
    }

    private static void Add(IList<string> values, IConfigurationSection section)
    {
        if (section.Value is { Length: > 0 } single)
        {
            values.Add(single);
        }

        foreach (string value in section.GetChildren().Select(static child => child.Value).OfType<string>())
        {
            values.Add(value);
        }
    }
}
