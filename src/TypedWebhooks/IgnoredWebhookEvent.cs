using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>The handler of an event that is ignored by name: it does nothing, and so the event is not missed.</summary>
/// <typeparam name="TEvent">The event's record, or a named group of events.</typeparam>
public sealed class IgnoredWebhookEvent<TEvent> : IWebhookEventHandler<TEvent>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(TEvent e, CancellationToken cancellationToken) => default;
}
