using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What is wrong with a schema is said once, at its line and column, and takes nothing else down.</summary>
public sealed class LocatedErrorTests
{
    private const string TeliaEvent = """{ "eventType": "ping", "description": "Ping.", "payloadSchema": { "EventType": "string" } }""";

    /// <summary>Schemas of the provider Acme: the text with the place marked, what is reported, and whether its event <c>ping</c> is still emitted.</summary>
    public static TheoryData<string, string, string, bool> BrokenSchemas => new()
    {
        {
            "missing brace",
            """
            [
              { "eventType": "ping", "payloadSchema": { "EventType": "string" } },
              { "eventType": "pong", "payloadSchema": { "EventType": "string" }
            {|TWH2001:]|}
            """,
            "TWH2001: The schema is not valid JSON: expected ',' or '}' after a member, found ']'; the object that begins at line 3, column 3 is not closed", false
        },
        { "empty file", "{|TWH2001:|}", "TWH2001: The schema is not valid JSON: expected a JSON value, found the end of the text", false },
        {
            "duplicate event",
            $$"""
            [
              {{TeliaEvent}},
              {
                "eventType": {|TWH2004:"PING"|},
                "payloadSchema": { "EventType": "string" }
              }
            ]
            """,
            "TWH2004: The event 'PING' is declared twice; the first declaration is at line 2, column 18", true
        },
        {
            "misspelt type",
            """
            [
              {
                "eventType": "ping",
                "payloadSchema": {
                  "EventType": "string",
                  "Note": {|TWH2003:"strng"|}
                }
              }
            ]
            """,
            "TWH2003: 'strng' is not a known type; did you mean 'string'?", true
        },
        {
            "unknown type",
            """[{ "eventType": "ping", "payloadSchema": { "EventType": "string", "Note": {|TWH2003:"blorp"|} } }]""",
            "TWH2003: 'blorp' is not a known type", true
        },
        {
            "event without an event type",
            $$"""
            [
              {{TeliaEvent}},
              { "eventType": "pong", "payloadSchema": {|TWH2005:{ "Kind": "string" }|} }
            ]
            """,
            """TWH2005: The payload of 'pong' has no member 'EventType', so its bodies cannot be told from others; say where the name stands with EventType="/member" on the item""", true
        },
        {
            "event without a payload",
            $$"""
            [
              {{TeliaEvent}},
              {|TWH2010:{ "eventType": "pong" }|}
            ]
            """,
            "TWH2010: The event 'pong' has no payloadSchema, an object", true
        },
        {
            "$ref without target",
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "type": { "const": "ping" },
                "data": { "$ref": {|TWH2002:"#/$defs/Data"|} }
              }
            }
            """,
            "TWH2002: The reference '#/$defs/Data' leads nowhere: an object there has no '$defs'", true
        },
        {
            "$ref into the network",
            """{ "properties": { "type": { "const": "ping" }, "data": { "$ref": {|TWH2002:"https://example.com/x.json"|} } } }""",
            "TWH2002: The reference 'https://example.com/x.json' leads nowhere: none of the provider's WebhookSchema items has this $id or path", true
        },
        {
            "no member tells events apart",
            """
            {|TWH2005:{
              "oneOf": [
                { "type": "object", "properties": { "kind": { "type": "string" } } },
                { "type": "object", "properties": { "kind": { "type": "string" } } }
              ]
            }|}
            """,
            """TWH2005: The schema does not say how its events are named: no member has another constant in each of them. Say where the name stands with EventType="/type" on the item, or in an event map hooks.map.json beside the schema, to begin with: {"eventType":"/type","events":{"some.event":"hooks.json"}}""", false
        },
        {
            "not a type of JSON Schema",
            """{ "properties": { "type": { "const": "ping" }, "n": {|TWH2010:{ "type": "int" }|} } }""",
            "TWH2010: 'int' is not a type of JSON Schema", true
        },
        { "an instance", """{|TWH2009:{ "event": "order.paid", "data": {} }|}""", """TWH2009: The file is an instance, as a payload is, and no schema: 'event' and 'data' are no keywords of json-schema, openapi, asyncapi and event-types. If it is one, say which with Format on the item""", false },
        {
            "half a surrogate pair in a name",
            """{ "properties": { "type": { "const": "ping" }, {|TWH2010:"\ud800"|}: { "type": "string" } } }""",
            "TWH2010: The name of this member holds half a surrogate pair, which no text can", true
        },
    };

    [Theory]
    [MemberData(nameof(BrokenSchemas))]
    public async Task BrokenSchema_IsReportedOnceAtItsPlace(string what, string schema, string expected, bool emitted)
    {
        _ = what;
        Diagnostic reported = Assert.Single(await BesideTelia(emitted, GeneratorHarness.Acme(schema)).ReportsAsync(expected));
        Assert.Equal(DiagnosticSeverity.Error, reported.Severity);
    }

    public static TheoryData<string, string, string> BadMetadata => new()
    {
        { "Access", "foo", "TWH2011: Access=\"foo\" of this WebhookSchema item is not valid: it is internal or public" },
        { "Namespace", "1x", "TWH2011: Namespace=\"1x\" of this WebhookSchema item is not valid: it is identifiers with dots between them" },
        { "EventType", "x y", "TWH2011: EventType=\"x y\" of this WebhookSchema item is not valid: it is a JSON pointer into the body, such as /type, or header, or several of these with spaces between" },
        { "EventTypeComparison", "CurrentCulture", "TWH2011: EventTypeComparison=\"CurrentCulture\" of this WebhookSchema item is not valid: it is OrdinalIgnoreCase or Ordinal" },
        { "RequiredMembers", "Never", "TWH2011: RequiredMembers=\"Never\" of this WebhookSchema item is not valid: it is Optional or Strict" },
        { "EqualObjects", "Same", "TWH2011: EqualObjects=\"Same\" of this WebhookSchema item is not valid: it is Separate or Shared" },
    };

    [Theory]
    [MemberData(nameof(BadMetadata))]
    public async Task BadMetadata_IsReportedAndTheDefaultIsUsed(string name, string value, string expected)
    {
        await BesideTelia(emitted: true, GeneratorHarness.Acme("{|TWH2011:|}" + $"[{TeliaEvent}]", (name, value))).ReportsAsync(expected);
        Assert.Equal(
            GeneratorHarness.Run(GeneratorHarness.Acme($"[{TeliaEvent}]"), Telia()).Sources,
            GeneratorHarness.Run(GeneratorHarness.Acme($"[{TeliaEvent}]", (name, value)), Telia()).Sources);
    }

    [Fact]
    public async Task UnknownFormatMetadata_IsReported() => await BesideTelia(emitted: false, GeneratorHarness.Acme("{|TWH2009:[" + TeliaEvent + "]|}", ("Format", "yaml")))
        .ReportsAsync("TWH2009: 'yaml' is not a known format; the known ones are json-schema, openapi, asyncapi and event-types");

    /// <summary>A file without a text is beyond a test of marks.</summary>
    [Fact]
    public void UnreadableFile_IsReported()
    {
        Generated generated = GeneratorHarness.Run(new SchemaText("/consumer/schemas/acme/hooks.json", null), Telia());
        Assert.Equal(["hooks.json(1,1): TWH9002: The schema file '/consumer/schemas/acme/hooks.json' cannot be read"], generated.Printed);
        Assert.Contains("Telia.SignatorySignedEvent", generated.TypeNames);
        generated.AssertCompiles();
    }

    [Fact]
    public async Task BadMetadataOfTheSecondFile_IsReportedThere() => await BesideTelia(
        emitted: true,
        GeneratorHarness.Acme($"[{TeliaEvent}]"),
        new SchemaText("/consumer/schemas/acme/more.json", "{|TWH2011:|}" + $"[{TeliaEvent.Replace("ping", "pong")}]", ("Access", "secret")))
        .ReportsAsync("TWH2011: Access=\"secret\" of this WebhookSchema item is not valid: it is internal or public");

    [Fact]
    public async Task DuplicateEventInAnotherFile_NamesTheFile() => await BesideTelia(
        emitted: true,
        GeneratorHarness.Acme($"[{TeliaEvent}]"),
        new SchemaText("/consumer/schemas/acme/more.json", $"[\n{TeliaEvent.Replace("\"ping\"", "{|TWH2004:\"ping\"|}")}]"))
        .ReportsAsync("TWH2004: The event 'ping' is declared twice; the first declaration is at hooks.json line 1, column 17");

    [Fact]
    public async Task SeveralMistakes_AreEachReported() => await BesideTelia(
        emitted: true,
        GeneratorHarness.Acme("""[{"eventType":"ping","payloadSchema":{"EventType":"string",        "A": {|TWH2003:"strng"|},    "B": {|TWH2003:"gui"|}}}]"""))
        .ReportsAsync(
            "TWH2003: 'strng' is not a known type; did you mean 'string'?",
            "TWH2003: 'gui' is not a known type; did you mean 'guid'?");

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

    /// <summary>Code that needs the healthy neighbour's event, and Acme's <c>ping</c> or that nothing is emitted for Acme.</summary>
    private static SchemaTest BesideTelia(bool emitted, params SchemaText[] schemas) => new([.. schemas, Telia()])
    {
        Source = "internal static class Neighbour { public static string Type(Consumer.Telia.SignatorySignedEvent e) => e.EventType; }\n" + (emitted
            ? "internal static class Ping { public static string Type(Consumer.Acme.PingEvent e) => e.EventType; }\n"
            // A type cannot have a namespace's name.
            : "namespace Consumer { internal static class Acme { } }\n"),
    };

    private static SchemaText Telia() => GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"));
}
