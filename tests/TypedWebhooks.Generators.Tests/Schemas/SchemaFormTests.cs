using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>What a schema file may look like, and what an event's schema may.</summary>
public sealed class SchemaFormTests
{
    public static TheoryData<string> SmallSchemas =>
    [
        "{}", "true", "false",
        """{ "type": "string" }""", """{ "type": "string", "enum": ["a"] }""", """{ "enum": ["a", 1] }""", """{ "const": 1 }""", """{ "type": ["string", "null"] }""",
        """{ "type": "array", "items": {} }""", """{ "items": { "type": "string" } }""", """{ "format": "uuid" }""", """{ "pattern": "^a" }""", """{ "minimum": 0 }""",
        """{ "not": {} }""", """{ "if": true, "then": true }""", """{ "required": ["a"] }""", """{ "additionalProperties": false }""", """{ "patternProperties": { "^x": true } }""",
        """{ "properties": {} }""", """{ "allOf": [] }""", """{ "oneOf": [true] }""", """{ "anyOf": [true] }""", """{ "$defs": {} }""", """{ "definitions": {} }""",
        """{ "$id": "x" }""", """{ "$anchor": "x" }""", """{ "$comment": "x" }""", """{ "title": "A name", "description": "What it is called." }""", """{ "deprecated": true }""",
        """{ "nullable": true, "x-own": 1 }""", """{ "prefixItems": [true] }""", """{ "dependentRequired": { "a": ["b"] } }""", """{ "minProperties": 1 }""",
    ];

    [Theory]
    [MemberData(nameof(SmallSchemas))]
    public void SmallSchema_IsOne(string schema)
    {
        // Alone it is no event, and beside a schema that refers to it a part of one.
        Assert.DoesNotContain(GeneratorHarness.Run(GeneratorHarness.Acme(schema)).Printed, static said => said.Contains("TWH2009"));
        Generated generated = GeneratorHarness.Run(
            GeneratorHarness.Acme(Schema.Event("made", """ "part": { "$ref": "part.json" } """), ("EventType", "/type")),
            new SchemaText("/consumer/schemas/acme/part.json", schema));
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        generated.AssertCompiles();
    }

    [Theory]
    [InlineData("""{ "type": "signature.created", "id": 1 }""")]
    [InlineData("""{ "id": 1, "items": [] }""")]
    [InlineData("[]")]
    [InlineData("7")]
    public void WhatIsNoSchema_IsSaidToBeNone(string text) =>
        Assert.Contains("hooks.json(1,1): TWH2009", GeneratorHarness.Run(GeneratorHarness.Acme(text)).Printed.Single());

    /// <summary>Whatever it is called, what a schema or a map refers to is a schema, and what that refers to.</summary>
    [Fact]
    public void WhatASchemaRefersTo_IsOne()
    {
        Generated generated = GeneratorHarness.Run(
            GeneratorHarness.Acme(Schema.Event("made", """ "sum": { "$ref": "common.json#/Money" } """)),
            new SchemaText("/consumer/schemas/acme/common.json", """{ "Money": { "type": "object", "properties": { "unit": { "$ref": "units.json#/Unit" } } } }"""),
            new SchemaText("/consumer/schemas/acme/units.json", """{ "Unit": { "type": "string", "enum": ["EUR", "SEK"] } }"""));
        Assert.Empty(generated.Printed);
        Assert.Contains("Acme.MadeEvent", generated.TypeNames);
        Assert.Contains(generated.Sources.Values, static source => source.Contains("Sek"));
    }

