using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using TypedWebhooks.AspNetCore.Tests.Acme;
using TypedWebhooks.AspNetCore.Tests.Books;
using TypedWebhooks.AspNetCore.Tests.Cloud;
using TypedWebhooks.AspNetCore.Tests.Pay;
using TypedWebhooks.AspNetCore.Tests.QuicklySign;
using TypedWebhooks.AspNetCore.Tests.Sign;
using TypedWebhooks.AspNetCore.Tests.Talk;
using TypedWebhooks.AspNetCore.Tests.Telia;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Answers;

/// <summary>What each provider wants to read, and what it asks. The numbers are those of the acceptance cases of the plan.</summary>
public class ProviderAnswerTests
{
    private const string AdyenKey = "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00";
    private const string DropboxKey = "324e3b0840f065eb51f3fd63231d0d33daa35d4ed10d27718839e81737065782";
    private const string TwoItems = """
        {"live":"false","notificationItems":[
          {"NotificationRequestItem":{"eventCode":"AUTHORISATION","pspReference":"7914073381342284","success":"true","merchantAccountCode":"Acme","merchantReference":"order 1","amount":{"currency":"EUR","value":1130}}},
          {"NotificationRequestItem":{"eventCode":"REFUND","pspReference":"8815287283241234","success":"true"}}]}
        """;

