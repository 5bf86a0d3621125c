using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TypedWebhooks.AspNetCore.Tests.QuicklySign;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Duplicates;

/// <summary>Deliveries that come again. The numbers are those of the acceptance cases of the plan.</summary>
public class DuplicateTests
{
    [Fact]
    public async Task SameDeliveryTwice_IsHandledOnceAndAnsweredAlike_52()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, static options => options.Reply = WebhookReply.Text("thanks"));
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow);
        Answer first = await PostAsync(receiver, signed);
        Answer second = await PostAsync(receiver, signed);
        Assert.Equal((200, "thanks", "text/plain"), (first.Status, first.Body, first.ContentType));
        Assert.Equal((200, "thanks", "text/plain"), (second.Status, second.Body, second.ContentType));
        Assert.Single(calls.All);
    }

    [Fact]
    public async Task SignedAgainUnderTheSameId_IsADuplicate()
    {
        // A retry has another time and so another signature; the identifier is what stays.
        Calls calls = new();
        FakeTimeProvider time = new(DateTimeOffset.Parse("2026-01-01T00:00:00Z", null));
        await using Receiver receiver = await Setup.AcmeAsync(calls, time: time);
        WebhookSecrets secrets = WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]);
        await PostAsync(receiver, WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), secrets, time.GetUtcNow(), "msg_1"));
        time.Advance(TimeSpan.FromMinutes(30));
        Answer again = await PostAsync(receiver, WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), secrets, time.GetUtcNow(), "msg_1"));
        await PostAsync(receiver, WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), secrets, time.GetUtcNow(), "msg_2"));
        Assert.Equal(200, again.Status);
        Assert.Equal(["msg_1", "msg_2"], calls.All.Select(static call => call.Id));
    }

    [Fact]
    public async Task HundredAtATime_AreHandledOnce_53()
    {
        Calls calls = new();
        TaskCompletionSource mayEnd = new();
        calls.Then = (_, _) => mayEnd.Task;
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow);
        Task<Answer>[] posts = [.. Enumerable.Range(0, 100).Select(_ => Task.Run(() => PostAsync(receiver, signed)))];
        await Task.WhenAny(posts);
        mayEnd.SetResult();
        Answer[] answers = await Task.WhenAll(posts);
        Assert.Single(calls.All);
        Assert.All(answers, static answer => Assert.Contains(answer.Status, new[] { 200, 503 }));
        Assert.All(answers.Where(static answer => answer.Status == 503), static answer => Assert.Equal("5", answer.RetryAfter));
        Assert.Contains(answers, static answer => answer.Status == 200);
        Assert.Contains(answers, static answer => answer.Status == 503);
    }

    [Fact]
    public async Task HandlerThrowsAndRetryComes_IsHandledAgain_54()
    {
        Calls calls = new() { Then = static (call, _) => call.Attempt == 1 ? throw new InvalidOperationException("the first time") : Task.CompletedTask };
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow);
        Assert.Equal(500, (await PostAsync(receiver, signed)).Status);
        Assert.Equal(200, (await PostAsync(receiver, signed)).Status);
        Assert.Equal(200, (await PostAsync(receiver, signed)).Status);
        Assert.Equal([1, 2], calls.All.Select(static call => call.Attempt));
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "HandlerFailed");
    }

    [Fact]
    public async Task ClaimOfADeadProcess_EndsWithItsLease_55()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        InMemoryWebhookLedger shared = new(time);
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, add: builder => builder.Services.AddSingleton<IWebhookLedger>(shared), time: time);
        WebhookSecrets secrets = WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]);

        // What a process leaves behind that dies while it handles.
        await shared.TryClaimAsync(new("Acme", "msg_1"), TimeSpan.FromSeconds(45), default);
        Answer tooEarly = await PostAsync(receiver, WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), secrets, time.GetUtcNow(), "msg_1"));
        time.Advance(TimeSpan.FromSeconds(46));
        Answer later = await PostAsync(receiver, WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), secrets, time.GetUtcNow(), "msg_1"));
        Assert.Equal((503, "5"), (tooEarly.Status, tooEarly.RetryAfter));
        Assert.Equal(200, later.Status);
        Assert.Equal([2], calls.All.Select(static call => call.Attempt));
    }

    [Fact]
    public async Task LedgerThatFailsAfterTheWork_IsAnsweredWithSuccess()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, add: static builder => builder.Services.AddSingleton<IWebhookLedger, LedgerThatCannotSettle>());
        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "SettleFailed");
    }

    [Fact]
    public async Task SecondOfThreeFailsAndBatchComesAgain_OnlyThatIsHandledAgain_57()
    {
        Calls calls = new() { Then = static (call, _) => call is { Index: 1, Attempt: 1 } ? throw new InvalidOperationException("the first time") : Task.CompletedTask };
        await using Receiver receiver = await Setup.ChatAsync(calls);
        const string Batch = """{"events":[{"type":"message","webhookEventId":"a","text":"1"},{"type":"follow","webhookEventId":"b"},{"type":"message","webhookEventId":"c","text":"3"}]}""";
        Assert.Equal(500, (await receiver.PostChatAsync(Batch)).Status);
        Assert.Equal(200, (await receiver.PostChatAsync(Batch)).Status);
        Assert.Equal(200, (await receiver.PostChatAsync(Batch)).Status);
        Assert.Equal(["a", "b", "c", "b"], calls.All.Select(static call => call.Id));
        Assert.Equal([0, 1, 2, 1], calls.All.Select(static call => call.Index));
    }

    [Fact]
    public async Task EventOfAnotherBatch_IsADuplicateByItsOwnId()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.ChatAsync(calls);
        await receiver.PostChatAsync("""{"events":[{"type":"follow","webhookEventId":"a"},{"type":"follow","webhookEventId":"b"}]}""");
        await receiver.PostChatAsync("""{"events":[{"type":"follow","webhookEventId":"b","deliveryContext":{"isRedelivery":true}},{"type":"follow","webhookEventId":"c"}]}""");
        Assert.Equal(["a", "b", "c"], calls.All.Select(static call => call.Id));
    }

    [Fact]
    public async Task EqualEventsWithoutAnId_AreBothHandled_59()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.ChatAsync(calls, static options => options.DuplicateKey = WebhookDuplicateKey.BodyHash);
        await receiver.PostChatAsync("""{"events":[{"type":"follow","webhookEventId":"a"},{"type":"follow","webhookEventId":"a"}]}""");
        Assert.Equal(2, calls.Count);
        Assert.Equal(2, calls.All.Select(static call => call.Id).Distinct().Count());
    }

    [Fact]
    public async Task CapturedBodyUnderAnotherIdAndName_IsADuplicate_58()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.HubAsync(calls);
        Answer first = await receiver.PostHubAsync("""{"ref":"refs/heads/main"}""", ("X-GitHub-Event", "push"), ("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958"));
        Answer second = await receiver.PostHubAsync("""{"ref":"refs/heads/main"}""", ("X-GitHub-Event", "star"), ("X-GitHub-Delivery", "00000000-cc78-11e3-81ab-4c9367dc0958"));
        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Equal("PushEvent", calls.Types);
    }

    [Fact]
    public async Task CapturedDeliveryUnderAnotherSpellingOfItsAccount_IsADuplicate()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(
            calls, pattern: "/hooks/{account}", configuration: Setup.Section("Acme", ("Scheme", "StandardWebhooks"), ("Accounts:acme:Secrets", Setup.Secret), ("Accounts:zeta:Secrets", Setup.Secret)));
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow, "msg_1");
        foreach (string account in new[] { "acme", "ACME", "Acme", "zeta" })
        {
            Answer answer = await receiver.PostAsync("/hooks/" + account, signed.Body, "application/json", [.. signed.Headers.Select(static header => (header.Key, header.Value))]);
            Assert.Equal(200, answer.Status);
        }

        Assert.Equal(["acme", "zeta"], calls.All.Select(static call => call.Context.Account));
    }

    [Fact]
    public async Task EqualBodiesOfAProviderThatSignsNothing_AreAllHandled()
    {
        // Two changes of one document give QuicklySign's bodies no difference: to take the second for the first would lose it.
        Calls calls = new();
        await using Receiver receiver = await Receiver.StartAsync(
            static builder => builder.Services.AddQuicklySignReceiver(),
            app => app.MapQuicklySignWebhooks("/hooks", calls.TakeAsync).AllowUnsigned());
        const string Body = """{"entity_type":"Document","entity_key":"ahFzf","callback_event":"entity_updated","webhook_key":"ahNkZX"}""";
        Assert.Equal(200, (await receiver.PostAsync("/hooks", Body)).Status);
        Assert.Equal(200, (await receiver.PostAsync("/hooks", Body)).Status);
        Assert.Equal("EntityUpdatedEvent,EntityUpdatedEvent", calls.Types);
        Assert.Equal(2, calls.All.Select(static call => call.Id).Distinct().Count());
        Assert.All(calls.All, static call => Assert.Equal(WebhookCoverage.None, call.Context.Coverage));
    }

    [Fact]
    public async Task SinkThatKnowsNoDuplicates_IsGivenEachOnce()
    {
        RecordingSink sink = new();
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, map: endpoint => endpoint.ToSink(sink));
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Bytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow, "msg_1");
        sink.Fails = true;
        Assert.Equal(503, (await PostAsync(receiver, signed)).Status);
        sink.Fails = false;
        Assert.Equal(200, (await PostAsync(receiver, signed)).Status);
        Assert.Equal(200, (await PostAsync(receiver, signed)).Status);
        WebhookDelivery delivery = Assert.Single(sink.Taken);
        Assert.Equal(("Acme", "msg_1", "Acme"), (delivery.Key.Provider, delivery.Key.Id, delivery.Provider));
        Assert.Equal(Setup.Paid, System.Text.Encoding.UTF8.GetString(delivery.Body.Span));
        Assert.Equal(["Content-Type"], delivery.Headers.Select(static header => header.Key));
        Assert.Equal(WebhookScheme.StandardWebhooks.Coverage, delivery.Coverage);
        Assert.Empty(calls.All);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static Task<Answer> PostAsync(Receiver receiver, SignedWebhook signed) =>
        receiver.PostAsync("/hooks", signed.Body, "application/json", [.. signed.Headers.Select(static header => (header.Key, header.Value))]);

    private sealed class LedgerThatCannotSettle : IWebhookLedger
    {
        public ValueTask<WebhookClaim> TryClaimAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken) => new(new WebhookClaim(WebhookClaimState.Claimed, 1, 1));

        public ValueTask SettleAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken) => throw new TimeoutException("no ledger any more");

        public ValueTask ReleaseAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken) => default;
    }
}

internal sealed class RecordingSink : IWebhookSink
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<WebhookDelivery> _taken = new();

    public bool Fails { get; set; }

    public IReadOnlyList<WebhookDelivery> Taken => [.. _taken];

    public ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new TimeoutException("no queue");
        }

        _taken.Enqueue(delivery);
        return default;
    }
}
