using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.AsyncApi;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.EventTypes;

/// <summary>Catalogues of event types: what is one, which events it has, and what is wrong with one.</summary>
public sealed class EventTypeCatalogueTests
{
    /// <summary>A page of Svix's API as it comes, with more than the reader needs.</summary>
    private const string Page = """
        {
          "data": [
            { "name": "invoice.paid", "description": "An invoice was paid by a user.", "archived": false, "deprecated": false, "featureFlag": null,
              "createdAt": "2024-02-01T10:00:00Z", "updatedAt": "2024-02-01T10:00:00Z",
              "schemas": { "1": { "title": "Invoice Paid Event", "type": "object", "required": ["type", "data"],
                "properties": { "type": { "type": "string" }, "data": { "$ref": "#/definitions/Invoice" } },
                "definitions": { "Invoice": { "type": "object", "required": ["invoiceId"], "properties": { "invoiceId": { "type": "string" }, "by": { "$ref": "#/definitions/User" } } },
                                 "User": { "type": "object", "properties": { "id": { "type": "integer" } } } } } } },
            { "name": "user.created", "description": "A user was created.", "archived": false, "deprecated": true,
              "schemas": { "2": { "type": "object", "properties": { "type": { "type": "string" }, "old": { "type": "boolean" } } },
                "10": { "type": "object", "required": ["type", "data"], "properties": { "type": { "type": "string" }, "data": { "$ref": "#/definitions/User" } },
                "definitions": { "User": { "type": "object", "properties": { "id": { "type": "integer" } } } } },
                "9": { "type": "object", "properties": { "type": { "type": "string" } } } } }
          ],
          "iterator": "user.created", "prevIterator": null, "done": true
        }
        """;

