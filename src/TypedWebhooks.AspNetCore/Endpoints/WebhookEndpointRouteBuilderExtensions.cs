using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.Json;

namespace TypedWebhooks.AspNetCore;

/// <summary>Maps the endpoints that receive deliveries.</summary>
public static class WebhookEndpointRouteBuilderExtensions
{
    private static readonly NoStatusCodePages s_noPages = new();

    /// <summary>Maps an endpoint whose events go to the handlers that are registered.</summary>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The address. Where it has a parameter <c>{account}</c>, that picks the secrets.</param>
    /// <returns>What further conventions are added to.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The provider's receiver has not been added to the services.</exception>
    public static WebhookEndpointConventionBuilder MapWebhooks<TEvent>(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
        where TEvent : WebhookObject, IWebhookEvent<TEvent> =>
        Map<TEvent>(endpoints, pattern, handler: null);

    /// <summary>Maps an endpoint whose events go to a function.</summary>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The address. Where it has a parameter <c>{account}</c>, that picks the secrets.</param>
    /// <param name="handler">Handles an event; a <c>switch</c> over it says which events there are. What it throws makes the provider send the event again.</param>
    /// <returns>What further conventions are added to.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The provider's receiver has not been added to the services.</exception>
    public static WebhookEndpointConventionBuilder MapWebhooks<TEvent>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<TEvent, WebhookContext, CancellationToken, Task> handler)
        where TEvent : WebhookObject, IWebhookEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map(endpoints, pattern, handler);
    }

    private static WebhookEndpointConventionBuilder Map<TEvent>(IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, WebhookContext, CancellationToken, Task>? handler)
        where TEvent : WebhookObject, IWebhookEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<WebhookReceiverMarker<TEvent>>() is null)
        {
            throw new InvalidOperationException(
                $"Nothing has been added to receive deliveries of {TEvent.Provider.Name}. Call Add…Webhooks of the provider on the services or, where its events go "
                + "to a function or a sink, Add…Receiver.");
        }

        WebhookEndpoint endpoint = new(TEvent.Provider, pattern);
        WebhookReceiver<TEvent> receiver = new(services, endpoint, handler);
        endpoint.Keyring = receiver.Keyring;
        services.GetRequiredService<WebhookEndpointList>().Add(endpoint);

        // An Options request is the question of a CloudEvents sender; without it routing would answer 405.
        string[] methods = TEvent.Provider.IsCloudEvents ? [HttpMethods.Post, HttpMethods.Options] : [HttpMethods.Post];
        IEndpointConventionBuilder route = endpoints.MapMethods(pattern, methods, (RequestDelegate)receiver.ReceiveAsync)
            .WithDisplayName($"Webhooks of {TEvent.Provider.Name}: {pattern}")
            .WithMetadata(new ExcludeFromDescriptionAttribute(), s_noPages);
        return new(route, endpoint);
    }

    /// <summary>Keeps middleware from giving an answer a page: providers want to read nothing, and a sender that is refused is to read nothing.</summary>
    private sealed class NoStatusCodePages : ISkipStatusCodePagesMetadata;
}
