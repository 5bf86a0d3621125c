using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>
/// What an event's types are called is the same alone, behind an unrelated event that gets to the same schemas first, and
/// before it.
/// </summary>
public sealed class UnrelatedEventTests
{
    private const string Part = """{ "type": "object", "properties": { "id": { "type": "integer" } } }""";

    private const string State = """{ "enum": ["open", "closed"] }""";

    [Theory]
    [InlineData("array", "Link", $$"""{ "type": "array", "items": {{Part}} }""")]
    [InlineData("array of enums", "Link", $$"""{ "type": "array", "items": {{State}} }""")]
    [InlineData("array of arrays", "LinkItem", $$"""{ "type": "array", "items": { "type": "array", "items": {{Part}} } }""")]
    [InlineData("map", "Link", $$"""{ "type": "object", "additionalProperties": {{Part}} }""")]
    [InlineData("nullable array", "Link", $$"""{ "type": ["array", "null"], "items": {{Part}} }""")]
    [InlineData("array without a type", "Link", $$"""{ "items": {{Part}} }""")]
    [InlineData("union", "Links", $$"""{ "oneOf": [ {{Part}}, { "type": "string" } ] }""")]
    [InlineData("union of arrays", "Link", $$"""{ "oneOf": [ { "type": "array", "items": {{State}} }, { "type": "integer" } ] }""")]
    [InlineData("allOf of one", "Links", $$"""{ "allOf": [ {{Part}} ] }""")]
    [InlineData("enum of two", "Links", """{ "anyOf": [ { "enum": ["a", "b"] }, { "const": "c" } ] }""")]
    public void Definition_NamesWhatStandsInIt(string what, string type, string definition) =>
        AssertStable(what, $$""" "list": { "$ref": "#/$defs/links" } """, $$""" "links": {{definition}} """, type, unrelated: """ "x": { "$ref": "#/$defs/links" } """);

    [Fact]
    public void MembersOfADefinition_AreNamedAfterItWhereverTheyAre() => AssertStable(
        "the second of two schemas that are one object",
        """ "order": { "allOf": [ { "$ref": "#/$defs/base" }, { "$ref": "#/$defs/order" } ] } """,
        $$""" "base": {{Part}}, "order": { "type": "object", "properties": { "line": {{Part}}, "states": { "type": "array", "items": {{State}} } } } """,
        ["KeptOrder", "OrderLine", "OrderState"],
        unrelated: """ "x": { "$ref": "#/$defs/order" } """);

    [Theory]
    [InlineData("#/$defs/order/properties/lines/items", "OrderLine")]
    [InlineData("#/$defs/order/additionalProperties", "OrderItem")]
    [InlineData("#/$defs/order/anyOf/0", "OrderZero")]
    [InlineData("#part", "Part")]
    public void PlaceInADefinition_IsNamedAsItIsThere(string reference, string type) => AssertStable(
        reference,
        $$""" "line": { "$ref": "{{reference}}" } """,
        $$"""
         "order": {
           "type": "object", "properties": { "lines": { "type": "array", "items": {{Part}} }, "part": { "$anchor": "part", "type": "object", "properties": { "id": true } } },
           "additionalProperties": {{Part}}, "anyOf": [ {{Part}}, { "type": "object", "properties": { "n": true } } ] }
         """,
        type,
        unrelated: """ "x": { "$ref": "#/$defs/order" }, "y": { "type": "array", "items": { "$ref": "REFERENCE" } } """.Replace("REFERENCE", reference));

    /// <summary>What a bundler makes of a schema that several events share: all but the first refer to the first one's.</summary>
    [Fact]
    public void PlaceInAnotherEvent_IsNamedAfterItsMember()
    {
        string first = Event("first", $$""" "user": {{Part}} """);
        string second = Event("second", """ "by": { "$ref": "#/oneOf/0/properties/user" } """);
        Assert.Equal(["User"], Types(Document([first, second], ""), "first"));
        Assert.Equal(["User"], Types(Document([first, second], ""), "second"));
    }

    [Fact]
    public void DefinitionAndWhatStandsInPlace_WantOneName() => AssertStable(
        "a definition comes first",
        $$""" "part": {{Part}} """,
        $$""" "KeptPart": {{Part}} """,
        "KeptPartPayload",
        unrelated: """ "x": { "$ref": "#/$defs/KeptPart" } """);

