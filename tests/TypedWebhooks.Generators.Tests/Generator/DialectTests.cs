using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// A small schema of each dialect: what is wrong in it is reported at the mark and nowhere else, the event beside it is
/// emitted all the same, and code that uses that event compiles.
/// </summary>
public sealed class DialectTests
{
    private const string UsesPing = "#nullable enable\ninternal static class Uses { public static string Type(Consumer.Acme.PingEvent e) => e.EventType; }";

    [Fact]
    public async Task JsonSchema() => await new SchemaTest(GeneratorHarness.Acme("""
        {
          "oneOf": [
            { "properties": { "type": { "const": "ping" } } },
            { "properties": { "type": { "const": "pong" }, "size": {|TWH2010:{ "type": "int" }|}, "data": { "$ref": {|TWH2002:"#/$defs/Data"|} } } }
          ]
        }
        """)) { Source = UsesPing }.ReportsAsync(
        "TWH2002: The reference '#/$defs/Data' leads nowhere: an object there has no '$defs'",
        "TWH2010: 'int' is not a type of JSON Schema");

    [Fact]
    public async Task Telia() => await new SchemaTest(GeneratorHarness.Acme("""
        [
          { "eventType": "ping", "payloadSchema": { "EventType": "string", "Note": {|TWH2003:"strng"|} } },
          { "eventType": {|TWH2004:"PING"|}, "payloadSchema": { "EventType": "string" } }
        ]
        """)) { Source = UsesPing }.ReportsAsync(
        "TWH2003: 'strng' is not a known type; did you mean 'string'?",
        "TWH2004: The event 'PING' is declared twice; the first declaration is at line 2, column 18");

    [Fact]
    public async Task Mapped() => await new SchemaTest(
        new SchemaText("/consumer/schemas/acme/ping.json", """{ "type": "object", "properties": { "id": { "type": "integer" } } }""", ("Provider", "Acme"), ("Format", "json-schema")),
        Map("""{ "eventType": "/type", "events": { "ping": "ping.json", "pong": {|TWH2012:"pong.json"|} } }""")) { Source = UsesPing }.ReportsAsync(
        "TWH2012: 'pong.json' leads nowhere: none of the provider's schemas has it");

    [Fact]
    public async Task CloudEvents() => await new SchemaTest(
        Map("""{ "body": "cloudevents", "names": ["ping"], {|TWH2012:"kind"|}: 1 }""")) { Source = UsesPing + "\n#pragma warning disable CA1812\ninternal static class More { public static string Source(Consumer.Acme.PingEvent e) => e.Source; }" }.ReportsAsync(
        "TWH2012: 'kind' is not a key of an event map");

    [Fact]
    public async Task NotJson() => await new SchemaTest(GeneratorHarness.Acme("""{ "type": {|TWH2001:nil|} }""")) { Source = "" }.ReportsAsync(
        "TWH2001: The schema is not valid JSON: expected a value after ':', found 'nil'");

    private static SchemaText Map(string text) => new("/consumer/schemas/acme/acme.map.json", text, ("Provider", "Acme"), ("Schema", "map"));
}
