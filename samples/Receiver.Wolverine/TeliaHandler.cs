using Receiver.Telia;
using TypedWebhooks;

namespace Receiver;

/// <summary>Handles the events. A process may die between its work and Wolverine's note of it, and the event is handled again, under the same <see cref="WebhookContext.Id"/>.</summary>
internal sealed class TeliaHandler(WebhookContext context, ILogger<TeliaHandler> logger) : ITeliaEventHandler
{
    public ValueTask HandleAsync(SignatureRequestCompletedEvent e, CancellationToken cancellationToken) => Say("completed", e.EventData.SignatureRequestId);

    public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => Say("signed", e.EventData.SignatureRequestId);

    public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => Say("parked", e.EventType);

    private ValueTask Say(string what, object which)
    {
        logger.LogInformation("{What} {Which}, attempt {Attempt} of {Id}", what, which, context.Attempt, context.Id);
        return default;
    }
}
