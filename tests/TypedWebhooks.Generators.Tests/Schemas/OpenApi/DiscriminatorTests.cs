using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.OpenApi;

/// <summary>Objects that OpenAPI tells apart by a member whose values a mapping, or the names of the schemas, say.</summary>
public sealed class DiscriminatorTests
{
    /// <summary>A mapping names the values, where the schemas leave them strings; without one the schemas' names are the values.</summary>
    [Theory]
    [InlineData(""", "mapping": { "card": "#/components/schemas/CardPayment", "bank": "BankPayment" }""", "card", "bank")]
    [InlineData("", "CardPayment", "BankPayment")]
    public void Discriminator_SaysWhatEachAlternativeIs(string mapping, string card, string bank)
    {
        EmittedEvents events = Run($$$"""
            {
              "openapi": "3.0.3",
              "x-webhooks": { "paid": { "post": { "requestBody": { "content": { "application/json": { "schema": {
                "type": "object",
                "properties": {
                  "type": { "type": "string", "enum": ["paid"] },
                  "by": {
                    "oneOf": [{ "$ref": "#/components/schemas/CardPayment" }, { "$ref": "#/components/schemas/BankPayment" }],
                    "discriminator": { "propertyName": "kind"{{{mapping}}} }
                  }
                }
              } } } } } } },
              "components": { "schemas": {
                "Payment": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
                "CardPayment": { "allOf": [{ "$ref": "#/components/schemas/Payment" }, { "type": "object", "properties": { "last4": { "type": "string" } } }] },
                "BankPayment": { "allOf": [{ "$ref": "#/components/schemas/Payment" }, { "type": "object", "properties": { "iban": { "type": "string", "nullable": true } } }] }
              } }
            }
            """);
        dynamic paid = events.Parse($$$"""{"type":"paid","by":{"kind":"{{{card}}}","last4":"4242"}}""");
        Assert.Equal("4242", paid.By.Last4);
        dynamic other = events.Parse($$$"""{"type":"paid","by":{"kind":"{{{bank}}}","iban":null}}""");
        Assert.Null(other.By.Iban);
        Assert.NotEqual(paid.By.GetType(), other.By.GetType());
    }

    /// <summary>A base with a mapping is each of the schemas that extend it, also one that adds nothing; as what they extend it is itself.</summary>
    [Fact]
    public void BaseWithAMapping_IsWhatExtendsIt()
    {
        EmittedEvents events = Run("""
            {
              "openapi": "3.0.3",
              "x-webhooks": { "all": { "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Event" } } } } } } },
              "components": { "schemas": {
                "Event": {
                  "type": "object", "required": ["type"],
                  "properties": { "type": { "type": "string" }, "id": { "type": "string" }, "cause": { "$ref": "#/components/schemas/Event" } },
                  "discriminator": { "propertyName": "type", "mapping": { "paid": "#/components/schemas/Paid", "lost": "#/components/schemas/Lost", "gone": "#/components/schemas/Gone" } }
                },
                "Paid": { "allOf": [{ "$ref": "#/components/schemas/Event" }, { "type": "object", "properties": { "sum": { "type": "integer" } } }] },
                "Lost": { "allOf": [{ "$ref": "#/components/schemas/Event" }] },
                "Gone": { "allOf": [{ "$ref": "#/components/schemas/Event" }] }
              } }
            }
            """);
        dynamic paid = events.Parse("""{"type":"paid","id":"1","sum":7,"cause":{"type":"lost","id":"0"}}""");
        Assert.Equal(("PaidEvent", 7L, "1"), ((string)paid.GetType().Name, (long)paid.Sum, (string)paid.Id));
        Assert.Equal("0", paid.Cause.Id);
        Assert.Equal("LostEvent", events.Parse("""{"type":"lost","id":"2"}""").GetType().Name);
        Assert.Equal("GoneEvent", events.Parse("""{"type":"gone","id":"3"}""").GetType().Name);
    }

    /// <summary>A base that is itself one of the schemas to which its mapping leads.</summary>
    [Fact]
    public void MappingThatHasTheBaseItself_LosesNoEvent()
    {
        EmittedEvents events = Run("""
            {
              "openapi": "3.0.3",
              "x-webhooks": { "all": { "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/X" } } } } } } },
              "components": { "schemas": {
                "X": { "type": "object", "required": ["type"], "properties": { "type": { "type": "string" } }, "discriminator": { "propertyName": "type", "mapping": { "p": "#/components/schemas/X", "q": "#/components/schemas/Y" } } },
                "Y": { "allOf": [{ "$ref": "#/components/schemas/X" }, { "type": "object", "properties": { "y": { "type": "string" } } }] }
              } }
            }
            """);
        Assert.Equal("PEvent", events.Parse("""{"type":"p"}""").GetType().Name);
        Assert.Equal("v", events.Parse("""{"type":"q","y":"v"}""").Y);
    }

    private static EmittedEvents Run(string document)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(document));
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity > DiagnosticSeverity.Info);
        return new("Acme", generated);
    }
}
