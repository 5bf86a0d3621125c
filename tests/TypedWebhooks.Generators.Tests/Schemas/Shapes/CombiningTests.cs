using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Shapes;

/// <summary>What a value is of which a schema says several things at once: each of them counts.</summary>
public sealed class CombiningTests
{
    /// <summary>A branch beside <c>type</c> says what the type's values are.</summary>
    [Theory]
    [InlineData("""{ "type": "object", "anyOf": [{ "additionalProperties": { "$ref": "#/$defs/F" } }] }""", "EquatableDictionary<F>")]
    [InlineData("""{ "type": "object", "oneOf": [{ "additionalProperties": { "$ref": "#/$defs/F" } }] }""", "EquatableDictionary<F>")]
    [InlineData("""{ "type": "object", "allOf": [{ "additionalProperties": { "$ref": "#/$defs/F" } }] }""", "EquatableDictionary<F>")]
    [InlineData("""{ "type": "object", "anyOf": [{ "type": "object", "additionalProperties": { "type": "integer" } }] }""", "EquatableDictionary<long>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "integer" }, "anyOf": [{ "type": "object" }] }""", "EquatableDictionary<long>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": ["integer", "null"] }, "allOf": [{ "additionalProperties": { "type": "integer" } }] }""", "EquatableDictionary<long>")]
    [InlineData("""{ "type": "object", "anyOf": [{ "additionalProperties": { "type": "integer" } }, { "additionalProperties": { "type": "string" } }] }""", "Union<EquatableDictionary<long>, EquatableDictionary<string>>")]
    [InlineData("""{ "type": "object", "oneOf": [{ "$ref": "#/$defs/F" }] }""", "F")]
    [InlineData("""{ "type": "object", "anyOf": [{ "$ref": "#/$defs/F" }] }""", "F")]
    [InlineData("""{ "type": "object", "allOf": [{ "$ref": "#/$defs/F" }] }""", "F")]
    [InlineData("""{ "type": "object", "oneOf": [{ "$ref": "#/$defs/F" }, { "$ref": "#/$defs/G" }] }""", "Union<F, G>")]
    [InlineData("""{ "type": "object", "anyOf": [{ "oneOf": [{ "$ref": "#/$defs/F" }] }] }""", "F")]
    [InlineData("""{ "type": ["object", "null"], "oneOf": [{ "$ref": "#/$defs/F" }, { "type": "null" }] }""", "F?")]
    [InlineData("""{ "type": "array", "anyOf": [{ "items": { "$ref": "#/$defs/F" } }] }""", "EquatableList<F>")]
    [InlineData("""{ "type": "array", "items": { "type": "number" }, "allOf": [{ "items": { "type": "integer" } }] }""", "EquatableList<long>")]
    [InlineData("""{ "type": "array", "items": { "type": ["string", "null"] }, "allOf": [{ "items": { "enum": ["a", "b"] } }] }""", "EquatableList<PingMItem>")]
    [InlineData("""{ "type": "string", "anyOf": [{ "format": "uuid" }] }""", "Guid")]
    [InlineData("""{ "type": "string", "oneOf": [{ "$ref": "#/$defs/Text" }] }""", "string")]
    [InlineData("""{ "type": "string", "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", "string")]
    [InlineData("""{ "type": ["string", "integer"], "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", "Union<string, long>")]
    [InlineData("""{ "type": "string", "allOf": [{ "properties": { "a": { "type": "string" } } }] }""", "string")]
    [InlineData("""{ "type": ["object", "integer"], "additionalProperties": true, "allOf": [{ "additionalProperties": { "type": "string" } }] }""", "Union<EquatableDictionary<string>, long>")]
    [InlineData("""{ "type": ["array", "integer"], "anyOf": [{ "items": { "type": "string" } }] }""", "Union<EquatableList<string>, long>")]
    [InlineData("""{ "type": "string", "anyOf": [{ "type": "string", "format": "uuid" }, { "properties": { "a": true } }] }""", "string")]
    [InlineData("""{ "type": ["string", "integer", "boolean"], "anyOf": [{ "type": "string" }, { "type": "boolean" }] }""", "Union<string, bool>")]
    public void BranchesBesideAType_SayWhatItIs(string schema, string expected) => Assert.Equal(expected, EmittedMember.TypeOf(schema));

    [Theory]
    [InlineData("""{ "enum": ["OFF", 0, "ON", 1] }""", "Union<PingM, long>")]
    [InlineData("""{ "enum": ["OFF", 0, "ON", 1], "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "Union<PingM, long>")]
    [InlineData("""{ "enum": ["OFF", 0, "ON", 1], "anyOf": [{ "type": "integer" }, { "type": "string" }] }""", "Union<PingM, long>")]
    [InlineData("""{ "enum": ["OFF", 0, "ON", null], "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "null" }] }""", "Union<PingM, long>?")]
    [InlineData("""{ "enum": ["OFF", 0, "ON", 1], "allOf": [{ "type": ["string", "integer"] }] }""", "Union<PingM, long>")]
    [InlineData("""{ "enum": ["OFF", "ON"], "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", "PingM")]
    [InlineData("""{ "enum": [0, 1], "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", "long")]
    [InlineData("""{ "enum": ["OFF", false], "type": ["string", "boolean"] }""", "Union<string, bool>")]
    [InlineData("""{ "const": 7, "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "long")]
    public void ConstantsBesideAlternatives_AreWhatTheyAreAlone(string schema, string expected) => Assert.Equal(expected, EmittedMember.TypeOf(schema));

    [Theory]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "enum": [null] }] }""", "string?")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "const": null }] }""", "string?")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": ["null"] }] }""", "string?")]
    [InlineData("""{ "anyOf": [{ "type": ["null"] }, { "type": "integer" }] }""", "long?")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "$ref": "#/$defs/Null" }] }""", "string?")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/$defs/F" }, { "enum": [null] }] }""", "F?")]
    [InlineData("""{ "oneOf": [{ "oneOf": [{ "type": "null" }] }, { "type": "string" }] }""", "string?")]
    [InlineData("""{ "oneOf": [{ "allOf": [{ "type": "null" }] }, { "type": "string" }] }""", "string?")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "null", "description": "None." }] }""", "Union<string, long>?")]
    [InlineData("""{ "type": "array", "items": { "oneOf": [{ "type": "string" }, { "enum": [null] }] } }""", "EquatableList<string?>")]
    [InlineData("""{ "enum": ["a", "b", null] }""", "PingM?")]
    [InlineData("""{ "type": ["string", "null"], "enum": ["a", "b", null] }""", "PingM?")]
    [InlineData("""{ "type": "null" }""", "JsonElement")]
    [InlineData("""{ "oneOf": [{ "type": "null" }] }""", "JsonElement")]
    public void BranchThatIsNull_MakesTheOthersNullable(string schema, string expected) => Assert.Equal(expected, EmittedMember.TypeOf(schema));

    [Theory]
    [InlineData("""{ "oneOf": [{ "properties": { "a": { "type": "null" } }, "type": "object" }, { "properties": { "a": { "type": "string" } }, "type": "object" }] }""", """{"a":null}""")]
    [InlineData("""{ "oneOf": [{ "properties": { "a": { "type": "null" } }, "type": "object" }, { "properties": { "a": { "type": "string" } }, "type": "object" }] }""", """{"a":"x"}""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "oneOf": [{ "$ref": "#/$defs/F" }, { "$ref": "#/$defs/G" }] }""", """{"a":1,"f":"x"}""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "oneOf": [{ "$ref": "#/$defs/F" }, { "$ref": "#/$defs/G" }] }""", """{"a":1,"g":7}""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "oneOf": [{ "$ref": "#/$defs/F" }, { "$ref": "#/$defs/G" }] }""", """{"a":1,"f":[1],"g":7}""")]
    public void ObjectBesideAlternatives_IsARecordThatTakesEither(string schema, string value)
    {
        EmittedEvents acme = new("Acme", EmittedMember.Run(schema));
        string json = $$"""{"type":"ping","m":{{value}}}""";
        Assert.Equal("PingM", acme.Parse(json).M.GetType().Name);
        Assert.Equal(json, acme.RoundTrip(json));
    }

    /// <summary>OpenAPI 3.0 has no type null.</summary>
    [Theory]
    [InlineData("""{ "type": "string", "nullable": true }""", "string?")]
    [InlineData("""{ "$ref": "#/$defs/F", "nullable": true }""", "F?")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/F" }], "nullable": true }""", "F?")]
    [InlineData("""{ "anyOf": [{ "$ref": "#/$defs/F" }], "nullable": true }""", "F?")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/$defs/F" }], "nullable": true }""", "F?")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/$defs/F" }, { "$ref": "#/$defs/G" }], "nullable": true }""", "Union<F, G>?")]
    [InlineData("""{ "type": "object", "oneOf": [{ "$ref": "#/$defs/F" }], "nullable": true }""", "F?")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "integer" }], "nullable": true }""", "Union<string, long>?")]
    [InlineData("""{ "oneOf": [{ "type": "string", "nullable": true }, { "type": "integer" }] }""", "Union<string, long>?")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/F" }, { "type": "object", "nullable": true }] }""", "F")]
    [InlineData("""{ "enum": ["a", "b"], "nullable": true }""", "PingM?")]
    [InlineData("""{ "$ref": "#/$defs/F", "nullable": false }""", "F")]
    [InlineData("""{ "$ref": "#/$defs/F", "nullable": "yes" }""", "F")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/$defs/F", "nullable": true } }""", "EquatableList<F?>")]
    public void Nullable_AddsNullToWhateverTheSchemaSays(string schema, string expected) => Assert.Equal(expected, EmittedMember.TypeOf(schema));
}
