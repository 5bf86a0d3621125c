using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Batches;

/// <summary>What the schema and the map of a batch call things, where that could be C# or is taken.</summary>
public sealed class BatchNameTests
{
    private const string Follow = """{ "type": "object", "required": ["type"], "properties": { "type": { "const": "follow" }, "user": { "type": "string" } } }""";

    [Theory]
    [InlineData("events")]
    [InlineData("form")]
    [InlineData("original")]
    [InlineData("path")]
    [InlineData("parse")]
    [InlineData("write envelope")]
    [InlineData("AcmeBatch")]
    [InlineData("dispatch each async")]
    [InlineData("*/ public class Evil {} /*")]
    [InlineData("\"; } class Evil { //")]
    [InlineData("</c></summary>\u2028#error")]
    [InlineData("class")]
    [InlineData("")]
    public void MemberOfTheEnvelope_IsAPropertyBesideTheBatchsOwn(string name)
    {
        EmittedEvents events = MappedProvider.Load(
            """{ "eventType": "/type", "batch": "/list/*", "envelope": "hooks.json#/$defs/request", "events": { "follow": "hooks.json#/$defs/follow" } }""",
            ("hooks.json", $$"""{ "$defs": { "follow": {{Follow}}, "request": { "type": "object", "description": {{Schema.Text(name)}}, "properties": { {{Schema.Text(name)}}: { "type": "object", "properties": { "x": { "enum": ["a"] } } }, "list": { "type": "array" } } } } }"""));
        BatchProvider provider = BatchProvider.Of(events);
        string json = $$"""{ "list": [{ "type": "follow" }], {{Schema.Text(name)}}: { "x": "a" } }""";
        object batch = provider.Parse(json);
        Assert.Equal(["FollowEvent"], BatchProvider.Describe(batch));
        Assert.True(BatchProvider.AreEqual(json, provider.Write(batch)));
        Assert.Single(events.Properties("AcmeBatch"));
        Assert.Null(events.Assembly.GetType("Evil"));
    }

    [Theory]
    [InlineData("*/ public class Evil {} /*", "\"; } class Evil { //")]
    [InlineData("\u2028", "\\\"u8")]
    [InlineData("{0}", "a.b")]
    public void NamesOnTheWay_AreTexts(string array, string item)
    {
        string Pointer(string name) => name.Replace("~", "~0", System.StringComparison.Ordinal).Replace("/", "~1", System.StringComparison.Ordinal);
        string path = Schema.Text($"/{Pointer(array)}/deep/*/{Pointer(item)}");
        BatchProvider provider = BatchProvider.Of($$"""{ "eventType": "/type", "batch": {{path}}, "events": { "follow": "hooks.json" } }""", Follow);
        string json = $$"""{ {{Schema.Text(array)}}: { "deep": [{ {{Schema.Text(item)}}: { "type": "follow", "user": "u" } }] } }""";
        object batch = provider.Parse(json);
        Assert.Equal(["FollowEvent"], BatchProvider.Describe(batch));
        Assert.True(BatchProvider.AreEqual(json, provider.Write(batch)), provider.Write(batch));
        Assert.Null(BatchProvider.Get(batch, "AdditionalProperties"));
    }

    /// <summary>The events of an envelope with more members than a record may have are not among those that are left out.</summary>
    [Fact]
    public void TooManyMembers_TheEventsAreKept()
    {
        string members = string.Join(", ", Enumerable.Range(0, 2100).Select(static i => $"\"m{i}\": {{ \"type\": \"integer\" }}"));
        Generated generated = GeneratorHarness.Run(MappedProvider.Of(
            """{ "eventType": "/type", "batch": "/zlist/*", "envelope": "hooks.json#/$defs/request", "events": { "follow": "hooks.json#/$defs/follow" } }""",
            ("hooks.json", $$"""{ "$defs": { "follow": {{Follow}}, "request": { "type": "object", "properties": { {{members}}, "zlist": { "type": "array" } } } } }""")));
        BatchProvider provider = BatchProvider.Of(new EmittedEvents("Acme", generated));
        Assert.Equal(["FollowEvent"], BatchProvider.Describe(provider.Parse("""{"m0":1,"zlist":[{"type":"follow"}]}""")));
    }

