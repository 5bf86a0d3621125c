using TypedWebhooks.Demo;
using TypedWebhooks.Demo.Prix;
using TypedWebhooks.Demo.QuicklySign;
using TypedWebhooks.Demo.Telia;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0"); // whichever port is free
builder.Logging.SetMinimumLevel(LogLevel.Warning);
WebApplication app = builder.Build();

// Stands for whatever a receiver does with an event: a queue, a database, a mail.
Inbox inbox = new();

// A body that is no JSON object is null, and nothing else is: there is nothing in it to keep, so it is refused.
RouteGroupBuilder hooks = app.MapGroup("/hooks");

hooks.MapPost("/telia", async Task<IResult> (HttpRequest request, CancellationToken ct) =>
    await TeliaEvent.TryParseAsync(request, ct) switch
    {
        SignatureRequestCompletedEvent e => inbox.Keep(e, e.EventType, $"request {e.EventData.SignatureRequestId}, {e.Timestamp:u}"),
        SignatorySignedEvent e => inbox.Keep(e, e.EventType, $"signatory {e.EventData.SignatoryId}, {e.Timestamp:u}"),
        UnrecognizedTeliaEvent e => inbox.Park(e, e.EventType, e.Reason, e.JsonPath),
        null => Results.BadRequest(),
    });

hooks.MapPost("/prix", async Task<IResult> (HttpRequest request, CancellationToken ct) =>
    await PrixEvent.TryParseAsync(request, ct) switch
    {
        ContractCreatedEvent e => inbox.Keep(e, e.EventType, $"{e.Contract.Title}: {e.Contract.Status}"),
        SignatureCreatedEvent e => inbox.Keep(e, e.EventType, $"{e.Signature.Title}: {e.Signature.Status}"),
        SignatureParticipatedEvent e => inbox.Keep(e, e.EventType, $"{e.Signature.Title}: {e.Signature.Status}"),
        SignatureConcludedEvent e => inbox.Keep(e, e.EventType, $"{e.Contract.Title}: {e.Contract.Status}"),
        SignatureExpiredEvent e => inbox.Keep(e, e.EventType, $"{e.Signature.Title}: {e.Signature.Status}"),
        UnrecognizedPrixEvent e => inbox.Park(e, e.EventType, e.Reason, e.JsonPath),
        null => Results.BadRequest(),
    });

hooks.MapPost("/quicklysign", async Task<IResult> (HttpRequest request, CancellationToken ct) =>
    await QuicklySignEvent.TryParseAsync(request, ct) switch
    {
        EntityUpdatedEvent e => inbox.Keep(e, e.EventType, $"{e.EntityType} {e.EntityKey}"),
        DocumentStatusChangedEvent e => inbox.Keep(e, e.EventType, $"{e.EntityType} {e.EntityKey}"),
        FinalDocumentGeneratedEvent e => inbox.Keep(e, e.EventType, $"{e.EntityType} {e.EntityKey}"),
        DocumentUpdatedEvent e => inbox.Keep(e, e.EventType, $"{e.EntityType} {e.EntityKey}"),
        SignatoryUpdatedEvent e => inbox.Keep(e, e.EventType, $"{e.EntityType} {e.EntityKey}"),
        AuditTrailUpdatedEvent e => inbox.Keep(e, e.EventType, $"{e.EntityType} {e.EntityKey}"),
        UnrecognizedQuicklySignEvent e => inbox.Park(e, e.EventType, e.Reason, e.JsonPath),
        null => Results.BadRequest(),
    });

await app.StartAsync();
Uri address = new(app.Urls.Single());
int exitCode = await Deliveries.PostAllAsync(address, inbox);

if (args.Contains("--listen"))
{
    await Deliveries.ListenAsync(address, inbox, app.Lifetime.ApplicationStopping);
}

await app.StopAsync();
return exitCode;
