using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What is wrong with a schema is said once, at its line and column, and takes nothing else down.</summary>
public sealed class LocatedErrorTests
{
    private const string TeliaEvent = """{ "eventType": "ping", "description": "Ping.", "payloadSchema": { "EventType": "string" } }""";

    /// <summary>Schemas of the provider Acme: the text, what is reported, and whether its event <c>ping</c> is still emitted.</summary>
    public static TheoryData<string, string, string, bool> BrokenSchemas => new()
    {
        {
            "missing brace",
            """
            [
              { "eventType": "ping", "payloadSchema": { "EventType": "string" } },
              { "eventType": "pong", "payloadSchema": { "EventType": "string" }
            ]
            """,
            "hooks.json(4,1): TWH2001: The schema is not valid JSON: expected ',' or '}' after a member, found ']'; the object that begins at line 3, column 3 is not closed", false
        },
        { "empty file", "", "hooks.json(1,1): TWH2001: The schema is not valid JSON: expected a JSON value, found the end of the text", false },
        {
            "duplicate event",
            $$"""
            [
              {{TeliaEvent}},
              {
                "eventType": "PING",
                "payloadSchema": { "EventType": "string" }
              }
            ]
            """,
            "hooks.json(4,18): TWH2004: The event 'PING' is declared twice; the first declaration is at line 2, column 18", true
        },
        {
            "misspelt type",
            """
            [
              {
                "eventType": "ping",
                "payloadSchema": {
                  "EventType": "string",
                  "Note": "strng"
                }
              }
            ]
            """,
            "hooks.json(6,15): TWH2003: 'strng' is not a known type; did you mean 'string'?", true
        },
        {
            "unknown type",
            """[{ "eventType": "ping", "payloadSchema": { "EventType": "string", "Note": "blorp" } }]""",
            "hooks.json(1,75): TWH2003: 'blorp' is not a known type", true
        },
        {
            "event without an event type",
            $$"""
            [
              {{TeliaEvent}},
              { "eventType": "pong", "payloadSchema": { "Kind": "string" } }
            ]
            """,
            """hooks.json(3,43): TWH2005: The payload of 'pong' has no member 'EventType', so its bodies cannot be told from others; say where the name stands with EventType="/member" on the item""", true
        },
        {
            "event without a payload",
            $$"""
            [
              {{TeliaEvent}},
              { "eventType": "pong" }
            ]
            """,
            "hooks.json(3,3): TWH2010: The event 'pong' has no payloadSchema, an object", true
        },
        {
            "$ref without target",
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "type": { "const": "ping" },
                "data": { "$ref": "#/$defs/Data" }
              }
            }
            """,
            "hooks.json(6,23): TWH2002: The reference '#/$defs/Data' leads nowhere: an object there has no '$defs'", true
        },
        {
            "$ref into the network",
            """{ "properties": { "type": { "const": "ping" }, "data": { "$ref": "https://example.com/x.json" } } }""",
            "hooks.json(1,66): TWH2002: The reference 'https://example.com/x.json' leads nowhere: none of the provider's WebhookSchema items has this $id or path", true
        },
        {
            "no member tells events apart",
            """
            {
              "oneOf": [
                { "type": "object", "properties": { "kind": { "type": "string" } } },
                { "type": "object", "properties": { "kind": { "type": "string" } } }
              ]
            }
            """,
            """hooks.json(1,1): TWH2005: The schema does not say how its events are named: no member has another constant in each of them. Say where the name stands with EventType="/type" on the item, or in an event map hooks.map.json beside the schema, to begin with: {"eventType":"/type","events":{"some.event":"hooks.json"}}""", false
        },
        {
            "not a type of JSON Schema",
            """{ "properties": { "type": { "const": "ping" }, "n": { "type": "int" } } }""",
            "hooks.json(1,53): TWH2010: 'int' is not a type of JSON Schema", true
        },
        { "unknown format", """{ "openapi": "3.1.0" }""", """hooks.json(1,1): TWH2009: The file is neither a JSON Schema nor a Telia catalogue; say what it is with Format="json-schema" or Format="telia" on the item""", false },
        {
            "half a surrogate pair in a name",
            """{ "properties": { "type": { "const": "ping" }, "\ud800": { "type": "string" } } }""",
            "hooks.json(1,48): TWH2010: The name of this member holds half a surrogate pair, which no text can", true
        },
    };

    [Theory]
    [MemberData(nameof(BrokenSchemas))]
    public void BrokenSchema_IsReportedOnceAtItsPlace(string what, string schema, string expected, bool emitted)
    {
        _ = what;
        Generated generated = RunBesideTelia(GeneratorHarness.Acme(schema));
        Assert.Equal(expected, string.Join("\n", generated.Printed));
        Assert.Equal(DiagnosticSeverity.Error, generated.Diagnostics.Single().Severity);
        Assert.Equal(emitted, generated.Sources.ContainsKey("Acme.PingEvent.g.cs"));
        Assert.Equal(emitted, generated.Sources.Keys.Any(static hint => hint.StartsWith("Acme.", System.StringComparison.Ordinal)));
    }

    public static TheoryData<string, string, string> BadMetadata => new()
    {
        { "Access", "foo", "hooks.json(1,1): TWH2011: Access=\"foo\" of this WebhookSchema item is not valid: it is internal or public" },
        { "Namespace", "1x", "hooks.json(1,1): TWH2011: Namespace=\"1x\" of this WebhookSchema item is not valid: it is identifiers with dots between them" },
        { "EventType", "x y", "hooks.json(1,1): TWH2011: EventType=\"x y\" of this WebhookSchema item is not valid: it is a JSON pointer into the body, such as /type, or header, or several of these with spaces between" },
        { "EventTypeComparison", "CurrentCulture", "hooks.json(1,1): TWH2011: EventTypeComparison=\"CurrentCulture\" of this WebhookSchema item is not valid: it is OrdinalIgnoreCase or Ordinal" },
        { "RequiredMembers", "Never", "hooks.json(1,1): TWH2011: RequiredMembers=\"Never\" of this WebhookSchema item is not valid: it is Optional or Strict" },
        { "EqualObjects", "Same", "hooks.json(1,1): TWH2011: EqualObjects=\"Same\" of this WebhookSchema item is not valid: it is Separate or Shared" },
    };

    [Theory]
    [MemberData(nameof(BadMetadata))]
    public void BadMetadata_IsReportedAndTheDefaultIsUsed(string name, string value, string expected)
    {
        Generated wrong = RunBesideTelia(GeneratorHarness.Acme($"[{TeliaEvent}]", (name, value)));
        Assert.Equal([expected], wrong.Printed);
        Generated right = RunBesideTelia(GeneratorHarness.Acme($"[{TeliaEvent}]"));
        Assert.Equal(right.Sources, wrong.Sources);
    }

    [Fact]
    public void UnknownFormatMetadata_IsReported() => Assert.Equal(
        ["hooks.json(1,1): TWH2009: 'yaml' is not a known format; the known ones are json-schema and telia"],
        RunBesideTelia(GeneratorHarness.Acme($"[{TeliaEvent}]", ("Format", "yaml"))).Printed);

    [Fact]
    public void UnreadableFile_IsReported() => Assert.Equal(
        ["hooks.json(1,1): TWH9002: The schema file '/consumer/schemas/acme/hooks.json' cannot be read"],
        RunBesideTelia(new SchemaText("/consumer/schemas/acme/hooks.json", null)).Printed);

    [Fact]
    public void BadMetadataOfTheSecondFile_IsReportedThere()
    {
        Generated generated = RunBesideTelia(
            GeneratorHarness.Acme($"[{TeliaEvent}]"),
            new SchemaText("/consumer/schemas/acme/more.json", $"[{TeliaEvent.Replace("ping", "pong")}]", ("Access", "secret")));
        Assert.Equal(["more.json(1,1): TWH2011: Access=\"secret\" of this WebhookSchema item is not valid: it is internal or public"], generated.Printed);
    }

    [Fact]
    public void DuplicateEventInAnotherFile_NamesTheFile()
    {
        Generated generated = RunBesideTelia(
            GeneratorHarness.Acme($"[{TeliaEvent}]"),
            new SchemaText("/consumer/schemas/acme/more.json", $"[\n{TeliaEvent}]"));
        Assert.Equal(["more.json(2,16): TWH2004: The event 'ping' is declared twice; the first declaration is at hooks.json line 1, column 17"], generated.Printed);
    }

    [Fact]
    public void SeveralMistakes_AreEachReported() => Assert.Equal(
        [
            "hooks.json(1,73): TWH2003: 'strng' is not a known type; did you mean 'string'?",
            "hooks.json(1,90): TWH2003: 'gui' is not a known type; did you mean 'guid'?",
        ],
        RunBesideTelia(GeneratorHarness.Acme("""[{"eventType":"ping","payloadSchema":{"EventType":"string",        "A": "strng",    "B": "gui"}}]""")).Printed);

    [Fact]
    public void CSharp10_IsReportedOnceWithoutAnyCode()
    {
        CSharpParseOptions csharp10 = new(LanguageVersion.CSharp10);
        GeneratorDriverRunResult result = GeneratorHarness
            .CreateDriver([Telia(), GeneratorHarness.Acme($"[{TeliaEvent}]")], csharp10)
            .RunGenerators(GeneratorHarness.Compile("Consumer", ["class C {}"], csharp10))
            .GetRunResult();
        Diagnostic reported = Assert.Single(result.Diagnostics);
        Assert.Equal("TWH9001", reported.Id);
        Assert.Equal("TypedWebhooks emits C# 11; this project is compiled as C# 10.0", reported.GetMessage());
        Assert.Empty(result.GeneratedTrees);
    }

    [Fact]
    public void CSharp10WithoutSchemas_IsNotReported()
    {
        CSharpParseOptions csharp10 = new(LanguageVersion.CSharp10);
        Assert.Empty(GeneratorHarness.CreateDriver([], csharp10).RunGenerators(GeneratorHarness.Compile("Consumer", [], csharp10)).GetRunResult().Diagnostics);
    }

    /// <summary>Runs the generator; the healthy neighbour is emitted, and all compiles.</summary>
    private static Generated RunBesideTelia(params SchemaText[] schemas)
    {
        Generated generated = GeneratorHarness.Run([.. (IEnumerable<SchemaText>)[.. schemas, Telia()]]);
        Assert.Contains("Telia.SignatorySignedEvent.g.cs", generated.Sources.Keys);
        generated.AssertCompiles();
        return generated;
    }

    private static SchemaText Telia() => GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"));
}