    [Fact]
    public void PageOfAnApi_HasItsEvents()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Page, ("EventType", "/type")));
        Assert.Empty(generated.Printed);
        Assert.Equal(["InvoicePaidEvent", "UserCreatedEvent"], generated.EventNames);
        Assert.Contains("An invoice was paid by a user.", generated.TypeCode("Acme.InvoicePaidEvent"), StringComparison.Ordinal);

        // Of several versions the highest one as a number; each schema refers to its own definitions, and equal ones are one type.
        Assert.Contains("User Data", generated.TypeCode("Acme.UserCreatedEvent"), StringComparison.Ordinal);
        Assert.Contains("User? By", generated.TypeCode("Acme.Invoice"), StringComparison.Ordinal);
        Assert.Contains("[global::System.Obsolete", generated.TypeCode("Acme.UserCreatedEvent"), StringComparison.Ordinal);
        Assembly assembly = generated.Load();
        Assert.Equal("InvoicePaidEvent", Parse(assembly, """{"type":"invoice.paid","data":{"invoiceId":"i","by":{"id":7}}}""").GetType().Name);
        Assert.Equal("UnrecognizedAcmeEvent", Parse(assembly, """{"type":"invoice.paid","data":{}}""").GetType().Name);
        Assert.Equal("UnrecognizedAcmeEvent", Parse(assembly, """{"type":"invoice.lost"}""").GetType().Name);
    }

    /// <summary>All forms in which a catalogue may come say the same.</summary>
    [Theory]
    [InlineData("[ENTRIES]")]
    [InlineData("""{ "items": [ENTRIES] }""")]
    [InlineData("""{ "status": "ok", "data": [ENTRIES] }""")]
    public void Forms_GiveTheSameCode(string form)
    {
        const string Paid = """{ "type": "object", "properties": { "type": { "const": "paid" }, "sum": { "type": "integer" } } }""", Lost = """{ "type": "object", "properties": { "type": { "const": "lost" } } }""";
        Generated expected = GeneratorHarness.Run(GeneratorHarness.Acme($$"""[{ "name": "paid", "description": "Paid.", "schemas": { "1": {{Paid}} } }, { "name": "lost", "schemas": { "v1": {{Lost}} } }]"""));
        Assert.Empty(expected.Printed);
        foreach (string entries in (string[])
        [
            $$"""{ "name": "paid", "description": "Paid.", "schemas": { "1": {{Paid}} } }, { "name": "lost", "schemas": { "v1": {{Lost}} } }""",
            $$"""{ "event_type": "paid", "name": "It was paid", "description": "Paid.", "json_schema": {{Paid}} }, { "event_type": "lost", "schema": {{Lost}} }""",
            $$"""{ "eventType": "paid", "description": "Paid.", "payloadSchema": {{Paid}} }, { "eventType": "lost", "payloadSchema": {{Lost}} }""",
        ])
        {
            Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(form.Replace("ENTRIES", entries)));
            Assert.Empty(generated.Printed);
            Assert.Equal(expected.Sources, generated.Sources);
        }
    }

    /// <summary>A catalogue in shorthand may have entries in JSON Schema, and each is told by what it is.</summary>
    [Fact]
    public void Entries_AreEachInTheirOwnForm()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme("""
            [
              { "eventType": "made", "payloadSchema": { "EventType": "string", "type": "string", "properties": { "a": "string" }, "At": "date" } },
              { "eventType": "paid", "payloadSchema": { "type": "object", "properties": { "EventType": { "type": "string" }, "Sum": { "type": "integer" } } } }
            ]
            """));
        Assert.Empty(generated.Printed);
        Assert.Contains("MadeProperties Properties", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
        Assert.Contains("long? Sum", generated.TypeCode("Acme.PaidEvent"), StringComparison.Ordinal);
    }

    /// <summary>With a version in the map each version is an event of its own.</summary>
    [Fact]
    public void MapWithVersion_MakesEachVersionAnEvent()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Page), AsyncApiTests.MapOf("""{ "eventType": "/type", "version": "/version" }"""));
        Assert.Empty(generated.Printed);
        Assert.Equal(["InvoicePaid1Event", "UserCreated10Event", "UserCreated2Event", "UserCreated9Event"], generated.EventNames);
        Assembly assembly = generated.Load();
        Assert.Equal("UserCreated2Event", Parse(assembly, """{"type":"user.created","version":"2","old":true}""").GetType().Name);
        Assert.Equal("UserCreated10Event", Parse(assembly, """{"type":"user.created","version":10,"data":{}}""").GetType().Name);
    }

    /// <summary>Where bodies do not have their names, the one who receives them says which event it is.</summary>
    [Fact]
    public void NameOutsideOfBodies_IsHandedOver()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Page, ("EventType", "header")));
        Assert.Empty(generated.Printed);
        Type root = generated.Load().GetType("Consumer.Acme.AcmeEvent")!;
        object e = root.GetMethod("Parse", [typeof(string), typeof(string)])!.Invoke(null, ["user.created", """{"type":"x","data":{"id":1}}"""])!;
        Assert.Equal("UserCreatedEvent", e.GetType().Name);
    }

    [Fact]
    public void EventWithoutSchema_KeepsItsBody()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Page.Replace("\"data\": [", """ "data": [ { "name": "ping", "schemas": null }, { "name": "pong" }, { "name": "pang", "schemas": {} }, """), ("EventType", "/type")));
        Assert.Equal(["InvoicePaidEvent", "PangEvent", "PingEvent", "PongEvent", "UserCreatedEvent"], generated.EventNames);
        Assert.All(generated.Printed, static line => Assert.Contains("TWH2017", line, StringComparison.Ordinal));
        Assert.Equal("PingEvent", Parse(generated.Load(), """{"type":"ping","anything":[1]}""").GetType().Name);
    }

    /// <summary>Entries beside one that is right, and what is reported.</summary>
    public static TheoryData<string, string> BrokenEntries => new()
    {
        { """{|TWH2010:"paid"|}""", "TWH2010: An event of the catalogue is an object with name, description and schemas" },
        { """{|TWH2010:{ "description": "Nameless." }|}""", "TWH2010: The event has no name, a string that is not empty" },
        { """{ "name": {|TWH2010:""|}, "schemas": {} }""", "TWH2010: The event has no name, a string that is not empty" },
        { """{ "name": {|TWH2010:7|}, "schemas": {} }""", "TWH2010: The event has no name, a string that is not empty" },
        { """{ "name": "paid", "schemas": {|TWH2010:"none"|} }""", "TWH2010: The schemas of 'paid' are an object with a JSON Schema for each version, not a string" },
        { """{ "name": "paid", "schemas": { "1": {|TWH2010:[]|} } }""", "TWH2010: The schema of version '1' of 'paid' is an object, not an array" },
        { """{ "name": "paid", "schema": {|TWH2010:"none"|} }""", "TWH2010: The event 'paid' has no schema, an object" },
        { """{ "name": "paid", "schemas": { "1": { "properties": { "type": { "const": "paid" }, "n": {|TWH2010:{ "type": "int" }|} } } } }""", "TWH2010: 'int' is not a type of JSON Schema" },
        { """{ "name": "paid", "schemas": { "1": { "properties": { "type": { "const": "paid" }, "n": { "$ref": {|TWH2002:"#/data/0"|} } } } } }""", "TWH2002: The reference '#/data/0' leads nowhere: an object there has no 'data'" },
        { """{ "name": "paid", "schemas": { "1": { "properties": { "type": { "const": "paid" } } }, "2": {|TWH2010:7|} } }""", "TWH2010: The schema of version '2' of 'paid' is an object, not a number" },
        { """{ "name": {|TWH2021:"paid"|}, "schemas": { "1": { "properties": { "type": { "const": "PAID" } } } } }""", "TWH2021: 'paid' is called 'PAID' on the wire, as its schema says; the name on the wire is followed" },
        { """{ "name": {|TWH2004:"ping"|}, "schemas": { "1": { "properties": { "type": { "type": "string" } } } } }""", "TWH2004: The event 'ping' is declared twice; the first declaration is at line 2, column 13" },
    };

    [Theory]
    [MemberData(nameof(BrokenEntries))]
    public async Task BrokenEntry_IsReportedAtItsPlace(string entry, string expected) => await new SchemaTest(GeneratorHarness.Acme(
        $$"""
        { "data": [
          { "name": "ping", "schemas": { "1": { "properties": { "type": { "type": "string" } } } } },
          {{entry}}
        ] }
        """,
        ("EventType", "/type")))
    {
        Source = "internal static class Ping { public static string Type(Consumer.Acme.PingEvent e) => e.EventType; }\n",
    }.ReportsAsync(expected);

    /// <summary>Nothing says where the names stand, so that is asked for, with all three answers that there are.</summary>
    [Fact]
    public async Task NamesThatStandNowhere_AreAskedFor() => await new SchemaTest(GeneratorHarness.Acme(
        """{ "data": [ { "name": {|TWH2005:"ping"|}, "schema": { "properties": { "event": { "type": "string" } } } }, { "name": "pong", "schema": { "properties": { "event": { "type": "string" } } } } ] }"""))
        .ReportsAsync("TWH2005: The catalogue says what its events are called, but not where a request has the name: no member has another constant in each of the schemas. Say it on the item: EventType=\"/event\" where it stands in the body, EventType=\"header X-Event-Type\" where it comes in a header, or EventType=\"header\" where the request does not have it and the receiver knows it from elsewhere, as in Parse(eventType, body)");

    [Fact]
    public async Task PageOfSeveral_IsSaidNotToBeAll() => await new SchemaTest(GeneratorHarness.Acme("""{ "data": [{ "name": "ping", "schema": { "properties": { "type": { "const": "ping" } } } }], "done": {|TWH2028:false|} }"""))
        .ReportsAsync("TWH2028: The catalogue is one page of several, as done says: put the other pages into items too, or ask for all event types at once");

    [Fact]
    public async Task StatedFormat_OfWhatIsNone_IsReported() => await new SchemaTest(GeneratorHarness.Acme("""{|TWH2010:{ "events": [] }|}""", ("Format", "event-types")))
        .ReportsAsync("TWH2010: A catalogue is an array of event types, or an object that has one as its data or items");

    /// <summary>What only looks like a catalogue is none.</summary>
    [Theory]
    [InlineData("""{ "type": "array", "items": [{ "name": "x", "schema": {} }] }""")]
    [InlineData("""[{ "name": "x" }]""")]
    [InlineData("""{ "data": [{ "name": "x", "schema": "y" }] }""")]
    [InlineData("""{ "data": { "name": "x", "schemas": {} } }""")]
    public void WhatOnlyLooksLikeOne_IsNone(string text) =>
        Assert.DoesNotContain(GeneratorHarness.Run(GeneratorHarness.Acme(text)).Printed, static line => line.Contains("catalogue", StringComparison.Ordinal));

    [Fact]
    public void Versions_AreInTheOrderOfTheirNumbers()
    {
        string[] ordered = ["", "1", "01", "2", "10", "v1", "v1.9", "v1.10", "v2", "v99999999999999999999", "v100000000000000000000"];
        System.Random random = new(7);
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal(ordered.Except(["01"]), ordered.Except(["01"]).OrderBy(_ => random.Next()).Order(VersionOrder.Instance));
        }

        Assert.NotEqual(0, VersionOrder.Instance.Compare("1", "01"));
    }

    /// <summary>Whatever half of a catalogue is there, and whatever stands in the place of a value, nothing throws.</summary>
    [Fact]
    public void BrokenCatalogue_NeverThrows()
    {
        string text = Page.Replace("\n", "").Replace("  ", "");
        for (int length = 0; length < text.Length; length += 5)
        {
            GeneratorHarness.Run(GeneratorHarness.Acme(text[..length], ("EventType", "/type")));
        }

        foreach (string broken in AsyncApiErrorTests.Mutated(text))
        {
            GeneratorHarness.Run(GeneratorHarness.Acme(broken, ("EventType", "/type")));
        }
    }

    private static object Parse(Assembly assembly, string body) => assembly.GetType("Consumer.Acme.AcmeEvent")!.GetMethod("Parse", [typeof(string)])!.Invoke(null, [body])!;
}
