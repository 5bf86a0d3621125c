using Xunit;

namespace TypedWebhooks.Subscriptions.Tests;

public sealed class TeliaClientTests
{
    [Fact]
    public async Task Catalogue_IsReadAndKeptToTheByte()
    {
        await using LocalServer server = await LocalServer.StartAsync(new TeliaServer().AnswerAsync);
        using HttpClient http = new();
        TeliaSubscriptionClient client = new(http, Setup.Telia(server));
        TeliaHook hook = (await client.ListHooksAsync())[1];
        Assert.Equal(("signatorysigned", "The signatory signed the request."), (hook.EventType, hook.Description));
        Assert.Equal("guid", hook.PayloadSchema!.Value.GetProperty("EventData").GetProperty("SignatoryId").GetString());
        Assert.Equal(Documented.TeliaCatalogue, await client.GetCatalogueAsync());
        Assert.Equal("GET /hooks/v1", server.Last.Line);
    }

    [Theory]
    [InlineData("SignatureRequestCompleted")]
    [InlineData("signaturerequestcompleted")]
    public async Task Creation_IsTheDocumentedRequest(string eventType)
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, Documented.TeliaCreated);
        using HttpClient http = new();
        string id = await new TeliaSubscriptionClient(http, Setup.Telia(server)).CreateAsync(new(new("https://your-site.com/notifications"), eventType)
        {
            Description = "Notifications for completed signature requests",
            Headers = { ["client-id"] = "your id", ["client-secret"] = "your secret" },
        });
        Assert.Equal("12300000-0000-0000-0000-000000000000", id);
        Assert.Equal("POST /hooks/v1/subscription", server.Last.Line);
        Assert.Equal(Setup.Compact(Documented.TeliaRequest), server.Last.Body);
        Assert.Equal(("Bearer " + TeliaServer.Token, TeliaServer.Key, "application/json"), (server.Last.Headers["Authorization"], server.Last.Headers["Ocp-Apim-Subscription-Key"], server.Last.Headers["Content-Type"]));
    }

    [Fact]
    public async Task CreationWithoutWhatIsOptional_LeavesItOutAndKeepsUnknownNames()
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, Documented.TeliaCreated);
        using HttpClient http = new();
        await new TeliaSubscriptionClient(http, Setup.Telia(server)).CreateAsync(new(new("https://your-site.com/n?a=1&b='ä'"), "somethingNew"));
        Assert.Equal("""{"Uri":"https://your-site.com/n?a=1&b='ä'","EventType":"somethingNew"}""", server.Last.Body);
    }

    [Fact]
    public async Task ListAndOne_AreTheDocumentedAnswers()
    {
        TeliaServer telia = new();
        telia.Keep("00000000-1111-2222-3333-444444444444", "signaturerequeststatusupdated", "https://your-site.com/notifications", "Your description");
        telia.Keep("00000000-1111-2222-3333-555555555555", "signaturerequestcompleted", "https://your-site.com/notifications", "Your description");
        await using LocalServer server = await LocalServer.StartAsync(telia.AnswerAsync);
        using HttpClient http = new();
        http.DefaultRequestHeaders.Authorization = new("Bearer", TeliaServer.Token);
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", TeliaServer.Key);
        Assert.Equal(Documented.TeliaList, await http.GetStringAsync(new Uri(server.Address, "/hooks/v1/subscription")));
        Assert.Equal(Documented.TeliaOne, await http.GetStringAsync(new Uri(server.Address, "/hooks/v1/subscription/00000000-1111-2222-3333-444444444444?eventType=signaturerequeststatusupdated")));

        using HttpClient plain = new();
        TeliaSubscriptionClient client = new(plain, Setup.Telia(server));
        IReadOnlyList<TeliaSubscription> all = await client.ListAsync();
        Assert.Equal(["signaturerequeststatusupdated", "signaturerequestcompleted"], all.Select(static one => one.EventType));
        TeliaSubscription one = await client.GetAsync(all[0].Id, all[0].EventType!);
        Assert.Equal("GET /hooks/v1/subscription/00000000-1111-2222-3333-444444444444?eventType=signaturerequeststatusupdated", server.Last.Line);
        Assert.Equal(("00000000-1111-2222-3333-444444444444", "https://your-site.com/notifications", "Your description"), (one.Id, one.Uri!.OriginalString, one.Description));
        Assert.Empty(one.AdditionalMembers);
        await client.DeleteAsync(one.Id, one.EventType!);
        Assert.Equal("DELETE /hooks/v1/subscription/00000000-1111-2222-3333-444444444444?eventType=signaturerequeststatusupdated", server.Last.Line);
    }

    [Fact]
    public async Task UnknownMembersAndOtherKinds_AreKept()
    {
        await using LocalServer server = await LocalServer.SayingAsync(200, """{ "id": 7, "uri": ["x"], "isActive": true }""");
        using HttpClient http = new();
        TeliaSubscription one = await new TeliaSubscriptionClient(http, Setup.Telia(server)).GetAsync("7", "x");
        Assert.Equal(("7", null), (one.Id, one.Uri));
        Assert.Equal(["isActive", "uri"], one.AdditionalMembers.Keys.Order());
    }

    [Fact]
    public async Task Delegates_AreAskedForEachCall()
    {
        await using LocalServer server = await LocalServer.StartAsync(new TeliaServer().AnswerAsync);
        using HttpClient http = new();
        Queue<string> tokens = new([TeliaServer.Token, "expired"]);
        TeliaSubscriptionClient client = new(http, new()
        {
            BaseAddress = server.Address,
            GetToken = _ => new(tokens.Dequeue()),
            GetSubscriptionKey = static _ => new(TeliaServer.Key),
        });
        await client.ListAsync();
        Assert.Equal(401, (int)(await Assert.ThrowsAsync<WebhookSubscriptionException>(() => client.ListAsync())).StatusCode!);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task WhatIsNoKey_IsNotAskedFor(string key)
    {
        await using LocalServer server = await LocalServer.SayingAsync(202, "");
        using HttpClient http = new();
        await Assert.ThrowsAsync<ArgumentException>(() => new TeliaSubscriptionClient(http, Setup.Telia(server)).DeleteAsync(key, "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => new QuicklySignSubscriptionClient(http, Setup.QuicklySign(server)).DeleteAsync(key));
        Assert.Empty(server.All);
    }

    [Fact]
    public async Task KeyWithSigns_StaysOneSegment()
    {
        await using LocalServer server = await LocalServer.SayingAsync(202, "");
        using HttpClient http = new();
        await new TeliaSubscriptionClient(http, Setup.Telia(server)).DeleteAsync("a/../b?c#d", "e&f");
        Assert.Equal("DELETE /hooks/v1/subscription/a%2F..%2Fb%3Fc%23d?eventType=e%26f", server.Last.Line);
    }
}
