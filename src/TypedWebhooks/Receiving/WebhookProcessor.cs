using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>Reads the stored deliveries of a provider and hands their events to the handlers that are registered.</summary>
/// <typeparam name="TEvent">The root of the provider's events.</typeparam>
public sealed class WebhookProcessor<TEvent> : IWebhookProcessor
    where TEvent : WebhookObject, IWebhookEvent<TEvent>
{
    /// <inheritdoc/>
    public WebhookProvider Provider => TEvent.Provider;

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a handler throws must not keep the next event from its own.")]
    public async ValueTask ProcessAsync(WebhookContext context, IServiceProvider services, ISet<int> handled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(handled);
        context.Services = services;
        if (services.GetService(typeof(WebhookContextHolder)) is WebhookContextHolder holder)
        {
            holder.Context = context;
        }

        ReadOnlyMemory<byte> json = WebhookPayload.TryFind(Provider, context.Headers, context.Body)
            ?? throw new JsonException($"The form has no field '{Provider.BodyField}', which would be the event.");
        WebhookEvents<TEvent> events = TEvent.ParseDelivery(context.Headers, json.Span);
        if (!events.IsBatch)
        {
            if (!handled.Contains(0))
            {
                await HandleAsync(events[0], services, cancellationToken).ConfigureAwait(false);
                handled.Add(0);
            }

            return;
        }

        List<WebhookBatchFailure> failures = [];
        for (int i = 0; i < events.Count; i++)
        {
            if (handled.Contains(i))
            {
                continue;
            }

            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                context.MoveTo(i, attempt: context.Attempt);
                await HandleAsync(events[i], services, cancellationToken).ConfigureAwait(false);
                handled.Add(i);
            }
            catch (OperationCanceledException) when (failures.Count == 0 && cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                failures.Add(new(i, events[i], e));
            }
        }

        if (failures.Count > 0)
        {
            throw new WebhookBatchException(failures, events.Count);
        }
    }

    /// <summary>A handshake is no event, and no handler is asked for it.</summary>
    private static ValueTask HandleAsync(TEvent e, IServiceProvider services, CancellationToken cancellationToken) =>
        e.UnrecognizedReason == UnrecognizedReason.Handshake ? default : e.DispatchAsync(services, cancellationToken);
}
