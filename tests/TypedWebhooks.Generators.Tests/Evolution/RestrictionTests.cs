using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>What <c>allOf</c> restricts in a type that it refers to is in no type of C#, and is said all the same wherever it stands.</summary>
public sealed class RestrictionTests
{
    [Theory]
    [InlineData("""{ "properties": { "state": { "enum": ["a", "b"] } } }""", """{ "properties": { "state": { "enum": ["a", "b", "c"] } } }""", "3501")]
    [InlineData("""{ "properties": { "state": { "enum": ["a", "b"] } } }""", """{ "properties": { "state": { "enum": ["a"] } } }""", "3502")]
    [InlineData("""{ "properties": { "state": { "enum": ["wontfix"] } } }""", """{ "properties": { "state": { "enum": ["wont_fix"] } } }""", "3503")]
    [InlineData("""{ "properties": { "state": { "const": "a" } } }""", """{ "properties": { "state": { "type": "string" } } }""", "3705 3705")]
    [InlineData("""{ "properties": { "tags": { "items": { "enum": ["a"] } } } }""", """{ "properties": { "tags": { "items": { "enum": ["b"] } } } }""", "3705")]
    [InlineData("""{ "properties": { "state": { "oneOf": [{ "const": "a" }, { "const": "b" }] } } }""", """{ "properties": { "state": { "oneOf": [{ "const": "a" }, { "const": "c" }] } } }""", "3705")]
    [InlineData("""{ "allOf": [{ "properties": { "state": { "const": "a" } } }] }""", """{ "allOf": [{ "properties": { "state": { "const": "b" } } }] }""", "3705")]
    [InlineData("""{ "properties": { "state": { "pattern": "a" } } }""", """{ "properties": { "state": { "pattern": "b" } } }""", "3705")]
    [InlineData("""{ "properties": { "state": { "const": "a", "description": "One." } } }""", """{ "properties": { "state": { "description": "Two.", "const": "a" } } }""", "")]
    public void Restriction_IsSaid(string old, string now, string rules)
    {
        Assert.Equal(rules, Rules(old, now, null));

        // Where null stands beside it, it is the same.
        Assert.Equal(rules, Rules(old, now, "null"));
    }

    private static string Rules(string old, string now, string? beside) => Surfaces.Rules(Surfaces.Compare([Schema(old, beside)], [Schema(now, beside)]));

    private static SchemaText Schema(string restriction, string? beside)
    {
        string ticket = $$"""{ "allOf": [{ "$ref": "#/$defs/ticket" }, {{restriction}}] }""";
        string member = beside is null ? ticket : $$"""{ "oneOf": [{ "type": "null" }, {{ticket}}] }""";
        return GeneratorHarness.Acme(
            $$"""
            {
              "$defs": { "ticket": { "type": "object", "properties": { "state": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } } } } },
              "oneOf": [{ "type": "object", "properties": { "type": { "const": "opened" }, "ticket": {{member}} }, "required": ["type"] }]
            }
            """,
            ("EventType", "/type"));
    }
}
