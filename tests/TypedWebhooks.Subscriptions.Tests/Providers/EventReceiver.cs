using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.Subscriptions.Tests;

/// <summary>An application of ours on a port of this machine, which keeps the events that came in.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EventReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<object> Events { get; } = new();

    public Uri Address => new(new Uri(_app.Urls.Single()), "/hooks");

    public static async Task<EventReceiver> StartAsync(Action<WebApplicationBuilder> add, Action<WebApplication, Func<object, Task>> map, params (string Key, string Value)[] configuration)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(configuration.Select(static pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        add(builder);
        WebApplication app = builder.Build();
        EventReceiver receiver = new(app);
        map(app, e =>
        {
            receiver.Events.Enqueue(e);
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
