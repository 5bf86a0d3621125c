using System;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using TypedWebhooks.Json;

namespace TypedWebhooks.AspNetCore;

/// <summary>Adds what an endpoint needs to receive a provider's deliveries.</summary>
public static class WebhookServiceCollectionExtensions
{
    /// <summary>Adds what an endpoint needs to receive a provider's deliveries, but no handler. Generated methods call it.</summary>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options, after the configuration's section <c>Webhooks:</c> and the provider's name has.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddWebhookReceiver<TEvent>(this IServiceCollection services, Action<WebhookOptions>? configure = null)
        where TEvent : WebhookObject, IWebhookEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(services);
        string provider = TEvent.Provider.Name;
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<WebhookMetrics>();
        services.TryAddSingleton<WebhookShutdown>();
        services.TryAddSingleton<WebhookEndpointList>();
        services.TryAddSingleton<IWebhookLedger, InMemoryWebhookLedger>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WebhookStartup>());
        services.TryAddScoped<WebhookContextHolder>();
        services.TryAddScoped(static scope => scope.GetRequiredService<WebhookContextHolder>().Context);
        if (!HasReceiver<TEvent>(services))
        {
            services.AddSingleton<WebhookReceiverMarker<TEvent>>();
            services.AddSingleton<IConfigureOptions<WebhookOptions>>(root =>
                root.GetService<IConfiguration>() is { } configuration ? new WebhookOptionsReader(configuration, provider) : new ConfigureNamedOptions<WebhookOptions>(provider, null));
            services.AddSingleton<IOptionsChangeTokenSource<WebhookOptions>>(root => new SectionChanges(root.GetService<IConfiguration>(), provider));
        }

        OptionsBuilder<WebhookOptions> options = services.AddOptions<WebhookOptions>(provider);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        return services;
    }

    private static bool HasReceiver<TEvent>(IServiceCollection services)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (service.ServiceType == typeof(WebhookReceiverMarker<TEvent>))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says that a provider's options have changed when its configuration has.</summary>
    private sealed class SectionChanges(IConfiguration? configuration, string provider) : IOptionsChangeTokenSource<WebhookOptions>
    {
        public string? Name => provider;

        public IChangeToken GetChangeToken() =>
            configuration is null ? new CancellationChangeToken(default) : WebhookOptionsReader.Section(configuration, provider).GetReloadToken();
    }
}

/// <summary>Says that a provider's receiver is added.</summary>
internal sealed class WebhookReceiverMarker<TEvent>;
