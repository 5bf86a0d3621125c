using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.OpenApi;

/// <summary>How OpenAPI documents say their events, and in which vocabulary.</summary>
public sealed class OpenApiDocumentTests
{
    [Fact]
    public void PathItemBodyAndSchema_MayBeReferences()
    {
        dynamic e = Run("""
            {
              "openapi": "3.1.0",
              "webhooks": { "paid": { "$ref": "#/components/pathItems/Paid" }, "lost": { "$ref": "common.json#/items/Lost" } },
              "components": {
                "pathItems": { "Paid": { "post": { "requestBody": { "$ref": "#/components/requestBodies/Paid" } } } },
                "requestBodies": { "Paid": { "content": { "application/json; charset=utf-8": { "schema": { "$ref": "#/components/schemas/Paid" } } } } },
                "schemas": { "Paid": { "type": "object", "properties": { "type": { "const": "paid" }, "sum": { "$ref": "common.json#/definitions/Money" } } } }
              }
            }
            """,
            new SchemaText("/consumer/schemas/acme/common.json", """
            {
              "definitions": { "Money": { "type": "object", "properties": { "cents": { "type": "integer" } } } },
              "items": { "Lost": { "put": { "requestBody": { "content": { "application/vnd.acme+json": { "schema": { "type": "object", "properties": { "type": { "const": "lost" } } } } } } } } }
            }
            """)).Parse("""{"type":"paid","sum":{"cents":5}}""");
        Assert.Equal("PaidEvent", e.GetType().Name);
        Assert.Equal(5L, e.Sum.Cents);
    }

    /// <summary>OpenAPI 3.0 ignores what stands beside a reference; from 3.1 on it counts.</summary>
    [Theory]
    [InlineData("3.0.3", "x-webhooks", false)]
    [InlineData("3.1.0", "webhooks", true)]
    public void KeywordsBesideAReference_CountFromVersion31On(string version, string webhooks, bool count)
    {
        EmittedEvents events = Run($$$"""
            {
              "openapi": "{{{version}}}",
              "{{{webhooks}}}": { "paid": { "post": { "requestBody": { "content": { "application/json": { "schema": {
                "type": "object",
                "properties": { "type": { "type": "string", "enum": ["paid"] }, "by": { "$ref": "#/components/schemas/Payer", "properties": { "iban": { "type": "string" } } } }
              } } } } } } },
              "components": { "schemas": { "Payer": { "type": "object", "properties": { "name": { "type": "string" } } } } }
            }
            """);
        object by = events.Parse("""{"type":"paid","by":{"iban":"DE1"}}""").By;
        Assert.Equal(count, by.GetType().GetProperty("Iban") is not null);
    }