    [Fact]
    public void TypeMadeOfADefinition_IsNotCalledLikeIt()
    {
        string state = $$""" "state": {{State}}, "part": {{Part}} """;
        AssertStable("enum and one value more", """ "state": { "anyOf": [ { "$ref": "#/$defs/state" }, { "const": "lost" } ] } """, state, "KeptState", unrelated: """ "x": { "$ref": "#/$defs/state" } """);
        AssertStable("all optional", """ "part": { "if": {}, "then": { "$ref": "#/$defs/part" } } """, state, "KeptPart", unrelated: """ "x": { "$ref": "#/$defs/part" } """);
    }

    /// <summary>Once this ended the generator.</summary>
    [Fact]
    public void BaseOfAnEventThatIsAPartToo_IsTwoRecords()
    {
        string definitions = $$""" "thing": { "type": "object", "properties": { "part": {{Part}} } } """;
        string kept = $$"""{ "allOf": [ { "$ref": "#/$defs/thing" } ], "properties": { "type": { "const": "kept" }, "own": {{Part}} } }""";
        string other = Event("other", """ "thing": { "$ref": "#/$defs/thing" } """);
        foreach (string[] events in (string[][])[[kept], [kept, other], [other, kept]])
        {
            Assert.Equal(["KeptOwn", "ThingPart"], Types(Document(events, definitions), "kept"));
        }

        GeneratorHarness.Run(Document([other, kept], definitions)).AssertCompiles();
    }

    [Fact]
    public void ReferenceWithMembersBesideIt_IsNoBaseOfItsOwn()
    {
        string definitions = $$"""
            "thing": { "type": "object", "properties": { "part": {{Part}} } },
            "things": { "allOf": [ { "$ref": "#/$defs/thing", "properties": { "other": {{Part}} } } ], "properties": { "own": {{Part}} } }
            """;
        string kept = Event("kept", """ "things": { "$ref": "#/$defs/things" } """), other = Event("other", """ "x": { "$ref": "#/$defs/things" } """);
        foreach (string[] events in (string[][])[[kept], [kept, other], [other, kept]])
        {
            Assert.Equal(["ThingPart", "Things", "ThingsOther", "ThingsOwn"], Types(Document(events, definitions), "kept"));
            Assert.Equal("Thing ", CatalogNames.Of([Document(events, definitions)])["kept"]["/things base"]);
        }
    }

    [Fact]
    public void MemberThatAnotherEventNarrows_KeepsItsType()
    {
        string definitions = $$""" "thing": { "type": "object", "properties": { "part": {{Part}} } } """;
        string kept = """{ "allOf": [ { "$ref": "#/$defs/thing" } ], "properties": { "type": { "const": "kept" } } }""";
        string other = """{ "allOf": [ { "$ref": "#/$defs/thing" } ], "required": ["part"], "properties": { "type": { "const": "other" } } }""";
        foreach (string[] events in (string[][])[[kept], [kept, other], [other, kept]])
        {
            Assert.Equal(["ThingPart"], Types(Document(events, definitions), "kept"));
        }
    }

    [Fact]
    public void SchemaOfSeveralEvents_IsNamedAfterThese()
    {
        string kept = $$"""{ "properties": { "type": { "enum": ["order.paid", "order.lost"] }, "part": {{Part}} } }""";
        string other = """{ "properties": { "type": { "enum": ["user.added", "logout"] } } }""";
        string login = Event("login", "");
        foreach (string[] events in (string[][])[[kept, login], [kept, other], [other, kept]])
        {
            Assert.Equal(["OrderPart"], Types(Document(events, ""), "order.paid"));
            Assert.Equal("OrderEvent ", CatalogNames.Of([Document(events, "")])["order.lost"][" base"]);
        }

        Assert.Equal("UserAddedBaseEvent ", CatalogNames.Of([Document([other, login], "")])["logout"][" base"]);
    }

