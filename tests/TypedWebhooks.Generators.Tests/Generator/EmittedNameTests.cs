using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Names that records, or the code in them, need for themselves: a schema's members and types of the same names stand beside them.</summary>
public sealed class EmittedNameTests
{
    /// <summary>The members that the library gives to every record, and those that records declare.</summary>
    private static readonly string[] s_members =
    [
        .. typeof(InexactWebhookObject).GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(static member => member.Name)
            .Where(static name => name.All(char.IsAsciiLetter))
            .Distinct(),
        "ReadFrom", "ReadEvent", "ReadBody", "BelongsHere", "DispatchCoreAsync", "RefuseToBeRead", "RefuseToBeWritten", "s_members", "s_cases", "s_eventKey", "_format", "_eventTypeText",
    ];

    /// <summary>What emitted code calls by a simple name, as a type, a variable or a function.</summary>
    private static readonly string[] s_words =
    [
        "AcmeEvent", "AcmeEventTypes", "AcmeJsonConverter", "AcmeJsonContext", "AcmeEventHandler", "UnrecognizedAcmeEvent", "Kind", "KindJsonTexts", "KindJSONTexts", "kind_json_texts", "Part", "Shape", "UnrecognizedShape", "Names", "Cached", "Default", "Options", "Find",
        "reader", "members", "writer", "json", "that", "other", "builder", "value", "present", "item", "e", "handler", "record", "this", "base", "new", "null",
    ];

    /// <summary>Names whose first letter has no case, so that nothing tells a property from a local.</summary>
    private static readonly string[] s_caseless = ["\u65e5\u672c", "\uacc4\uc57d\uc11c", "\u0661\u0662\u0663", "2fa", "3", "\u05d0", "\u65e5\u672c_value", "\u65e5\u672cValue", "\u01c5x"];

    [Theory]
    [InlineData("true", "[1]")]
    [InlineData("""{ "type": "string" }""", "\"x\"")]
    [InlineData("""{ "type": "number" }""", "1.5")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2024-01-01T00:00:00Z\"")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "[1]")]
    [InlineData("""{ "type": ["array", "null"], "items": { "$ref": "#/$defs/Part" } }""", "null")]
    [InlineData("""{ "type": "object", "additionalProperties": { "$ref": "#/$defs/Kind" } }""", "{\"a\":\"x\"}")]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "$ref": "#/$defs/Part" }] }""", "{\"id\":1}")]
    [InlineData("""{ "properties": { "id": true } }""", "17")]
    [InlineData("""{ "$ref": "#/$defs/Kind" }""", "\"x\"")]
    [InlineData("""{ "$ref": "#/$defs/Part" }""", "{\"id\":1}")]
    [InlineData("""{ "$ref": "#/$defs/Shape" }""", "{\"is\":\"round\",\"r\":1}")]
    public void MembersOfAnyName_AreReadAndWritten(string type, string value)
    {
        string[] names = [.. s_members.Concat(s_words).Concat(s_caseless).Distinct(StringComparer.Ordinal)];
        string properties = string.Join(",", names.Select(name => $"{Schema.Text(name)}: {type}"));
        string definitions = $$"""
            "Kind": { "enum": ["x", "y"] }, "Part": { "type": "object", "properties": { "id": { "type": "integer" } }, "required": ["id"] },
            "Shape": { "oneOf": [{ "$ref": "#/$defs/Round" }, { "$ref": "#/$defs/Flat" }], "discriminator": { "propertyName": "is" } },
            "Round": { "type": "object", "properties": { "is": { "const": "round" }, {{properties}} }, "required": ["is"] },
            "Flat": { "type": "object", "properties": { "is": { "const": "flat" } }, "required": ["is"] },
            "All": { "type": "object", "properties": { {{properties}} } }
            """;
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(Schema.Of(
            Schema.Event("ping", $$"""{{properties}}, "all": { "$ref": "#/$defs/All" }, "shape": { "$ref": "#/$defs/Shape" }"""), definitions)));
        string values = string.Join(",", names.Select(name => $"\"{name}\":{value}"));
        string json = $$$"""{"type":"ping",{{{values}}},"all":{{{{values}}}},"shape":{"is":"round",{{{values}}}}}""";

        dynamic e = events.Parse(json);
        Assert.Equal("PingEvent", e.GetType().Name);
        Assert.Null(e.AdditionalProperties);
        Assert.Null(e.All.AdditionalProperties);
        Assert.Equal("Round", e.Shape.GetType().Name);
        Assert.Equal(json, events.Write(e));
        Assert.Equal(e, events.Parse(json));
        Assert.Equal(e.GetHashCode(), events.Parse(json).GetHashCode());
        Assert.NotEqual(e, events.Parse(json.Replace("\"all\":{\"", "\"all\":{\"more\":1,\"", StringComparison.Ordinal)));
    }

    /// <summary>Parts, sets of cases, cases and enums that are called like the members that records have.</summary>
    [Theory]
    [InlineData("""{ "type": "object", "properties": { "at": { "type": "string", "format": "date-time" }, "n": true } }""")]
    [InlineData("""{ "enum": ["x"] }""")]
    [InlineData("""{ "oneOf": [{ "type": "object", "properties": { "is": { "const": "a" } }, "required": ["is"] }, { "type": "object", "properties": { "is": { "const": "b" }, "n": true }, "required": ["is"] }] }""")]
    public void TypesOfAnyName_AreEmitted(string definition)
    {
        string[] names = [.. s_members.Concat(s_words).Concat(s_caseless).Distinct(StringComparer.Ordinal)];
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(
            Schema.Event("ping", string.Join(",", names.Select(static (name, i) => $$""" "m{{i}}": { "$ref": {{Schema.Text("#/$defs/" + name)}} } """))),
            string.Join(",", names.Select(name => $"{Schema.Text(name)}: {definition}")))));
        generated.AssertCompiles();
        _ = generated.Load();
    }

    /// <summary>A map's names stand as they are, underscores and all, or are refused.</summary>
    [Fact]
    public void NamesThatAMapGives_AreEmittedOrRefused()
    {
        foreach (string name in (IEnumerable<string>)[.. s_members, "Cached", "PartJsonTexts", "_infoOfPing", "that", "reader"])
        {
            Generated generated = GeneratorHarness.Run(
                GeneratorHarness.Acme(Schema.Of(Schema.Event("ping", """ "part": { "$ref": "#/$defs/Part" } """), """ "Part": { "type": "object", "properties": { "at": { "type": "string", "format": "date-time" } } } """)),
                new SchemaText("/consumer/schemas/acme/acme.map.json", $$"""{ "types": { "#/$defs/Part": "{{name}}" } }""", ("Schema", "map")));
            generated.AssertCompiles();
        }
    }
}
