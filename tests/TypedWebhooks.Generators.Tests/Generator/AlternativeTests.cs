using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Objects that a schema does not tell apart become one record, which takes whatever one of them takes.</summary>
public sealed class AlternativeTests
{
    private const string String = """{ "type": "string" }""";
    private const string Integer = """{ "type": "integer" }""";

    [Theory]
    [InlineData("", "PingEvent")]
    [InlineData(""", "additionalProperties": false""", "UnrecognizedAcmeEvent")]
    public void MemberThatOneAlternativeDoesNotState_IsWhatThatLetsThrough(string closed, string expected)
    {
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme(Schema.Of(Schema.Event("ping", $$"""
            "data": { "oneOf": [
              { "type": "object", "properties": { "a": {{String}}, "b": true } },
              { "type": "object", "properties": { "c": true }{{closed}} }
            ] }
            """))));
        const string json = """{"type":"ping","data":{"a":7}}""";
        Assert.Equal(expected, acme.Parse(json).GetType().Name);
        Assert.Equal(json, acme.RoundTrip(json));
    }

    [Theory]
    [InlineData(String, Integer, "\"x\"")]
    [InlineData(String, Integer, "7")]
    [InlineData(Integer, String, "\"x\"")]
    [InlineData(String, "true", "[1]")]
    [InlineData("true", String, "[1]")]
    [InlineData(String, """{ "type": ["string", "null"] }""", "null")]
    [InlineData("""{ "type": ["string", "null"] }""", Integer, "null")]
    [InlineData("""{ "enum": ["a", "b"] }""", """{ "enum": ["c", "d"] }""", "\"d\"")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]")]
    public void MemberOfAnotherTypeInEachAlternative_TakesEither(string first, string second, string value)
    {
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme(Schema.Of(Schema.Event("ping", $$"""
            "data": { "oneOf": [
              { "type": "object", "properties": { "a": {{first}}, "b": true } },
              { "type": "object", "properties": { "a": {{second}}, "c": true } }
            ] }
            """))));
        string json = $$$"""{"type":"ping","data":{"a":{{{value}}}}}""";
        Assert.Equal("PingEvent", acme.Parse(json).GetType().Name);
        Assert.Equal(json, acme.RoundTrip(json));
    }

    [Theory]
    [InlineData("""{ "kind": "a", "a": "x" }""")]
    [InlineData("""{ "kind": "b", "a": { "n": 1 } }""")]
    [InlineData("""{ "kind": "b", "a": [true] }""")]
    [InlineData("""{ "part": { "y": 1 }, "kind": "b" }""")]
    [InlineData("""{ "part": { "x": 1 }, "kind": "c" }""")]
    [InlineData("""{ "part": {}, "kind": "d", "a": 7 }""")]
    public void MemberOnWhichConditionsDecide_TakesWhatAnyOfThemSays(string data)
    {
        const string x = """{ "properties": { "part": { "properties": { "x": { "type": "integer" } }, "required": ["x"] } } }""";
        const string y = """{ "properties": { "part": { "properties": { "y": { "type": "integer" } }, "required": ["y"] } } }""";
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme(Schema.Of(Schema.Event("ping", $$$"""
            "data": {
              "type": "object",
              "properties": { "kind": { "type": "string" }, "part": { "type": "object" } },
              "if": { "properties": { "kind": { "const": "a" } } },
              "then": { "properties": { "a": {{{String}}} }, "required": ["a"] },
              "else": { "properties": { "a": { "type": ["object", "array", "number"] } } },
              "allOf": [
                { "if": { "properties": { "kind": { "const": "b" } } }, "then": {{{y}}} },
                { "if": { "properties": { "kind": { "const": "c" } } }, "then": {{{x}}} }
              ]
            }
            """))));
        string json = $$"""{"type":"ping","data":{{data.Replace(" ", "", System.StringComparison.Ordinal)}}}""";
        Assert.Equal("PingEvent", acme.Parse(json).GetType().Name);
        Assert.Equal(json, acme.RoundTrip(json));
    }

    [Theory]
    [InlineData("""{ "$ref": "#/$defs/a" }""")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/$defs/a" }, { "type": "string" }] }""")]
    [InlineData("""{ "type": "array", "items": { "oneOf": [{ "$ref": "#/$defs/b" }, { "type": "string" }] } }""")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/b" }], "anyOf": [{ "$ref": "#/$defs/a" }, { "type": "null" }] }""")]
    public void SchemaThatIsNothingButItself_IsAnything(string data)
    {
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme(Schema.Of(
            Schema.Event("ping", $"\"data\": {data}"),
            """ "a": { "$ref": "#/$defs/a" }, "b": { "$ref": "#/$defs/c" }, "c": { "$ref": "#/$defs/b" } """)));
        const string json = """{"type":"ping","data":["a"]}""";
        Assert.Equal("PingEvent", acme.Parse(json).GetType().Name);
        Assert.Equal(json, acme.RoundTrip(json));
    }
}
