using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace TypedWebhooks.Samples.Tests.Queues;

// <snippet>
public sealed class WebhookConsumer(IEnumerable<IWebhookProcessor> processors, IServiceScopeFactory scopes)
{
    // Acknowledge the message when this has come back, and not when it throws.
    public async Task HandleAsync(ReadOnlyMemory<byte> message, int attempt, CancellationToken cancellationToken)
    {
        WebhookDelivery delivery = JsonSerializer.Deserialize<WebhookDelivery>(message.Span)!;
        IWebhookProcessor processor = processors.Single(processor => processor.Provider.Name == delivery.Provider);
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await processor.ProcessAsync(new(delivery, attempt: attempt), scope.ServiceProvider, new HashSet<int>(), cancellationToken);
    }
}
// </snippet>
