using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.Tests.Providers;

/// <summary>An application on a free local port, with what it has logged.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    /// <summary>How long a body may be.</summary>
    public const int BodyLimit = 100_000;

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private Receiver(WebApplication app, ConcurrentQueue<LogLine> log)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Log = log;
    }

    public ConcurrentQueue<LogLine> Log { get; }

    /// <summary>Starts an application.</summary>
    /// <param name="map">Adds its endpoints.</param>
    /// <param name="pipeline">The one middleware before them, or the environment.</param>
    /// <param name="configure">Adds services.</param>
    public static async Task<Receiver> StartAsync(Action<WebApplication> map, string pipeline = "plain", Action<IServiceCollection>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = pipeline == "Development" ? "Development" : "Production" });
        ConcurrentQueue<LogLine> log = [];
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new LogTo(log));
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = BodyLimit);
        if (pipeline is "UseExceptionHandler" or "AddProblemDetails")
        {
            builder.Services.AddProblemDetails();
        }

        configure?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        _ = pipeline switch
        {
            "UseExceptionHandler" => app.UseExceptionHandler(),
            "UseDeveloperExceptionPage" => app.UseDeveloperExceptionPage(),
            "UseStatusCodePages" => app.UseStatusCodePages(),
            "AddProblemDetails" => app.UseExceptionHandler().UseStatusCodePages(),
            _ => app,
        };
        map(app);
        await app.StartAsync();
        return new Receiver(app, log);
    }

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string json, string path = "/", string contentType = "application/json")
    {
        using StringContent content = new(json, Encoding.UTF8, contentType);
        using HttpResponseMessage response = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<string> GetAsync(string path) => await _client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public sealed record LogLine(string Category, LogLevel Level, string Text, Exception? Exception);

    private sealed class LogTo(ConcurrentQueue<LogLine> log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, log);

        public void Dispose()
        {
        }

        private sealed class Logger(string category, ConcurrentQueue<LogLine> log) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.Enqueue(new LogLine(category, logLevel, formatter(state, exception), exception));
        }
    }
}
