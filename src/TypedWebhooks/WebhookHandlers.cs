using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>Finds the handlers of an event among an application's services.</summary>
public static class WebhookHandlers
{
    /// <summary>Hands an event to every handler that is registered for exactly this type, in the order of registration.</summary>
    /// <typeparam name="TEvent">The type: the event's record, a group that it is in, or the root of all events.</typeparam>
    /// <param name="services">The services of the scope.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>A task that completes when all of them have. What a handler throws ends it, and the handlers behind it are not asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static async ValueTask HandleAsync<TEvent>(IServiceProvider services, TEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService(typeof(IEnumerable<IWebhookEventHandler<TEvent>>)) is IEnumerable<IWebhookEventHandler<TEvent>> handlers)
        {
            foreach (IWebhookEventHandler<TEvent> handler in handlers)
            {
                await handler.HandleAsync(e, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
