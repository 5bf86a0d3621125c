using System.Text.Json;
using NATS.Client.JetStream;

namespace TypedWebhooks.Samples.Tests.Queues;

// <snippet>
// A stream that has the subject, with file storage. Without JetStream, NATS keeps nothing.
public sealed class NatsSink(INatsJSContext jetStream) : IWebhookSink
{
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        NatsJSPubOpts options = new() { MsgId = delivery.Key.Provider + "/" + delivery.Key.Id };
        var stored = await jetStream.PublishAsync("webhooks." + delivery.Provider, JsonSerializer.SerializeToUtf8Bytes(delivery), opts: options, cancellationToken: cancellationToken);
        stored.EnsureSuccess();
    }
}
// </snippet>
