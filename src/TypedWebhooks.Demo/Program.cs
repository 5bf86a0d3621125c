using TypedWebhooks.AspNetCore;
using TypedWebhooks.Demo;
using TypedWebhooks.Demo.Prix;
using TypedWebhooks.Demo.QuicklySign;
using TypedWebhooks.Demo.Telia;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0"); // whichever port is free
builder.Logging.SetMinimumLevel(LogLevel.Critical); // the table says what comes of each delivery

// Telia sends the headers that one has chosen at the subscription. Elsewhere they come from user secrets or the environment.
builder.Configuration["Webhooks:Telia:Headers:client-id"] = Deliveries.ClientId;
builder.Configuration["Webhooks:Telia:Headers:client-secret"] = Deliveries.ClientSecret;

builder.Services.AddTeliaReceiver(static options => options.HandlerTimeout = TimeSpan.FromSeconds(1));
builder.Services.AddPrixReceiver();
builder.Services.AddQuicklySignReceiver();
WebApplication app = builder.Build();

// Stands for whatever a receiver does with an event: a queue, a database, a mail.
Inbox inbox = new();

// No `_` arm: an event that a schema gains is a warning here, until somebody says what becomes of it.
app.MapTeliaWebhooks("/hooks/telia", (e, _, cancellationToken) => e switch
{
    SignatureRequestCompletedEvent completed => inbox.KeepAsync(completed, completed.EventType, $"request {completed.EventData.SignatureRequestId}, {completed.Timestamp:u}", cancellationToken),
    SignatorySignedEvent signed => inbox.KeepAsync(signed, signed.EventType, $"signatory {signed.EventData.SignatoryId}, {signed.Timestamp:u}", cancellationToken),
    UnrecognizedTeliaEvent other => inbox.ParkAsync(other, other.EventType, other.Reason, other.JsonPath),
});

// Prix and QuicklySign sign nothing, and whoever maps them has to say so.
app.MapPrixWebhooks("/hooks/prix", (e, _, cancellationToken) => e switch
{
    ContractCreatedEvent created => inbox.KeepAsync(created, created.EventType, $"{created.Contract.Title}: {created.Contract.Status}", cancellationToken),
    SignatureCreatedEvent created => inbox.KeepAsync(created, created.EventType, $"{created.Signature.Title}: {created.Signature.Status}", cancellationToken),
    SignatureParticipatedEvent participated => inbox.KeepAsync(participated, participated.EventType, $"{participated.Signature.Title}: {participated.Signature.Status}", cancellationToken),
    SignatureConcludedEvent concluded => inbox.KeepAsync(concluded, concluded.EventType, $"{concluded.Contract.Title}: {concluded.Contract.Status}", cancellationToken),
    SignatureExpiredEvent expired => inbox.KeepAsync(expired, expired.EventType, $"{expired.Signature.Title}: {expired.Signature.Status}", cancellationToken),
    UnrecognizedPrixEvent other => inbox.ParkAsync(other, other.EventType, other.Reason, other.JsonPath),
}).AllowUnsigned();

app.MapQuicklySignWebhooks("/hooks/quicklysign", (e, _, cancellationToken) => e switch
{
    EntityUpdatedEvent updated => inbox.KeepAsync(updated, updated.EventType, $"{updated.EntityType} {updated.EntityKey}", cancellationToken),
    DocumentStatusChangedEvent changed => inbox.KeepAsync(changed, changed.EventType, $"{changed.EntityType} {changed.EntityKey}", cancellationToken),
    FinalDocumentGeneratedEvent generated => inbox.KeepAsync(generated, generated.EventType, $"{generated.EntityType} {generated.EntityKey}", cancellationToken),
    DocumentUpdatedEvent updated => inbox.KeepAsync(updated, updated.EventType, $"{updated.EntityType} {updated.EntityKey}", cancellationToken),
    SignatoryUpdatedEvent updated => inbox.KeepAsync(updated, updated.EventType, $"{updated.EntityType} {updated.EntityKey}", cancellationToken),
    AuditTrailUpdatedEvent updated => inbox.KeepAsync(updated, updated.EventType, $"{updated.EntityType} {updated.EntityKey}", cancellationToken),
    UnrecognizedQuicklySignEvent other => inbox.ParkAsync(other, other.EventType, other.Reason, other.JsonPath),
}).AllowUnsigned();

await app.StartAsync();
Uri address = new(app.Urls.Single());
int exitCode = await Deliveries.PostAllAsync(address, inbox);

if (args.Contains("--listen"))
{
    await Deliveries.ListenAsync(address, inbox, app.Lifetime.ApplicationStopping);
}

await app.StopAsync();
return exitCode;
