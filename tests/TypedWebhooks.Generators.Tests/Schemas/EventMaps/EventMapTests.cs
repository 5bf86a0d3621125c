using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using static TypedWebhooks.Generators.Tests.Schemas.EventMaps.MappedProvider;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>What each key of an event map does, end to end.</summary>
public sealed class EventMapTests
{
    [Fact]
    public void Events_NameSchemasThatDoNotNameThemselves()
    {
        EmittedEvents acme = Load(
            """{ "eventType": "/type", "events": { "order.paid": "order.json", "user.added": "user.json" } }""",
            ("order.json", Order),
            ("user.json", User));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"type":"order.paid","id":1}""")));
        Assert.Equal("UserAddedEvent", NameOf(acme.Parse("""{"type":"user.added","name":"a"}""")));
        Assert.Equal("UnrecognizedAcmeEvent", NameOf(acme.Parse("""{"type":"order.lost","id":1}""")));
        AssertRoundTrip(acme, """{"type":"order.paid","id":1}""");
    }

    [Fact]
    public void Events_ReferToDefinitions()
    {
        EmittedEvents acme = Load(
            """{ "eventType": "/type", "events": { "order.paid": "#/$defs/order", "user.added": "all.json#/$defs/user" } }""",
            ("all.json", $$"""{ "$defs": { "order": {{Order}}, "user": {{User}} } }"""));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"type":"order.paid","id":1}""")));
        Assert.Equal("UserAddedEvent", NameOf(acme.Parse("""{"type":"user.added","name":"a"}""")));
    }

    [Fact]
    public void EventsByAHeader_AreThoseThatTheMapNames()
    {
        Generated generated = GeneratorHarness.Run(Of(
            """{ "eventType": "header X-Acme-Event", "events": { "order.paid": "all.json#/$defs/order" } }""",
            ("all.json", $$"""{ "$defs": { "order": {{Order}}, "user": {{User}} } }"""),
            ("other.json", User)));

        Assert.Empty(generated.Printed);
        Assert.Equal(["OrderPaid"], System.Text.RegularExpressions.Regex.Matches(generated["Acme.AcmeEventTypes.g.cs"], "const string (\\w+)").Select(static name => name.Groups[1].Value));
    }

    [Fact]
    public void EventsNull_IsAnEventWithoutASchema()
    {
        EmittedEvents acme = Load("""{ "eventType": "/type", "events": { "order.paid": null } }""", ("order.json", """{ "$defs": {} }"""));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"type":"order.paid","anything":[1]}""")));
        AssertRoundTrip(acme, """{"type":"order.paid","anything":[1]}""");
    }

    [Fact]
    public void NameAndDescription_OverrideWhatWouldBe()
    {
        Generated generated = GeneratorHarness.Run(Of(
            """{ "eventType": "/type", "events": { "+1": { "schema": "order.json", "name": "Upvoted", "description": "Someone likes it." } } }""",
            ("order.json", Order)));

        Assert.Contains("/// <summary>Someone likes it.</summary>", generated.TypeCode("Acme.UpvotedEvent"));
        Assert.Equal("UpvotedEvent", NameOf(new EmittedEvents("Acme", generated).Parse("""{"type":"+1","id":1}""")));
    }

    [Fact]
    public void NameAlone_RenamesAnEventThatTheSchemaHas()
    {
        EmittedEvents acme = Load(
            """{ "events": { "ping": { "name": "Hello" } } }""",
            ("all.json", Schema.Of([Schema.Event("ping"), Schema.Event("pong")])));

        Assert.Equal("HelloEvent", NameOf(acme.Parse("""{"type":"ping"}""")));
        Assert.Equal("PongEvent", NameOf(acme.Parse("""{"type":"pong"}""")));
    }

    [Fact]
    public void LongestPattern_Wins()
    {
        EmittedEvents acme = Load(
            """
            {
              "eventType": "/type",
              "names": ["order.paid", "order.refund.made", "user.added", "order.lost"],
              "events": { "*": null, "order.*": "order.json", "order.refund.*": "user.json", "order.lost": null }
            }
            """,
            ("order.json", Order),
            ("user.json", User));

        Assert.Equal("UnrecognizedAcmeEvent", NameOf(acme.Parse("""{"type":"order.paid"}""")));
        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"type":"order.paid","id":1}""")));
        Assert.Equal("OrderRefundMadeEvent", NameOf(acme.Parse("""{"type":"order.refund.made","name":"a"}""")));
        Assert.Equal("UserAddedEvent", NameOf(acme.Parse("""{"type":"user.added"}""")));
        Assert.Equal("OrderLostEvent", NameOf(acme.Parse("""{"type":"order.lost"}""")));
    }

    [Fact]
    public void Names_AreReadFromWhereTheSchemaListsThem()
    {
        EmittedEvents acme = Load(
            """{ "eventType": "/type", "names": "#/$defs/name/enum", "events": { "*": "#/$defs/order" } }""",
            ("all.json", $$"""{ "$defs": { "order": {{Order}}, "name": { "enum": ["order.paid", "order.lost"] } } }"""));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"type":"order.paid","id":1}""")));
        Assert.Equal("OrderLostEvent", NameOf(acme.Parse("""{"type":"order.lost","id":1}""")));
    }

    [Fact]
    public void DiscoverByPath_TakesFolderAndFile()
    {
        EmittedEvents acme = Load(
            """{ "eventType": ["header X-Acme-Event", "/action?"], "discover": { "schemas": ["*/*.schema.json", "!common/*"], "names": "path" } }""",
            ("order/paid.schema.json", Action("paid")),
            ("order/lost.schema.json", Action("lost")),
            ("ping/event.schema.json", Order),
            ("common/user.schema.json", User));

        Assert.NotNull(acme.Type("OrderPaidEvent"));
        Assert.NotNull(acme.Type("OrderLostEvent"));
        Assert.NotNull(acme.Type("OrderEvent"));
        Assert.NotNull(acme.Type("PingEvent"));
        Assert.Null(acme.Assembly.GetType("Consumer.Acme.UserEvent"));
    }

    [Fact]
    public void DiscoverWithoutSchemas_TakesEveryDocument()
    {
        EmittedEvents acme = Load(
            """{ "eventType": "/type", "discover": { "names": "path" } }""",
            ("order-paid.json", Order),
            ("user-added.json", User));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"type":"order-paid","id":1}""")));
        Assert.Equal("UserAddedEvent", NameOf(acme.Parse("""{"type":"user-added","name":"a"}""")));
    }

    [Fact]
    public void DiscoverByPointer_ReadsACustomKeyword()
    {
        EmittedEvents acme = Load(
            """{ "eventType": "/type", "discover": { "schemas": "#/$defs/*", "names": "/x-event" } }""",
            ("all.json", """{ "$defs": { "a": { "x-event": "order.paid", "type": "object", "properties": { "id": { "type": "integer" } } }, "b": { "x-event": ["user.added", "user.gone"], "type": "object", "properties": { "name": { "type": "string" } } } } }"""));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"type":"order.paid","id":1}""")));
        Assert.Equal("UserGoneEvent", NameOf(acme.Parse("""{"type":"user.gone","name":"a"}""")));
    }

    [Fact]
    public void Separator_StandsBetweenTheParts()
    {
        EmittedEvents acme = Load(
            """{ "eventType": ["/kind", "/verb?"], "separator": "/", "events": { "order/paid": "order.json", "order": "order.json" } }""",
            ("order.json", Order));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"kind":"order","verb":"paid","id":1}""")));
        AssertRoundTrip(acme, """{"kind":"order","verb":"paid","id":1}""");

        // An optional part that makes no known name is dropped.
        Assert.StartsWith("Order", NameOf(acme.Parse("""{"kind":"order","verb":"lost","id":1}""")));
        Assert.StartsWith("Order", NameOf(acme.Parse("""{"kind":"order","id":1}""")));
    }

    [Fact]
    public void Version_IsPartOfTheKey()
    {
        EmittedEvents acme = Load(
            """
            {
              "eventType": "/type", "version": "/version",
              "events": {
                "order.paid": { "schema": "order.json", "versions": ["1", "2"] },
                "user.added": "user.json"
              }
            }
            """,
            ("order.json", Order),
            ("user.json", User));

        Assert.Equal("OrderPaid1Event", NameOf(acme.Parse("""{"type":"order.paid","version":"1","id":1}""")));
        Assert.Equal("OrderPaid2Event", NameOf(acme.Parse("""{"type":"order.paid","version":"2","id":1}""")));
        Assert.Equal("UnrecognizedAcmeEvent", NameOf(acme.Parse("""{"type":"order.paid","version":"3","id":1}""")));
        Assert.Equal("UserAddedEvent", NameOf(acme.Parse("""{"type":"user.added","version":"7","name":"a"}""")));
        AssertRoundTrip(acme, """{"type":"user.added","version":"7","name":"a"}""");
    }

    [Theory]
    [InlineData("\"version\": { \"const\": 1 }", "\"version\": { \"const\": 2 }")]
    [InlineData("\"version\": { \"type\": \"integer\", \"enum\": [1.0] }", "\"version\": { \"enum\": [2e0] }")]
    [InlineData("\"version\": { \"allOf\": [{ \"type\": \"integer\" }, { \"const\": 1 }] }", "\"version\": { \"oneOf\": [{ \"const\": 2 }, { \"const\": 3 }] }")]
    public void VersionThatIsANumberInTheSchema_IsPartOfTheKey(string first, string second)
    {
        static string Paid(string version) =>
            $$"""{ "type": "object", "required": ["type", "version"], "properties": { "type": { "const": "order.paid" }, {{version}}, "id": { "type": "integer" } } }""";

        EmittedEvents acme = Load(
            """{ "eventType": "/type", "version": "/version", "discover": { "schemas": "*.json" } }""",
            ("v1.json", Paid(first)),
            ("v2.json", Paid(second)));

        Assert.Equal("OrderPaid1Event", NameOf(acme.Parse("""{"type":"order.paid","version":1,"id":1}""")));
        Assert.Equal("OrderPaid2Event", NameOf(acme.Parse("""{"id":1,"version":2,"type":"order.paid"}""")));
        Assert.Equal("OrderPaid2Event", NameOf(acme.Parse("""{"type":"order.paid","version":20e-1}""")));
        Assert.Equal("UnrecognizedAcmeEvent", NameOf(acme.Parse("""{"type":"order.paid","version":"1"}""")));
        Assert.Equal("order.paid.1.5", acme.Parse("""{"type":"order.paid","version":1.50}""").EventType);
        Assert.Equal("""{"type":"order.paid","version":2.0,"id":1}""", acme.RoundTrip("""{"type":"order.paid","version":2.0,"id":1}"""));
        Assert.Equal("""{"type":"order.paid","version":2}""", acme.RoundTrip("""{"version":2,"type":"order.paid"}"""));
    }

    [Theory]
    [InlineData("", "2", "OrderPaid2Event")]
    [InlineData("", "\"2\"", "OrderPaid2Event")]
    [InlineData(", \"version\": true", "2", "OrderPaid2Event")]
    [InlineData(", \"version\": true", "\"2\"", "OrderPaid2Event")]
    [InlineData(", \"version\": { \"type\": [\"string\", \"integer\"] }", "\"2\"", "OrderPaid2Event")]
    [InlineData(", \"version\": { \"type\": [\"string\", \"integer\"] }", "2", "OrderPaid2Event")]
    [InlineData(", \"version\": { \"type\": \"string\" }", "\"2\"", "OrderPaid2Event")]
    [InlineData(", \"version\": { \"type\": \"number\" }", "1.50", "OrderPaid1_5Event")]
    [InlineData(", \"version\": { \"type\": \"number\" }", "2.0", "OrderPaid2Event")]
    [InlineData(", \"version\": { \"type\": \"number\" }", "-0.025e1", "OrderPaid0_25Event")]
    public void VersionThatIsANumberInTheMap_IsFoundHoweverItIsWritten(string member, string version, string name)
    {
        EmittedEvents acme = Load(
            """{ "eventType": "/type", "version": "/version", "events": { "order.paid": { "schema": "order.json", "versions": ["2", 1.5, -0.25] } } }""",
            ("order.json", $$"""{ "type": "object", "properties": { "id": { "type": "integer" }{{member}} } }"""));
        string json = $$"""{"type":"order.paid","version":{{version}}}""";

        Assert.Equal(name, NameOf(acme.Parse(json)));
        AssertRoundTrip(acme, json);
    }

    [Fact]
    public void BranchesOfOneSchema_MayDifferInAnyPart()
    {
        static string Branch(string type, int version) =>
            $$"""{ "type": "object", "properties": { "type": { "const": "{{type}}" }, "version": { "const": {{version}} } } }""";

        EmittedEvents acme = Load(
            """{ "eventType": "/type", "version": "/version" }""",
            ("all.json", $$"""{ "oneOf": [{{Branch("paid", 1)}}, {{Branch("paid", 2)}}, {{Branch("lost", 1)}}] }"""));

        Assert.Equal("Paid2Event", NameOf(acme.Parse("""{"type":"paid","version":2}""")));
        Assert.Equal("Lost1Event", NameOf(acme.Parse("""{"type":"lost","version":1}""")));
    }

    [Fact]
    public void CloudEvents_HaveTheirPayloadInData()
    {
        EmittedEvents acme = Load(
            """{ "body": "cloudevents", "events": { "com.acme.order.paid": "order.json" } }""",
            ("order.json", Order));
        const string Json = """{"specversion":"1.0","id":"a","source":"/acme","type":"com.acme.order.paid","time":"2024-11-15T00:00:00Z","data":{"id":1},"traceparent":"00-1"}""";

        dynamic e = acme.Parse(Json);

        Assert.Equal("ComAcmeOrderPaidEvent", NameOf((object)e));
        Assert.Equal("/acme", (string)e.Source);
        Assert.Equal(1L, (long)e.Data.Id);
        Assert.True(Corpus.AreEqual(Json, acme.RoundTrip(Json)));
        Assert.Equal("UnrecognizedAcmeEvent", NameOf(acme.Parse(Json.Replace("order.paid", "order.lost"))));
        Assert.Equal("UnrecognizedAcmeEvent", NameOf(acme.Parse(Json.Replace("\"id\":1", "\"id\":\"x\""))));
    }

    [Fact]
    public void CloudEventsWithoutASchema_HaveTheEnvelope()
    {
        EmittedEvents acme = Load("""{ "body": "cloudevents", "names": ["order.paid"] }""");
        const string Json = """{"specversion":"1.0","id":"a","source":"/acme","type":"order.paid"}""";

        Assert.Equal("/acme", (string)acme.Parse(Json).Source);
        AssertRoundTrip(acme, Json);
        AssertRoundTrip(acme, Json.Replace("}", ",\"data\":[1]}"));
    }

    [Fact]
    public void CloudEventsThatAreDiscovered_AreNamedByTheEnvelope()
    {
        EmittedEvents acme = Load(
            """{ "body": "cloudevents", "eventType": ["/type", "/data/type"], "discover": { "schemas": "*/*.json", "names": "path" } }""",
            ("order/hook.json", """{ "type": "object", "properties": { "type": { "enum": ["paid", "lost"] }, "id": { "type": "integer" } } }"""));

        Assert.Equal("OrderPaidEvent", NameOf(acme.Parse("""{"specversion":"1.0","id":"a","source":"/acme","type":"order","data":{"type":"paid"}}""")));
    }

    [Fact]
    public void NamesWithoutSchemas_AreEvents()
    {
        EmittedEvents acme = Load("""{ "eventType": "/type", "names": ["order.paid", "order.lost"] }""");

        Assert.Equal("OrderLostEvent", NameOf(acme.Parse("""{"type":"order.lost","id":1}""")));
    }

    private static void AssertRoundTrip(EmittedEvents acme, string json) => Assert.True(Corpus.AreEqual(json, acme.RoundTrip(json)), acme.RoundTrip(json));

    private static string Action(string name) =>
        $$"""{ "type": "object", "required": ["action"], "properties": { "action": { "const": "{{name}}" }, "id": { "type": "integer" } } }""";
}
