using Receiver;
using Receiver.Telia;
using TypedWebhooks.AspNetCore;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Postgresql;

// Deliveries are verified here, stored in the inbox of Wolverine, and handled from there, with its retries and dead letters.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.UseWolverine(options =>
{
    options.PersistMessagesWithPostgresql(builder.Configuration.GetConnectionString("Wolverine")!, "wolverine");
    options.LocalQueue(WolverineSink.Queue).UseDurableInbox();
    options.Discovery.DisableConventionalDiscovery().IncludeType(typeof(DeliveryHandler));

    // How long the inbox knows a delivery that has been handled. Five minutes by default, and providers come again for days.
    options.Durability.KeepAfterMessageHandling = TimeSpan.FromDays(3);

    // How often the inbox is looked at, and so how long a delivery waits.
    options.Durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(1);

    // Then it is a dead letter, for somebody to look at. Without this line it is one after the first failure.
    options.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1));

    // With one process there is no need to agree on who does what. Several of them leave this out.
    options.Durability.Mode = DurabilityMode.Solo;
});
builder.Services.AddScoped<WolverineSink>();

// Webhooks:Telia:Headers has what was chosen at the subscription. Telia's events have times, so that a delivery which comes again is known by its body.
builder.Services.AddTeliaWebhooks<TeliaHandler>();

WebApplication app = builder.Build();
app.MapTeliaWebhooks("/hooks/telia").ToSink<WolverineSink>();
app.Run();
