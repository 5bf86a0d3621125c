using System.Text.Json;
using Confluent.Kafka;

namespace TypedWebhooks.Samples.Tests.Queues;

// <snippet>
// The producer has Acks = Acks.All and EnableIdempotence = true.
public sealed class KafkaSink(IProducer<string, byte[]> producer) : IWebhookSink
{
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        Message<string, byte[]> message = new() { Key = delivery.Key.Id, Value = JsonSerializer.SerializeToUtf8Bytes(delivery) };
        DeliveryResult<string, byte[]> result = await producer.ProduceAsync("webhooks", message, cancellationToken);
        if (result.Status != PersistenceStatus.Persisted)
        {
            throw new InvalidOperationException($"Kafka says '{result.Status}'.");
        }
    }
}
// </snippet>
