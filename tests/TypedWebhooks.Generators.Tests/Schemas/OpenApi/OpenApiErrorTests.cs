using System.Linq;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.OpenApi;

/// <summary>What is wrong with an OpenAPI document, or worth knowing of it, is said at its place; the events beside it are emitted.</summary>
public sealed class OpenApiErrorTests
{
    private const string Paid = """ "paid": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "paid" } } } } } } } } """;
    private const string Lost = """ "lost": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "lost" } } } } } } } } """;

    /// <summary>Members of <c>webhooks</c>, marked where something is said of them; beside them stand two events that are well.</summary>
    public static TheoryData<string, string> Webhooks => new()
    {
        { """ "gone": {|TWH2010:7|} """, "TWH2010: A path item is an object with an operation, such as post, not a number" },
        { """ {|TWH2010:"gone"|}: { "summary": "Nothing is sent." } """, "TWH2010: 'gone' has no operation, such as post, so it is no event" },
        { """ "gone": { "post": {|TWH2010:[]|} } """, "TWH2010: An operation is an object, not an array" },
        { """ "gone": { {|TWH2010:"post"|}: { "summary": "A call without a body." } } """, "TWH2010: The operation of 'gone' has no requestBody, so no event comes with it" },
        { """ "gone": { "post": { "requestBody": {|TWH2010:{ "content": {} }|} } } """, "TWH2010: The requestBody of 'gone' has no content, an object with a media type such as application/json" },
        { """ "gone": { "post": { "requestBody": { "content": { {|TWH2010:"application/xml"|}: {} } } } } """, "TWH2010: The body of 'gone' is no JSON but application/xml, so no event is made of it" },
        { """ "gone": { "$ref": {|TWH2002:"#/components/pathItems/none"|} } """, "TWH2002: The reference '#/components/pathItems/none' leads nowhere: none of the provider's WebhookSchema items has this path, or the file has no such place" },
        { """ "gone": { "post": { "requestBody": { "$ref": {|TWH2002:"#/components/requestBodies/none"|} } } } """, "TWH2002: The reference '#/components/requestBodies/none' leads nowhere: none of the provider's WebhookSchema items has this path, or the file has no such place" },
        { """ "gone": { "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": {|TWH2002:"#/components/schemas/None"|} } } } } } } """, "TWH2002: The reference '#/components/schemas/None' leads nowhere: an object there has no 'components'" },
        { """ "gone": { "post": { "requestBody": { "content": { "application/json": { "schema": {|TWH2010:"Gone"|} } } } } } """, "TWH2010: A schema is an object, true or false, not a string" },
        { """ {|TWH2010:"gone"|}: { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "string" } } } } } } """, "TWH2010: The body of 'gone' is no object, so no event is made of it" },
        { """ "gone": { {|TWH2018:"patch"|}: { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "gone" } } } } } } } } """, "TWH2018: Webhooks are sent by POST or PUT, and 'gone' is said to come by PATCH; the event is read all the same" },
        { """ "verify": { {|TWH2018:"get"|}: { "responses": {} } } """, "TWH2018: Webhooks are sent by POST or PUT, and 'verify' is said to come by GET; it has no body, so no event is made of it" },
        { """ {|TWH2017:"gone"|}: { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "string" } } } } } } } } """, "TWH2017: The body of 'gone' has no '/type', where the other events have their names: it is known only where the caller says which event it is, as in Parse(eventType, body)" },
        { """ {|TWH2021:"Gone"|}: { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "order.gone" } } } } } } } } """, "TWH2021: 'Gone' is called 'order.gone' on the wire, as its schema says; the name on the wire is followed" },
        { """ "gone": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "gone" } } }, "example": { "type": {|TWH2022:"left"|} } } } } } } """, "TWH2022: An example of 'gone' calls itself 'left'; the schema is followed" },
        { """ "gone": { "post": { "requestBody": { "content": { {|TWH2016:"multipart/form-data"|}: { "schema": { "type": "object", "properties": { "type": { "const": "gone" } } } } } } } } """, "TWH2016: The body of 'gone' is a form. If one of its fields is the event as JSON, say which in an event map, as in \"body\": \"multipart payload\"; the event is read as if the body were JSON" },
        { """ "gone": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "gone" } } } }, {|TWH2019:"text/json"|}: { "schema": { "type": "object" } } } } } } """, "TWH2019: The body of 'gone' has several media types of JSON with different schemas; the first one is followed" },
        { """ {|TWH2021:"again"|}: { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": {|TWH2004:"paid"|} }, "more": { "type": "string" } } } } } } } } """, "TWH2004: The event 'paid' is declared twice; the first declaration is at line 1, column 174|TWH2021: 'again' is called 'paid' on the wire, as its schema says; the name on the wire is followed" },
    };

