using Receiver;
using Receiver.Telia;
using TypedWebhooks.AspNetCore;

// Deliveries are verified here, and handled from a queue: the provider has its 200 as soon as the broker has the bytes, and a handler may take as
// long as it wants. Receiver and consumer are one process here; nothing keeps them from being two.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Broker>();

// The receiver: Webhooks:Telia:Headers has what was chosen at the subscription.
builder.Services.AddScoped<RabbitMqSink>();

// The consumer, with the handlers.
builder.Services.AddTeliaWebhooks<TeliaHandler>();
builder.Services.AddHostedService<RabbitMqConsumer>();

WebApplication app = builder.Build();
app.MapTeliaWebhooks("/hooks/telia").ToSink<RabbitMqSink>();
app.Run();
