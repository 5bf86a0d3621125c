using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using static TypedWebhooks.Generators.Tests.Schemas.EventMaps.MappedProvider;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>JSON pointers are those of RFC 6901 wherever they are written: in a map, in an item, and at run time in the body.</summary>
public sealed class PointerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/a/0/-", "a|0|-")]
    [InlineData("/a~1b/m~0n/~01", "a/b|m~n|~1")]
    [InlineData("/ /a%20b", " |a%20b")]
    public void Pointer_HasTokens(string text, string tokens)
    {
        Assert.True(JsonPointer.TryParse(text, out System.Collections.Generic.IReadOnlyList<string> found));
        Assert.Equal(tokens, string.Join("|", found));
        Assert.Equal(text, JsonPointer.Of(found));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a/b")]
    [InlineData("/a~")]
    [InlineData("/a~2")]
    [InlineData("/~/b")]
    public void WhatIsNoPointer_HasNone(string text) => Assert.False(JsonPointer.TryParse(text, out _));

    [Theory]
    [InlineData("/items/0/code", """{"items":[{"code":"made"}]}""", true)]
    [InlineData("/items/0/code", """{"items":[{"x":[1,{}],"code":"\u006dade"},{"code":"gone"}],"id":1}""", true)]
    [InlineData("/items/1/code", """{"items":[[{"code":"gone"}],{"code":"made"}]}""", true)]
    [InlineData("/items/1/code", """{"items":[{"code":"made"}]}""", false)]
    [InlineData("/items/0/code", """{"items":{"0":{"code":"made"}}}""", true)]
    [InlineData("/items/0/code", """{"items":[]}""", false)]
    [InlineData("/items/0/code", """{"items":"made"}""", false)]
    [InlineData("/items/00/code", """{"items":[{"code":"made"}]}""", false)]
    [InlineData("/items/00/code", """{"items":{"00":{"code":"made"}}}""", true)]
    [InlineData("/items/-/code", """{"items":[{"code":"made"}]}""", false)]
    [InlineData("/items/99999999999/code", """{"items":[{"code":"made"}]}""", false)]
    [InlineData("/list/0/1", """{"list":[["gone","made"]]}""", true)]
    [InlineData("/a~1b/c~0d", """{"a/b":{"c~d":"made"}}""", true)]
    [InlineData("/~01", """{"~1":"made"}""", true)]
    [InlineData("/", """{"":"made"}""", true)]
    [InlineData("/0", """{"0":"made"}""", true)]
    public void EventType_IsFoundInTheBody(string text, string body, bool isFound)
    {
        EmittedEvents acme = Load($$"""{ "eventType": "{{text}}", "events": { "made": null } }""");
        Assert.Equal(isFound ? "MadeEvent" : "UnrecognizedAcmeEvent", NameOf(acme.Parse(body)));
        Assert.True(Corpus.AreEqual(body, acme.RoundTrip(body)), acme.RoundTrip(body));

        EmittedEvents two = Load($$"""{ "eventType": ["{{text}}", "/verb?"], "events": { "made": null } }""");
        Assert.Equal(isFound ? "MadeEvent" : "UnrecognizedAcmeEvent", NameOf(two.Parse(body)));
    }

    /// <summary>The constant stands in the schema where the pointer leads: in the item's metadata too.</summary>
    [Fact]
    public void EventType_IsFoundInTheSchemaOfAnArray()
    {
        static string Items(string code) => $$"""
            { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "object", "properties": { "code": { "const": "{{code}}" } } } } } }
            """;
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme(Schema.Of([Items("made"), Items("gone")]), ("EventType", "/items/0/code")));
        Assert.Equal("GoneEvent", NameOf(acme.Parse("""{"items":[{"code":"gone"},{"code":"made"}]}""")));
        Assert.Equal("MadeEvent", NameOf(acme.Parse("""{"items":[{"code":"made"}]}""")));
        object none = acme.Parse("""{"items":[]}""");
        Assert.Equal("UnrecognizedAcmeEvent", NameOf(none));
        Assert.Contains("'/items/0/code'", none.ToString());
    }

    [Theory]
    [InlineData("/allOf/1/x-name")]
    [InlineData("#/allOf/1/x-name")]
    [InlineData("/x~1name")]
    [InlineData("#/x~1na%6De")]
    [InlineData("/x-names/1")]
    public void DiscoverNames_LeadAnywhereInTheSchema(string text)
    {
        EmittedEvents acme = Load(
            $$"""{ "eventType": "/type", "discover": { "schemas": "*.json", "names": "{{text}}" } }""",
            ("a.json", """{ "x/name": "made", "x-names": ["no", "made"], "allOf": [{ "type": "object" }, { "x-name": "made", "properties": { "id": { "type": "integer" } } }] }"""));
        Assert.Equal("MadeEvent", NameOf(acme.Parse("""{"type":"made","id":1}""")));
    }

    [Theory]
    [InlineData("#/oneOf/*")]
    [InlineData("#/oneOf/0")]
    [InlineData("a.json#/oneOf/0")]
    [InlineData("#/allOf/0/x~1y/*")]
    public void DiscoverSchemas_LeadIntoArrays(string glob)
    {
        EmittedEvents acme = Load(
            $$"""{ "eventType": "/type", "discover": { "schemas": "{{glob}}", "names": "/x-name" } }""",
            ("a.json", """{ "oneOf": [{ "x-name": "made", "type": "object" }], "allOf": [{ "x/y": { "z": { "x-name": "made", "type": "object" } } }] }"""));
        Assert.Equal("MadeEvent", NameOf(acme.Parse("""{"type":"made","id":1}""")));
    }

    [Theory]
    [InlineData("""{ "eventType": "/a~" }""", "(1,16): TWH2012: '/a~' is neither a JSON pointer into the body, such as /type, nor header and the name of one")]
    [InlineData("""{ "eventType": ["/type", "/b~2"] }""", "(1,26): TWH2012: '/b~2' is neither a JSON pointer into the body, such as /type, nor header and the name of one")]
    [InlineData("""{ "eventType": "" }""", "(1,16): TWH2012: '' is neither a JSON pointer into the body, such as /type, nor header and the name of one")]
    [InlineData("""{ "eventType": "/type", "discover": { "names": "x-event" } }""", "(1,48): TWH2012: 'x-event' is no JSON pointer into a schema, such as /x-event-name, nor path")]
    [InlineData("""{ "eventType": "/type", "discover": { "names": "/x~3" } }""", "(1,48): TWH2012: '/x~3' is no JSON pointer into a schema, such as /x-event-name, nor path")]
    [InlineData("""{ "eventType": "/type", "discover": { "names": "/x" } }""", "(1,48): TWH2012: None of the schemas has a name at '/x'")]
    [InlineData("""{ "eventType": "/typ", "discover": { "schemas": "*.json" } }""", "(1,16): TWH2012: None of the schemas has a constant at '/typ', so no event is made of them")]
    [InlineData("""{ "eventType": "/typ" }""", "(1,16): TWH2012: None of the schemas has a constant at '/typ', so no event is made of them")]
    public void MistakeOfTheMap_IsSaidOnceHoweverManySchemasThereAre(string map, string said) => Assert.Equal(
        ["acme.map.json" + said],
        Errors(map, ("a.json", Schema.Event("a")), ("b.json", Schema.Event("b")), ("c.json", Schema.Event("c"))));

    [Theory]
    [InlineData("/a~")]
    [InlineData("/a~2")]
    [InlineData("a")]
    public void EventTypeOfAnItemThatIsNoPointer_IsSaid(string text) => Assert.Contains(
        $"TWH2011: EventType=\"{text}\"",
        GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Event("made"), ("EventType", text))).Printed.First());

    [Theory]
    [InlineData("#/$defs/list/01", "an array there has no '01'")]
    [InlineData("#/$defs/list/-", "an array there has no '-'")]
    [InlineData("#/$defs/list/2", "an array there has no '2'")]
    [InlineData("#/$defs/a~2", "'/$defs/a~2' is no JSON pointer, in which 0 or 1 follows each ~")]
    public void ReferenceThatIsNoPointer_IsSaid(string reference, string why) => Assert.Equal(
        $"TWH2002: The reference '{reference}' leads nowhere: {why}",
        GeneratorHarness.Run(GeneratorHarness.Acme($$"""{ "$defs": { "list": [true, true] }, "properties": { "type": { "const": "made" }, "x": { "$ref": "{{reference}}" } } }""")).Printed.Single().Split("): ")[1]);

    [Fact]
    public void NameThatIsNoText_IsSaidAtItsPlace() => Assert.Equal(
        ["a.json(1,20): TWH2005: The event map takes this for an event's name, but it is a number and no string"],
        Errors("""{ "eventType": "/type", "discover": { "names": "/x-names" } }""", ("a.json", """{ "x-names": ["a", 7], "type": "object" }""")));

    [Theory]
    [InlineData("\"const\": \"1\"", "\"1\"", "Made1Event")]
    [InlineData("\"const\": 2", "2", "Made2Event")]
    [InlineData("\"enum\": [\"1\", \"2\"]", "\"2\"", "Made2Event")]
    [InlineData("\"type\": \"string\"", "\"7\"", "MadeEvent")]
    public void Version_IsFoundBesideAPointerToTheName(string constant, string version, string name)
    {
        EmittedEvents acme = Load(
            """{ "eventType": "/type", "version": "/version", "discover": { "names": "/x-event" } }""",
            ("a.json", $$"""{ "x-event": "made", "type": "object", "properties": { "version": { {{constant}} }, "id": { "type": "integer" } } }"""));
        Assert.Equal(name, NameOf(acme.Parse($$"""{"type":"made","version":{{version}},"id":1}""")));
    }
}