    [Theory]
    [MemberData(nameof(Webhooks))]
    public async Task WhatIsWrongWithAWebhook_IsSaidThere(string webhook, string expected) => await new SchemaTest(
        GeneratorHarness.Acme($$"""{ "openapi": "3.1.0", "webhooks": {{{Paid}}, {{Lost}}, {{webhook}} } }"""))
    {
        Source = "class C { public object A(Consumer.Acme.PaidEvent e) => e; public object B(Consumer.Acme.LostEvent e) => e; }",
    }.ReportsAsync(expected.Split('|'));

    [Theory]
    [InlineData("""{ "openapi": {|TWH2014:"3.1.0"|}, "paths": {} }""", "TWH2014: No event is found: the document has no webhooks. If some of its schemas are events, name them in an event map hooks.map.json, to begin with: {\"eventType\":\"/type\",\"discover\":\"#/components/schemas/*Event\"}")]
    [InlineData("""{ "openapi": {|TWH2014:"3.0.3"|}, "x-webhooks": {} }""", "TWH2014: No event is found: the document has no x-webhooks. If some of its schemas are events, name them in an event map hooks.map.json, to begin with: {\"eventType\":\"/type\",\"discover\":\"#/components/schemas/*Event\"}")]
    [InlineData("""{ "openapi": {|TWH2015:"4.0.0"|}, "webhooks": {} }""", "TWH2015: '4.0.0' is no version of OpenAPI that is read; these are 3.0, 3.1 and 3.2")]
    [InlineData("""{ "openapi": {|TWH2015:3.1|}, "webhooks": {} }""", "TWH2015: '' is no version of OpenAPI that is read; these are 3.0, 3.1 and 3.2")]
    [InlineData("""{ "swagger": {|TWH2015:"2.0"|}, "paths": {} }""", "TWH2015: Swagger 2.0 has no webhooks, and is not read: convert the document to OpenAPI 3.1, and say which of its schemas are events in an event map")]
    [InlineData("""{ "openapi": {|TWH2014:"3.1.0"|}, "webhooks": {|TWH2010:[]|} }""", "TWH2010: webhooks is an object with a path item for each event, not an array|TWH2014: No event is found: the document has no webhooks. If some of its schemas are events, name them in an event map hooks.map.json, to begin with: {\"eventType\":\"/type\",\"discover\":\"#/components/schemas/*Event\"}")]
    public async Task DocumentWithoutEvents_IsSaidToBeThat(string document, string expected) =>
        await new SchemaTest(GeneratorHarness.Acme(document)).ReportsAsync(expected.Split('|'));

    [Theory]
    [InlineData("hooks.yaml")]
    [InlineData("hooks.yml")]
    public async Task Yaml_IsSaidToNeedConversion(string name) => await new SchemaTest(new SchemaText(
        "/consumer/schemas/acme/" + name,
        "{|TWH2015:|}openapi: 3.1.0\nwebhooks: {}\n")).ReportsAsync($"TWH2015: The compiler reads JSON, and this is YAML: write it as JSON with the tool, \"typedwebhooks import {name}\", and put the JSON into the item");

    [Fact]
    public async Task EventThatReachesVeryMuch_IsSaidWithAWay()
    {
        string chain = string.Join(",", Enumerable.Range(0, 300).Select(static i => $$"""
            "C{{i}}": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/C{{i + 1}}" } } }
            """));
        await new SchemaTest(GeneratorHarness.Acme($$"""
            { "openapi": "3.1.0", "webhooks": {{{Paid}}, {|TWH2025:"lost"|}: { "post": { "requestBody": { "content": { "application/json": { "schema":
              { "type": "object", "properties": { "type": { "const": "lost" }, "of": { "$ref": "#/components/schemas/C0" } } } } } } } } },
              "components": { "schemas": {{{chain}}, "C300": { "type": "string" } } } }
            """)).ReportsAsync("TWH2025: 'lost' reaches more than 250 schemas, all of which become types; one of the ways is lost -> C0 -> C1 -> C2 -> C3 -> C4 -> C5 -> ... -> C249"
                + ". Events chooses fewer events, and an entry of null in the event map leaves one untyped");
    }

    [Fact]
    public async Task PlaceThatNoEventHas_IsOneError() => await new SchemaTest(
        GeneratorHarness.Acme($$"""{ "openapi": "3.1.0", "webhooks": {{{Paid.Replace("\"paid\": {", "{|TWH2005:\"paid\"|}: {", System.StringComparison.Ordinal)}}, {{Lost}} } }""", ("EventType", "/typ")))
        .ReportsAsync("TWH2005: No event has '/typ' in its body, where the events' names are said to stand, so none of them can be known by it");

    [Fact]
    public async Task Callbacks_AreSaidNotToBeRead() => await new SchemaTest(GeneratorHarness.Acme($$"""
        { "openapi": "3.1.0", "paths": { "/orders": { "post": { "callbacks": { {|TWH2023:"done"|}: {}, "late": {} } } } }, "webhooks": {{{Paid}}, {{Lost}} } }
        """)).ReportsAsync("TWH2023: The callbacks of the document, of which this is the first, are not read: to make events of them, say in an event map \"discover\": \"#/paths/*/*/callbacks/done\"");

}
