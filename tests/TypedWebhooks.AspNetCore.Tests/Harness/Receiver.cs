using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests;

/// <summary>
/// An application that receives, in this process or on a port of this machine. When it ends, all that it has logged is searched for the secrets
/// that it had and for the bodies that were sent to it (acceptance case 69, for every test).
/// </summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentBag<string> _private = [];

    private Receiver(WebApplication app, HttpClient client, LogRecorder logs, FakeTimeProvider? time, IEnumerable<string> secrets)
    {
        _app = app;
        Client = client;
        Logs = logs;
        Time = time;
        foreach (string secret in secrets)
        {
            _private.Add(secret);
        }
    }

    public HttpClient Client { get; }

    public LogRecorder Logs { get; }

    /// <summary>The clock, where the test sets it.</summary>
    public FakeTimeProvider? Time { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => Client.BaseAddress!;

    public static async Task<Receiver> StartAsync(
        Action<WebApplicationBuilder> add,
        Action<WebApplication> map,
        IReadOnlyDictionary<string, string?>? configuration = null,
        FakeTimeProvider? time = null,
        bool onKestrel = false,
        string environment = "Production")
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        LogRecorder logs = new();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(configuration ?? new Dictionary<string, string?>());
        if (time is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(time);
        }

        if (onKestrel)
        {
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        add(builder);
        WebApplication app = builder.Build();
        map(app);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        HttpClient client = onKestrel
            ? new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) }
            : app.GetTestClient();
        IEnumerable<string> secrets = (configuration ?? new Dictionary<string, string?>())
            .Where(static pair => pair.Key.Contains("Secrets", StringComparison.Ordinal) || pair.Key.Contains("Headers:", StringComparison.Ordinal))
            .Select(static pair => pair.Value)
            .OfType<string>();
        return new(app, client, logs, time, secrets);
    }

    /// <summary>Names something that no log may have.</summary>
    public void KeepPrivate(string text) => _private.Add(text);

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), "application/json", headers);

    public async Task<Answer> PostAsync(string path, ReadOnlyMemory<byte> body, string? contentType, params (string Name, string Value)[] headers)
    {
        if (body.Length > 12)
        {
            _private.Add(Encoding.UTF8.GetString(body.Span));
        }

        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(body) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach ((string name, string value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await Answer.ReadAsync(Client, request);
    }

    /// <summary>Posts a body that is signed as its provider would.</summary>
    public Task<Answer> PostSignedAsync(string path, WebhookScheme scheme, string secret, string body, params (string Name, string Value)[] headers) =>
        PostSignedAsync(path, scheme, secret, Encoding.UTF8.GetBytes(body), "application/json", headers);

    public Task<Answer> PostSignedAsync(string path, WebhookScheme scheme, string secret, ReadOnlyMemory<byte> body, string? contentType, params (string Name, string Value)[] headers)
    {
        SignedWebhook signed = scheme.Sign(body, scheme.ReadSecrets([secret]), Time?.GetUtcNow() ?? DateTimeOffset.UtcNow);
        return PostAsync(path, signed.Body, contentType, [.. signed.Headers.Select(static header => (header.Key, header.Value)), .. headers]);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        Client.Dispose();
        await _app.DisposeAsync();
        foreach (LogLine line in Logs.Lines)
        {
            foreach (string text in _private)
            {
                Assert.DoesNotContain(text, line.All, StringComparison.Ordinal);
            }
        }
    }

    public Task StopAsync() => _app.StopAsync();
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string Body, string? ContentType, string? RetryAfter, bool HasCookie, HttpResponseMessage Response)
{
    public static async Task<Answer> ReadAsync(HttpClient client, HttpRequestMessage request)
    {
        HttpResponseMessage response = await client.SendAsync(request);
        return new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.RetryAfter?.ToString(),
            response.Headers.Contains("Set-Cookie"),
            response);
    }
}
