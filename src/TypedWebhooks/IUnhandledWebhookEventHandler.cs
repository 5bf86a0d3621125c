using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>
/// Takes the events for which an application has registered no handler. Without one of these the dispatcher throws at such
/// an event: it is never passed over in silence.
/// </summary>
/// <typeparam name="TEvent">The root of the provider's events.</typeparam>
/// <remarks>
/// It is the net below the handlers and none of them: the analyzers still report every event that would only fall into it.
/// To take all events on purpose, register an <see cref="IWebhookEventHandler{TEvent}"/> of the root.
/// </remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It handles webhook events; it is no delegate of .NET events, which the rule is about.")]
public interface IUnhandledWebhookEventHandler<in TEvent>
{
    /// <summary>Takes one event that nothing has handled.</summary>
    /// <param name="e">The event, never <see langword="null"/>.</param>
    /// <param name="cancellationToken">Tells that nobody waits for the result any longer.</param>
    /// <returns>A task that completes when the event is dealt with.</returns>
    ValueTask HandleUnhandledAsync(TEvent e, CancellationToken cancellationToken);
}
