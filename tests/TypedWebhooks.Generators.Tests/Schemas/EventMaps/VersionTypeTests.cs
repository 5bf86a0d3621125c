using System;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.Names;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>What stands in place in several versions of one event, and is equal there, is one type.</summary>
public sealed class VersionTypeTests
{
    private const string Data = """ "data": { "type": "object", "properties": { "id": { "type": "string" } } } """;

    [Theory]
    [InlineData("OrderPaidData", """{ "type": "object", "properties": { "id": { "type": "string" } } }""")]
    [InlineData("OrderPaidData OrderPaidDataBuyer", """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" }, "buyer": { "type": "object", "properties": { "name": { "type": "string" } } } } }""")]
    [InlineData("OrderPaidData", """{ "enum": ["open", "closed"] }""")]
    [InlineData("OrderPaidDataItem", """{ "type": "array", "items": { "type": ["object", "null"], "properties": { "id": { "type": "string" } } } }""")]
    [InlineData("OrderPaidDataItem", """{ "type": "object", "additionalProperties": { "type": "object", "properties": { "id": { "type": "string" } } } }""")]
    [InlineData("OrderPaidData", """{ "type": "object", "properties": { "next": { "$ref": "#/properties/data" } } }""")]
    [InlineData("CardOrderPaidData CashOrderPaidData OrderPaidData UnrecognizedOrderPaidData", """{ "oneOf": [ { "title": "Card", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "card" } } }, { "title": "Cash", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "cash" } } } ] }""")]
    public void EqualParts_AreOneType(string types, string data) => Assert.Equal(types, Types($$""" "data": {{data}} """, $$""" "more": { "type": "string" }, "data": {{data}} """));

    [Theory]
    [InlineData("another member", """{ "type": "object", "properties": { "id": { "type": "string" }, "no": { "type": "string" } } }""")]
    [InlineData("another order", """{ "type": "object", "properties": { "no": { "type": "string" }, "id": { "type": "string" } } }""")]
    [InlineData("another type", """{ "type": "object", "properties": { "id": { "type": "integer" } } }""")]
    [InlineData("nullable", """{ "type": "object", "properties": { "id": { "type": ["string", "null"] } } }""")]
    [InlineData("required", """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } }""")]
    [InlineData("required, and not declared", """{ "type": "object", "required": ["no"], "properties": { "id": { "type": "string" } } }""")]
    [InlineData("described", """{ "type": "object", "description": "Text.", "properties": { "id": { "type": "string" } } }""")]
    [InlineData("member described", """{ "type": "object", "properties": { "id": { "type": "string", "description": "Text." } } }""")]
    [InlineData("deprecated", """{ "type": "object", "deprecated": true, "properties": { "id": { "type": "string" } } }""")]
    [InlineData("member deprecated", """{ "type": "object", "properties": { "id": { "type": "string", "deprecated": true } } }""")]
    public void PartsThatDiffer_AreTwoTypes(string what, string other)
    {
        _ = what;
        Assert.Equal("OrderPaid1Data OrderPaid2Data", Types(Data, $$""" "data": {{other}} """));
    }

    /// <summary>A value that may be null in one version has the same type in it.</summary>
    [Fact]
    public void EqualObjectInNullableMember_IsOneType() =>
        Assert.Equal("OrderPaidData", Types(Data, """ "data": { "type": ["object", "null"], "properties": { "id": { "type": "string" } } } """));

    /// <summary>In what differs, what is equal is one type all the same.</summary>
    [Fact]
    public void EqualPartsOfPartsThatDiffer_AreOneType() => Assert.Equal(
        "OrderPaid1Data OrderPaid2Data OrderPaidDataBuyer",
        Types(
            """ "data": { "type": "object", "properties": { "buyer": { "type": "object", "properties": { "name": { "type": "string" } } } } } """,
            """ "data": { "type": "object", "properties": { "no": { "type": "string" }, "buyer": { "type": "object", "properties": { "name": { "type": "string" } } } } } """));

