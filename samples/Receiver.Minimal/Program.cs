using Receiver.DropboxSign;
using Receiver.Telia;
using TypedWebhooks;

// What is secret stands in the configuration: Webhooks:Telia:Headers:client-id and client-secret, which one chooses when one subscribes, and
// Webhooks:DropboxSign:Secrets. Without them the host does not start.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddTeliaWebhooks<TeliaHandler>();
builder.Services.AddDropboxSignReceiver(options => options.Scheme = WebhookScheme.DropboxSign);

WebApplication app = builder.Build();
app.MapTeliaWebhooks("/hooks/telia");

// A function in place of a class. The switch is complete; an event that is missing here is a warning when this is compiled.
app.MapDropboxSignWebhooks("/hooks/sign", (e, context, _) =>
{
    Console.WriteLine(e switch
    {
        SignatureRequestSentEvent sent => $"sent at {sent.Event.EventTime}",
        AccountConfirmedEvent confirmed => $"confirmed at {confirmed.Event.EventTime}",
        UnrecognizedDropboxSignEvent other => $"parked {other.EventType}",
    });
    return Task.CompletedTask;
});
app.Run();

internal sealed class TeliaHandler(WebhookContext context) : ITeliaEventHandler
{
    public ValueTask HandleAsync(SignatureRequestCompletedEvent e, CancellationToken cancellationToken) =>
        Say($"completed {e.EventData.SignatureRequestId}");

    public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) =>
        Say($"signed {e.EventData.SignatureRequestId}");

    public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) =>
        Say($"parked {e.EventType}");

    private ValueTask Say(string what)
    {
        Console.WriteLine($"{what}, received at {context.ReceivedAt:O}");
        return default;
    }
}
