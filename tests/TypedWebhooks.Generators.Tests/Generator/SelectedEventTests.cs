using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Mapped = TypedWebhooks.Generators.Tests.Schemas.EventMaps.MappedProvider;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Events that are chosen have types; the others are known by their names, and nothing of them is lost.</summary>
public sealed class SelectedEventTests
{
    private const string Hooks = "/consumer/schemas/acme/hooks.json";

    private const string Parts = """
        "paid": { "type": "object", "properties": { "by": { "$ref": "#/$defs/person" }, "how": { "enum": ["card", "cash"] } } },
        "person": { "type": "object", "properties": { "kind": { "enum": ["a", "b"] }, "friends": { "type": "array", "items": { "$ref": "#/$defs/person" } } } },
        "lost": { "type": "object", "properties": { "by": { "$ref": "#/$defs/person" }, "where": { "$ref": "#/$defs/place" } } },
        "place": { "type": "object", "properties": { "name": { "type": "string" } } }
        """;

    private static readonly string s_orders = Schema.Of(
        string.Join(
            ",\n",
            Schema.Event("order.paid", "\"data\": { \"$ref\": \"#/$defs/paid\" }"),
            Schema.Event("order.lost", "\"data\": { \"$ref\": \"#/$defs/lost\" }"),
            Schema.Event("user.gone", "\"place\": { \"$ref\": \"#/$defs/place\" }")),
        Parts);

