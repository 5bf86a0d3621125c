using System;
using System.Linq;
using System.Text.Json.Nodes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>The JSON Schemas that are emitted beside the types, and what the types print.</summary>
public sealed class EmittedSchemaTests
{
    private const string Samples = "tests/TypedWebhooks.Generators.Tests/Generator/Samples/";

    private const string Members = """
        "text": { "type": ["string", "null"] }, "count": { "type": "integer", "format": "int64" }, "any": {}, "tags": { "type": "array", "items": { "enum": ["a", "b"] } },
        "map": { "type": "object", "additionalProperties": { "type": "boolean" } }, "either": { "type": ["string", "integer"] }, "part": { "$ref": "#/$defs/part" }
        """;

    [Fact]
    public void SchemaOfEachType_IsCompleteInItself()
    {
        EmittedEvents events = new(
            "Parcels",
            GeneratorHarness.Known(Samples + "parcels.schema.json", ("Provider", "Parcels"), ("JsonSchema", "true")),
            GeneratorHarness.Known(Samples + "parcels.map.json", ("Provider", "Parcels"), ("Schema", "map")));
        Type[] types = [.. events.Assembly.GetTypes().Where(static type => type.IsPublic && (type.IsEnum || type.GetProperty("AdditionalProperties") is not null))];
        Assert.True(types.Length > 5);
        foreach (Type type in types)
        {
            JsonObject schema = Of(events, "Parcels", type);
            foreach (string reference in References(schema))
            {
                Assert.NotNull(schema["$defs"]![reference["#/$defs/".Length..]]);
            }
        }
    }

    [Fact]
    public void SchemaOfAnEvent_HasItsMembersTypes()
    {
        const string Hostile = "It was \"\"\"paid\"\"\" */ \u2028 \u00E9.";
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(Schema.Of(
            $$"""{ "type": "object", "description": {{Schema.Text(Hostile)}}, "properties": { "type": { "const": "order.paid" }, {{Members}} } }""" + "," + Schema.Event("order.lost"),
            "\"part\": { \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"string\", \"format\": \"uuid\" } }, \"required\": [\"id\"] }"), ("JsonSchema", "true")));
        JsonObject schema = Of(events, "Acme", events.Type("OrderPaidEvent"));
        JsonObject properties = schema["properties"]!.AsObject();
        Assert.Equal(Hostile, (string?)schema["description"]);
        Assert.Equal("order.paid", properties["type"]!["const"]!.GetValue<string>());
        Assert.Equal("""{"type":["string","null"]}""", properties["text"]!.ToJsonString());
        Assert.Equal("""{"type":["integer","string"],"format":"int64"}""", properties["count"]!.ToJsonString());
        Assert.Equal("{}", properties["any"]!.ToJsonString());
        Assert.Equal("""{"type":"object","additionalProperties":{"type":"boolean"}}""", properties["map"]!.ToJsonString());
        Assert.Equal("""{"anyOf":[{"type":"string"},{"type":"integer","format":"int64"}]}""", properties["either"]!.ToJsonString());
        Assert.Equal("#/$defs/Part", (string?)properties["part"]!["$ref"]);
        Assert.Equal("""["id"]""", schema["$defs"]!["Part"]!["required"]!.ToJsonString());
    }

    [Theory]
    [InlineData("", "OrderPaidEvent { EventType = order.paid, AdditionalProperties = {secret}, Text = hidden, Count = 7, Any = {1 members}, Tags = [A], Map = {hidden: True}, Either = hidden, Part = Part { Id = 00000000-0000-0000-0000-000000000007 } }")]
    [InlineData("Names", "OrderPaidEvent { EventType = order.paid, AdditionalProperties = {secret}, Text, Count, Any, Tags, Map, Either, Part = Part { Id } }")]
    public void ToString_HasTheValuesUnlessItIsNotTo(string print, string expected)
    {
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(
            Schema.Of(Schema.Event("order.paid", Members), "\"part\": { \"properties\": { \"id\": { \"type\": \"string\", \"format\": \"uuid\" } } }"),
            ("Print", print)));
        object e = events.Parse("""{"type":"order.paid","text":"hidden","count":7,"any":{"a":"hidden"},"tags":["a"],"map":{"hidden":true},"either":"hidden","part":{"id":"00000000-0000-0000-0000-000000000007"},"secret":"hidden"}""");
        Assert.Equal(expected, e.ToString());
    }

    [Fact]
    public void ToString_HasNothingOfWhatIsAbsent()
    {
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(Schema.Of(Schema.Event("order.paid", Members), "\"part\": {}")));
        Assert.Equal("OrderPaidEvent { EventType = order.paid }", ((object)events.Parse("""{"type":"order.paid"}""")).ToString());
    }

    private static JsonObject Of(EmittedEvents events, string provider, Type type) =>
        (JsonObject?)events.Type(provider + "JsonSchema").GetMethod("Of")!.Invoke(null, [type])
        ?? throw new InvalidOperationException("There is no schema of " + type);

    private static string[] References(JsonNode? node) => node switch
    {
        JsonObject schema => [.. schema.SelectMany(static member => member is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : References(member.Value))],
        JsonArray items => [.. items.SelectMany(References)],
        _ => [],
    };
}