    [Fact]
    public void Version32_HasFurtherMethodsAndItsOwnAddress()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme("""
            {
              "openapi": "3.2.0", "$self": "https://api.acme.example/v2/openapi",
              "webhooks": {
                "paid": { "query": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "https://api.acme.example/v2/openapi#/components/schemas/Paid" } } } } } },
                "lost": { "additionalOperations": { "NOTIFY": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "openapi#/components/schemas/Lost" } } } } } } }
              },
              "components": { "schemas": {
                "Paid": { "type": "object", "properties": { "type": { "const": "paid" } } },
                "Lost": { "type": "object", "properties": { "type": { "const": "lost" } } }
              } }
            }
            """));
        Assert.Equal(["TWH2018", "TWH2018"], generated.Diagnostics.Select(static d => d.Id));
        EmittedEvents events = new("Acme", generated);
        Assert.Equal("PaidEvent", events.Parse("""{"type":"paid"}""").GetType().Name);
        Assert.Equal("LostEvent", events.Parse("""{"type":"lost"}""").GetType().Name);
    }

    [Fact]
    public void Callbacks_AreEventsWhereTheMapNamesThem()
    {
        Generated generated = GeneratorHarness.Run(
            GeneratorHarness.Acme("""
            {
              "openapi": "3.0.3",
              "paths": { "/orders": { "post": { "callbacks": { "orderDone": { "{$request.body#/callbackUrl}": { "post": { "requestBody": { "content": { "application/json": { "schema": {
                "type": "object", "properties": { "event": { "type": "string", "enum": ["order.done"] } } } } } } } } } } } } },
              "x-webhooks": { "ping": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "event": { "type": "string", "enum": ["ping"] } } } } } } } } }
            }
            """),
            new SchemaText("/consumer/schemas/acme/hooks.map.json", """{ "discover": ["#/x-webhooks/*", "#/paths/*/*/callbacks/*"] }""", ("Schema", "map"), ("Provider", "Acme")));
        Assert.Equal(["TWH2021"], generated.Diagnostics.Select(static d => d.Id));
        EmittedEvents events = new("Acme", generated);
        Assert.Equal("OrderDoneEvent", events.Parse("""{"event":"order.done"}""").GetType().Name);
        Assert.Equal("PingEvent", events.Parse("""{"event":"ping"}""").GetType().Name);
    }

    /// <summary>A provider that names its events in a header says there what they are, or in the key of the webhook.</summary>
    [Theory]
    [InlineData(""", "parameters": [{ "name": "X-Acme-Event", "in": "header", "schema": { "type": "string" }, "example": "issues" }]""")]
    [InlineData(""", "parameters": [{ "name": "x-acme-event", "in": "header", "schema": { "type": "string", "enum": ["issues"] } }]""")]
    [InlineData("")]
    public void NameInAHeader_IsThatOfTheParameterOrTheKey(string parameters)
    {
        static string Webhook(string action, string parameters) => $$$"""
            "issues-{{{action}}}": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "action": { "type": "string", "enum": ["{{{action}}}"] } } } } } }{{{parameters}}} } }
            """;
        EmittedEvents events = new("Acme", GeneratorHarness.Run(GeneratorHarness.Acme(
            $$"""{ "openapi": "3.1.0", "webhooks": { {{Webhook("opened", parameters)}}, {{Webhook("closed", parameters)}} } }""",
            ("EventType", "header X-Acme-Event /action"))));
        Assert.Equal("IssuesOpenedEvent", events.Parse("issues", """{"action":"opened"}""").GetType().Name);
        Assert.Equal("IssuesClosedEvent", events.Parse("issues", """{"action":"closed"}""").GetType().Name);
    }

    /// <summary>
    /// A document whose examples of the header are the same for all events, and whose keys have hyphens for the underscores of the names,
    /// as some tools write it: the constants that end the keys show that they do.
    /// </summary>
    [Fact]
    public void NameInAHeader_IsSpelledAsTheConstantsAre()
    {
        static string Webhook(string key, string action) => $$$"""
            "{{{key}}}": { "post": { "parameters": [{ "name": "X-Acme-Event", "in": "header", "schema": { "type": "string" }, "example": "issues" }],
              "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "action": { "enum": ["{{{action}}}"] } } } } } } } }
            """;
        string document = $$"""{ "openapi": "3.1.0", "webhooks": { {{Webhook("check-run-requested-action", "requested_action")}}, {{Webhook("check-run-created", "created")}}, {{Webhook("user-created", "created")}}, {{Webhook("label-created", "created")}} } }""";
        EmittedEvents events = new("Acme", GeneratorHarness.Run(GeneratorHarness.Acme(document, ("EventType", "header X-Acme-Event /action"))));
        Assert.Equal("CheckRunRequestedActionEvent", events.Parse("check_run", """{"action":"requested_action"}""").GetType().Name);
        Assert.Equal("CheckRunCreatedEvent", events.Parse("check_run", """{"action":"created"}""").GetType().Name);
        Assert.Equal("UserCreatedEvent", events.Parse("user", """{"action":"created"}""").GetType().Name);

        // Without the metadata two events would have one name, so none is taken for it, and the header is suggested.
        Assert.EndsWith("The name seems to come in a header: say so with EventType=\"header X-Acme-Event /action\" on the item", GeneratorHarness.Run(GeneratorHarness.Acme(document)).Printed.Single(static said => said.Contains("TWH2005")));
    }

    /// <summary>A body that is one of several objects has the members of all of them, where nothing tells them apart as events.</summary>
    [Fact]
    public void BodyOfSeveralObjects_IsOneEvent()
    {
        EmittedEvents events = new("Acme", GeneratorHarness.Run(GeneratorHarness.Acme("""
            {
              "openapi": "3.1.0",
              "webhooks": {
                "two": { "post": { "requestBody": { "content": { "application/json": { "schema": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] } } } } } },
                "one": { "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } } } }
              },
              "components": { "schemas": {
                "A": { "type": "object", "required": ["x"], "properties": { "x": { "type": "string" } } },
                "B": { "type": "object", "required": ["y"], "properties": { "y": { "type": "string" } } }
              } }
            }
            """, ("EventType", "header X-Event"))));
        Assert.Equal("v", events.Parse("two", """{"x":"v"}""").X);
        Assert.Equal("w", events.Parse("two", """{"y":"w"}""").Y);
        Assert.Equal("OneEvent", events.Parse("one", """{"x":"v"}""").GetType().Name);
    }

    [Fact]
    public void ExcludedWebhook_IsNoEvent()
    {
        Generated generated = GeneratorHarness.Run(
            GeneratorHarness.Acme("""
            { "openapi": "3.1.0", "webhooks": {
              "a": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "a" } } } } } } } },
              "b": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "b" } } } } } } } } } }
            """),
            new SchemaText("/consumer/schemas/acme/hooks.map.json", """{ "discover": ["#/webhooks/*", "!#/webhooks/b"] }""", ("Schema", "map"), ("Provider", "Acme")));
        Assert.Empty(generated.Printed);
        Assert.Contains("Acme.AEvent", generated.TypeNames);
        Assert.DoesNotContain("Acme.BEvent", generated.TypeNames);
    }

    [Fact]
    public void WhatADocumentSaysOfAnEvent_IsItsDocumentation()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme("""
            {
              "openapi": "3.1.0", "info": { "title": "Acme", "description": "All that happens at Acme." },
              "webhooks": { "paid": { "summary": "Of the path.", "post": {
                "summary": "Order paid", "description": "The order has been paid.", "tags": ["Orders"], "deprecated": true, "externalDocs": { "url": "https://acme.example/paid" },
                "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "paid" }, "id": { "type": "string", "example": "o-17" } } } } } }
              } } }
            }
            """));
        INamedTypeSymbol paid = generated.Compilation.GetTypeByMetadataName("Consumer.Acme.PaidEvent")!;
        string documentation = paid.GetDocumentationCommentXml()!;
        foreach (string part in (string[])["Order paid", "The order has been paid.", "Tag: Orders.", "See also: https://acme.example/paid"])
        {
            Assert.Contains(part, documentation);
        }

        Assert.Contains(paid.GetAttributes(), static attribute => attribute.AttributeClass!.Name == "ObsoleteAttribute");
        Assert.Contains("Example: o-17.", paid.GetMembers("Id").Single().GetDocumentationCommentXml());
        Assert.Contains("All that happens at Acme.", generated.Compilation.GetTypeByMetadataName("Consumer.Acme.AcmeEvent")!.GetDocumentationCommentXml());
    }

    /// <summary>What no event reaches may be as broken as it likes, and costs no type.</summary>
    [Fact]
    public void WhatNoEventReaches_IsNotRead()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme("""
            {
              "openapi": "3.1.0", "paths": { "/x": { "$ref": "nowhere.json" } },
              "webhooks": { "paid": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "paid" } } } } } } } } },
              "components": { "schemas": { "Broken": { "$ref": "#/nowhere" }, "Wrong": 7, "Cycle": { "allOf": [{ "$ref": "#/components/schemas/Cycle" }] } } }
            }
            """));
        Assert.Empty(generated.Printed);
        Assert.DoesNotContain(generated.TypeNames, static name => name.Contains("Broken"));
    }

    /// <summary>Two documents of one provider may call different schemas alike.</summary>
    [Fact]
    public void ComponentsOfOneNameInTwoDocuments_AreTwoTypes()
    {
        static SchemaText Document(string name, string member) => new($"/consumer/schemas/acme/{name}.json", $$$"""
            {
              "openapi": "3.1.0",
              "webhooks": { "{{{name}}}": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "type": { "const": "{{{name}}}" }, "of": { "$ref": "#/components/schemas/Thing" } } } } } } } } },
              "components": { "schemas": { "Thing": { "type": "object", "properties": { "{{{member}}}": { "type": "string" } } } } }
            }
            """);
        Generated generated = GeneratorHarness.Run(Document("paid", "a"), Document("lost", "b"));
        Assert.Contains("Acme.PaidThing", generated.TypeNames);
        Assert.Contains("Acme.LostThing", generated.TypeNames);
        EmittedEvents events = new("Acme", generated);
        Assert.Equal("x", events.Parse("""{"type":"paid","of":{"a":"x"}}""").Of.A);
        Assert.Equal("y", events.Parse("""{"type":"lost","of":{"b":"y"}}""").Of.B);
    }

    private static EmittedEvents Run(string document, params SchemaText[] others)
    {
        Generated generated = GeneratorHarness.Run([GeneratorHarness.Acme(document), .. others], []);
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity > DiagnosticSeverity.Info);
        return new("Acme", generated);
    }
}
