using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using NJsonSchema;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>The format's own JSON Schema and its page say what the generator reads.</summary>
public sealed partial class EventMapSchemaTests
{
    public static TheoryData<string> Examples =>
        [.. JsonBlock().Matches(File.ReadAllText(SharedFiles.InProject("docs/event-map.md"))).Select(static block => block.Groups[1].Value)];

    /// <summary>Maps in which something is wrong that a schema can say.</summary>
    public static TheoryData<string> Refused =>
    [
        """{ "eventTyp": "/type" }""",
        """{ "eventType": "type" }""",
        """{ "eventType": "header /action" }""",
        """{ "eventType": 7 }""",
        """{ "eventType": ["/a", "/b", "/c", "/d"] }""",
        """{ "eventType": "/type", "body": "xml" }""",
        """{ "eventType": "/type", "events": { "order.paid": 1 } }""",
        """{ "eventType": "/type", "events": { "order.paid": { "schema": null, "name": "a b" } } }""",
        """{ "eventType": "/type", "events": { "order.paid": { "schema": null, "shape": 1 } } }""",
        """{ "eventType": "/type", "version": "/v", "events": { "order.paid": { "schema": null, "versions": [true] } } }""",
        """{ "eventType": "/type", "discover": { "files": "*" } }""",
        """{ "eventType": "/type", "select": { "order.paid": true } }""",
        """{ "eventType": "/type", "select": [7] }""",
        """{ "eventType": "/type", "select": [] }""",
        """{ "eventType": "/type", "select": "" }""",
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task ExampleOfThePage_IsAMap(string map)
    {
        Assert.Empty((await Schema()).Validate(map));
        Assert.Empty(Errors(map));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task WhatTheGeneratorRefuses_TheSchemaRefuses(string map)
    {
        Assert.NotEmpty((await Schema()).Validate(map));
        Assert.NotEmpty(Errors(map));
    }

    private static Task<JsonSchema> Schema() => JsonSchema.FromJsonAsync(File.ReadAllText(SharedFiles.InProject("schemas/event-map.schema.json")));

    /// <summary>What is wrong with a map by itself, whatever its schemas are.</summary>
    internal static string[] Errors(string map)
    {
        SchemaDiagnostics diagnostics = new();
        SchemaDocument document = SchemaDocument.Read(new("/acme.map.json", map, IsMap: true, new("Acme", "", "", "", "", "", "", "", "", "", "")), CancellationToken.None);
        document.ReportErrors(diagnostics);
        new EventMapReader(document, diagnostics).Read();
        return [.. diagnostics.ToEquatableArray().Select(static d => d.ToString())];
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
