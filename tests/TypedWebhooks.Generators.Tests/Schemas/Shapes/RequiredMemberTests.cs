using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Shapes;

/// <summary>A member that a schema requires without saying what it is has to be there, whatever it is.</summary>
public sealed class RequiredMemberTests
{
    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["b"] }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "allOf": [{ "required": ["b"] }] }""")]
    [InlineData("""{ "type": "object", "required": ["b"], "allOf": [{ "properties": { "a": { "type": "string" } } }] }""")]
    [InlineData("""{ "type": "object", "required": ["b"], "anyOf": [{ "properties": { "a": { "type": "string" } } }] }""")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/F" }, { "properties": { "a": { "type": "string" } }, "required": ["b"] }] }""")]
    [InlineData("""{ "oneOf": [{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["b"] }, { "type": "object", "properties": { "c": true }, "required": ["b"] }] }""")]
    [InlineData("""{ "type": "object", "properties": { "kind": { "const": "x" } }, "required": ["kind", "b"] }""")]
    [InlineData("""{ "type": "object", "required": ["b"] }""")]
    [InlineData("""{ "type": "object", "required": ["b"], "additionalProperties": { "type": ["string", "array"] } }""")]
    [InlineData("""{ "type": "object", "allOf": [{ "required": ["b"] }] }""")]
    [InlineData("""{ "type": "array", "items": { "type": "object", "required": ["b"] } }""")]
    [InlineData("""{ "oneOf": [{ "type": "object", "required": ["b"] }, { "type": "integer" }] }""")]
    [InlineData("""{ "type": ["object", "null"], "required": ["b"] }""")]
    public void RequiredMemberThatNothingDeclares_HasToBeThere(string schema)
    {
        EmittedEvents acme = new("Acme", EmittedMember.Run(schema));
        (string open, string close) = schema.Contains("array\",", System.StringComparison.Ordinal) && schema.StartsWith("{ \"type\": \"array", System.StringComparison.Ordinal) ? ("[", "]") : ("", "");
        string with = $$"""{"type":"ping","m":{{open}}{"kind":"x","a":"y","f":"z","b":"7"}{{close}}}""";
        Assert.Equal("PingEvent", acme.Parse(with).GetType().Name);
        Assert.Equal(Sorted(with), Sorted(acme.RoundTrip(with)));

        dynamic without = acme.Parse($$"""{"type":"ping","m":{{open}}{"kind":"x","a":"y","f":"z"}{{close}}}""");
        Assert.Equal("UnrecognizedAcmeEvent", without.GetType().Name);
        Assert.Equal("SchemaMismatch", without.Reason.ToString());
    }

    [Fact]
    public void RequiredMemberThatNothingDeclares_IsKeptAsItIs()
    {
        EmittedEvents acme = new("Acme", EmittedMember.Run("""{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["b"] }"""));
        dynamic e = acme.Parse("""{"type":"ping","m":{"b":[1,{"x":null}],"c":2}}""");
        Assert.Equal("""[1,{"x":null}]""", e.M.AdditionalProperties["b"].GetRawText());
        Assert.Equal("""{"type":"ping","m":{"b":[1,{"x":null}],"c":2}}""", acme.Write(e));

        dynamic missing = acme.Parse("""{"type":"ping","m":{"a":"x"}}""");
        Assert.Equal("$.m.b", missing.JsonPath);
        Assert.Equal("The required member is missing.", missing.Message);
        Assert.Equal("The member occurs twice.", acme.Parse("""{"type":"ping","m":{"b":1,"b":1}}""").Message);
    }

    [Fact]
    public void RequiredMemberOfAnEventThatNothingDeclares_HasToBeThere()
    {
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme("""{ "type": "object", "properties": { "type": { "const": "ping" } }, "required": ["type", "it's \"b\""] }"""));
        Assert.Equal("PingEvent", acme.Parse("""{"type":"ping","it's \"b\"":null}""").GetType().Name);
        Assert.Equal("""$['it\'s "b"']""", acme.Parse("""{"type":"ping"}""").JsonPath);
    }

    /// <summary>Which of two objects a value is may depend on nothing else.</summary>
    [Fact]
    public void AlternativesThatDifferInWhatTheyRequire_AreToldApart()
    {
        const string definitions = """
            "A": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["a"] },
            "B": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["b"] }
            """;
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme(Schema.Of(Schema.Event("ping", """ "m": { "oneOf": [{ "$ref": "#/$defs/A" }, { "$ref": "#/$defs/B" }] } """), definitions)));
        Assert.Equal("B", acme.Parse("""{"type":"ping","m":{"id":"1","b":1}}""").M.Value.GetType().Name);
        Assert.Equal("A", acme.Parse("""{"type":"ping","m":{"id":"1","a":1}}""").M.Value.GetType().Name);
        Assert.Equal("UnrecognizedAcmeEvent", acme.Parse("""{"type":"ping","m":{"id":"1"}}""").GetType().Name);
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["b"] }""")]
    [InlineData("""{ "type": "object", "required": ["b"] }""")]
    public void WhereRequiredMembersAreOptional_SoAreThese(string schema)
    {
        EmittedEvents acme = new("Acme", EmittedMember.Run(schema, ("RequiredMembers", "Optional")));
        Assert.Equal("PingEvent", acme.Parse("""{"type":"ping","m":{"a":"y"}}""").GetType().Name);
        Assert.Equal("""{"type":"ping","m":{"a":"y","b":1}}""", acme.RoundTrip("""{"type":"ping","m":{"a":"y","b":1}}"""));
    }

    private static string Sorted(string text) => new([.. System.Linq.Enumerable.Order(text)]);
}
