using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.Peers.Tests;

/// <summary>A server with one endpoint, and what its handler has been asked to do.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _handled;

    private Receiver(WebApplication app) => _app = app;

    public EndPoint Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    /// <summary>How many events the handler has got to the end of.</summary>
    public int Handled => _handled;

    public bool Throws { get; set; }

    public bool IsSlow { get; set; }

    public bool WasCancelled { get; private set; }

    /// <summary>That the handler has begun.</summary>
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<Receiver> StartAsync(Action<WebApplicationBuilder, Func<Receiver>> add, Action<WebApplication, Receiver> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        Receiver? receiver = null;
        add(builder, () => receiver!);
        WebApplication app = builder.Build();
        receiver = new(app);
        map(app, receiver);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        Uri uri = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        receiver.Address = new IPEndPoint(IPAddress.Loopback, uri.Port);
        return receiver;
    }

    /// <summary>What the handler of each library does.</summary>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        Started.TrySetResult();
        try
        {
            if (Throws)
            {
                throw new InvalidOperationException("The handler throws.");
            }

            if (IsSlow)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            }

            Interlocked.Increment(ref _handled);
        }
        catch (OperationCanceledException)
        {
            WasCancelled = true;
            throw;
        }
        finally
        {
            Ended.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
