using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>Handles the webhook events of one type.</summary>
/// <typeparam name="TEvent">The event record that this handler takes.</typeparam>
/// <remarks>
/// The handler interface that is generated for a provider consists of this interface for every event of that
/// provider, so that a class which forgets one does not compile.
/// </remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It handles webhook events; it is no delegate of .NET events, which the rule is about.")]
public interface IWebhookEventHandler<in TEvent>
{
    /// <summary>Handles one event.</summary>
    /// <param name="e">The event, never <see langword="null"/>.</param>
    /// <param name="cancellationToken">Tells that nobody waits for the result any longer.</param>
    /// <returns>A task that completes when the event is handled.</returns>
    ValueTask HandleAsync(TEvent e, CancellationToken cancellationToken);
}
