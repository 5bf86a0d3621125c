using RabbitMQ.Client;
using TypedWebhooks;

namespace Receiver;

/// <summary>Puts deliveries into the queue.</summary>
internal sealed class RabbitMqSink(Broker broker) : IWebhookSink
{
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // A channel for each delivery: an error closes a channel, and would take the other deliveries with it.
        IConnection connection = await broker.ConnectAsync(cancellationToken);
        CreateChannelOptions confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using IChannel channel = await connection.CreateChannelAsync(confirmed, cancellationToken);

        // It comes back when the broker has confirmed, and throws when the broker refuses, has no such queue (mandatory) or is gone. What throws here
        // is answered with 503, and the provider sends it again.
        await channel.BasicPublishAsync("", Broker.Queue, mandatory: true, DeliveryMessage.Write(delivery), delivery.Body, cancellationToken);
    }
}
