using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Generator.Batches;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Receiving;

/// <summary>What a receiver that knows no provider gets of each: who it is, the same events that <c>Parse</c> gives, and their handlers.</summary>
public sealed class ReceivedEventTests
{
    private const string Follow = """{"type":"follow","user":"u"}""";
    private const string Message = """{"type":"message","text":"hello"}""";
    private const string Order = """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } }""";

    [Fact]
    public void PlainProvider_IsDescribedAndRead()
    {
        EmittedEvents telia = new("Telia", GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia")));
        Receiver receiver = Receiver.Of(telia, "Telia");
        Assert.Same(receiver.Provider, receiver.Provider);
        Assert.Equal("Telia", receiver.Provider.Name);
        Assert.Equal(["signaturerequestcompleted", "signatorysigned"], receiver.Provider.EventTypes);
        Assert.Null(receiver.Provider.EventNameHeader);
        Assert.Null(receiver.Provider.BodyField);
        Assert.Equal(WebhookBodyKind.Json, receiver.Provider.BodyKind);
        Assert.False(receiver.Provider.HasBatches || receiver.Provider.IsCloudEvents);
        const string json = """{"EventType":"signatorydeclined"}""";
        Delivered delivered = receiver.Parse(json);
        Assert.False(delivered.IsBatch);
        Assert.Equal((object)telia.Parse(json), Assert.Single(delivered.Events));
        Assert.Equal(UnrecognizedReason.UnknownEventType, receiver.ReasonOf(delivered.Events[0]));
        Assert.ThrowsAny<JsonException>(() => receiver.Parse("[]"));
    }

    /// <summary>Case does not count in a header's name, and which of two headers is meant is for the endpoint to say.</summary>
    [Theory]
    [InlineData("x-acme-event", "order.paid", """{"id":1}""", "OrderPaidEvent")]
    [InlineData("X-Acme-Event", "order.lost", """{"id":1}""", "UnrecognizedAcmeEvent")]
    [InlineData("X-Other", "order.paid", """{"id":1}""", "UnrecognizedAcmeEvent")]
    public void NameInAHeader_IsTakenFromIt(string header, string value, string json, string expected)
    {
        EmittedEvents events = MappedProvider.Load("""{ "eventType": "header X-Acme-Event", "events": { "order.paid": "order.json" } }""", ("order.json", Order));
        Receiver receiver = Receiver.Of(events);
        Assert.Equal("X-Acme-Event", receiver.Provider.EventNameHeader);
        WebhookObject e = Assert.Single(receiver.Parse(json, (header, value)).Events);
        Assert.Equal(expected, e.GetType().Name);
        Assert.Equal((object)events.Parse(header == "X-Other" ? null : value, json), e);
        Assert.Equal(expected, Assert.Single(receiver.Parse(json, (header, value), ("X-Acme-Event", "order.later")).Names));
    }

    /// <summary>A part in the body makes the name up with that in the header.</summary>
    [Fact]
    public void NameInAHeaderAndInTheBody_IsMadeUpOfBoth()
    {
        Receiver receiver = Receiver.Of(MappedProvider.Load(
            """{ "eventType": ["header X-Event", "/action?"], "events": { "issues.opened": "order.json", "ping": "order.json" } }""", ("order.json", Order)));
        Assert.Equal("X-Event", receiver.Provider.EventNameHeader);
        Assert.Equal(["IssuesOpenedEvent"], receiver.Parse("""{"id":1,"action":"opened"}""", ("X-Event", "issues")).Names);
        Assert.Equal(["PingEvent"], receiver.Parse("""{"id":1}""", ("X-Event", "ping")).Names);
    }

    [Theory]
    [InlineData("""{"id":1}""", "UnrecognizedAcmeEvent")]
    [InlineData("""{"type":"order.paid"}""", "OrderPaidEvent")]
    public void NameThatOnlyTheUrlHas_IsNotThere(string json, string expected)
    {
        EmittedEvents events = new("Acme", new SchemaText(
            "/consumer/schemas/acme/acme.json",
            """
            { "openapi": "3.1.0", "info": { "title": "Acme", "version": "1" }, "webhooks": {
                "order.paid": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["type"], "properties": { "type": { "const": "order.paid" } } } } } } } },
                "order.gone": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["type"], "properties": { "type": { "const": "order.gone" } } } } } } } },
                "events.given": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "integer" } } } } } } } } } }
            """,
            ("Provider", "Acme")));
        Receiver receiver = Receiver.Of(events);
        Assert.Null(receiver.Provider.EventNameHeader);
        Assert.Equal([expected], receiver.Parse(json).Names);
    }

    [Theory]
    [InlineData("multipart json", WebhookBodyKind.Multipart, "json")]
    [InlineData("form payload", WebhookBodyKind.Form, "payload")]
    public void Form_IsNamedAndItsFieldIsRead(string body, WebhookBodyKind kind, string field)
    {
        Receiver receiver = Receiver.Of(MappedProvider.Load($$"""{ "eventType": "/type", "body": "{{body}}", "events": { "a": "any.json" } }""", ("any.json", """{ "type": "object" }""")));
        Assert.Equal(kind, receiver.Provider.BodyKind);
        Assert.Equal(field, receiver.Provider.BodyField);
        Assert.Equal(["AEvent"], receiver.Parse("""{"type":"a"}""").Names);
    }

    public static TheoryData<string, string[]> Batches => new()
    {
        { "{\"destination\":\"d\",\"events\":[" + Follow + "," + Message + ",7]}", ["FollowEvent", "MessageEvent", "UnrecognizedAcmeEvent"] },
        { """{"destination":"d","events":[]}""", [] },
        { "[" + Follow + "]", ["FollowEvent"] },
        { Follow, ["FollowEvent"] },
        { "null", ["UnrecognizedAcmeEvent"] },
    };

    [Theory]
    [MemberData(nameof(Batches))]
    public void Batch_GivesItsEvents(string json, string[] expected)
    {
        Receiver receiver = Receiver.Of(BatchProvider.Envelope.Events);
        Assert.True(receiver.Provider.HasBatches);
        Delivered delivered = receiver.Parse(json);
        Assert.True(delivered.IsBatch);
        Assert.Equal(expected, delivered.Names);
        Assert.Equal(BatchProvider.EventsIn(BatchProvider.Envelope.Parse(json)), delivered.Events);
    }

    [Fact]
    public void BatchWhoseEventsAHeaderNames_IsTold()
    {
        Receiver receiver = Receiver.Of(MappedProvider.Load(
            """{ "eventType": "header X-Event", "batch": "/*", "events": { "order": "order.json" } }""", ("order.json", Order)));
        Assert.Equal(["OrderEvent", "OrderEvent"], receiver.Parse("""[{"id":1},{"id":2}]""", ("X-Event", "order")).Names);
        Assert.Equal(["UnrecognizedAcmeEvent"], receiver.Parse("""[{"id":1}]""").Names);
    }

    [Fact]
    public void Lines_GiveAnEventEach()
    {
        Receiver receiver = Receiver.Of(BatchProvider.Lines.Events);
        Assert.Equal(WebhookBodyKind.JsonLines, receiver.Provider.BodyKind);
        Assert.True(receiver.Provider.HasBatches);
        Assert.Equal(["FollowEvent", "MessageEvent"], receiver.Parse(Follow + "\n" + Message + "\n").Names);
    }

    [Theory]
    [InlineData("application/json", "ThingDoneEvent", """{"n":1}""", "ce-type: thing.done", "CE-ID: 1", "ce-source: /s", "ce-specversion: 1.0")]
    [InlineData("application/cloudevents+json", "ThingDoneEvent", """{"specversion":"1.0","id":"1","source":"/s","type":"thing.done","data":{"n":1}}""")]
    [InlineData("application/cloudevents-batch+json", "UnrecognizedAcmeEvent", "[7]")]
    public void CloudEvent_IsReadInEachOfItsModes(string contentType, string expected, string body, params string[] headers)
    {
        Receiver receiver = Receiver.Of(MappedProvider.Load(
            """{ "eventType": "/type", "body": "cloudevents", "events": { "thing.done": "hooks.json" } }""",
            ("hooks.json", """{ "type": "object", "properties": { "n": { "type": "integer" } } }""")));
        Assert.True(receiver.Provider.IsCloudEvents && receiver.Provider.HasBatches);
        Assert.Equal(
            [expected],
            receiver.Parse(body, [("Content-Type", contentType), .. headers.Select(static header => header.Split(": ")).Select(static header => (header[0], header[1]))]).Names);
    }

    [Fact]
    public void SelectedEvents_AllNamesAreTold()
    {
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(Schema.Of([Schema.Event("first"), Schema.Event("second")]), ("Events", "second")));
        Receiver receiver = Receiver.Of(events);
        Assert.Equal(["first", "second"], receiver.Provider.EventTypes);
        Assert.Equal(UnrecognizedReason.NotSelected, receiver.ReasonOf(receiver.Parse("""{"type":"first"}""").Events[0]));
        Assert.Null(receiver.ReasonOf(receiver.Parse("""{"type":"second"}""").Events[0]));
    }