    [Fact]
    public void SchemaOfAMap_NamesItsTypesWhereSeveralEventsHaveIt()
    {
        string order = $$"""{ "type": "object", "properties": { "line": {{Part}} } }""";
        SchemaText[] Map(string events) => MappedProvider.Of($$"""{ "eventType": "/type", "events": { {{events}} } }""", ("order.json", order));
        SchemaText[] one = Map(""" "order.paid": "order.json" """), two = Map(""" "order.paid": "order.json", "order.lost": "order.json" """);
        Assert.Equal(["OrderPaidLine"], Types(one, "order.paid"));
        Assert.Equal(["OrderLine"], Types(two, "order.paid"));
        Assert.Equal("OrderEvent ", CatalogNames.Of(two)["order.lost"][" base"]);
    }

    [Fact]
    public void DataOfSeveralCloudEvents_AreNamedAfterTheirSchema()
    {
        SchemaText[] schemas = MappedProvider.Of(
            """{ "body": "cloudevents", "events": { "order.paid": "order.json", "order.lost": "order.json", "user.added": "user.json" } }""",
            ("order.json", MappedProvider.Order),
            ("user.json", MappedProvider.User));
        Assert.Equal(["Order"], Types(schemas, "order.paid"));
        Assert.Equal(["Order"], Types(schemas, "order.lost"));
        Assert.Equal(["UserAddedData"], Types(schemas, "user.added"));
    }

    /// <summary>A user is an entity, and an entity has users: whichever is read first, both are whole.</summary>
    [Fact]
    public void SchemaThatLeadsBackToItself_IsReadAlikeFromAnywhere()
    {
        string definitions = """
            "entity": { "type": "object", "properties": { "id": { "type": "string" }, "owner": { "$ref": "#/$defs/user" }, "editors": { "type": "array", "items": { "$ref": "#/$defs/user" } } } },
            "user": { "allOf": [ { "$ref": "#/$defs/entity" }, { "properties": { "name": { "type": "string" } } } ] }
            """;
        string kept = Event("kept", """ "user": { "$ref": "#/$defs/user" } """), other = Event("other", """ "entity": { "$ref": "#/$defs/entity" } """);
        foreach (string[] events in (string[][])[[kept], [kept, other], [other, kept]])
        {
            SortedDictionary<string, string> names = CatalogNames.Of([Document(events, definitions)])["kept"];
            Assert.Equal(["Name", "Id", "Owner", "Editors"], ((string[])["name", "id", "owner", "editors"]).Select(member => names[$"/user/{member} member"]));
            Assert.Equal("Entity ", names["/user base"]);
        }
    }

    [Fact]
    public void WordsOfOtherEvents_CutNoName()
    {
        string kept = Event("widgetpicked", "");
        Assert.Equal("WidgetpickedEvent", CatalogNames.Of([Document([kept, Event("other", """ "widget": {}, "picked": {} """)], "")])["widgetpicked"][" type"]);
        Assert.Equal("WidgetpickedEvent", CatalogNames.Of([Document([kept], "")])["widgetpicked"][" type"]);
    }

    private static void AssertStable(string what, string members, string definitions, string type, string unrelated) =>
        AssertStable(what, members, definitions, [type], unrelated);

    private static void AssertStable(string what, string members, string definitions, string[] types, string unrelated)
    {
        string kept = Event("kept", members), other = Event("other", unrelated);
        foreach (string[] events in (string[][])[[kept], [kept, other], [other, kept]])
        {
            SchemaText document = Document(events, definitions);
            Assert.True(types.SequenceEqual(Types(document, "kept")), $"{what}: {string.Join(", ", Types(document, "kept"))}");
            GeneratorHarness.Run(document).AssertCompiles();
        }
    }

    /// <summary>The types that are declared for an event, but for itself.</summary>
    private static IEnumerable<string> Types(SchemaText document, string eventType) => Types([document], eventType);

    private static IEnumerable<string> Types(SchemaText[] documents, string eventType) => CatalogNames.Of(documents)[eventType]
        .Where(static name => name.Key.Length > 5 && name.Key.EndsWith(" type", System.StringComparison.Ordinal))
        .Select(static name => name.Value)
        .Where(static name => name is not ("Int64" or "String" or "Json" or "DateTimeOffset"))
        .Distinct()
        .Order(System.StringComparer.Ordinal);

    private static string Event(string name, string members) => Schema.Event(name, members);

    private static SchemaText Document(string[] events, string definitions) =>
        GeneratorHarness.Acme($$"""{ "$defs": { {{definitions}} }, "oneOf": [ {{string.Join(",", events)}} ] }""", ("EventType", "/type"));
}
