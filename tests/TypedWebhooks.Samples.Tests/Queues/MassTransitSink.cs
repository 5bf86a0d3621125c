using MassTransit;

namespace TypedWebhooks.Samples.Tests.Queues;

// <snippet>
public sealed record StoredWebhook(WebhookDelivery Delivery);

public sealed class MassTransitSink(IBus bus) : IWebhookSink
{
    // With RabbitMQ it comes back when the broker has confirmed. With the transport in memory nothing is kept.
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        await bus.Publish(new StoredWebhook(delivery), cancellationToken);
}

public sealed class StoredWebhookConsumer(IEnumerable<IWebhookProcessor> processors, IServiceProvider scope) : IConsumer<StoredWebhook>
{
    public async Task Consume(ConsumeContext<StoredWebhook> context)
    {
        WebhookDelivery delivery = context.Message.Delivery;
        IWebhookProcessor processor = processors.Single(processor => processor.Provider.Name == delivery.Provider);
        await processor.ProcessAsync(new(delivery, attempt: context.GetRetryAttempt() + 1), scope, new HashSet<int>(), context.CancellationToken);
    }
}
// </snippet>