    [Fact]
    public void OneOfThreeDiffers_KeepsItsName() =>
        Assert.Equal("OrderPaid2Data OrderPaidData", Types(Data, """ "data": { "type": "object", "properties": { "no": { "type": "string" } } } """, Data));

    [Fact]
    public void TwoPairs_AreCalledAfterTheirFirstVersions()
    {
        const string Other = """ "data": { "type": "object", "properties": { "no": { "type": "string" } } } """;
        Assert.Equal("OrderPaid1Data OrderPaid2Data", Types(Data, Other, Other, Data));
    }

    /// <summary>Parts that refer to definitions of one name that differ differ too.</summary>
    [Fact]
    public void PartsWithDefinitionsThatDiffer_AreTwoTypes()
    {
        static string Member(string type) => $$""" "data": { "type": "object", "properties": { "a": { "$ref": "#/$defs/A" } } } }, "$defs": { "A": { "type": "object", "properties": { "x": { "type": "{{type}}" } } } """;
        string types = Types(Member("string"), Member("integer"));
        Assert.Contains("OrderPaid1Data", types, StringComparison.Ordinal);
        Assert.Contains("OrderPaid2Data", types, StringComparison.Ordinal);
        Assert.Contains("OrderPaidData", Types(Member("string"), Member("string")), StringComparison.Ordinal);
    }

    /// <summary>Other events that have an equal part have a type of their own.</summary>
    [Fact]
    public void EqualPartsOfOtherEvents_AreOtherTypes()
    {
        SchemaText[] schemas = [.. Versions(Data, Data), File("a", "order:lost", "1", Data), File("z", "order:sent", "2", Data)];
        Assert.Equal("OrderLost1Data OrderPaidData OrderSent2Data", TypesOf(schemas));
        Assert.Equal("OrderLost1Data OrderPaidData OrderSent2Data", TypesOf([.. schemas.Reverse()]));
    }

    /// <summary>The versions may be the branches of one document, which have no names of their own.</summary>
    [Fact]
    public void BranchesOfOneDocument_HaveOneType()
    {
        static string Branch(string version) => $$"""{ "type": "object", "properties": { "type": { "const": "order:paid" }, "v": { "const": "{{version}}" }, {{Data}} } }""";
        Assert.Equal("OrderPaidData", TypesOf(new SchemaText("/consumer/schemas/acme/all.json", $$"""{ "oneOf": [ {{Branch("2")}}, {{Branch("1")}} ] }""", ("Provider", "Acme"), ("Format", "json-schema"))));
    }

    /// <summary>An event without a version is one more of them, and comes first.</summary>
    [Theory]
    [InlineData("string", "OrderPaidData OrderPaidEventPayload")]
    [InlineData("integer", "OrderPaid1Data OrderPaidData OrderPaidEventPayload")]
    public void EventWithoutVersion_IsOneOfThem(string type, string types) => Assert.Equal(types, TypesOf(
    [
        .. Versions(Data, Data),
        new("/consumer/schemas/acme/plain.json", $$"""{ "type": "object", "properties": { "type": { "const": "order:paid" }, "data": { "type": "object", "properties": { "id": { "type": "{{type}}" } } } } }""", ("Provider", "Acme"), ("Format", "json-schema")),
    ]));

    /// <summary>The alternatives of a union are compared one by one.</summary>
    [Fact]
    public void EqualAlternativeOfUnion_IsOneType()
    {
        static string Union(string type) => $$""" "data": { "oneOf": [ { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } }, { "type": "object", "required": ["no"], "properties": { "no": { "type": "{{type}}" } } } ] } """;
        Assert.Equal("OrderPaid1Data OrderPaid2Data OrderPaidDataItem", Types(Union("string"), Union("integer")));
    }

