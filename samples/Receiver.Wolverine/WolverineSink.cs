using System.Security.Cryptography;
using System.Text;
using TypedWebhooks;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;
using Wolverine.Runtime.Serialization;
using Wolverine.Transports;

namespace Receiver;

/// <summary>Stores deliveries in the inbox of Wolverine.</summary>
/// <remarks>
/// It writes the row itself. <c>IMessageBus.PublishAsync</c> to a durable local queue looks the same and is not: it gives each message an identifier
/// of its own, so that a delivery which comes again is handled again, and the queue's own store is one that, by its source, retries in memory where
/// storing fails, and in the end discards the message with a line in the log. Here a row that is not written is an exception, and so a 503.
/// </remarks>
internal sealed class WolverineSink(IMessageStore store, IWolverineRuntime runtime) : IWebhookSink
{
    public const string Queue = "webhooks";

    /// <summary>The inbox has an identifier once, so the ledger need not be asked.</summary>
    public bool KnowsDuplicates => true;

    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        IMessageSerializer serializer = runtime.Options.DefaultSerializer;
        Envelope envelope = new(delivery)
        {
            // The same for a delivery that comes again.
            Id = new(SHA256.HashData(Encoding.UTF8.GetBytes(delivery.Key.Provider + "\n" + delivery.Key.Id)).AsSpan(0, 16)),
            Destination = new("local://" + Queue),
            Status = EnvelopeStatus.Incoming,

            // Nobody's: whichever process looks next takes it, so it does not matter whether this one lives on.
            OwnerId = TransportConstants.AnyNode,
            ContentType = serializer.ContentType,
        };
        envelope.Data = serializer.Write(envelope);
        try
        {
            await store.Inbox.StoreIncomingAsync(envelope).WaitAsync(cancellationToken);
        }
        catch (DuplicateIncomingEnvelopeException)
        {
            // It is there already.
        }

        // A store that is disposed stores nothing and does not say so.
        ObjectDisposedException.ThrowIf(store.HasDisposed, store);
    }
}