    [Fact]
    public async Task DropboxSign_ReadsItsSentence_36_37()
    {
        Calls calls = new();
        await using Receiver receiver = await SignAsync(calls);
        SignedWebhook signed = WebhookScheme.DropboxSign.Sign(
            Encoding.UTF8.GetBytes("""{"event":{"event_time":"1669926463","event_type":"account_confirmed"}}"""), WebhookScheme.DropboxSign.ReadSecrets([DropboxKey]), DateTimeOffset.UtcNow);
        Answer plain = await receiver.PostAsync("/hooks", Form(signed.Body, fileName: null), "multipart/form-data; boundary=xyz");
        SignedWebhook other = WebhookScheme.DropboxSign.Sign(
            Encoding.UTF8.GetBytes("""{"event":{"event_time":"1669926465","event_type":"account_confirmed"}}"""), WebhookScheme.DropboxSign.ReadSecrets([DropboxKey]), DateTimeOffset.UtcNow);
        Answer asFile = await receiver.PostAsync("/hooks", Form(other.Body, fileName: "event.json"), "multipart/form-data; boundary=xyz");
        Answer again = await receiver.PostAsync("/hooks", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Form(other.Body, null)).Replace("xyz", "abcd", StringComparison.Ordinal)), "multipart/form-data; boundary=abcd");
        Answer tampered = await receiver.PostAsync("/hooks", Form(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(signed.Body.Span).Replace("1669926463", "1669926464", StringComparison.Ordinal)), null), "multipart/form-data; boundary=xyz");
        Answer withoutField = await receiver.PostAsync("/hooks", Encoding.UTF8.GetBytes("--xyz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n{}\r\n--xyz--\r\n"), "multipart/form-data; boundary=xyz");
        Assert.Equal((200, "Hello API Event Received", "text/plain"), (plain.Status, plain.Body, plain.ContentType));
        Assert.Equal((200, "Hello API Event Received"), (asFile.Status, asFile.Body));
        Assert.Equal((200, "Hello API Event Received"), (again.Status, again.Body));
        Assert.Equal((401, ""), (tampered.Status, tampered.Body));
        Assert.Equal(401, withoutField.Status);
        Assert.Equal("AccountConfirmedEvent,AccountConfirmedEvent", calls.Types);
    }

    [Fact]
    public async Task Adyen_ReadsAccepted_38()
    {
        Calls calls = new();
        await using Receiver receiver = await PayAsync(calls);
        Answer answer = await receiver.PostSignedAsync("/hooks", WebhookScheme.AdyenClassic, AdyenKey, TwoItems);
        Assert.Equal((200, "[accepted]"), (answer.Status, answer.Body));
        Assert.Equal("AuthorisationEvent,RefundEvent", calls.Types);
    }

    [Theory]
    [InlineData("8815287283241234", "8815287283241235")] // 32: the second of two items is another one
    [InlineData("\"success\":\"true\"}", "\"success\":\"true\",\"additionalData\":null}")]
    public async Task AdyenItemWhoseSignatureIsWrong_LosesNoEventAndHandlesNone(string from, string to)
    {
        Calls calls = new();
        await using Receiver receiver = await PayAsync(calls);
        SignedWebhook signed = WebhookScheme.AdyenClassic.Sign(Encoding.UTF8.GetBytes(TwoItems), WebhookScheme.AdyenClassic.ReadSecrets([AdyenKey]), DateTimeOffset.UtcNow);
        string text = Encoding.UTF8.GetString(signed.Body.Span);
        string tampered = from.Contains("success", StringComparison.Ordinal) ? TwoItems.Replace(from, to, StringComparison.Ordinal) : text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(text, tampered);
        Assert.Equal(401, (await receiver.PostAsync("/hooks", tampered)).Status);
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task AdyenItemWithoutSignature_IsRefused_33()
    {
        Calls calls = new();
        await using Receiver receiver = await PayAsync(calls);
        Assert.Equal(401, (await receiver.PostAsync("/hooks", TwoItems)).Status);
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task SlackChallenge_IsEchoedWhereItIsSigned_39()
    {
        Calls calls = new();
        await using Receiver receiver = await TalkAsync(calls, "Slack");
        const string Challenge = """{"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""";
        Answer signed = await receiver.PostSignedAsync("/hooks", WebhookScheme.Slack, "8f742231b10e8888abcd99yyyzzz85a5", Challenge);
        Answer unsigned = await receiver.PostAsync("/hooks", Challenge);
        Answer check = await receiver.PostSignedAsync("/hooks", WebhookScheme.Slack, "8f742231b10e8888abcd99yyyzzz85a5", Encoding.UTF8.GetBytes("ssl_check=1&token=Jhj5dZrVaK7ZwHHjRyZWjbDl"), "application/x-www-form-urlencoded");
        Assert.Equal((200, "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"), (signed.Status, signed.Body));
        Assert.StartsWith("text/plain", signed.ContentType, StringComparison.Ordinal);
        Assert.Equal((401, ""), (unsigned.Status, unsigned.Body));
        Assert.Equal((200, ""), (check.Status, check.Body));
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task ZoomChallenge_IsAnsweredWithItsTokenSigned_40()
    {
        Calls calls = new();
        await using Receiver receiver = await TalkAsync(calls, "Zoom");
        Answer answer = await receiver.PostSignedAsync("/hooks", WebhookScheme.Zoom, "8f742231b10e8888abcd99yyyzzz85a5", """{"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event_ts":1654503849680,"event":"endpoint.url_validation"}""");
        string expected = Convert.ToHexStringLower(HMACSHA256.HashData("8f742231b10e8888abcd99yyyzzz85a5"u8, "qgg8vlvZRS6UYooatFL8Aw"u8));
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("application/json", answer.ContentType, StringComparison.Ordinal);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(answer.Body);
        Assert.Equal("qgg8vlvZRS6UYooatFL8Aw", json.RootElement.GetProperty("plainToken").GetString());
        Assert.Equal(expected, json.RootElement.GetProperty("encryptedToken").GetString());
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task HandshakeOfTheMap_AsksNoHandler()
    {
        Calls calls = new();
        await using Receiver receiver = await TalkAsync(calls, "GitHub", static options => options.Handshake = static context => WebhookReply.Text($"{context.Body.Length} bytes"));
        Answer answer = await receiver.PostSignedAsync("/hooks", WebhookScheme.GitHub, "8f742231b10e8888abcd99yyyzzz85a5", """{"type":"url_verification"}""");
        Assert.Equal((200, "27 bytes"), (answer.Status, answer.Body));
        answer = await receiver.PostSignedAsync("/hooks", WebhookScheme.GitHub, "8f742231b10e8888abcd99yyyzzz85a5", """{"type":"url_verification"}""");
        Assert.Equal((200, "27 bytes"), (answer.Status, answer.Body));
        Assert.Empty(calls.All);
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "Handshake");
    }

    [Fact]
    public async Task HandshakeThatThrows_ComesAgain()
    {
        int times = 0;
        await using Receiver receiver = await TalkAsync(new Calls(), "GitHub", options => options.Handshake = _ => times++ == 0 ? throw new InvalidOperationException("the first time") : WebhookReply.Ok);
        Assert.Equal(500, (await receiver.PostSignedAsync("/hooks", WebhookScheme.GitHub, "8f742231b10e8888abcd99yyyzzz85a5", """{"type":"url_verification"}""")).Status);
        Assert.Equal(200, (await receiver.PostSignedAsync("/hooks", WebhookScheme.GitHub, "8f742231b10e8888abcd99yyyzzz85a5", """{"type":"url_verification"}""")).Status);
    }

    [Theory]
    [InlineData("""{"events":[]}""")]
    [InlineData("""{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}""")]
    public async Task EmptyBatchOfLine_IsTaken_41(string body)
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.ChatAsync(calls);
        Assert.Equal(200, (await receiver.PostChatAsync(body)).Status);
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task XeroIntentToReceive_IsAnsweredEmptyBothWays_42()
    {
        Calls calls = new();
        await using Receiver receiver = await Receiver.StartAsync(
            static builder => builder.Services.AddBooksReceiver(),
            app => app.MapBooksWebhooks("/hooks", calls.TakeAsync),
            Setup.Section("Books", ("Scheme", "Xero"), ("Secrets", "xero-webhook-key")));
        const string Intent = """{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"S0m3r4Nd0mt3xt"}""";
        Answer good = await receiver.PostSignedAsync("/hooks", WebhookScheme.Xero, "xero-webhook-key", Intent);
        Answer bad = await receiver.PostSignedAsync("/hooks", WebhookScheme.Xero, "another-webhook-key", Intent);
        Assert.Equal((200, "", false), (good.Status, good.Body, good.HasCookie));
        Assert.Equal((401, "", false), (bad.Status, bad.Body, bad.HasCookie));
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task QuicklySign_ReadsJust200_43()
    {
        Calls calls = new();
        await using Receiver receiver = await Receiver.StartAsync(
            static builder => builder.Services.AddQuicklySignReceiver(),
            app => app.MapQuicklySignWebhooks("/hooks", calls.TakeAsync).AllowUnsigned());
        Answer answer = await receiver.PostAsync("/hooks", """{"entity_type":"Document","entity_key":"ahFzf","callback_event":"entity_updated","webhook_key":null}""");
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Equal("EntityUpdatedEvent", calls.Types);
    }

    [Theory]
    [InlineData(200, "client-id", "tester-one", "client-secret", "secret-of-tester-one")] // 31
    [InlineData(200, "CLIENT-ID", "tester-one", "Client-Secret", "secret-of-tester-one")]
    [InlineData(401, "client-id", "tester-one")]
    [InlineData(401, "client-secret", "secret-of-tester-one")]
    [InlineData(401, "client-id", "tester-one", "client-secret", "secret-of-tester-two")]
    [InlineData(401, "client-id", "secret-of-tester-one", "client-secret", "tester-one")]
    [InlineData(401, "client-id", "tester-one", "client-secret", "secret-of-tester-one", "client-secret", "secret-of-tester-one")]
    [InlineData(401)]
    public async Task TeliaHeaders_AreAllHeldAgainstTheirOwn(int status, params string[] headers)
    {
        Calls calls = new();
        await using Receiver receiver = await Receiver.StartAsync(
            static builder => builder.Services.AddTeliaReceiver(),
            app => app.MapTeliaWebhooks("/hooks", calls.TakeAsync),
            Setup.Section("Telia", ("Headers:client-id", "tester-one"), ("Headers:client-secret", "secret-of-tester-one")));
        Answer answer = await receiver.PostAsync("/hooks", """{"EventType":"unheard-of"}""", [.. headers.Chunk(2).Select(static pair => (pair[0], pair[1]))]);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? 1 : 0, calls.Count);
    }

    [Fact]
    public async Task SharedHeadersWhileTheyAreChanged_AreTakenInTheirSets()
    {
        Calls calls = new();
        await using Receiver receiver = await Receiver.StartAsync(
            static builder => builder.Services.AddTeliaReceiver(),
            app => app.MapTeliaWebhooks("/hooks", calls.TakeAsync),
            Setup.Section("Telia", ("Headers:client-id", "tester-one"), ("Headers:client-secret:0", "secret-of-today"), ("Headers:client-secret:1", "secret-of-yesterday")));
        foreach ((string secret, int status) in new[] { ("secret-of-today", 200), ("secret-of-yesterday", 200), ("secret-of-tomorrow", 401) })
        {
            Assert.Equal(status, (await receiver.PostAsync("/hooks", $$"""{"EventType":"{{secret[10..]}}"}""", ("client-id", "tester-one"), ("client-secret", secret))).Status);
        }
    }

    [Fact]
    public async Task SquareBehindAProxy_IsVerifiedByItsPublicAddress_30()
    {
        Calls calls = new();
        await using Receiver receiver = await Receiver.StartAsync(
            static builder => builder.Services.AddAcmeReceiver(),
            app => app.MapAcmeWebhooks("/hooks", calls.TakeAsync),
            Setup.Section("Acme", ("Scheme", "Square"), ("Secrets", "Ibxx_5AKakO-3qeNVR61Dw"), ("PublicAddress", "https://shop.example/hooks")));
        WebhookSecrets secrets = WebhookScheme.Square.ReadSecrets(["Ibxx_5AKakO-3qeNVR61Dw"]);
        foreach ((string address, int status) in new[] { ("https://shop.example/hooks", 200), ("http://localhost/hooks", 401), ("https://evil.example/hooks", 401) })
        {
            SignedWebhook signed = WebhookScheme.Square.Sign(Encoding.UTF8.GetBytes(Setup.Paid), secrets, DateTimeOffset.UtcNow, address: address);
            Answer answer = await receiver.PostAsync("/hooks", signed.Body, "application/json", [.. signed.Headers.Select(static header => (header.Key, header.Value)), ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example")]);
            Assert.Equal(status, answer.Status);
        }
    }

    [Theory]
    [InlineData("https://events.example", 200, "https://events.example")] // 51
    [InlineData("https://evil.example", 403, null)]
    public async Task CloudEventsSenderThatAsks_IsAllowedOrNot(string origin, int status, string? allowed)
    {
        await using Receiver receiver = await CloudAsync(new Calls());
        using HttpRequestMessage request = new(HttpMethod.Options, "/hooks");
        request.Headers.TryAddWithoutValidation("WebHook-Request-Origin", origin);
        Answer answer = await Answer.ReadAsync(receiver.Client, request);
        Assert.Equal(status, answer.Status);
        Assert.Equal(allowed, answer.Response.Headers.TryGetValues("WebHook-Allowed-Origin", out IEnumerable<string>? values) ? values.Single() : null);
        Assert.Equal(allowed is not null, answer.Response.Headers.Contains("WebHook-Allowed-Rate"));
    }

    [Fact]
    public async Task CloudEventsOptionsThatAsksForNothing_IsNoMethod()
    {
        await using Receiver receiver = await CloudAsync(new Calls());
        Assert.Equal(405, (await Answer.ReadAsync(receiver.Client, new HttpRequestMessage(HttpMethod.Options, "/hooks"))).Status);
    }

    [Fact]
    public async Task CloudEventInBothModes_IsHandled()
    {
        Calls calls = new();
        await using Receiver receiver = await CloudAsync(calls);
        Answer binary = await receiver.PostSignedAsync("/hooks", WebhookScheme.GitHub, "abc", """{"name":"one"}""", ("ce-specversion", "1.0"), ("ce-type", "com.example.started"), ("ce-source", "/machines"), ("ce-id", "1"));
        Answer structured = await receiver.PostSignedAsync(
            "/hooks", WebhookScheme.GitHub, "abc", Encoding.UTF8.GetBytes("""{"specversion":"1.0","type":"com.example.stopped","source":"/machines","id":"2","data":{"name":"two"}}"""), "application/cloudevents+json");
        Assert.Equal((200, 200), (binary.Status, structured.Status));
        Assert.Equal("ComExampleStartedEvent,ComExampleStoppedEvent", calls.Types);
    }

    private static Task<Receiver> CloudAsync(Calls calls) => Receiver.StartAsync(
        static builder => builder.Services.AddCloudReceiver(),
        app => app.MapCloudWebhooks("/hooks", calls.TakeAsync),
        Setup.Section("Cloud", ("Scheme", "GitHub"), ("Secrets", "abc"), ("AllowedOrigins:0", "https://events.example")));

    private static Task<Receiver> SignAsync(Calls calls) => Receiver.StartAsync(
        static builder => builder.Services.AddSignReceiver(),
        app => app.MapSignWebhooks("/hooks", calls.TakeAsync),
        Setup.Section("Sign", ("Scheme", "DropboxSign"), ("Secrets", DropboxKey)));

    private static Task<Receiver> PayAsync(Calls calls) => Receiver.StartAsync(
        static builder => builder.Services.AddPayReceiver(),
        app => app.MapPayWebhooks("/hooks", calls.TakeAsync),
        Setup.Section("Pay", ("Scheme", "AdyenClassic"), ("Secrets", AdyenKey)));

    private static Task<Receiver> TalkAsync(Calls calls, string scheme, Action<WebhookOptions>? configure = null) => Receiver.StartAsync(
        builder => builder.Services.AddTalkReceiver(configure),
        app => app.MapTalkWebhooks("/hooks", calls.TakeAsync),
        Setup.Section("Talk", ("Scheme", scheme), ("Secrets", "8f742231b10e8888abcd99yyyzzz85a5")));

    private static byte[] Form(ReadOnlyMemory<byte> json, string? fileName) =>
    [
        .. Encoding.UTF8.GetBytes($"--xyz\r\nContent-Disposition: form-data; name=\"json\"{(fileName is null ? "" : $"; filename=\"{fileName}\"")}\r\nContent-Type: application/json\r\n\r\n"),
        .. json.Span,
        .. "\r\n--xyz--\r\n"u8,
    ];
}