    [Fact]
    public void ChosenEvent_BringsWhatItReachesAndNothingElse()
    {
        Generated generated = Run("order.paid");
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Equal(
            ["OrderPaidEvent", "Paid", "PaidHow", "Person", "PersonKind"],
            generated.Types.Keys.Where(static type => !type.Contains("Acme", StringComparison.Ordinal) && !type.EndsWith("JsonTexts", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(generated.Sources.Values, static code => code.Contains("OrderLostEvent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("order.paid", """{"type":"order.lost","data":{"where":{"name":"x"},"more":[1.50]}}""", "order.lost")]
    [InlineData("!order.lost", """{"data":7,"type":"order.\u006cost"}""", "order.lost")]
    [InlineData("order.*", """{"type":"user.gone"}""", "user.gone")]
    public void EventThatIsNotChosen_IsKeptWithItsReason(string patterns, string json, string eventType)
    {
        EmittedEvents events = new("Acme", Run(patterns));
        object e = events.Parse(json);
        AssertNotSelected(e, eventType);
        Assert.True(Corpus.AreEqual(json, events.Write(e)));
        Assert.Contains("Events of the provider's item", Get<string>(e, "Message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"order.paid","data":{"how":"card"}}""", "OrderPaidEvent", null)]
    [InlineData("""{"type":"order.paid","data":7}""", "UnrecognizedAcmeEvent", UnrecognizedReason.SchemaMismatch)]
    [InlineData("""{"type":"order.gone"}""", "UnrecognizedAcmeEvent", UnrecognizedReason.UnknownEventType)]
    [InlineData("""{"type":7}""", "UnrecognizedAcmeEvent", UnrecognizedReason.MissingEventType)]
    [InlineData("""{"type":""}""", "UnrecognizedAcmeEvent", UnrecognizedReason.UnknownEventType)]
    public void WhatElseComes_IsAsItWas(string json, string type, UnrecognizedReason? reason)
    {
        EmittedEvents events = new("Acme", Run("order.paid"));
        object e = events.Parse(json);
        Assert.Equal(type, e.GetType().Name);
        Assert.Equal(json, events.Write(e));
        if (reason is not null)
        {
            Assert.Equal(reason, Get<UnrecognizedReason>(e, "Reason"));
        }
    }

    [Fact]
    public void EventTypeTwice_IsRefusedWhereTheEventIsNotChosen() => Assert.Throws<JsonException>(
        () => (object)new EmittedEvents("Acme", Run("order.paid")).Parse("""{"type":"order.lost","type":"order.lost"}"""));

    [Fact]
    public void Names_AreAllThereAndSayWhichAreChosen()
    {
        EmittedEvents events = new("Acme", Run("!order.lost"));
        Type names = events.Type("AcmeEventTypes");
        Assert.Equal("order.lost", names.GetField("OrderLost")!.GetRawConstantValue());
        Assert.Equal(["order.paid", "order.lost", "user.gone"], (IEnumerable<string>)names.GetProperty("All")!.GetValue(null)!);
        Assert.Equal(["order.paid", "user.gone"], (IEnumerable<string>)names.GetProperty("Selected")!.GetValue(null)!);
        Assert.Equal(true, names.GetMethod("IsKnown")!.Invoke(null, ["order.lost"]));
        Assert.Equal(["OrderLost"], names.GetFields().Where(static field => field.IsDefined(typeof(NotSelectedEventTypeAttribute), false)).Select(static field => field.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData("*")]
    [InlineData("order.*; user.gone")]
    public void AllChosen_IsAsWithoutAChoice(string patterns) => Assert.Equal(Run(null).Sources, Run(patterns).Sources);

    [Fact]
    public void NoChoice_SelectedIsAll()
    {
        Type names = new EmittedEvents("Acme", Run(null)).Type("AcmeEventTypes");
        Assert.Same(names.GetProperty("All")!.GetValue(null), names.GetProperty("Selected")!.GetValue(null));
    }

    [Fact]
    public void ProviderThatIgnoresCase_KnowsTheNameInAnyCase()
    {
        EmittedEvents events = new("Telia", GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"), ("Events", "SignatorySigned")));
        const string Json = """{"EventType":"SIGNATUREREQUESTCOMPLETED","Timestamp":7}""";
        object e = events.Parse(Json);
        AssertNotSelected(e, "signaturerequestcompleted");
        Assert.Equal(Json, events.Write(e));
        Assert.NotNull(events.Type("SignatorySignedEvent"));
    }

    /// <summary>A name of two parts: the second is dropped only where that makes a known name, be it that of a chosen event or not.</summary>
    [Theory]
    [InlineData("push", "deleted", "push.deleted", null)]
    [InlineData("issues", "opened", null, null)]
    [InlineData("issues", "deleted", "issues.deleted", null)]
    [InlineData("issues", "other", "issues.other", UnrecognizedReason.UnknownEventType)]
    [InlineData("push", "other", null, null)]
    [InlineData("ping", "any", "ping", null)]
    [InlineData("ping", null, "ping", null)]
    public void NameFromAHeader_IsKnownAsAWhole(string header, string? action, string? unrecognized, UnrecognizedReason? reason)
    {
        EmittedEvents events = Mapped.Load(
            """{ "eventType": ["header X-Event", "/action?"], "events": { "issues.opened": null, "issues.deleted": null, "push": null, "push.deleted": null, "ping": null }, "select": "issues.opened; push" }""",
            ("order.json", """{ "$defs": { "x": { "type": "object" } } }"""));
        string json = action is null ? "{}" : $$"""{"action":"{{action}}"}""";
        object e = events.Type("AcmeEvent").GetMethod("Parse", [typeof(string), typeof(string)])!.Invoke(null, [header, json])!;
        Assert.Equal(unrecognized is not null, e.GetType().Name == "UnrecognizedAcmeEvent");
        Assert.Equal(json, events.Write(e));
        if (unrecognized is not null)
        {
            Assert.Equal(unrecognized, Get<string>(e, "EventType"));
            Assert.Equal(reason ?? UnrecognizedReason.NotSelected, Get<UnrecognizedReason>(e, "Reason"));
        }
    }

    [Theory]
    [InlineData("""["issues.*", "!issues.deleted"]""", "IssuesOpenedEvent")]
    [InlineData("\"!push; !issues.deleted\"", "IssuesOpenedEvent")]
    public void MapThatChooses_IsFollowed(string select, string type)
    {
        EmittedEvents events = Mapped.Load(
            $$"""{ "eventType": "/type", "events": { "push": null, "issues.opened": null, "issues.deleted": null }, "select": {{select}} }""",
            ("order.json", """{ "$defs": {} }"""));
        Assert.Equal([type], events.Assembly.GetExportedTypes().Where(static t => t.Name.EndsWith("Event", StringComparison.Ordinal) && t.IsSealed && !t.Name.StartsWith("Unrecognized", StringComparison.Ordinal)).Select(static t => t.Name));
    }

    [Fact]
    public void ItemAndMapChoose_TheItemIsFollowed()
    {
        SchemaText[] files = [.. Mapped.Of("""{ "eventType": "/type", "events": { "a": null, "b": null }, "select": "a" }""", ("order.json", """{ "$defs": {} }"""))];
        files[0].Metadata["build_metadata.AdditionalFiles.WebhookEvents"] = "b";
        Generated generated = GeneratorHarness.Run(files);
        Assert.Contains("Acme.BEvent.g.cs", generated.Sources.Keys);
        Assert.DoesNotContain("Acme.AEvent.g.cs", generated.Sources.Keys);
    }

    [Fact]
    public void CloudEvents_AreKeptInBothModes()
    {
        EmittedEvents events = Mapped.Load(
            """{ "body": "cloudevents", "events": { "order.paid": "order.json", "order.lost": "order.json" }, "select": "order.paid" }""",
            ("order.json", Mapped.Order));
        const string Json = """{"specversion":"1.0","id":"1","source":"/s","type":"order.lost","data":{"id":7}}""";
        object structured = events.Parse(Json);
        AssertNotSelected(structured, "order.lost");
        Assert.True(Corpus.AreEqual(Json, events.Write(structured)));

        ParseRequest parse = events.Type("AcmeEvent").GetMethod("Parse", [typeof(IEnumerable<KeyValuePair<string, string>>), typeof(ReadOnlySpan<byte>)])!.CreateDelegate<ParseRequest>();
        object binary = parse(Headers(("ce-specversion", "1.0"), ("ce-id", "1"), ("ce-source", "/s"), ("ce-type", "order.lost")), """{"id":7}"""u8);
        AssertNotSelected(binary, "order.lost");
        Assert.True(Corpus.AreEqual(Json, events.Write(binary)));
    }

    /// <summary>A version that is not chosen is known; what two versions share is called as with both.</summary>
    [Fact]
    public void Versions_KeepTheirNamesAndAreKnown()
    {
        EmittedEvents events = Mapped.Load(
            """{ "eventType": "/type", "version": "/v", "events": { "order.paid": { "schema": "order.json", "versions": [1, 2] }, "user.gone": "user.json" }, "select": "order.paid.2" }""",
            ("order.json", Mapped.Order),
            ("user.json", Mapped.User));
        Assert.Equal("OrderPaid2Event", (string)events.Parse("""{"type":"order.paid","v":2,"id":1}""").GetType().Name);
        AssertNotSelected(events.Parse("""{"type":"order.paid","v":1,"id":1}"""), "order.paid.1");
        AssertNotSelected(events.Parse("""{"type":"user.gone","v":7,"name":"x"}"""), "user.gone");
    }

    [Fact]
    public void GroupOfEvents_RefusesTheNameThatIsNotChosenAndSaysWhy()
    {
        EmittedEvents events = Mapped.Load(
            """{ "eventType": "/type", "events": { "order.paid": "order.json", "order.lost": "order.json", "user.gone": "user.json" }, "select": "order.paid" }""",
            ("order.json", Mapped.Order),
            ("user.json", Mapped.User));
        Type group = events.Type("OrderEvent");
        Assert.Equal("OrderPaidEvent", JsonSerializer.Deserialize("""{"type":"order.paid","id":1}""", group)!.GetType().Name);
        JsonException refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"type":"order.lost","id":1}""", group));
        Assert.Contains("has not selected it", refusal.Message, StringComparison.Ordinal);
        AssertNotSelected(JsonSerializer.Deserialize("""{"type":"order.lost","id":1}""", events.Type("UnrecognizedAcmeEvent"))!, "order.lost");
        Assert.Null(events.Assembly.GetType("Consumer.Acme.User"));
    }

    [Theory]
    [InlineData("<WebhookSchema Include=\"a.json\" Events=\"order.paid; order.lots\" />", "(2,53)", "order.lots", "no event of Acme matches it; did you mean order.lost?")]
    [InlineData("<WebhookSchema Include=\"a.json\">\n  <Events>\n    order.paid;\n    usr.*\n  </Events>\n</WebhookSchema>", "(5,5)", "usr.*", "no event of Acme matches it; did you mean user.*?")]
    [InlineData("<WebhookSchema Include=\"a.json\" Events=\"order.paid; !*\" />", "(2,33)", "order.paid; !*", "it leaves no event of Acme")]
    [InlineData("<WebhookSchema Include=\"b.json\" Provider=\"Bolt\" Events=\"order.lots\" /><WebhookSchema Include=\"a.json\" Provider='Acme' Events = 'order.lots2;order.lots' />", "(2,141)", "order.lots", "no event of Acme matches it; did you mean order.lost?")]
    [InlineData("<WebhookSchema Include=\"a.json\" Events=\"$(Chosen)\" /></ItemGroup><PropertyGroup><Chosen>order.paid;order.lots</Chosen></PropertyGroup><ItemGroup>", "(2,100)", "order.lots", "no event of Acme matches it; did you mean order.lost?")]
    [InlineData("<WebhookSchema Include=\"a.json\" Events=\"order.paid;&#111;rder.lots\" />", "(2,33)", "order.lots", "no event of Acme matches it; did you mean order.lost?")]
    [InlineData("<WebhookSchema Include=\"a.json\" Provider=\"Acme\" Events=\"@(Chosen)\" />", "(2,49)", "order.lots", "no event of Acme matches it; did you mean order.lost?")]
    public void PatternThatMatchesNothing_IsSaidInTheProject(string items, string place, string value, string why)
    {
        string patterns = value.Contains('!', StringComparison.Ordinal) ? value : "order.paid;" + value;
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_orders),
            ProjectText.Of($"<Project><ItemGroup>\n{items}\n</ItemGroup></Project>", ProjectText.Item("schema", Hooks, ("Events", patterns))));
        Assert.Equal($"Consumer.csproj{place}: TWH2011: Events=\"{value}\" of this WebhookSchema item is not valid: {why}", Assert.Single(generated.Printed));
        generated.AssertCompiles();
        Assert.Contains("Acme.OrderPaidEvent.g.cs", generated.Sources.Keys);
    }

    [Fact]
    public void PatternOfAKnownProvider_IsSaidAtItsItem()
    {
        Generated generated = GeneratorHarness.Run(
            GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"), ("Events", "signatorysignd")),
            ProjectText.Of("<Project><ItemGroup>\n<WebhookProvider Include=\"Telia\" Events=\"signatorysignd\" />\n</ItemGroup></Project>"));
        Assert.Equal(
            "Consumer.csproj(2,42): TWH2011: Events=\"signatorysignd\" of this WebhookProvider item is not valid: no event of Telia matches it; did you mean signatorysigned?",
            Assert.Single(generated.Printed));
    }

    [Fact]
    public void PatternWithoutAProjectFile_IsSaidAtTheSchema() => Assert.Equal(
        "hooks.json(1,1): TWH2011: Events=\"order.lots\" of this WebhookSchema item is not valid: no event of Acme matches it; did you mean order.lost?",
        Assert.Single(Run("order.lots").Printed));

    [Theory]
    [InlineData("\"order.*; isues.*\"", "(1,89): TWH2012: 'isues.*' in select is not valid: no event of Acme matches it; there are order.paid, order.lost")]
    [InlineData("[\"order.paid\", \"order.lots\"]", "(1,104): TWH2012: 'order.lots' in select is not valid: no event of Acme matches it; did you mean order.lost?")]
    [InlineData("[\"order.paid\", \"!order.*\"]", "(1,90): TWH2012: select is not valid: it leaves no event of Acme")]
    [InlineData("[]", "(1,89): TWH2012: select names no event; without it all events have a type")]
    [InlineData("7", "(1,89): TWH2012: select is a string or an array of strings, not a number")]
    public void PatternOfAMap_IsSaidThere(string select, string said) => Assert.Equal(
        ["acme.map.json" + said],
        Mapped.Errors($$"""{ "eventType": "/type", "events": { "order.paid": null, "order.lost": null }, "select": {{select}} }""", ("order.json", """{ "$defs": {} }""")));

    /// <summary>One more event emits itself, what only it reaches, and what lists the events.</summary>
    [Fact]
    public void OneMoreChosen_EmitsNothingOfTheOthers()
    {
        Generated before = Run("order.paid"), after = Run("order.paid; order.lost");
        Assert.Equal(
            ["AcmeEvent", "AcmeEventDispatcher", "AcmeEventTypes", "AcmeJsonContext", "AcmeJsonConverter", "IAcmeEventHandler", "UnrecognizedAcmeEvent"],
            before.Types.Where(type => after.Types[type.Key] != type.Value).Select(static type => type.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["Lost", "OrderLostEvent", "Place"], after.Types.Keys.Except(before.Types.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("True", true)]
    public void JsonSchemas_AreEmittedWhereTheyAreAskedFor(string? value, bool isEmitted)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(s_orders, ("JsonSchema", value ?? ""), ("Events", "order.paid")));
        Assert.Empty(generated.Printed);
        Assert.Equal(isEmitted, generated.Sources.ContainsKey("Acme.AcmeJsonSchema.g.cs"));
        Assert.False(isEmitted && generated["Acme.AcmeJsonSchema.g.cs"].Contains("OrderLost", StringComparison.Ordinal));
    }

    [Fact]
    public void JsonSchemaThatIsNeither_IsSaid() => Assert.Equal(
        "hooks.json(1,1): TWH2011: JsonSchema=\"yes\" of this WebhookSchema item is not valid: it is true or false",
        Assert.Single(GeneratorHarness.Run(GeneratorHarness.Acme(s_orders, ("JsonSchema", "yes"))).Printed));

    private delegate object ParseRequest(IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body);

    private static Generated Run(string? patterns) => GeneratorHarness.Run(GeneratorHarness.Acme(s_orders, patterns is null ? [] : [("Events", patterns)]));

    private static void AssertNotSelected(object e, string eventType)
    {
        Assert.StartsWith("Unrecognized", e.GetType().Name, StringComparison.Ordinal);
        Assert.Equal(UnrecognizedReason.NotSelected, Get<UnrecognizedReason>(e, "Reason"));
        Assert.Equal(eventType, Get<string>(e, "EventType"));
        Assert.Null(e.GetType().GetProperty("JsonPath")!.GetValue(e));
    }

    private static T Get<T>(object e, string property) => (T)e.GetType().GetProperty(property)!.GetValue(e)!;

    private static IEnumerable<KeyValuePair<string, string>> Headers(params (string Name, string Value)[] headers) =>
        headers.Select(static header => KeyValuePair.Create(header.Name, header.Value));
}
