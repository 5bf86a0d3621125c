using System.Net.Http.Json;

namespace TypedWebhooks.Samples.Tests.Queues;

// <snippet>
// The sidecar answers 204 when the broker has taken it. No package is needed.
public sealed class DaprSink(HttpClient sidecar) : IWebhookSink
{
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await sidecar.PostAsJsonAsync("http://localhost:3500/v1.0/publish/pubsub/webhooks", delivery, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
// </snippet>
