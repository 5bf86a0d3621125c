using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using TypedWebhooks.AspNetCore.Tests.Telia;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Handling;

/// <summary>What becomes of a delivery's handling when something comes between. The numbers are those of the acceptance cases of the plan.</summary>
public class HandlingTests
{
    [Fact]
    public async Task SenderHangsUp_WorkIsDoneAndTheRetryIsAnsweredWith200_60()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource mayEnd = new();
        TaskCompletionSource ended = new();
        bool wasCancelled = false;
        Calls calls = new()
        {
            Then = async (_, token) =>
            {
                begun.TrySetResult();
                await mayEnd.Task;
                wasCancelled = token.IsCancellationRequested;
                ended.TrySetResult();
            },
        };
        await using Receiver receiver = await Setup.AcmeAsync(calls, onKestrel: true);
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Encoding.UTF8.GetBytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow, "msg_1");
        using (CancellationTokenSource hangUp = new())
        {
            using HttpRequestMessage request = Request(signed);
            Task<HttpResponseMessage> post = receiver.Client.SendAsync(request, hangUp.Token);
            await begun.Task;
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        }

        // The server has to have noticed it for the test to say anything.
        await Task.Delay(300);
        mayEnd.SetResult();
        await ended.Task;
        Answer retry = await UntilAsync(async () => await Answer.ReadAsync(receiver.Client, Request(signed)), static answer => answer.Status == 200);
        Assert.Equal(200, retry.Status);
        Assert.Single(calls.All);
        Assert.False(wasCancelled);
    }

    [Fact]
    public async Task HandlerPastItsTime_IsCancelledAndReleased_61()
    {
        Calls calls = new() { Then = static (call, token) => call.Attempt == 1 ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask };
        await using Receiver receiver = await Setup.AcmeAsync(calls, static options => options.HandlerTimeout = TimeSpan.FromMilliseconds(100));
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Encoding.UTF8.GetBytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow, "msg_1");
        Answer first = await Answer.ReadAsync(receiver.Client, Request(signed));
        Answer second = await Answer.ReadAsync(receiver.Client, Request(signed));
        Assert.Equal((503, "30"), (first.Status, first.RetryAfter));
        Assert.Equal(200, second.Status);
        Assert.Equal(2, calls.Count);
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "HandlerTimedOut");
    }

    [Fact]
    public async Task HandlerThatPaysNoHeed_IsNotHandledTwiceAtATimeAndSettledAtItsEnd()
    {
        TaskCompletionSource mayEnd = new();
        string? eventName = null;
        Calls calls = new()
        {
            Then = async (call, _) =>
            {
                await mayEnd.Task;
                call.Context.Headers.Find("webhook-id", out eventName);
                Assert.NotNull(call.Context.Services.GetService<Disposed>());
            },
        };
        await using Receiver receiver = await Setup.AcmeAsync(calls, static options => options.HandlerTimeout = TimeSpan.FromMilliseconds(50), static builder => builder.Services.AddScoped<Disposed>());
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Encoding.UTF8.GetBytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow, "msg_1");
        Answer first = await Answer.ReadAsync(receiver.Client, Request(signed));
        Answer meanwhile = await Answer.ReadAsync(receiver.Client, Request(signed));
        mayEnd.SetResult();
        Answer later = await UntilAsync(async () => await Answer.ReadAsync(receiver.Client, Request(signed)), static answer => answer.Status == 200);
        Assert.Equal((503, 503, 200), (first.Status, meanwhile.Status, later.Status));
        Assert.Single(calls.All);
        Assert.Equal("msg_1", eventName);
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "HandledLate");
    }

    [Fact]
    public async Task HostStopsMeanwhile_WorkIsDone_62()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource mayEnd = new();
        Calls calls = new()
        {
            Then = async (_, token) =>
            {
                begun.TrySetResult();
                await mayEnd.Task.WaitAsync(token);
            },
        };
        await using Receiver receiver = await Setup.AcmeAsync(calls, onKestrel: true);
        Task<Answer> post = receiver.PostAcmeAsync();
        await begun.Task;
        Task stop = receiver.StopAsync();
        await UntilAsync(() => Task.FromResult(receiver.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested), static stopping => stopping);
        mayEnd.SetResult();
        Assert.Equal(200, (await post).Status);
        await stop;
    }

    [Fact]
    public async Task HostStops_NewDeliveriesAreTurnedAway()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        receiver.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Answer answer = await receiver.PostAcmeAsync();
        Assert.Equal((503, "5"), (answer.Status, answer.RetryAfter));
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task HostThatHasLittleTimeToStop_CancelsHandlersBeforeItsEnd()
    {
        TaskCompletionSource begun = new();
        Calls calls = new()
        {
            Then = async (_, token) =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            },
        };
        await using Receiver receiver = await Setup.AcmeAsync(
            calls, onKestrel: true, add: static builder => builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2)));
        Task<Answer> post = receiver.PostAcmeAsync();
        await begun.Task;
        await receiver.StopAsync();
        Assert.Equal(503, (await post).Status);
    }

    [Fact]
    public async Task ScopedServices_AreDisposedOnceADelivery_63()
    {
        Disposed.Count = 0;
        Calls calls = new() { Then = static (call, _) => Task.FromResult(call.Context.Services.GetRequiredService<Disposed>()) };
        await using Receiver receiver = await Setup.ChatAsync(calls, add: static builder => builder.Services.AddScoped<Disposed>());
        await receiver.PostChatAsync("""{"events":[{"type":"follow","webhookEventId":"a"},{"type":"follow","webhookEventId":"b"}]}""");
        Assert.Equal((2, 1), (calls.Count, Disposed.Count));
        await receiver.PostChatAsync("""{"events":[{"type":"follow","webhookEventId":"c"}]}""");
        Assert.Equal((3, 2), (calls.Count, Disposed.Count));
    }

    [Fact]
    public async Task HandlerClass_IsGivenEventAndContext()
    {
        TeliaLog log = new();
        await using Receiver receiver = await Receiver.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(log);
                builder.Services.AddTeliaWebhooks<TeliaHandler>();
            },
            static app => app.MapTeliaWebhooks("/hooks/telia"),
            Setup.Section("Telia", ("Headers:client-id", "tester-one"), ("Headers:client-secret", "secret-of-tester-one")));
        const string Body = """{"EventType":"signatorysigned","Timestamp":"2024-11-15T08:30:00","EventData":{"SignatoryId":"6fa459ea-ee8a-3ca4-894e-db77e160355e","SignatureRequestId":"6fa459ea-ee8a-3ca4-894e-db77e160355e","TenantId":"6fa459ea-ee8a-3ca4-894e-db77e160355e","DepartmentId":"6fa459ea-ee8a-3ca4-894e-db77e160355e","CreatorId":"6fa459ea-ee8a-3ca4-894e-db77e160355e"}}""";
        Answer answer = await receiver.PostAsync("/hooks/telia", Body, ("client-id", "tester-one"), ("client-secret", "secret-of-tester-one"));
        Assert.Equal(200, answer.Status);
        (TeliaEvent e, WebhookContext context) = Assert.Single(log.Taken);
        Assert.IsType<SignatorySignedEvent>(e);
        Assert.Equal(("Telia", 1, WebhookCoverage.Sender), (context.Provider, context.Attempt, context.Coverage));
        Assert.DoesNotContain(context.Delivery.Headers, static header => header.Key.StartsWith("client", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task BodyThatIsAskedForInTime_StaysAndIsNobodyElses()
    {
        List<ReadOnlyMemory<byte>> kept = [];
        Calls calls = new()
        {
            Then = (call, _) =>
            {
                kept.Add(call.Context.Body);
                return Task.CompletedTask;
            },
        };
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        for (int i = 0; i < 20; i++)
        {
            await receiver.PostAcmeAsync($$"""{"id":"evt_{{i:00}}","type":"order.paid","amount":{{i:00}}}""".Replace(":0", ":1", StringComparison.Ordinal));
        }

        Assert.Equal(20, kept.Select(static body => Encoding.UTF8.GetString(body.Span)).Distinct().Count());
    }

    [Fact]
    public async Task BodyThatIsAskedForAfterTheEnd_IsGoneAndSaysSo()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        await receiver.PostAcmeAsync();
        Assert.Throws<InvalidOperationException>(() => calls.All[0].Context.Body);
    }

    [Fact]
    public async Task TimeoutOfTheApplication_IsNeverTakenForSuccess()
    {
        // The middleware puts a token of its own in place of the sender's, and whoever leaves the answer alone when that fires leaves it at 200.
        Calls calls = new()
        {
            Then = static async (_, _) =>
            {
                await Task.Delay(300, CancellationToken.None);
                throw new InvalidOperationException("too late anyway");
            },
        };
        await using Receiver receiver = await Setup.AcmeAsync(
            calls,
            add: static builder => builder.Services.AddRequestTimeouts(static options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(50) }),
            use: static app => app.UseRequestTimeouts(),
            onKestrel: true);
        Assert.Equal(500, (await receiver.PostAcmeAsync()).Status);
    }

    [Fact]
    public async Task ServiceThatThrowsAtItsEnd_ChangesNothing()
    {
        Calls calls = new() { Then = static (call, _) => Task.FromResult(call.Context.Services.GetRequiredService<ThrowsAtItsEnd>()) };
        await using Receiver receiver = await Setup.AcmeAsync(calls, add: static builder => builder.Services.AddScoped<ThrowsAtItsEnd>());
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Encoding.UTF8.GetBytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow, "msg_1");
        Assert.Equal(200, (await Answer.ReadAsync(receiver.Client, Request(signed))).Status);
        Assert.Equal(200, (await Answer.ReadAsync(receiver.Client, Request(signed))).Status);
        Assert.Single(calls.All);
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "DisposeFailed");
    }

    internal static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isIt)
    {
        for (int i = 0; ; i++)
        {
            T found = await look();
            if (isIt(found) || i == 200)
            {
                return found;
            }

            await Task.Delay(25);
        }
    }

    private static HttpRequestMessage Request(SignedWebhook signed)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/hooks") { Content = new ReadOnlyMemoryContent(signed.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        foreach ((string name, string value) in signed.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private sealed class Disposed : IDisposable
    {
        public static int Count { get; set; }

        public void Dispose() => Count++;
    }

    private sealed class ThrowsAtItsEnd : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("not at its end");
    }

    private sealed class TeliaLog
    {
        public List<(TeliaEvent Event, WebhookContext Context)> Taken { get; } = [];
    }

    private sealed class TeliaHandler(TeliaLog log, WebhookContext context) : ITeliaEventHandler
    {
        public ValueTask HandleAsync(SignatureRequestCompletedEvent e, CancellationToken cancellationToken) => Take(e);

        public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => Take(e);

        public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => Take(e);

        private ValueTask Take(TeliaEvent e)
        {
            Assert.Equal("Telia", context.Delivery.Provider);
            log.Taken.Add((e, context));
            return default;
        }
    }
}
