using System;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TypedWebhooks.Subscriptions;

/// <summary>Adds the clients of subscription APIs.</summary>
public static class SubscriptionServiceCollectionExtensions
{
    /// <summary>Adds <see cref="TeliaSubscriptionClient"/>. A host does not start while its options lack something.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What builds the <see cref="HttpClient"/>. It has no logger and follows no redirect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddTeliaSubscriptions(this IServiceCollection services, Action<TeliaSubscriptionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, configure, new SubscriptionOptionsCheck<TeliaSubscriptionOptions>(static options => options.Failure()));
        return AddClient(services, "TypedWebhooks.Telia").AddTypedClient(static (client, provider) =>
            new TeliaSubscriptionClient(client, provider.GetRequiredService<IOptionsMonitor<TeliaSubscriptionOptions>>().CurrentValue));
    }

    /// <summary>Adds <see cref="QuicklySignSubscriptionClient"/>. A host does not start while its options lack something.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What builds the <see cref="HttpClient"/>. It has no logger, which would write the secret, and follows no redirect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IHttpClientBuilder AddQuicklySignSubscriptions(this IServiceCollection services, Action<QuicklySignSubscriptionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, configure, new SubscriptionOptionsCheck<QuicklySignSubscriptionOptions>(static options => options.Failure()));
        return AddClient(services, "TypedWebhooks.QuicklySign").AddTypedClient(static (client, provider) =>
            new QuicklySignSubscriptionClient(client, provider.GetRequiredService<IOptionsMonitor<QuicklySignSubscriptionOptions>>().CurrentValue));
    }

    private static void AddOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(IServiceCollection services, Action<T>? configure, SubscriptionOptionsCheck<T> check)
        where T : class
    {
        OptionsBuilder<T> options = services.AddOptions<T>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<T>>(check));
        if (configure is not null)
        {
            options.Configure(configure);
        }
    }

    /// <summary>
    /// The factory's own loggers write the address of each request, and with it the secret of QuicklySign. A redirect would take the secret,
    /// or Telia's key, to wherever the answer says.
    /// </summary>
    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) => services
        .AddHttpClient(name)
        .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        .RemoveAllLoggers();
}
