using System.Globalization;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using TypedWebhooks;

namespace Receiver;

/// <summary>
/// A delivery as a message: the body as it came, the rest as headers. What is known of it stands in the attributes of a CloudEvent in binary mode, so
/// that consumers that know nothing of this sample can route it.
/// </summary>
internal static class DeliveryMessage
{
    public static BasicProperties Write(WebhookDelivery delivery) => new()
    {
        Persistent = true,
        MessageId = delivery.Key.Id,
        Headers = new Dictionary<string, object?>
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = delivery.Key.Id,
            ["ce-source"] = delivery.Key.Provider,
            ["ce-type"] = "webhook.delivery",
            ["ce-time"] = delivery.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
            ["ce-traceparent"] = delivery.TraceParent,
            ["webhook-provider"] = delivery.Provider,
            ["webhook-account"] = delivery.Account,
            ["webhook-coverage"] = (int)delivery.Coverage,

            // A header may be there twice, and a table of AMQP has a name once. No value of a header has a line feed.
            ["webhook-headers"] = string.Join('\n', delivery.Headers.Select(static header => header.Key + ":" + header.Value)),
        },
    };

    public static WebhookDelivery Read(BasicDeliverEventArgs message) => new()
    {
        Key = new(Text(message, "ce-source")!, Text(message, "ce-id")!),
        Provider = Text(message, "webhook-provider")!,
        Account = Text(message, "webhook-account"),
        Body = message.Body,
        Headers = [.. Text(message, "webhook-headers")!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(':', 2)).Select(static parts => KeyValuePair.Create(parts[0], parts[1]))],
        Coverage = (WebhookCoverage)(int)message.BasicProperties.Headers!["webhook-coverage"]!,
        ReceivedAt = DateTimeOffset.Parse(Text(message, "ce-time")!, CultureInfo.InvariantCulture),
        TraceParent = Text(message, "ce-traceparent"),
    };

    private static string? Text(BasicDeliverEventArgs message, string header) =>
        message.BasicProperties.Headers?[header] is byte[] text ? Encoding.UTF8.GetString(text) : null;
}
