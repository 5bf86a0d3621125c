using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace TypedWebhooks.Subscriptions.Tests;

/// <summary>What callers are told when it does not go well, and what nobody is told.</summary>
public sealed class FailureTests
{
    private static readonly Uri Callback = new("https://your-site.com/notifications");

    [Theory]
    [InlineData(401, """{ "message": "who?" }""")]
    [InlineData(404, "")]
    [InlineData(500, "<html>oops</html>")]
    [InlineData(302, "elsewhere")]
    public async Task Refusal_CarriesStatusAndBody(int status, string body)
    {
        await using LocalServer server = await LocalServer.SayingAsync(status, body, "text/plain");
        using HttpClient http = new();
        TeliaSubscriptionClient telia = new(http, Setup.Telia(server));
        QuicklySignSubscriptionClient quickly = new(http, Setup.QuicklySign(server));
        Func<Task>[] calls =
        [
            () => telia.ListHooksAsync(), () => telia.CreateAsync(new(Callback, "x")), () => telia.ListAsync(), () => telia.GetAsync("a", "b"), () => telia.DeleteAsync("a", "b"),
            () => quickly.CreateAsync("a", Callback), () => quickly.GetAsync("a"), () => quickly.ListAsync("a"), () => quickly.DeleteAsync("a"), () => quickly.DeleteByEntityAsync("a"),
        ];
        foreach (Func<Task> call in calls)
        {
            WebhookSubscriptionException failure = await Assert.ThrowsAsync<WebhookSubscriptionException>(call);
            Assert.Equal(((HttpStatusCode?)status, body), (failure.StatusCode, failure.Body));
            Assert.Contains(status.ToString(), failure.Message);
        }
    }