    /// <summary>The names of the interface are none of the events' own, and hide none.</summary>
    [Fact]
    public async Task MembersAndEventsOfTheSameNames_AreWhatTheSchemaSays()
    {
        const string members = """
            "provider": { "type": "string" }, "reason": { "type": "string" }, "unrecognizedReason": { "type": "integer" }, "dispatchAsync": { "type": "boolean" },
            "parseDelivery": { "type": "string" }, "s_webhookProvider": { "type": "string" }, "events": { "type": "string" }, "headers": { "type": "string" }
            """;
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(Schema.Of(
            Schema.Event("provider", members), Schema.Event("webhookProvider"), Schema.Event("acmeWebhookEndpoints"), Schema.Event("parseDelivery"), Schema.Event("reason"))));
        Receiver receiver = Receiver.Of(events);
        WebhookObject e = receiver.Parse("""{"type":"provider","provider":"p","unrecognizedReason":3,"dispatchAsync":true}""").Events[0];
        Assert.Equal("p", BatchProvider.Get(e, "Provider"));
        Assert.Equal(3, Convert.ToInt32(BatchProvider.Get(e, "UnrecognizedReason"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(receiver.ReasonOf(e));
        await receiver.DispatchAsync(e, receiver.Services(new WebhookContext(Receiver.Delivery("Acme", "{}"))));
        Assert.Equal(["0 " + e.GetType().Name], receiver.Took);
    }

    /// <summary>Nothing is added to what a consumer sees of the root.</summary>
    [Fact]
    public void PublicMembers_AreNoMore()
    {
        Type root = BatchProvider.Envelope.Events.Type("AcmeEvent");
        Assert.Equal(["EventType"], root.GetProperties().Where(property => property.DeclaringType == root).Select(static property => property.Name));
        Assert.Single(root.GetMethods(), method => method.DeclaringType == root && method.Name == "DispatchAsync");
        Assert.DoesNotContain(root.GetMethods(), static method => method.Name.Contains("Delivery", StringComparison.Ordinal));
    }

    [Fact]
    public void InternalProvider_IsReceivedToo()
    {
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(Schema.Of([Schema.Event("a"), Schema.Event("b")]), ("Access", "internal")));
        Assert.False(events.Type("AcmeEvent").IsVisible);
        Assert.Equal(["AEvent"], Receiver.Of(events).Parse("""{"type":"a"}""").Names);
    }

    [Fact]
    public void Versions_AreProvidersOfTheirOwn()
    {
        Generated generated = GeneratorHarness.Run(Versions.VersionSamples.V3(), Versions.VersionSamples.V4());
        System.Reflection.Assembly assembly = generated.Load();
        Assert.Equal("Shop.V3", Receiver.Of(assembly.GetType("Consumer.Shop.V3.ShopEvent", throwOnError: true)!).Provider.Name);
        Assert.Equal("Shop.V4", Receiver.Of(assembly.GetType("Consumer.Shop.V4.ShopEvent", throwOnError: true)!).Provider.Name);
    }

    [Fact]
    public async Task Processor_SkipsWhatWasHandledAndSaysWhatIsNow()
    {
        Receiver receiver = Receiver.Of(BatchProvider.Envelope.Events);
        const string body = "{\"destination\":\"d\",\"events\":[" + Follow + "," + Message + "," + Follow + "]}";
        receiver.Refused = "MessageEvent";
        Assert.Equal("0,2", await receiver.ProcessAsync(body, [0]));
        Assert.Equal(["2 FollowEvent", "failed 1"], receiver.Took);
        receiver.Refused = null;
        receiver.Took.Clear();
        Assert.Equal("0,1,2", await receiver.ProcessAsync(body, [0, 2]));
        Assert.Equal(["1 MessageEvent"], receiver.Took);
    }

    [Theory]
    [InlineData(new int[0], "0 PaidEvent")]
    [InlineData(new[] { 0 }, "")]
    public async Task Processor_OfASingleEvent(int[] handled, string took)
    {
        Receiver receiver = Receiver.Of(new EmittedEvents("Acme", GeneratorHarness.Acme(Schema.Of([Schema.Event("paid"), Schema.Event("lost")]))));
        Assert.Equal("0", await receiver.ProcessAsync("""{"type":"paid"}""", handled));
        Assert.Equal(took, string.Join(" ", receiver.Took));
    }

    [Fact]
    public async Task Processor_TakesTheFieldOfAForm()
    {
        Receiver receiver = Receiver.Of(MappedProvider.Load("""{ "eventType": "/type", "body": "form payload", "events": { "a": "any.json" } }""", ("any.json", """{ "type": "object" }""")));
        Assert.Equal("0", await receiver.ProcessAsync("x=1&payload=%7B%22type%22:%22a%22%7D", [], ("Content-Type", "application/x-www-form-urlencoded")));
        Assert.Equal(["0 AEvent"], receiver.Took);
        await Assert.ThrowsAnyAsync<JsonException>(() => receiver.ProcessAsync("x=1", [], ("Content-Type", "application/x-www-form-urlencoded")));
    }

    [Fact]
    public async Task Handshake_AsksNoHandlerAndIsHandled()
    {
        Receiver receiver = Receiver.Of(MappedProvider.Load(
            """{ "eventType": "/type", "handshakes": ["url_verification"], "events": { "a": "any.json" } }""", ("any.json", """{ "type": "object" }""")));
        const string body = """{"type":"url_verification","challenge":"c"}""";
        Assert.Equal(UnrecognizedReason.Handshake, receiver.ReasonOf(receiver.Parse(body).Events[0]));
        Assert.Equal("0", await receiver.ProcessAsync(body, []));
        Assert.Empty(receiver.Took);
    }

    /// <summary>Without anybody who takes it, an event would be lost.</summary>
    [Fact]
    public async Task WithoutAHandler_Throws()
    {
        Receiver receiver = Receiver.Of(BatchProvider.Envelope.Events);
        WebhookObject e = receiver.Parse(Follow).Events[0];
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await receiver.DispatchAsync(e, new NoServices()));
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