    [Fact]
    public void WhatAMapRefersTo_IsASchema()
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText("/consumer/schemas/acme/api.json", """{ "openapi": "3.1.0", "components": { "schemas": { "Made": { "type": "object", "properties": { "id": { "type": "string" } } } } } }"""),
            new SchemaText("/consumer/schemas/acme/acme.map.json", """{ "eventType": "/type", "events": { "made": "api.json#/components/schemas/Made" } }""", ("Schema", "map")));
        Assert.Empty(generated.Printed);
        Assert.Contains("string? Id", generated.TypeCode("Acme.MadeEvent"));
    }

    [Theory]
    [InlineData("""{ "type": "object" }""")]
    [InlineData("""{ "type": ["object", "null"] }""")]
    [InlineData("""{ "properties": {} }""")]
    [InlineData("""{ "type": "object", "properties": {} }""")]
    [InlineData("""{ "patternProperties": { "^x-": { "type": "string" } } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""")]
    [InlineData("""{ "type": "object", "required": ["id"] }""")]
    [InlineData("""{ "required": ["id"] }""")]
    [InlineData("""{ "allOf": [{ "required": ["id"] }] }""")]
    [InlineData("""{ "minProperties": 1 }""")]
    [InlineData("""{ "$ref": "#/$defs/E", "$defs": { "E": { "required": ["id"] } } }""")]
    public void EventWithoutMembers_IsOne(string schema)
    {
        const string Json = """{"type":"made","id":"a","x-y":"b"}""";
        EmittedEvents named = MappedProvider.Load("""{ "eventType": "/type", "events": { "made": "made.json" } }""", ("made.json", schema));
        Assert.Equal("MadeEvent", MappedProvider.NameOf(named.Parse(Json)));
        Assert.Equal(Json, named.RoundTrip(Json));

        EmittedEvents discovered = MappedProvider.Load("""{ "eventType": "/type", "discover": { "schemas": "*.json", "names": "path" } }""", ("made.json", schema));
        Assert.Equal("MadeEvent", MappedProvider.NameOf(discovered.Parse(Json)));

        EmittedEvents byHeader = new("Acme", GeneratorHarness.Run(new SchemaText("/consumer/schemas/made/made.json", schema, ("Provider", "Acme"), ("EventType", "header"))));
        Assert.NotNull(byHeader.Type("MadeEvent"));
    }

    [Theory]
    [InlineData("""{ "type": "string" }""")]
    [InlineData("""{ "type": "array", "items": {} }""")]
    [InlineData("""{ "enum": ["a"] }""")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""")]
    [InlineData("false")]
    public void SchemaThatIsNoObject_IsNoEvent(string schema) => Assert.Contains(
        "is not one of an object",
        MappedProvider.Errors("""{ "eventType": "/type", "events": { "made": "made.json" } }""", ("made.json", schema)).Single());

    /// <summary>A branch that has no members takes neither the others nor itself away in silence.</summary>
    [Fact]
    public void BranchWithoutMembers_IsAnEventThatLacksItsName()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(Schema.Event("made"), Schema.Event("gone"), """{ "type": "object" }""")));
        Assert.Equal("hooks.json(4,1): TWH2005: This event has no constant at '/type', where the events' names stand", generated.Printed.Single());
        Assert.Contains("Acme.MadeEvent", generated.TypeNames);
        Assert.Contains("Acme.GoneEvent", generated.TypeNames);
    }

    private const string Envelope = """
        { "type": "object", "required": ["specversion", "id", "source", "type"], "properties": {
          "specversion": { "type": "string" }, "id": { "type": "string" }, "source": { "type": "string" }, "type": { "const": "made" },
          "subject": { "type": "string" }, "time": { "type": "string", "format": "date-time" }, "dataschema": { "type": "string", "format": "uri" },
          "datacontenttype": { "enum": ["application/json"] }, "partition": { "type": "integer" }, "data": { "type": "object", "properties": { "id": { "type": "integer" } } } } }
        """;

    [Theory]
    [InlineData("subject")]
    [InlineData("time")]
    [InlineData("datacontenttype")]
    [InlineData("dataschema")]
    [InlineData("partition")]
    public void AttributeOfACloudEventThatIsNull_IsAbsent(string attribute)
    {
        string json = $$$"""{"specversion":"1.0","id":"a","source":"/acme","type":"made","{{{attribute}}}":null,"data":{"id":1}}""";
        EmittedEvents[] all =
        [
            MappedProvider.Load("""{ "body": "cloudevents", "events": { "made": "made.json" } }""", ("made.json", MappedProvider.Order)),
            MappedProvider.Load("""{ "body": "cloudevents", "names": ["made"] }"""),
            MappedProvider.Load("""{ "body": "cloudevents", "events": { "made": "made.json" } }""", ("made.json", Envelope)),
            MappedProvider.Load("""{ "body": "cloudevents" }""", ("made.json", Envelope)),
            new EmittedEvents("Acme", GeneratorHarness.Acme(Envelope, ("EventType", "/type"))),
        ];
        Assert.All(all, acme =>
        {
            Assert.Equal("MadeEvent", MappedProvider.NameOf(acme.Parse(json)));
            Assert.True(Corpus.AreEqual(json, acme.RoundTrip(json)), acme.RoundTrip(json));
        });
    }

    [Theory]
    [InlineData("specversion")]
    [InlineData("id")]
    [InlineData("source")]
    public void AttributeThatEveryCloudEventHas_IsNotNull(string attribute)
    {
        string json = """{"specversion":"1.0","id":"a","source":"/acme","type":"made","data":{"id":1}}""";
        EmittedEvents acme = MappedProvider.Load("""{ "body": "cloudevents", "events": { "made": "made.json" } }""", ("made.json", Envelope));
        Assert.Equal("MadeEvent", MappedProvider.NameOf(acme.Parse(json)));
        Assert.Equal("UnrecognizedAcmeEvent", MappedProvider.NameOf(acme.Parse(System.Text.RegularExpressions.Regex.Replace(json, $"\"{attribute}\":\"[^\"]*\"", $"\"{attribute}\":null"))));
    }

    [Theory]
    [InlineData("PaidEvent", "1", "Paid1Event")]
    [InlineData("paid.event", "2.1", "Paid2_1Event")]
    [InlineData("PaidEvent", "v3", "PaidV3Event")]
    [InlineData("paid", "1", "Paid1Event")]
    public void NameThatEndsInEvent_HasTheWordOnceBesideItsVersion(string name, string version, string record)
    {
        EmittedEvents acme = MappedProvider.Load(
            $$"""{ "eventType": "/type", "version": "/version", "events": { "{{name}}": { "schema": "order.json", "versions": ["{{version}}"] } } }""",
            ("order.json", MappedProvider.Order));
        Assert.Equal(record, MappedProvider.NameOf(acme.Parse($$"""{"type":"{{name}}","version":"{{version}}","id":1}""")));
    }

    [Fact]
    public void RemarksOfANameInParts_SayWhatIsOnTheWire()
    {
        Generated generated = GeneratorHarness.Run(MappedProvider.Of(
            """{ "eventType": ["header X-Acme-Event", "/a~1b?"], "events": { "order.paid": "order.json", "order": "order.json" } }""",
            ("order.json", MappedProvider.Order)));
        Assert.Contains("<remarks>On the wire it is known by 'order' in the header X-Acme-Event and 'paid' at /a~1b.</remarks>", generated.TypeCode("Acme.OrderPaidEvent"));
        Assert.DoesNotContain(generated.Sources.Values, static source => source.Contains("wire is <c>order.paid</c>"));
    }
}
