using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace TypedWebhooks.Samples.Tests.Queues;

// <snippet>
public sealed class ServiceBusSink(ServiceBusSender sender) : IWebhookSink
{
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // MessageId has 128 characters at most. Not a ServiceBusMessageBatch that is sent later: the 200 would be earlier.
        string id = delivery.Key.Id.Length <= 128 ? delivery.Key.Id : delivery.Key.Id[..128];
        ServiceBusMessage message = new(JsonSerializer.SerializeToUtf8Bytes(delivery)) { MessageId = id, Subject = delivery.Provider };
        await sender.SendMessageAsync(message, cancellationToken);
    }
}
// </snippet>