    [Theory]
    [InlineData("<html>welcome</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "items": null, "data": null }""")]
    public async Task AnswerThatIsNoneOfTheDocumentations_IsAFailureAndNoEmptyList(string body)
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, body);
        using HttpClient http = new();
        TeliaSubscriptionClient telia = new(http, Setup.Telia(server));
        QuicklySignSubscriptionClient quickly = new(http, Setup.QuicklySign(server));
        Func<Task>[] calls = [() => telia.CreateAsync(new(Callback, "x")), () => telia.ListAsync(), () => telia.GetAsync("a", "b"), () => quickly.CreateAsync("a", Callback), () => quickly.ListAsync("a")];
        foreach (Func<Task> call in calls)
        {
            Assert.Equal(body, (await Assert.ThrowsAsync<WebhookSubscriptionException>(call)).Body);
        }
    }

    [Fact]
    public async Task SlowAnswer_EndsAtTheTimeAlsoInTheBody()
    {
        foreach (bool startsToAnswer in new[] { false, true })
        {
            await using LocalServer server = await LocalServer.StartAsync(async (_, context) =>
            {
                if (startsToAnswer)
                {
                    await context.Response.Body.WriteAsync("{ "u8.ToArray());
                    await context.Response.Body.FlushAsync();
                }

                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });
            using HttpClient http = new();
            TeliaSubscriptionOptions options = Setup.Telia(server);
            options.Timeout = TimeSpan.FromMilliseconds(300);
            WebhookSubscriptionException failure = await Assert.ThrowsAsync<WebhookSubscriptionException>(() => new TeliaSubscriptionClient(http, options).ListAsync());
            Assert.IsType<TimeoutException>(failure.InnerException);
            Assert.Null(failure.StatusCode);

            using CancellationTokenSource cancelled = new(TimeSpan.FromMilliseconds(100));
            OperationCanceledException ended = await Assert.ThrowsAsync<OperationCanceledException>(() => new TeliaSubscriptionClient(http, Setup.Telia(server)).ListAsync(cancelled.Token));
            Assert.Equal(cancelled.Token, ended.CancellationToken);
        }
    }

    [Fact]
    public async Task NobodyThere_IsAFailureWithItsCause()
    {
        LocalServer server = await LocalServer.SayingAsync(200, "");
        QuicklySignSubscriptionOptions options = Setup.QuicklySign(server);
        await server.DisposeAsync();
        using HttpClient http = new();
        WebhookSubscriptionException failure = await Assert.ThrowsAsync<WebhookSubscriptionException>(() => new QuicklySignSubscriptionClient(http, options).GetAsync("a"));
        Assert.IsType<HttpRequestException>(failure.InnerException);
        HasNoSecret(failure.ToString());
    }

    [Fact]
    public async Task CauseThatTellsTheAddress_IsLeftOut()
    {
        using Telltale handler = new();
        using HttpClient http = new(handler);
        QuicklySignSubscriptionOptions options = new() { BaseAddress = QuicklySignSubscriptionOptions.SandboxAddress, Credentials = new(QuicklySignServer.Id, QuicklySignServer.Secret) };
        WebhookSubscriptionException failure = await Assert.ThrowsAsync<WebhookSubscriptionException>(() => new QuicklySignSubscriptionClient(http, options).GetAsync("a"));
        Assert.Null(failure.InnerException);
        HasNoSecret(failure.ToString());
    }

    [Fact]
    public async Task EndlessBody_IsCut()
    {
        await using LocalServer server = await LocalServer.StartAsync(static async (_, context) =>
        {
            context.Response.StatusCode = 500;
            byte[] piece = new byte[65536];
            piece.AsSpan().Fill((byte)'x');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, CancellationToken.None);
            }
        });
        using HttpClient http = new();
        Assert.Equal(8192, (await Assert.ThrowsAsync<WebhookSubscriptionException>(() => new TeliaSubscriptionClient(http, Setup.Telia(server)).ListAsync())).Body!.Length);
    }

    [Fact]
    public async Task SecretAtTheEndOfWhatIsRead_IsNotLeftInHalf()
    {
        // The masks make the text so short that its end, where a secret is cut, would be shown.
        const string Secret = "the-key-that-is-cut-somewhere-in-here";
        await using LocalServer server = await LocalServer.SayingAsync(500, string.Concat(Enumerable.Repeat(Secret, 70_000 / Secret.Length)));
        using HttpClient http = new();
        TeliaSubscriptionOptions options = Setup.Telia(server);
        options.SubscriptionKey = Secret;
        string body = (await Assert.ThrowsAsync<WebhookSubscriptionException>(() => new TeliaSubscriptionClient(http, options).ListAsync())).Body!;
        Assert.True(body.Length < 8192);
        Assert.DoesNotContain(Secret[..4], body);
    }

    [Fact]
    public async Task RepeatedCredentials_AreMaskedInEachForm()
    {
        await using LocalServer server = await LocalServer.StartAsync(static (asked, context) => LocalServer.SayAsync(
            context,
            400,
            $"{asked.Target} {asked.Body} {WebUtility.HtmlEncode(QuicklySignServer.Secret)} {WebUtility.UrlEncode(QuicklySignServer.Secret)} {string.Join(' ', asked.Headers.Values)}"));
        using HttpClient http = new();
        QuicklySignSubscriptionClient quickly = new(http, Setup.QuicklySign(server));
        foreach (Func<Task> call in new Func<Task>[] { () => quickly.CreateAsync("a", Callback), () => quickly.GetAsync("a"), () => quickly.DeleteByEntityAsync("a") })
        {
            WebhookSubscriptionException failure = await Assert.ThrowsAsync<WebhookSubscriptionException>(call);
            Assert.Contains("***", failure.Body);
            HasNoSecret(failure + failure.Body);
        }

        TeliaSubscriptionRequest request = new(Callback, "x") { Headers = { ["client-secret"] = "chosen \"secret\"" } };
        string? body = (await Assert.ThrowsAsync<WebhookSubscriptionException>(() => new TeliaSubscriptionClient(http, Setup.Telia(server)).CreateAsync(request))).Body;
        Assert.Contains("***", body);
        Assert.DoesNotContain("chosen", body);
        Assert.DoesNotContain(TeliaServer.Token, body);
        Assert.DoesNotContain(TeliaServer.Key, body);
    }

    [Fact]
    public async Task TokenThatNoHeaderHolds_IsNotQuoted()
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, "");
        using HttpClient http = new();
        TeliaSubscriptionOptions options = Setup.Telia(server);
        options.Token = TeliaServer.Token + "\n";
        HasNoSecret((await Assert.ThrowsAsync<InvalidOperationException>(() => new TeliaSubscriptionClient(http, options).ListAsync())).ToString());
        Assert.Empty(server.All);
    }

    [Fact]
    public async Task Factory_LogsNothingAndFollowsNoRedirect()
    {
        await using LocalServer elsewhere = await LocalServer.SayingAsync(200, Documented.QuicklySignCreated);
        await using LocalServer server = await LocalServer.StartAsync((_, context) =>
        {
            context.Response.Redirect(elsewhere.Address.ToString());
            return Task.CompletedTask;
        });
        using Lines lines = new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.AddProvider(lines).SetMinimumLevel(LogLevel.Trace));
        services.AddHttpClient("other");
        services.AddQuicklySignSubscriptions(options => Setup.QuicklySign(server, options));
        services.AddTeliaSubscriptions(options => Setup.Telia(server, options));
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(HttpStatusCode.Redirect, (await Assert.ThrowsAsync<WebhookSubscriptionException>(() => provider.GetRequiredService<QuicklySignSubscriptionClient>().GetAsync("a"))).StatusCode);
        await Assert.ThrowsAsync<WebhookSubscriptionException>(() => provider.GetRequiredService<TeliaSubscriptionClient>().ListAsync());
        Assert.Empty(elsewhere.All);
        Assert.DoesNotContain(lines.All, static line => line.Contains("/v1", StringComparison.Ordinal) || line.Contains("hooks", StringComparison.Ordinal));

        // The same logs do have what another client of the factory asks: the test would see it.
        using HttpClient other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await other.GetAsync(new Uri(elsewhere.Address, "/v1/seen"));
        Assert.Contains(lines.All, static line => line.Contains("/v1/seen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://api.example.com")]
    [InlineData("ftp://api.example.com")]
    [InlineData("https://api.example.com/?a=b")]
    [InlineData("https://user:pass@api.example.com/")]
    public void AddressThatCredentialsMustNotGoTo_IsRefused(string? address)
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddTeliaSubscriptions(options =>
            {
                options.BaseAddress = address is null ? null : new Uri(address);
                options.Token = "t";
                options.SubscriptionKey = "k";
            }).Services
            .BuildServiceProvider();
        Assert.Contains("BaseAddress", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<TeliaSubscriptionClient>).Message);
        Assert.Contains("BaseAddress", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate).Message);
    }

    private static void HasNoSecret(string text)
    {
        foreach (string secret in new[] { QuicklySignServer.Id, QuicklySignServer.Secret, Uri.EscapeDataString(QuicklySignServer.Secret), "quickly+secret", "quickly%2Bsecret", TeliaServer.Token, TeliaServer.Key })
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private sealed class Telltale : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new HttpRequestException($"Cannot reach {request.RequestUri!.AbsoluteUri}");
    }

    private sealed class Lines : ILoggerProvider
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(All);

        public void Dispose()
        {
        }

        private sealed class Logger(ConcurrentQueue<string> all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                all.Enqueue(state.ToString()!);
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Enqueue(formatter(state, exception) + exception);
        }
    }
}
