using System;
using System.Threading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TypedWebhooks.AspNetCore;

/// <summary>
/// Says that the host stops. New deliveries are turned away at once; handlers that are at work have most of the host's time to stop, and the rest of it
/// after their token is cancelled, so that what they did not get done is released.
/// </summary>
internal sealed class WebhookShutdown : IDisposable
{
    private readonly CancellationTokenSource _handlers = new();
    private readonly CancellationTokenRegistration _stopping;

    public WebhookShutdown(IHostApplicationLifetime lifetime, IOptions<HostOptions> options)
    {
        Stopping = lifetime.ApplicationStopping;
        TimeSpan time = options.Value.ShutdownTimeout;
        _stopping = Stopping.Register(() =>
        {
            if (time > TimeSpan.Zero && time.TotalMilliseconds < int.MaxValue)
            {
                _handlers.CancelAfter(time * 0.8);
            }
        });
    }

    /// <summary>That the host begins to stop.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>That handlers have to come to an end.</summary>
    public CancellationToken Handlers => _handlers.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _handlers.Dispose();
    }
}
