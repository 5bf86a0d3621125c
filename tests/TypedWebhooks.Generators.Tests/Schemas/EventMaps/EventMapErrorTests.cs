using System.Linq;
using Xunit;
using static TypedWebhooks.Generators.Tests.Schemas.EventMaps.MappedProvider;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>What does not fit in an event map is said at its place, and the rest of the map holds.</summary>
public sealed class EventMapErrorTests
{
    [Theory]
    [InlineData("""{ "eventTyp": "/type" }""", "(1,3): TWH2012: 'eventTyp' is not a key of an event map")]
    [InlineData("""{ "eventType": "/type", "batch": "/events/*" }""", "(1,25): TWH2012: 'batch' is not supported for JSON Schema yet")]
    [InlineData("""{ "eventType": "type" }""", "(1,16): TWH2012: 'type' is neither a JSON pointer into the body, such as /type, nor header and the name of one")]
    [InlineData("""{ "eventType": "header /action" }""", "(1,16): TWH2012: 'header /action' is neither a JSON pointer into the body, such as /type, nor header and the name of one")]
    [InlineData("""{ "eventType": 7 }""", "(1,16): TWH2012: eventType is a string or an array of strings, not a number")]
    [InlineData("""{ "eventType": ["/a", "/b", "/c", "/d"] }""", "(1,3): TWH2012: An event's name has at most three parts, its version included")]
    [InlineData("""{ "eventType": "/type", "body": "xml" }""", "(1,33): TWH2012: 'xml' is not a supported body; it is json or cloudevents")]
    [InlineData("""{ "body": "cloudevents", "eventType": "header ce-type" }""", "(1,26): TWH2012: A CloudEvent's name stands in its attribute /type, which is the header ce-type in binary mode: both are read without being told")]
    [InlineData("""{ "eventType": "/type", "names": "#/nowhere" }""", "(1,34): TWH2012: '#/nowhere' leads to no array of names")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": "nowhere.json" } }""", "(1,51): TWH2012: 'nowhere.json' leads nowhere: none of the provider's schemas has it")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": "#/$defs/nowhere" } }""", "(1,51): TWH2012: '#/$defs/nowhere' leads nowhere: none of the provider's schemas has it")]
    [InlineData("""{ "eventType": "/type", "events": { "order.*": "order.json" } }""", "(1,37): TWH2012: No event is called 'order.*'")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": { "name": "Paid" } } }""", "(1,37): TWH2012: No event is called 'order.paid'")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": 1 } }""", "(1,51): TWH2012: An event is a reference to its schema, null, or an object with schema, name, description and versions")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": { "schema": null, "name": "a b" } } }""", "(1,77): TWH2012: name is a C# identifier of letters, digits and underscores")]
    [InlineData("""{ "eventType": "/type", "events": { "order.paid": { "schema": null, "shape": 1 } } }""", "(1,69): TWH2012: 'shape' is not a key of an event; these are schema, name, description and versions")]
    [InlineData("""{ "eventType": "/type", "version": "/v", "events": { "order.paid": { "schema": null, "versions": [true] } } }""", "(1,99): TWH2012: A version is a string or a number, not true")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": "hooks/*", "names": "path" } }""", "(1,50): TWH2012: No schema matches 'hooks/*'")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": ["*", "!hooks/*"], "names": "path" } }""", "(1,56): TWH2012: No schema matches '!hooks/*'")]
    [InlineData("""{ "eventType": "/type", "discover": { "files": "*" } }""", "(1,39): TWH2012: 'files' is not a key of discover; these are schemas and names")]
    [InlineData("""{ "events": { "order.paid": "order.json" } }""", "(1,1): TWH2012: The map names events but not where a body has the name: eventType is missing")]
    [InlineData("""[]""", "(1,1): TWH2012: An event map is an object")]
    public void WhatDoesNotFit_IsSaidAtItsPlace(string map, string error) =>
        Assert.Contains("acme.map.json" + error, Errors(map, ("order.json", Order)));

    [Fact]
    public void DiscoveredSchemaWithoutAName_IsSaidInTheSchema() => Assert.Equal(
        ["order.json(1,1): TWH2005: The event map takes this schema for an event, but it has no constant at '/type', where the events' names stand"],
        Errors("""{ "eventType": "/type", "discover": { "schemas": "*.json" } }""", ("order.json", Order)));

    [Fact]
    public void OneNameOnTwoSchemas_IsSaidWithBothPlaces() => Assert.Contains(
        "TWH2004",
        Errors("""{ "eventType": "/type", "discover": { "schemas": "*/*.json", "names": "path" } }""", ("a/order.json", Order), ("b/order.json", Order)).Single());

    [Fact]
    public void MapThatIsNotJson_IsSaidAtItsPlace() =>
        Assert.Contains("acme.map.json(1,3): TWH2001", Errors("{ eventType }", ("order.json", Order)).First());
}
