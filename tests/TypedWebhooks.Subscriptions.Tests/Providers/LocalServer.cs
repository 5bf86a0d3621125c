using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.Subscriptions.Tests;

/// <summary>A server on a port of this machine that answers each request by a function, and keeps what it was asked.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Asked> _asked = new();

    private LocalServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<Asked> All => [.. _asked];

    public Asked Last => All[^1];

    public static async Task<LocalServer> StartAsync(Func<Asked, HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        LocalServer server = new(app);
        app.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body, Encoding.UTF8);
            string body = await reader.ReadToEndAsync();
            Dictionary<string, string> headers = context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            string target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            Asked asked = new(context.Request.Method, target, body, headers);
            server._asked.Enqueue(asked);
            await answer(asked, context);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>A server that gives one answer to whatever it is asked.</summary>
    public static Task<LocalServer> SayingAsync(int status, string body, string? contentType = "application/json") => StartAsync((_, context) => SayAsync(context, status, body, contentType));

    public static async Task SayAsync(HttpContext context, int status, string body = "", string? contentType = "application/json")
    {
        context.Response.StatusCode = status;
        if (body.Length > 0)
        {
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource soon = new(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>A request as it came.</summary>
internal sealed record Asked(string Method, string Target, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Line => $"{Method} {Target}";
}