    [Fact]
    public void ChosenEvents_TheBatchHasItsTypesAllTheSame()
    {
        EmittedEvents events = MappedProvider.Load(
            """{ "eventType": "/type", "batch": "/list/*", "envelope": "hooks.json#/$defs/request", "events": { "follow": "hooks.json#/$defs/follow", "leave": "hooks.json#/$defs/leave" }, "select": "follow" }""",
            ("hooks.json", $$"""{ "$defs": { "follow": {{Follow}}, "leave": { "type": "object", "properties": { "type": { "const": "leave" } } }, "request": { "type": "object", "properties": { "meta": { "type": "object", "properties": { "mode": { "enum": ["a", "b"] } } }, "list": { "type": "array" } } } } }"""));
        object batch = BatchProvider.Of(events).Parse("""{"meta":{"mode":"b"},"list":[{"type":"leave"},{"type":"follow"}]}""");
        Assert.Equal(["NotSelected leave {\"type\":\"leave\"}", "FollowEvent"], BatchProvider.Describe(batch));
        Assert.Equal("B", BatchProvider.Get(BatchProvider.Get(batch, "Meta")!, "Mode")!.ToString());
    }

    [Fact]
    public void HeaderName_GoesToEveryEventOfTheBatch()
    {
        EmittedEvents events = MappedProvider.Load(
            """{ "eventType": ["header X-Kind", "/action?"], "batch": "/list/*/E", "events": { "a.b": "hooks.json", "a": null } }""",
            ("hooks.json", """{ "type": "object", "properties": { "action": { "const": "b" }, "n": { "type": "integer" } } }"""));
        const string Json = """{"list":[{"E":{"action":"b","n":1},"more":2},{"E":{"n":2}},{"E":7}]}""";
        object batch = BatchProvider.Of(events).Call("Parse", [typeof(string), typeof(string)], "a", Json)!;
        Assert.Equal(["ABEvent", "AEvent", "UnrecognizedAcmeEvent"], BatchProvider.EventsIn(batch).Select(MappedProvider.NameOf));
        Assert.True(BatchProvider.AreEqual(Json, BatchProvider.Of(events).Write(batch)));
    }

    [Theory]
    [InlineData("/list/*\", \"envelope\": \"#/$defs/r", """{"type":"object","properties":{"n":{"type":"integer","format":"int64"},"list":{"type":"array","items":{"$ref":"#/$defs/AcmeEvent"}}}}""")]
    [InlineData("/list/*/E", """{"type":"object","properties":{"list":{"type":"array","items":{"type":"object","properties":{"E":{"$ref":"#/$defs/AcmeEvent"}}}}}}""")]
    [InlineData("/*", """{"type":"array","items":{"$ref":"#/$defs/AcmeEvent"}}""")]
    public void JsonSchema_HasTheBatch(string batch, string expected)
    {
        SchemaText[] files = [.. MappedProvider.Of($$"""{ "eventType": "/type", "batch": "{{batch}}", "events": { "follow": "hooks.json" } }""", ("hooks.json", Follow[..^1] + """, "$defs": { "r": { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer" }, "list": { "type": "array" } } } } }"""))];
        Generated generated = GeneratorHarness.Run([.. files.Select(static file => new SchemaText(file.Path, file.GetText()!.ToString(), ("Provider", "Acme"), file.Path.EndsWith("map.json", System.StringComparison.Ordinal) ? ("Schema", "map") : ("Format", "json-schema"), ("JsonSchema", "true")))]);
        EmittedEvents events = new("Acme", generated);
        object schema = events.Type("AcmeJsonSchema").GetMethod("Of")!.Invoke(null, [events.Type("AcmeBatch")])!;
        using JsonDocument json = JsonDocument.Parse(schema.ToString()!);
        System.Collections.Generic.Dictionary<string, JsonElement> members = json.RootElement.EnumerateObject().Where(static member => member.Name is not "$defs" and not "$schema").ToDictionary(static member => member.Name, static member => member.Value);
        Assert.True(BatchProvider.AreEqual(expected, JsonSerializer.Serialize(members)), schema.ToString());
    }
}