    /// <summary>A name that an event has is not to be had.</summary>
    [Fact]
    public void NameThatAnotherTypeHas_IsAnother()
    {
        SchemaText other = File("other", "other", "1", """ "x": { "$ref": "#/$defs/OrderPaidData" } }, "$defs": { "OrderPaidData": { "type": "object", "properties": { "y": { "type": "string" } } } """);
        Assert.Equal("OrderPaidData OrderPaidDataPayload", TypesOf([.. Versions(Data, Data), other]));
        Assert.Equal("OrderPaidData OrderPaidDataPayload", TypesOf([other, .. Versions(Data, Data)]));
    }

    /// <summary>What another schema extends is the type that stands for all versions.</summary>
    [Fact]
    public void EqualPartsThatAreExtended_AreOneType() => Assert.Equal(
        "OrderPaid2More OrderPaidData",
        Types(Data, Data + """, "more": { "type": "object", "allOf": [ { "$ref": "#/properties/data" } ], "properties": { "no": { "type": "string" } } } """));

    /// <summary>A branch that is several versions is called after what these have in common, beside other versions too.</summary>
    [Fact]
    public void BranchOfSeveralVersions_IsCalledAfterWhatTheyHaveInCommon()
    {
        static string Branch(string version, string type) => $$"""{ "type": "object", "properties": { "type": { "const": "order:paid" }, "v": { "enum": [{{version}}] }, "data": { "type": "object", "properties": { "id": { "type": "{{type}}" } } } } }""";
        SchemaText all = new("/consumer/schemas/acme/all.json", $$"""{ "oneOf": [ {{Branch("\"1\", \"2\"", "string")}}, {{Branch("\"3\"", "integer")}} ] }""", ("Provider", "Acme"), ("Format", "json-schema"));
        Assert.Equal("OrderData OrderPaid3Data", TypesOf(all));
    }

    /// <summary>The map may name the versions itself, and what they are called in C#.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(""" , "name": "Settled" """)]
    public void VersionsThatTheMapNames_HaveOneType(string name)
    {
        string map = $$"""{ "eventType": "/type", "version": "/v", "separator": ":", "events": { "order:paid": { "schema": "two.json", "versions": [2] {{name}} } } }""";
        SchemaText two = new("/consumer/schemas/acme/two.json", $$"""{ "type": "object", "properties": { "type": { "type": "string" }, {{Data}} } }""", ("Provider", "Acme"), ("Format", "json-schema"));
        Assert.Equal("OrderPaidData", TypesOf(map, [File("one", "order:paid", "1", Data), two]));
    }

    /// <summary>Without <c>version</c> in the map, a name's last part is as good as any: the events are those of one kind.</summary>
    [Fact]
    public void PartThatIsNoVersion_MakesAKind() =>
        Assert.Equal("OrderPaidData", TypesOf("""{ "eventType": ["/type", "/v"], "separator": ":" }""", Versions(Data, Data)));

    private static string Types(params string[] members) => TypesOf(Versions(members));

    private static SchemaText[] Versions(params string[] members) => [.. members.Select(static (m, i) => File("paid" + (char)('z' - i), "order:paid", ((char)('1' + i)).ToString(), m))];

    private static SchemaText File(string file, string name, string version, string members) => new(
        $"/consumer/schemas/acme/{file}.json",
        $$"""{ "type": "object", "properties": { "type": { "const": "{{name}}" }, "v": { "const": "{{version}}" }, {{members}} } }""",
        ("Provider", "Acme"),
        ("Format", "json-schema"));

    private static string TypesOf(params SchemaText[] schemas) => TypesOf("""{ "eventType": "/type", "version": "/v", "separator": ":" }""", schemas);

    private static string TypesOf(string map, SchemaText[] schemas)
    {
        Generated generated = GeneratorHarness.Run([.. schemas, new SchemaText("/consumer/schemas/acme/acme.map.json", map, ("Provider", "Acme"), ("Schema", "map"))]);
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        return string.Join(" ", BundledProvider.Types(generated).Split(' ').Order(StringComparer.Ordinal));
    }
}
