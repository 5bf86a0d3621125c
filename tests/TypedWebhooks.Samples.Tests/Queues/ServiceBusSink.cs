using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace TypedWebhooks.Samples.Tests.Queues;

// <snippet>
public sealed class ServiceBusSink(ServiceBusSender sender) : IWebhookSink
{
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // Of the provider and the identifier, which is unique among the provider's only; hashed, since there are 128 characters at most.
        byte[] key = Encoding.UTF8.GetBytes(delivery.Key.Provider + "\n" + delivery.Key.Id);
        ServiceBusMessage message = new(JsonSerializer.SerializeToUtf8Bytes(delivery)) { MessageId = Convert.ToHexString(SHA256.HashData(key)) };
        await sender.SendMessageAsync(message, cancellationToken);
    }
}
// </snippet>
