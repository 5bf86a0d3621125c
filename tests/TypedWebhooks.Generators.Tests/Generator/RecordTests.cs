using System;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What the records of a schema are: which derive from which, what is required, what is deprecated, what is kept.</summary>
public sealed class RecordTests
{
    private const string Base = """
        "Base": {
          "type": "object",
          "properties": {
            "type": { "type": "string" },
            "id": { "type": "integer" },
            "data": { "type": "object" },
            "note": { "type": "string" },
            "opened_event": { "type": "string" }
          },
          "required": ["type", "id"]
        }
        """;

    [Fact]
    public void AllOfAReference_IsARecordBetweenEventsAndRoot()
    {
        EmittedEvents events = Run(Schema.Of(Based("opened"), Base));
        Assert.Equal("BaseEvent", events.Type("OpenedEvent").BaseType!.Name);
        Assert.Equal("AcmeEvent", events.Type("BaseEvent").BaseType!.Name);
        Assert.Equal(["Id", "Data", "Note", "OpenedEvent"], events.Properties("BaseEvent").Except(["EqualityContract"]));
        Assert.Equal(["EventType"], events.Properties("OpenedEvent"));
        const string json = """{"type":"opened","id":1,"data":{"a":null},"note":"n","opened_event":"o"}""";
        Assert.Equal(json, events.RoundTrip(json));
        dynamic e = events.Parse(json);
        Assert.Equal("o", e.OpenedEvent);
    }

    /// <summary>The base says that there is some data, the event which.</summary>
    [Fact]
    public void MemberThatAnEventNarrows_IsTheEventsOwn()
    {
        EmittedEvents events = Run(Schema.Of(
            Based("opened", """ "data": { "properties": { "reason": { "type": "string" } } }, "note": { "type": "string" } """, "\"note\"") + ",\n" + Based("closed"), Base));
        Assert.Equal(["Id", "OpenedEvent"], events.Properties("BaseEvent"));
        Assert.Equal(["EventType", "Data", "Note"], events.Properties("OpenedEvent"));
        Assert.Equal(["EventType", "Data", "Note"], events.Properties("ClosedEvent"));
        dynamic opened = events.Parse("""{"type":"opened","id":1,"data":{"reason":"r"},"note":"n"}""");
        Assert.Equal("r", opened.Data.Reason);
        dynamic closed = events.Parse("""{"type":"closed","id":1,"data":{"reason":[1]}}""");
        Assert.Equal("ClosedEvent", closed.GetType().Name);
        Assert.Equal("$.note", ((dynamic)events.Parse("""{"type":"opened","id":1}""")).JsonPath);
    }

    [Fact]
    public void DeprecatedThings_AreObsoleteAndCompile()
    {
        EmittedEvents events = Run(Schema.Of(
            Schema.Event("ping", """ "old": { "type": "string", "deprecated": true }, "blob": { "deprecated": true }, "part": { "$ref": "#/$defs/Part" } """).Replace("{ \"properties\"", "{ \"deprecated\": true, \"properties\"", StringComparison.Ordinal),
            """ "Part": { "properties": { "id": { "type": "integer" } }, "deprecated": true } """));
        Assert.NotEmpty(events.Type("PingEvent").GetCustomAttributes(typeof(ObsoleteAttribute), false));
        Assert.NotEmpty(events.Type("Part").GetCustomAttributes(typeof(ObsoleteAttribute), false));
        Assert.NotEmpty(events.Type("PingEvent").GetProperty("Old")!.GetCustomAttributes(typeof(ObsoleteAttribute), false));
        const string json = """{"type":"ping","old":"x","blob":1,"part":{"id":1}}""";
        Assert.Equal(json, events.RoundTrip(json));
    }

