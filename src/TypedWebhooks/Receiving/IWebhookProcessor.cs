using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>
/// Reads a stored delivery of one provider and hands its events to their handlers. The generated <c>Add…Webhooks</c> register one as a
/// singleton, so that who drains an inbox of many providers finds it by its name.
/// </summary>
public interface IWebhookProcessor
{
    /// <summary>The provider.</summary>
    WebhookProvider Provider { get; }

    /// <summary>Handles a delivery.</summary>
    /// <param name="context">The delivery, and which attempt it is.</param>
    /// <param name="services">The services of a scope that is this delivery's own.</param>
    /// <param name="handled">
    /// The positions of the events that earlier attempts have handled, which are passed over. Those that are handled now are added, also where
    /// others fail; a single event is at position 0.
    /// </param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>A task that completes when all events are handled.</returns>
    /// <exception cref="JsonException">The body is no event, and never will be.</exception>
    /// <exception cref="WebhookBatchException">Some events of a batch were not handled.</exception>
    ValueTask ProcessAsync(WebhookContext context, IServiceProvider services, ISet<int> handled, CancellationToken cancellationToken);
}
