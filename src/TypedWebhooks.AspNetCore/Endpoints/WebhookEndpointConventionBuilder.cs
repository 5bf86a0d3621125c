using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace TypedWebhooks.AspNetCore;

/// <summary>What further conventions of an endpoint are added to: those of webhooks, and all that ASP.NET Core has, such as <c>RequireRateLimiting</c> and <c>RequireHost</c>.</summary>
public sealed class WebhookEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _route;
    private readonly WebhookEndpoint _endpoint;

    internal WebhookEndpointConventionBuilder(IEndpointConventionBuilder route, WebhookEndpoint endpoint)
    {
        _route = route;
        _endpoint = endpoint;
    }

    /// <summary>
    /// Lets the endpoint take deliveries that nobody has signed, where its provider signs none: from anybody who knows the address. Where there are
    /// secrets, deliveries are verified all the same. It is said in the log at start.
    /// </summary>
    /// <returns>The same.</returns>
    public WebhookEndpointConventionBuilder AllowUnsigned()
    {
        _endpoint.AllowsUnsigned = true;
        return this;
    }

    /// <summary>Hands verified deliveries to a sink in place of handling them: a queue or a table, from which something else takes them.</summary>
    /// <typeparam name="TSink">The sink, as it is registered among the services.</typeparam>
    /// <returns>The same.</returns>
    public WebhookEndpointConventionBuilder ToSink<TSink>()
        where TSink : class, IWebhookSink
    {
        _endpoint.Sink = static services => services.GetRequiredService<TSink>();
        _endpoint.SinkType = typeof(TSink);
        return this;
    }

    /// <summary>Hands verified deliveries to a sink in place of handling them.</summary>
    /// <param name="sink">The sink.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sink"/> is <see langword="null"/>.</exception>
    public WebhookEndpointConventionBuilder ToSink(IWebhookSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        _endpoint.Sink = _ => sink;
        return this;
    }

    /// <summary>Answers with 410: the endpoint is retired, and the provider is to forget it.</summary>
    /// <returns>The same.</returns>
    public WebhookEndpointConventionBuilder Gone()
    {
        _endpoint.IsGone = true;
        return this;
    }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _route.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _route.Finally(finallyConvention);
}