    [Fact]
    public void BaseOfEventsThatIsAlsoAPartOfABody_IsTwoRecords()
    {
        EmittedEvents events = Run(Schema.Of(Based("opened") + "," + Schema.Event("ping", """ "old": { "$ref": "#/$defs/Base" } """), Base));
        Assert.Equal("BaseEvent", events.Type("OpenedEvent").BaseType!.Name);
        Assert.Equal("Base", events.Type("PingEvent").GetProperty("Old")!.PropertyType.Name);
        foreach (string json in (string[])["""{"type":"opened","id":1}""", """{"type":"ping","old":{"type":"x","id":2}}"""])
        {
            Assert.Equal(json, events.RoundTrip(json));
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Shared", true)]
    [InlineData("Separate", false)]
    public void EqualObjects_AreOneInstanceUnlessTheyAreToBeSeparate(string value, bool shared)
    {
        string schema = Schema.Of(
            Schema.Event("ping", """ "one": { "$ref": "#/$defs/Part" }, "two": { "$ref": "#/$defs/Part" } """),
            """ "Part": { "properties": { "a": true, "b": true, "c": true, "d": true, "e": true, "f": true, "g": true, "h": { "type": "integer" } } } """);
        EmittedEvents events = Run(schema, ("EqualObjects", value));
        dynamic e = events.Parse("""{"type":"ping","one":{"h":1},"two":{"h":1}}""");
        Assert.Equal((object)e.One, (object)e.Two);
        Assert.Equal(shared, ReferenceEquals(e.One, e.Two));
    }

    [Fact]
    public void OptionalRequiredMembers_LetEverythingBeAbsentOrNull()
    {
        string schema = Schema.Of(Schema.Event("ping", """ "n": { "type": "integer" }, "s": { "type": "string" }, "list": { "type": "array", "items": { "type": "integer" } }, "any": true, "at": { "type": "string", "format": "date-time" }, "part": { "$ref": "#/$defs/Part" } """)
            .Replace("} }", "}, \"required\": [\"type\", \"n\", \"s\", \"list\", \"any\", \"at\", \"part\"] }", StringComparison.Ordinal), """ "Part": { "properties": { "id": { "type": "integer" } }, "required": ["id"] } """);
        EmittedEvents events = Run(schema, ("RequiredMembers", "Optional"));
        foreach (string json in (string[])[
            """{"type":"ping"}""",
            """{"type":"ping","n":null,"s":null,"list":null,"any":null,"at":null,"part":null}""",
            """{"type":"ping","n":1,"s":"","list":[],"any":{},"at":"2024-01-01T00:00:00Z","part":{}}""",
            """{"type":"ping","part":{"id":null}}"""])
        {
            Assert.Equal("PingEvent", events.Parse(json).GetType().Name);
            Assert.Equal(json, events.RoundTrip(json));
        }
    }

    [Fact]
    public void UnknownMembers_AreKeptAtEveryLevelAndPartOfTheValue()
    {
        EmittedEvents events = Run(Schema.Of(Schema.Event("ping", """ "part": { "properties": { "id": { "type": "integer" } } } """)));
        const string json = """{"type":"ping","part":{"id":1,"more":{"x":[1.50]}},"extra":null}""";
        dynamic e = events.Parse(json);
        Assert.Equal(json, events.Write(e));
        Assert.Equal(JsonValueKind.Null, ((JsonElement)e.AdditionalProperties["extra"]).ValueKind);
        Assert.Equal(e, events.Parse(json));
        Assert.NotEqual(e, events.Parse(json.Replace("1.50", "1.51", StringComparison.Ordinal)));
    }

    [Fact]
    public void RecursiveSchema_IsOneRecordThatRefersToItself()
    {
        EmittedEvents events = Run(Schema.Of(
            Schema.Event("ping", """ "tree": { "$ref": "#/$defs/Node" } """),
            """ "Node": { "properties": { "name": { "type": "string" }, "next": { "$ref": "#/$defs/Node" }, "children": { "type": "array", "items": { "$ref": "#/$defs/Node" } } } } """));
        Assert.Equal("Node", events.Type("Node").GetProperty("Next")!.PropertyType.Name);
        const string json = """{"type":"ping","tree":{"name":"a","next":{"name":"b"},"children":[{"name":"c","children":[]}]}}""";
        Assert.Equal(json, events.RoundTrip(json));
    }

    [Fact]
    public void ManyMembers_AreReadAndRequired()
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(static i => $"member{i}")];
        string schema = $$"""{ "properties": { "type": { "const": "ping" }, {{string.Join(",", names.Select(static n => $$"""{{Schema.Text(n)}}: { "type": "string", "format": "date-time" }"""))}} }, "required": [{{string.Join(",", names.Select(Schema.Text))}}] }""";
        EmittedEvents events = Run(schema);
        string json = $$"""{"type":"ping",{{string.Join(",", names.Select(static n => $"\"{n}\":\"2024-01-01T00:00:00.0Z\""))}}}""";
        Assert.Equal(json, events.RoundTrip(json));
        dynamic e = events.Parse(json.Replace("\"member150\"", "\"other\"", StringComparison.Ordinal));
        Assert.Equal("$.member150", e.JsonPath);
    }

    [Fact]
    public void NullsOfManyMembers_AreWrittenBack()
    {
        string[] names = [.. Enumerable.Range(0, 70).Select(static i => FormattableString.Invariant($"m{i}"))];
        string members = string.Join(",", names.Select(static name => $$"""
            "{{name}}": { "type": ["string", "null"] }
            """));
        EmittedEvents acme = new("Acme", GeneratorHarness.Acme(Schema.Of(
            Schema.Event("ping", $$"""{{members}}, "data": { "type": "object", "properties": { {{members}} } }"""))));
        string nulls = string.Join(",", names.Select(static name => $"\"{name}\":null"));
        string json = $$$"""{"type":"ping",{{{nulls}}},"data":{{{{nulls}}}}}""";

        Assert.Equal(json, acme.RoundTrip(json));
    }

    private static string Based(string name, string members = "", string required = "") => $$"""
        { "allOf": [{ "$ref": "#/$defs/Base" }], "properties": { "type": { "const": "{{name}}" }{{(members.Length == 0 ? "" : "," + members)}} }, "required": [{{required}}] }
        """;

    private static EmittedEvents Run(string schema, params (string, string)[] metadata) => new("Acme", GeneratorHarness.Acme(schema, metadata));
}
