using TypedWebhooks;
using Wolverine;

namespace Receiver;

/// <summary>Takes deliveries out of the inbox and hands their events to the handlers. Wolverine wants it public.</summary>
public static class DeliveryHandler
{
    public static async Task Handle(WebhookDelivery delivery, Envelope envelope, IEnumerable<IWebhookProcessor> processors, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        IWebhookProcessor processor = processors.Single(processor => processor.Provider.Name == delivery.Provider);

        // The set would say which events of a batch earlier attempts have handled. The inbox does not keep it, so all of them are handled again.
        await processor.ProcessAsync(new(delivery, attempt: envelope.Attempts), scope.ServiceProvider, new HashSet<int>(), cancellationToken);
    }
}
