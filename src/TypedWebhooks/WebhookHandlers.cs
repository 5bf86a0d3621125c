using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>Finds the handlers of an event among an application's services.</summary>
public static class WebhookHandlers
{
    /// <summary>Hands an event to every handler that is registered for it, the root, or all events, one after the other in this order.</summary>
    /// <typeparam name="TEvent">The event's record.</typeparam>
    /// <typeparam name="TRoot">The root of the provider's events.</typeparam>
    /// <typeparam name="THandler">The interface of a handler of all events, which is generated for the provider.</typeparam>
    /// <param name="services">The services of the scope.</param>
    /// <param name="e">The event.</param>
    /// <param name="dispatcher">Who asks, and is passed over should it be among the handlers itself.</param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>A task that completes when all of them have. What one throws ends it, and the handlers behind it are not asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="e"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">Nothing is registered that takes the event.</exception>
    public static async ValueTask DispatchAsync<TEvent, TRoot, THandler>(IServiceProvider services, TEvent e, THandler dispatcher, CancellationToken cancellationToken)
        where TEvent : class, TRoot
        where TRoot : class
        where THandler : class, IWebhookEventHandler<TEvent>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(e);
        bool isHandled = await HandleAsync<TEvent>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TRoot>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TEvent, THandler>(services, e, dispatcher, cancellationToken).ConfigureAwait(false);
        if (!isHandled)
        {
            await HandleUnhandledAsync<TEvent, TRoot>(services, e, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Hands an event of a group to every handler that is registered for it, its group, the root, or all events, one after the other in this order.</summary>
    /// <typeparam name="TEvent">The event's record.</typeparam>
    /// <typeparam name="TGroup">The group that it is in.</typeparam>
    /// <typeparam name="TRoot">The root of the provider's events.</typeparam>
    /// <typeparam name="THandler">The interface of a handler of all events, which is generated for the provider.</typeparam>
    /// <param name="services">The services of the scope.</param>
    /// <param name="e">The event.</param>
    /// <param name="dispatcher">Who asks, and is passed over should it be among the handlers itself.</param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>A task that completes when all of them have. What one throws ends it, and the handlers behind it are not asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="e"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">Nothing is registered that takes the event.</exception>
    public static async ValueTask DispatchAsync<TEvent, TGroup, TRoot, THandler>(IServiceProvider services, TEvent e, THandler dispatcher, CancellationToken cancellationToken)
        where TEvent : class, TGroup
        where TGroup : class, TRoot
        where TRoot : class
        where THandler : class, IWebhookEventHandler<TEvent>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(e);
        bool isHandled = await HandleAsync<TEvent>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TGroup>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TRoot>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TEvent, THandler>(services, e, dispatcher, cancellationToken).ConfigureAwait(false);
        if (!isHandled)
        {
            await HandleUnhandledAsync<TEvent, TRoot>(services, e, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Hands an event of a group within another one to every handler that is registered for it, its groups, the root, or all events, one after the other in this order.</summary>
    /// <typeparam name="TEvent">The event's record.</typeparam>
    /// <typeparam name="TGroup">The group that it is in, the nearest one.</typeparam>
    /// <typeparam name="TOuterGroup">The group that this one is in.</typeparam>
    /// <typeparam name="TRoot">The root of the provider's events.</typeparam>
    /// <typeparam name="THandler">The interface of a handler of all events, which is generated for the provider.</typeparam>
    /// <param name="services">The services of the scope.</param>
    /// <param name="e">The event.</param>
    /// <param name="dispatcher">Who asks, and is passed over should it be among the handlers itself.</param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>A task that completes when all of them have. What one throws ends it, and the handlers behind it are not asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="e"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">Nothing is registered that takes the event.</exception>
    public static async ValueTask DispatchAsync<TEvent, TGroup, TOuterGroup, TRoot, THandler>(IServiceProvider services, TEvent e, THandler dispatcher, CancellationToken cancellationToken)
        where TEvent : class, TGroup
        where TGroup : class, TOuterGroup
        where TOuterGroup : class, TRoot
        where TRoot : class
        where THandler : class, IWebhookEventHandler<TEvent>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(e);
        bool isHandled = await HandleAsync<TEvent>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TGroup>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TOuterGroup>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TRoot>(services, e, cancellationToken).ConfigureAwait(false);
        isHandled |= await HandleAsync<TEvent, THandler>(services, e, dispatcher, cancellationToken).ConfigureAwait(false);
        if (!isHandled)
        {
            await HandleUnhandledAsync<TEvent, TRoot>(services, e, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Hands an event to every handler that is registered for exactly this type, in the order of registration.</summary>
    /// <typeparam name="TEvent">The type: the event's record, a group that it is in, or the root of all events.</typeparam>
    /// <param name="services">The services of the scope.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>Whether there was any handler, once all of them are through. What one throws ends it, and the handlers behind it are not asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static ValueTask<bool> HandleAsync<TEvent>(IServiceProvider services, TEvent e, CancellationToken cancellationToken) =>
        HandleAsync<TEvent, IWebhookEventHandler<TEvent>>(services, e, dispatcher: null, cancellationToken);

    /// <summary>Hands an event to every handler that is registered as exactly this service, in the order of registration.</summary>
    /// <typeparam name="TEvent">The event's record.</typeparam>
    /// <typeparam name="THandler">The service: the interface that is generated for a provider.</typeparam>
    /// <param name="services">The services of the scope.</param>
    /// <param name="e">The event.</param>
    /// <param name="dispatcher">Who asks, and is passed over should it be among the handlers itself.</param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>Whether there was any handler, once all of them are through. What one throws ends it, and the handlers behind it are not asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static ValueTask<bool> HandleAsync<TEvent, THandler>(IServiceProvider services, TEvent e, object? dispatcher, CancellationToken cancellationToken)
        where THandler : class, IWebhookEventHandler<TEvent>
    {
        ArgumentNullException.ThrowIfNull(services);

        // Most events have handlers at one of their levels only, and an application's services give an array.
        return services.GetService(typeof(IEnumerable<THandler>)) switch
        {
            THandler[] handlers => handlers.Length == 0 ? default : HandleEachAsync<TEvent, THandler>(handlers, e, dispatcher, cancellationToken),
            IEnumerable<THandler> handlers => HandleEachAsync<TEvent, THandler>(handlers, e, dispatcher, cancellationToken),
            _ => default,
        };
    }

    private static async ValueTask<bool> HandleEachAsync<TEvent, THandler>(IEnumerable<THandler> handlers, TEvent e, object? dispatcher, CancellationToken cancellationToken)
        where THandler : class, IWebhookEventHandler<TEvent>
    {
        bool isHandled = false;
        foreach (THandler handler in handlers)
        {
            // An application may register its dispatcher under the interface that the dispatcher implements.
            if (handler.GetType() == dispatcher?.GetType())
            {
                continue;
            }

            await handler.HandleAsync(e, cancellationToken).ConfigureAwait(false);
            isHandled = true;
        }

        return isHandled;
    }

    /// <summary>Hands an event that no handler has taken to every <see cref="IUnhandledWebhookEventHandler{TEvent}"/> of its provider.</summary>
    /// <typeparam name="TEvent">The event's record.</typeparam>
    /// <typeparam name="TRoot">The root of the provider's events.</typeparam>
    /// <param name="services">The services of the scope.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Is handed on.</param>
    /// <returns>A task that completes when all of them have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="e"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">None is registered: the event would be lost.</exception>
    public static async ValueTask HandleUnhandledAsync<TEvent, TRoot>(IServiceProvider services, TEvent e, CancellationToken cancellationToken)
        where TEvent : class, TRoot
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(e);
        bool isTaken = false;
        if (services.GetService(typeof(IEnumerable<IUnhandledWebhookEventHandler<TRoot>>)) is IEnumerable<IUnhandledWebhookEventHandler<TRoot>> hooks)
        {
            foreach (IUnhandledWebhookEventHandler<TRoot> hook in hooks)
            {
                await hook.HandleUnhandledAsync(e, cancellationToken).ConfigureAwait(false);
                isTaken = true;
            }
        }

        if (!isTaken)
        {
            string name = typeof(TEvent).Name;
            string root = typeof(TRoot).Name;
            throw new InvalidOperationException(
                $"No handler is registered for {typeof(TEvent)}, and the event would be lost. Register an IWebhookEventHandler<{name}>, "
                + $"an IWebhookEventHandler<{root}> that takes every event, or an IUnhandledWebhookEventHandler<{root}> for those that nothing else takes; "
                + "an event that needs no handler is ignored by name, beside the registration of the dispatcher.");
        }
    }
}
