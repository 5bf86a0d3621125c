using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Answers;

/// <summary>The table of answers: what comes, and what is said. The numbers are those of the acceptance cases of the plan.</summary>
public class AnswerTableTests
{
    private static readonly Dictionary<string, Func<Calls, Task<Answer>>> s_rows = new()
    {
        ["handled"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync()),
        ["unknown event (49)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.lost"}""")),
        ["body off its schema"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.paid","amount":"much"}""")),
        ["unknown event, refused (50)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.lost"}"""), static options => options.OnUnrecognized = UnrecognizedEventPolicy.Refuse),
        ["signature missing"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAsync("/hooks", Setup.Paid)),
        ["signature wrong"] = static calls => AcmeAsync(calls, static receiver => receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.OtherSecret, Setup.Paid)),
        ["signature malformed"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAsync("/hooks", Setup.Paid, ("webhook-id", "a"), ("webhook-timestamp", "1614265330"), ("webhook-signature", "v1,not base64"))),
        ["signature twice (25)"] = static calls => HubAsync(calls, static receiver => receiver.PostHubAsync("""{"ref":"x"}""", ("X-GitHub-Event", "push"), ("X-Hub-Signature-256", "sha256=00"))),
        ["broken JSON, signed (48)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.paid","amo""")),
        ["broken JSON, unsigned (48)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAsync("/hooks", """{"id":"evt_9","type":"order.paid","amo""")),
        ["no object"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync("[1,2,3]")),
        ["event type twice"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.paid","type":"order.shipped","amount":1}""")),
        ["empty body"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync("")),
        ["no content type (44)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.Secret, Bytes(Setup.Paid), contentType: null)),
        ["text/plain (45)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.Secret, Bytes(Setup.Paid), "text/plain")),
        ["a form where none is sent"] = static calls => AcmeAsync(calls, static receiver => receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.Secret, Bytes("a=b"), "application/x-www-form-urlencoded")),
        ["application/json; charset=utf-8 (45)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.Secret, Bytes(Setup.Paid), "application/json; charset=utf-8")),
        ["application/cloudevents+json (45)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.Secret, Bytes(Setup.Paid), "application/cloudevents+json")),
        ["content type that is none"] = static calls => AcmeAsync(calls, static receiver => receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.Secret, Bytes(Setup.Paid), "json;;;=")),
        ["body at its limit"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync(), static options => options.MaxBodySize = Setup.Paid.Length),
        ["body over its limit (47)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync(), static options => options.MaxBodySize = Setup.Paid.Length - 1),
        ["event name header missing"] = static calls => HubAsync(calls, static receiver => receiver.PostHubAsync("""{"ref":"x"}""")),
        ["event name header twice"] = static calls => HubAsync(calls, static receiver => receiver.PostHubAsync("""{"ref":"x"}""", ("X-GitHub-Event", "push"), ("X-GitHub-Event", "star"))),
        ["event name header"] = static calls => HubAsync(calls, static receiver => receiver.PostHubAsync("""{"ref":"x"}""", ("X-GitHub-Event", "push"))),
        ["GET (46)"] = static calls => AcmeAsync(calls, static receiver => SendAsync(receiver, HttpMethod.Get)),
        ["HEAD"] = static calls => AcmeAsync(calls, static receiver => SendAsync(receiver, HttpMethod.Head)),
        ["OPTIONS where no CloudEvents are"] = static calls => AcmeAsync(calls, static receiver => SendAsync(receiver, HttpMethod.Options)),
        ["handler throws"] = static calls =>
        {
            calls.Then = static (_, _) => throw new InvalidOperationException("as handlers do");
            return AcmeAsync(calls, static receiver => receiver.PostAcmeAsync());
        },
        ["retired endpoint"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync(), map: static endpoint => endpoint.Gone()),
        ["rate limited by the application (71)"] = static calls => AcmeAsync(
            calls,
            static async receiver =>
            {
                await receiver.PostAcmeAsync();
                return await receiver.PostAcmeAsync(Setup.Shipped);
            },
            add: static builder => builder.Services.AddRateLimiter(static limiter =>
            {
                limiter.RejectionStatusCode = 429;
                limiter.AddFixedWindowLimiter("hooks", static window => (window.PermitLimit, window.Window) = (1, TimeSpan.FromHours(1)));
            }),
            map: static endpoint => endpoint.RequireRateLimiting("hooks"),
            use: static app => app.UseRateLimiter()),
        ["signature missing, with status code pages"] = static calls => AcmeAsync(
            calls,
            static receiver => receiver.PostAsync("/hooks", Setup.Paid),
            add: static builder => builder.Services.AddProblemDetails(),
            use: static app => app.UseStatusCodePages()),
        ["ledger down (56)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync(), add: static builder => builder.Services.AddSingleton<IWebhookLedger, BrokenLedger>()),
        ["secret store down"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync(), add: static builder => builder.Services.AddSingleton<IWebhookSecretStore, BrokenStore>()),
        ["account"] = static calls => AccountAsync(calls, "acme"),
        ["account in other case"] = static calls => AccountAsync(calls, "ACME"),
        ["unknown account (66)"] = static calls => AccountAsync(calls, "other"),
        ["account's name is a path of the configuration"] = static calls => AccountAsync(calls, "acme:Secrets"),
        ["sink refuses (67)"] = static calls => AcmeAsync(calls, static receiver => receiver.PostAcmeAsync(), map: static endpoint => endpoint.ToSink(new BrokenSink())),
    };

    [Theory]
    [InlineData("handled", 200, "OrderPaidEvent")]
    [InlineData("unknown event (49)", 200, "UnrecognizedAcmeEvent")]
    [InlineData("body off its schema", 200, "UnrecognizedAcmeEvent")]
    [InlineData("unknown event, refused (50)", 422, "")]
    [InlineData("signature missing", 401, "")]
    [InlineData("signature wrong", 401, "")]
    [InlineData("signature malformed", 401, "")]
    [InlineData("signature twice (25)", 401, "")]
    [InlineData("broken JSON, signed (48)", 400, "")]
    [InlineData("broken JSON, unsigned (48)", 401, "")]
    [InlineData("no object", 400, "")]
    [InlineData("event type twice", 400, "")]
    [InlineData("empty body", 400, "")]
    [InlineData("no content type (44)", 200, "OrderPaidEvent")]
    [InlineData("text/plain (45)", 415, "")]
    [InlineData("a form where none is sent", 415, "")]
    [InlineData("application/json; charset=utf-8 (45)", 200, "OrderPaidEvent")]
    [InlineData("application/cloudevents+json (45)", 200, "OrderPaidEvent")]
    [InlineData("content type that is none", 415, "")]
    [InlineData("body at its limit", 200, "OrderPaidEvent")]
    [InlineData("body over its limit (47)", 413, "")]
    [InlineData("event name header missing", 400, "")]
    [InlineData("event name header twice", 400, "")]
    [InlineData("event name header", 200, "PushEvent")]
    [InlineData("GET (46)", 405, "")]
    [InlineData("HEAD", 405, "")]
    [InlineData("OPTIONS where no CloudEvents are", 405, "")]
    [InlineData("handler throws", 500, "OrderPaidEvent")]
    [InlineData("retired endpoint", 410, "")]
    [InlineData("rate limited by the application (71)", 429, "OrderPaidEvent")]
    [InlineData("signature missing, with status code pages", 401, "")]
    [InlineData("ledger down (56)", 503, "", "30")]
    [InlineData("secret store down", 503, "", "30")]
    [InlineData("account", 200, "OrderPaidEvent")]
    [InlineData("account in other case", 200, "OrderPaidEvent")]
    [InlineData("unknown account (66)", 404, "")]
    [InlineData("account's name is a path of the configuration", 404, "")]
    [InlineData("sink refuses (67)", 503, "", "30")]
    public async Task Input_IsAnswered(string input, int status, string handled, string? retryAfter = null)
    {
        Calls calls = new();
        Answer answer = await s_rows[input](calls);
        Assert.Equal((status, "", retryAfter, false), (answer.Status, answer.Body, answer.RetryAfter, answer.HasCookie));
        Assert.Equal(handled, calls.Types);
    }

    [Fact]
    public void EveryRow_IsTried()
    {
        IEnumerable<object?> tried = typeof(AnswerTableTests).GetMethod(nameof(Input_IsAnswered))!.GetCustomAttributesData()
            .Where(static attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(static attribute => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value);
        Assert.Equal(s_rows.Keys.Order(StringComparer.Ordinal), tried.Cast<string>().Order(StringComparer.Ordinal));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<Answer> AcmeAsync(
        Calls calls,
        Func<Receiver, Task<Answer>> post,
        Action<WebhookOptions>? configure = null,
        Action<WebApplicationBuilder>? add = null,
        Action<WebhookEndpointConventionBuilder>? map = null,
        Action<WebApplication>? use = null)
    {
        await using Receiver receiver = await Setup.AcmeAsync(calls, configure, add, map, use: use);
        return await post(receiver);
    }

    private static async Task<Answer> HubAsync(Calls calls, Func<Receiver, Task<Answer>> post)
    {
        await using Receiver receiver = await Setup.HubAsync(calls);
        return await post(receiver);
    }

    private static async Task<Answer> AccountAsync(Calls calls, string account)
    {
        await using Receiver receiver = await Setup.AcmeAsync(
            calls,
            pattern: "/hooks/{account}",
            configuration: Setup.Section("Acme", ("Scheme", "StandardWebhooks"), ("Accounts:acme:Secrets:0", Setup.Secret), ("Accounts:zeta:Secrets", Setup.OtherSecret)));
        return await receiver.PostAcmeAsync(path: "/hooks/" + Uri.EscapeDataString(account));
    }

    private static Task<Answer> SendAsync(Receiver receiver, HttpMethod method) => Answer.ReadAsync(receiver.Client, new HttpRequestMessage(method, "/hooks"));
}

internal sealed class BrokenLedger : IWebhookLedger
{
    public ValueTask<WebhookClaim> TryClaimAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken) => throw new TimeoutException("no ledger");

    public ValueTask SettleAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken) => throw new TimeoutException("no ledger");

    public ValueTask ReleaseAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken) => throw new TimeoutException("no ledger");
}

internal sealed class BrokenStore : IWebhookSecretStore
{
    public ValueTask<IReadOnlyList<string>?> FindAsync(string provider, string? account, CancellationToken cancellationToken) => throw new TimeoutException("no vault");
}

internal sealed class BrokenSink : IWebhookSink
{
    public ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => throw new TimeoutException("no queue");
}
