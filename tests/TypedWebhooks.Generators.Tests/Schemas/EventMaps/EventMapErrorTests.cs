using System;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using static TypedWebhooks.Generators.Tests.Schemas.EventMaps.MappedProvider;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>What does not fit in an event map is said at its place, and the rest of the map holds.</summary>
public sealed class EventMapErrorTests
{
    /// <summary>What is said of the schema too where the map that does not fit leaves it without a name or an event.</summary>
    private const string Unnamed = """TWH2005: The schema does not say how its events are named: no member has another constant in each of them. Say where the name stands with EventType="/type" on the item, or in an event map order.map.json beside the schema, to begin with: {"eventType":"/type","events":{"some.event":"order.json"}}""";

    private const string Taken = "TWH2005: The event map takes this schema for an event, but it has no constant at '/type', where the events' names stand";
    private const string NoEventAt = "TWH2013: No event is made of this schema: it has no constant at '";
    private const string NoEventRest = "', where the other events' names stand, and no other schema refers to it. If it is none, leave it out of the WebhookSchema item; if it is one, name it in an event map";
    private const string NoEvent = NoEventAt + "/type" + NoEventRest;

    [Theory]
    [InlineData("""{ {|TWH2012:"eventTyp"|}: "/type" }""", "TWH2012: 'eventTyp' is not a key of an event map", Unnamed)]
    [InlineData("""{ "eventType": "/type", "batch": {|TWH2012:"/events"|} }""", "TWH2012: '/events' is no JSON pointer with one * in it, such as /events/*, which stands for each item of an array", NoEvent)]
    [InlineData("""{ "eventType": "/type", "batch": {|TWH2012:"/a/*/b/*"|} }""", "TWH2012: '/a/*/b/*' is no JSON pointer with one * in it, such as /events/*, which stands for each item of an array", NoEvent)]
    [InlineData("""{ "eventType": "/type", "batch": {|TWH2012:["/events/*"]|} }""", "TWH2012: batch is a string, not an array", NoEvent)]
    [InlineData("""{ "eventType": "/type", "batch": {|TWH2012:"/lines/*"|}, "envelope": "order.json", "events": { "order.paid": "order.json" } }""", "TWH2012: '/lines/*' leads to no array in the envelope")]
    [InlineData("""{ "eventType": "/type", "envelope": {|TWH2012:"nowhere.json"|} }""", "TWH2012: The envelope 'nowhere.json' leads nowhere: none of the provider's schemas has it", NoEvent)]
    [InlineData("""{ "eventType": "/type", "envelope": {|TWH2012:"order.json#/properties/id"|} }""", "TWH2012: The envelope 'order.json#/properties/id' is not the schema of an object", NoEvent)]
    [InlineData("""{ "eventType": "/type", "envelope": "order.json", "data": {|TWH2012:"/data"|}, "events": { "order.paid": null } }""", "TWH2012: '/data' leads nowhere in the envelope 'order.json'")]
    [InlineData("""{ "eventType": "/type", "data": {|TWH2012:"/data"|}, "events": { "order.paid": null } }""", "TWH2012: data leads to a place in the envelope, and the map names none: say with envelope which schema that is", NoEvent)]
    [InlineData("""{ "eventType": "/type", "envelope": "order.json", "data": {|TWH2012:"data"|}, "events": { "order.paid": null } }""", "TWH2012: 'data' is no JSON pointer into the envelope, such as /data/object")]
    [InlineData("""{ "eventType": "/type", "also": [{|TWH2012:"/kind"|}] }""", "TWH2012: also is an array of objects, each of which says where further events have their names", NoEvent)]
    [InlineData("""{ "eventType": "/type", "also": [{ "eventType": "/kind", {|TWH2012:"select"|}: "a.*" }] }""", "TWH2012: 'select' is said of all events of the provider, outside of also", NoEvent)]
    [InlineData("""{ "eventType": "/type", "also": [{|TWH2012:{ "events": { "a": null } }|}] }""", "TWH2012: This group of events does not say where a body has the name: eventType is missing", NoEvent)]
    [InlineData("""{ "eventType": "/type", "names": [{|TWH2024:"order.paid"|}, "user.gone", "order.lost"], "events": { "user.*": "order.json" } }""", "TWH2024: 'order.paid' is listed among the names, and no entry of events says which schema it has, nor of 1 others: it is untyped. Where that is meant, say so with \"*\": null in events")]
    [InlineData("""{ "eventType": "/type", "envelope": "order.json", "data": {|TWH2027:"/id"|}, "events": { "order.paid": null } }""", "TWH2027: '/id' is a JsonElement in 1 of 1 events, which have no schema for it; an entry of events gives them one")]
    [InlineData("""{ "eventType": "/type", "body": {|TWH2012:"form"|} }""", "TWH2012: 'form' does not say which field of the form is the event: write its name behind it, as in 'form payload'", NoEvent)]
    [InlineData("""{ "eventType": {|TWH2012:"type"|} }""", "TWH2012: 'type' is neither a JSON pointer into the body, such as /type, nor header and the name of one", Unnamed)]
    [InlineData("""{ "eventType": {|TWH2012:"header /action"|} }""", "TWH2012: 'header /action' is neither a JSON pointer into the body, such as /type, nor header and the name of one", Unnamed)]
    [InlineData("""{ "eventType": {|TWH2012:7|} }""", "TWH2012: eventType is a string or an array of strings, not a number", Unnamed)]
    [InlineData("""{ {|TWH2012:"eventType"|}: ["/a", "/b", "/c", "/d"] }""", "TWH2012: An event's name has at most three parts, its version included", NoEventAt + "/a" + NoEventRest)]
    [InlineData("""{ "eventType": "/type", "body": {|TWH2012:"xml"|} }""", "TWH2012: 'xml' is not a supported body; it is json, json-lines, cloudevents, form NAME or multipart NAME", NoEvent)]
    [InlineData("""{ "body": "cloudevents", {|TWH2012:"eventType"|}: "header ce-type" }""", "TWH2012: A CloudEvent's name stands in its attribute /type, which is the header ce-type in binary mode: both are read without being told", NoEvent)]
    [InlineData("""{ "eventType": "/type", "names": {|TWH2012:"#/nowhere"|} }""", "TWH2012: '#/nowhere' leads to no array of names")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": {|TWH2012:"nowhere.json"|} } }""", "TWH2012: 'nowhere.json' leads nowhere: none of the provider's schemas has it")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": {|TWH2012:"#/$defs/nowhere"|} } }""", "TWH2012: '#/$defs/nowhere' leads nowhere: none of the provider's schemas has it")]
    [InlineData("""{ "eventType": "/type", "events": { {|TWH2012:"order.*"|}: "order.json" } }""", "TWH2012: No event is called 'order.*'")]
    [InlineData("""{ "eventType": "/type", "events": { {|TWH2012:"order.paid"|}: { "name": "Paid" } } }""", "TWH2012: No event is called 'order.paid'", NoEvent)]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": {|TWH2012:1|} } }""", "TWH2012: An event is a reference to its schema, null, or an object with schema, name, description and versions", NoEvent)]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": { "schema": null, "name": {|TWH2012:"a b"|} } } }""", "TWH2012: name is a C# identifier of letters, digits and underscores", NoEvent)]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": { "schema": null, {|TWH2012:"shape"|}: 1 } } }""", "TWH2012: 'shape' is not a key of an event; these are schema, name, description and versions", NoEvent)]
    [InlineData("""{ "eventType": "/type", "version": "/v", "events": { "order.paid": { "schema": null, "versions": [{|TWH2012:true|}] } } }""", "TWH2012: A version is a string or a number, not true", NoEvent)]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": {|TWH2012:"hooks/*"|}, "names": "path" } }""", "TWH2012: No schema matches 'hooks/*'")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": ["*", {|TWH2012:"!hooks/*"|}], "names": "path" } }""", "TWH2012: No schema matches '!hooks/*'")]
    [InlineData("""{ "eventType": "/type", "discover": { {|TWH2012:"files"|}: "*" } }""", "TWH2012: 'files' is not a key of discover; these are schemas and names", Taken)]
    [InlineData("""{|TWH2012:{ "events": { "order.paid": "order.json" } }|}""", "TWH2012: The map names events but not where a body has the name: eventType is missing")]
    [InlineData("""{|TWH2012:[]|}""", "TWH2012: An event map is an object", Unnamed)]
    public async Task WhatDoesNotFit_IsSaidAtItsPlace(string map, string error, string? ofSchema = null) => await Test(map, ofSchema)
        .ReportsAsync(ofSchema is null ? [error] : [error, ofSchema]);

    [Fact]
    public async Task DiscoveredSchemaWithoutAName_IsSaidInTheSchema() =>
        await Test("""{ "eventType": "/type", "discover": { "schemas": "*.json" } }""", Taken).ReportsAsync(Taken);

    [Fact]
    public async Task OneNameOnTwoSchemas_IsSaidWithBothPlaces() => await new SchemaTest(Of(
        """{ "eventType": "/type", "discover": { "schemas": "*/*.json", "names": "path" } }""",
        ("a/order.json", Order),
        ("b/order.json", "{|TWH2004:" + Order + "|}"))).ReportsAsync("TWH2004: The event 'order' is declared twice; the first declaration is at order.json line 1, column 1");

    [Fact]
    public async Task MapThatIsNotJson_IsSaidAtItsPlace() => await Test("{ {|TWH2001:eventType|} }", Unnamed).ReportsAsync(
        "TWH2001: The schema is not valid JSON: expected a member name in double quotes or '}', found 'eventType'",
        Unnamed);

    /// <summary>A map of one schema, which is marked as a whole where something is said of it.</summary>
    private static SchemaTest Test(string map, string? ofSchema) =>
        new(Of(map, ("order.json", ofSchema is null ? Order : "{|" + ofSchema[..ofSchema.IndexOf(':', StringComparison.Ordinal)] + ":" + Order + "|}")));
}
