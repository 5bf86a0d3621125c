using Xunit;

namespace TypedWebhooks.Subscriptions.Tests;

public sealed class QuicklySignClientTests
{
    private const string Query = "client_id=%7B%7Bclient_id%7D%7D&client_secret=%7B%7Bclient_secret%7D%7D";
    private const string Pack = "ahFzfnF1aWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWY2VDNXNW9DejVnQWJnMTgyYjYwMDQyZTAM";

    [Theory]
    [InlineData(QuicklySignApiVersion.V0, "/v0/subscriptions")]
    [InlineData(QuicklySignApiVersion.V1, "/v1/webhooks")]
    public async Task Creation_IsTheDocumentedRequest(QuicklySignApiVersion version, string path)
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, Documented.QuicklySignCreated);
        using HttpClient http = new();
        QuicklySignWebhook webhook = await Client(http, server, version).CreateAsync(Pack, new("https://yourownURL.io/test_callback"));
        Assert.Equal("POST " + path, server.Last.Line);
        Assert.Equal(Setup.Compact(Documented.QuicklySignRequest), server.Last.Body);
        Assert.Equal("ahNkZXZ-cXVpY2tseXNpZ24tZGV2chULEghEb2N1bWVudBiAgICAgMDvCww", webhook.EntityKey);
        Assert.Equal("http://api.127.0.0.1.xip.io:8080/v1/test_callback", webhook.Callback!.OriginalString);
        Assert.Equal(("ahNkZXZ-cXVpY2tseXNpZ24tZGV2chkLEgxTdWJzY3JpcHRpb24YgICAgIDwiwoM", null), (webhook.Identifier, webhook.WebhookKey));
        Assert.Equal(new DateTimeOffset(2014, 6, 1, 18, 4, 49, 795, TimeSpan.Zero), webhook.DateCreated);
        Assert.Equal(1401645889795, webhook.DateUpdated!.Value.ToUnixTimeMilliseconds());
        Assert.Empty(webhook.AdditionalMembers);
    }

    [Fact]
    public async Task OtherCalls_AreTheDocumentedLines()
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, Documented.QuicklySignCreated);
        using HttpClient http = new();
        QuicklySignSubscriptionClient client = Client(http, server, QuicklySignApiVersion.V1);
        await client.GetAsync("KEY");
        await client.ListAsync(Pack);
        await client.DeleteAsync("KEY");
        await client.DeleteByEntityAsync(Pack);
        Assert.Equal(
            ["GET /v1/webhooks/KEY?" + Query, $"GET /v1/webhooks?{Query}&entity_key={Pack}", "DELETE /v1/webhook/KEY?" + Query, $"DELETE /v1/webhook?{Query}&entity_key={Pack}"],
            server.All.Select(static asked => asked.Line));
    }

    [Theory]
    [InlineData("""{"webhook_key":"w","key":"k"}""", "w")]
    [InlineData("""{"subscription_key":"s","key":"k"}""", "s")]
    [InlineData("""{"webhook_key":"","key":"k","date_created":"soon","date_updated":1e300}""", "k")]
    public async Task Identifier_IsTheVersionsKeyWhereThereIsOne(string webhook, string identifier)
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, """{"data":{"subscription":""" + webhook + "}}");
        using HttpClient http = new();
        QuicklySignWebhook read = await Client(http, server, QuicklySignApiVersion.V0).GetAsync("KEY");
        Assert.Equal((identifier, null, null), (read.Identifier, read.DateCreated, read.DateUpdated));
    }

    [Theory]
    [InlineData("""{"data":{"webhooks":[{"key":"a"},{"key":"b"}]}}""", 2)]
    [InlineData("""{"data":{"webhook":[{"key":"a"}]}}""", 1)]
    [InlineData("""{"data":[{"key":"a"}]}""", 1)]
    [InlineData("""{"data":{"webhook":{"key":"a"}}}""", 1)]
    [InlineData("""{"data":{"subscriptions":[]}}""", 0)]
    [InlineData("""{"data":{}}""", null)]
    [InlineData("""{"data":{"webhooks":[{"key":"a"},{"name":"b"}]}}""", null)]
    public async Task List_IsReadInEachFormAndNeverShortened(string answer, int? count)
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, answer);
        using HttpClient http = new();
        Task<IReadOnlyList<QuicklySignWebhook>> list = Client(http, server, QuicklySignApiVersion.V1).ListAsync(Pack);
        if (count is null)
        {
            Assert.Equal(answer, (await Assert.ThrowsAsync<WebhookSubscriptionException>(() => list)).Body);
        }
        else
        {
            Assert.Equal(count, (await list).Count);
        }
    }

    [Fact]
    public async Task FailureInTheEnvelope_IsAFailureOfEachCall()
    {
        const string Body = """{ "status": { "status_code": 404 }, "data": { "webhook": { "key": "k" } } }""";
        await using LocalServer server = await LocalServer.SayingAsync(200, Body);
        using HttpClient http = new();
        QuicklySignSubscriptionClient client = Client(http, server, QuicklySignApiVersion.V1);
        foreach (Func<Task> call in new Func<Task>[] { () => client.GetAsync("k"), () => client.ListAsync(Pack), () => client.DeleteAsync("k"), () => client.DeleteByEntityAsync(Pack) })
        {
            WebhookSubscriptionException failure = await Assert.ThrowsAsync<WebhookSubscriptionException>(call);
            Assert.Equal((404, Body), ((int)failure.StatusCode!, failure.Body));
        }
    }

    [Fact]
    public async Task DeletePath_TakesTheDocumentationsPlace()
    {
        await using LocalServer server = await LocalServer.SayingAsync(204, "");
        using HttpClient http = new();
        QuicklySignSubscriptionOptions options = Setup.QuicklySign(server);
        options.DeletePath = "webhooks";
        await new QuicklySignSubscriptionClient(http, options).DeleteAsync("KEY");
        Assert.StartsWith("DELETE /v1/webhooks/KEY?", server.Last.Line);
    }

    private static QuicklySignSubscriptionClient Client(HttpClient http, LocalServer server, QuicklySignApiVersion version)
    {
        QuicklySignSubscriptionOptions options = Setup.QuicklySign(server, version: version);
        options.Credentials = new("{{client_id}}", "{{client_secret}}");
        return new(http, options);
    }
}
