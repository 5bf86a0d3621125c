using System;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using static TypedWebhooks.Generators.Tests.Schemas.AsyncApi.AsyncApiDocuments;

namespace TypedWebhooks.Generators.Tests.Schemas.AsyncApi;

/// <summary>Which events an AsyncAPI document has, what they are called, and what is said of them.</summary>
public sealed class AsyncApiTests
{
    [Fact]
    public void VersionsThatSayTheSame_GiveTheSameCode()
    {
        const string Order = """ "order": { "type": "object", "properties": { "id": { "type": "string", "format": "uuid" }, "lines": { "type": "array", "items": { "$ref": "#/components/schemas/line" } } } }, "line": { "type": "object", "properties": { "sku": { "type": "string" } } } """;
        string paid = Payload("order.paid", """ "order": { "$ref": "#/components/schemas/order" } """);
        string lost = Payload("order.lost", """ "order": { "$ref": "#/components/schemas/order" } """);
        Generated version2 = GeneratorHarness.Run(GeneratorHarness.Acme($$"""
            {
              "asyncapi": "2.0.0",
              "channels": {
                "paid": { "subscribe": { "message": { "name": "order.paid", "summary": "Paid.", "payload": {{paid}} } } },
                "lost": { "subscribe": { "message": { "$ref": "#/components/messages/order.lost" } } },
                "lost again": { "subscribe": { "message": { "$ref": "#/components/messages/order.lost" } } },
                "commands": { "publish": { "message": { "name": "order.refund", "payload": {{Payload("order.refund")}} } } }
              },
              "components": { "messages": { "order.lost": { "payload": {{lost}} } }, "schemas": { {{Order}} } }
            }
            """));
        Generated version3 = GeneratorHarness.Run(GeneratorHarness.Acme($$"""
            {
              "asyncapi": "3.1.0",
              "channels": {
                "out": { "messages": { "order.paid": { "summary": "Paid.", "payload": {{paid}} }, "order.lost": { "$ref": "#/components/messages/order.lost" }, "order.unused": { "payload": {{Payload("order.unused")}} } } },
                "in": { "messages": { "order.refund": { "payload": {{Payload("order.refund")}} } } }
              },
              "operations": {
                "refund": { "action": "receive", "channel": { "$ref": "#/channels/in" } },
                "tell": { "action": "send", "channel": { "$ref": "#/channels/out" }, "messages": [{ "$ref": "#/channels/out/messages/order.paid" }, { "$ref": "#/channels/out/messages/order.lost" }] }
              },
              "components": { "messages": { "order.lost": { "payload": {{lost}} } }, "schemas": { {{Order}} } }
            }
            """));
        Assert.Empty(version2.Printed);
        Assert.Empty(version3.Printed);
        Assert.Equal(["OrderLostEvent", "OrderPaidEvent"], version2.EventNames);
        Assert.Equal(version2.Sources, version3.Sources);
        Assert.Contains("/// <summary>Paid.</summary>", version2.TypeCode("Acme.OrderPaidEvent"), StringComparison.Ordinal);
        Assert.Contains("Guid? Id", version2.TypeCode("Acme.Order"), StringComparison.Ordinal);
        version2.AssertCompiles();
    }

    /// <summary>What the payload says comes first; where it says nothing, the name that is meant for machines.</summary>
    [Theory]
    [InlineData("2.6.0", """ "messageId": "made", "name": "Made for people", """, "made")]
    [InlineData("2.6.0", """ "name": "made", """, "made")]
    [InlineData("2.6.0", "", "key.of.message")]
    [InlineData("3.0.0", """ "name": "made", """, "made")]
    [InlineData("3.0.0", """ "messageId": "left out", """, "key.of.message")]
    [InlineData("3.0.0", "", "key.of.message")]
    public void NamelessPayload_IsCalledAsItsMessageIs(string version, string named, string expected)
    {
        string components = $$""" "components": { "messages": { "key.of.message": { {{named}} "payload": { "type": "object", "properties": { "type": { "type": "string" }, "id": { "type": "integer" } } } } } } """;
        SchemaText document = GeneratorHarness.Acme(
            version[0] == '2'
                ? $$"""{ "asyncapi": "{{version}}", "channels": { "address": { "subscribe": { "message": { "$ref": "#/components/messages/key.of.message" } } } }, {{components}} }"""
                : $$"""{ "asyncapi": "{{version}}", "channels": { "c": { "messages": { "key.of.message": { "$ref": "#/components/messages/key.of.message" } } } }, "operations": { "o": { "action": "send", "channel": { "$ref": "#/channels/c" } } }, {{components}} }""",
            ("EventType", "/type"));
        Generated generated = GeneratorHarness.Run(document);
        Assert.Empty(generated.Printed);
        Assert.Contains($"= \"{expected}\";", generated["Acme.AcmeEventTypes.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void MessageInPlace_IsCalledAfterItsChannel()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(
            """{ "asyncapi": "2.6.0", "channels": { "user/signed-up": { "subscribe": { "message": { "payload": { "type": "object", "properties": { "type": { "type": "string" } } } } } } } }""",
            ("EventType", "/type")));
        Assert.Equal(["UserSignedUpEvent"], generated.EventNames);
    }

    /// <summary>In version 2 a trait overrides its message, in version 3 the message its traits; objects are merged and null takes away.</summary>
    [Theory]
    [InlineData("2.6.0", "Of the second trait.", "Tag: late.")]
    [InlineData("3.0.0", "Of the message.", "Tag: own.")]
    public void Traits_AreMerged(string version, string description, string tags)
    {
        string message = $$"""
            { "description": "Of the message.", "tags": [{ "name": "own" }], "payload": {{Payload("made")}},
              "traits": [
                { "description": "Of the first trait.", "summary": "Of a trait.", "externalDocs": { "url": "https://example.org/first" } },
                { "description": "Of the second trait.", "tags": [{ "name": "late" }], "externalDocs": { "description": "More" } } ] }
            """;
        Generated generated = GeneratorHarness.Run(version[0] == '2' ? Version2(message) : Version3($"\"made\": {message}"));
        Assert.All(generated.Printed, static line => Assert.Contains("TWH2021", line, StringComparison.Ordinal));
        string code = generated.TypeCode("Acme.MadeEvent");
        Assert.Contains("Of a trait.", code, StringComparison.Ordinal);
        Assert.Contains(description, code, StringComparison.Ordinal);
        Assert.Contains(tags, code, StringComparison.Ordinal);
        Assert.Contains("See also: More, https://example.org/first", code, StringComparison.Ordinal);
    }

    [Fact]
    public void NullInATrait_TakesAway()
    {
        Generated generated = GeneratorHarness.Run(Version2($$"""{ "name": "made", "description": "Gone.", "contentType": "application/xml", "traits": [{ "description": null, "contentType": null }], "payload": {{Payload("made")}} }"""));
        Assert.Empty(generated.Printed);
        Assert.DoesNotContain("Gone.", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
    }

    /// <summary>Headers of the message and of its traits are those of one object.</summary>
    [Fact]
    public void HeaderThatNamesTheEvent_ComesFromTraitsToo()
    {
        const string Payload = """ "payload": { "type": "object", "properties": { "id": { "type": "integer" } } } """;
        const string Header = """ { "headers": { "type": "object", "properties": { "X-Event": { "const": "paid" } } } } """;
        SchemaText document = new(
            "/consumer/schemas/acme/hooks.json",
            Version3($$"""
                "one": { "headers": { "properties": { "X-Other": { "type": "string" } } }, "traits": [{{Header}}], {{Payload}} },
                "two": { "headers": { "allOf": [{ "$ref": "#/components/schemas/lost" }] }, {{Payload}} },
                "three": { {{Payload}} }
                """, """, "components": { "schemas": { "lost": { "properties": { "x-event": { "enum": ["lost", "found"] } } } } }""").GetText()!.ToString(),
            ("EventType", "header X-Event"));
        Generated generated = GeneratorHarness.Run(document);
        Assert.Empty(generated.Printed);
        Assert.Equal(["FoundEvent", "LostEvent", "PaidEvent", "ThreeEvent"], generated.EventNames);
    }

    [Theory]
    [InlineData("application/vnd.aai.asyncapi;version=2.6.0")]
    [InlineData("application/vnd.aai.asyncapi+json;version=2.6.0")]
    [InlineData("application/vnd.aai.asyncapi+yaml;version=3.0.0")]
    [InlineData("application/schema+json;version=draft-07")]
    [InlineData("application/schema+yaml;version=draft-07")]
    [InlineData("Application/Vnd.OAI.OpenAPI;version=3.0.0")]
    [InlineData("application/vnd.oai.openapi+json;version=3.0.0")]
    public void SchemaFormats_AreRead(string format)
    {
        string payload = Payload("made", """ "note": { "type": "string", "nullable": true } """);
        Generated[] both =
        [
            GeneratorHarness.Run(Version2($$"""{ "name": "made", "schemaFormat": "{{format}}", "payload": {{payload}} }""")),
            GeneratorHarness.Run(Version3($$""" "made": { "payload": { "schemaFormat": "{{format}}", "schema": {{payload}} } } """)),
            GeneratorHarness.Run(Version3(""" "made": { "payload": { "$ref": "#/components/schemas/made" } } """, $$""", "components": { "schemas": { "made": { "schemaFormat": "{{format}}", "schema": {{payload}} } } }""")),
        ];
        Assert.All(both, static generated =>
        {
            Assert.Empty(generated.Printed);
            Assert.Contains("string? Note", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
            generated.AssertCompiles();
        });
    }

    /// <summary>A message without a schema comes all the same, with all that it has.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(""" "payload": {} """)]
    [InlineData(""" "payload": true """)]
    [InlineData(""" "payload": { "description": "Anything." } """)]
    public void MessageWithoutSchema_IsAnEvent(string payload)
    {
        Generated generated = GeneratorHarness.Run(Version3($$""" "made": { {{payload}} }, "paid": { "payload": {{Payload("paid")}} } """));
        Assert.Equal(["MadeEvent", "PaidEvent"], generated.EventNames);
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
    }

    /// <summary>Messages and their schemas may stand in files that are neither AsyncAPI nor a schema.</summary>
    [Fact]
    public void Messages_MayStandInOtherFiles()
    {
        Generated generated = GeneratorHarness.Run(
            Version2("""{ "$ref": "messages.json#/made" }, { "$ref": "./lost.json" }, { "$ref": "messages.json#/any" }"""),
            new SchemaText("/consumer/schemas/acme/messages.json", $$"""{ "made": { "payload": {{Payload("made", """ "order": { "$ref": "#/order" } """)}} }, "any": {}, "order": { "type": "object", "properties": { "id": { "type": "integer" } } } }"""),
            new SchemaText("/consumer/schemas/acme/lost.json", """{ "payload": { "$ref": "lost.schema.json" } }"""),
            new SchemaText("/consumer/schemas/acme/lost.schema.json", Payload("lost")));
        Assert.Equal(["AnyEvent", "LostEvent", "MadeEvent"], generated.EventNames);
        Assert.All(generated.Printed, static line => Assert.Contains("TWH2017", line, StringComparison.Ordinal));
        Assert.Contains("Acme.MadeOrder", generated.TypeNames);
        generated.AssertCompiles();
    }

    /// <summary>Where the document says nothing of what is sent, a map leads to messages; it excludes some as well.</summary>
    [Theory]
    [InlineData("""["#/components/messages/*", "!#/components/messages/command"]""")]
    [InlineData("""["#/channels/*/messages/*", "!#/channels/hooks/messages/command"]""")]
    [InlineData("\"#/components/messages/event*\"")]
    [InlineData("\"#/components/messages/event*/payload\"")]
    public void MapThatLeadsToMessages_MakesThemEvents(string discover)
    {
        Generated generated = GeneratorHarness.Run(
            GeneratorHarness.Acme($$"""
                {
                  "asyncapi": "3.0.0",
                  "channels": { "hooks": { "messages": { "a": { "$ref": "#/components/messages/event1" }, "b": { "$ref": "#/components/messages/event2" }, "command": { "$ref": "#/components/messages/command" } } } },
                  "components": { "messages": { "event1": { "payload": {{Payload("made")}} }, "event2": { "payload": {{Payload("paid")}} }, "command": { "payload": {{Payload("pay")}} } } }
                }
                """),
            MapOf($$"""{ "eventType": "/type", "discover": {{discover}} }"""));
        Assert.All(generated.Printed, static line => Assert.Contains("TWH2021", line, StringComparison.Ordinal));
        Assert.Equal(["MadeEvent", "PaidEvent"], generated.EventNames);
    }

    /// <summary>A document that takes publish for what its provider publishes.</summary>
    [Fact]
    public void MapThatLeadsToOperations_MakesTheirMessagesEvents()
    {
        Generated generated = GeneratorHarness.Run(
            GeneratorHarness.Acme($$"""{ "asyncapi": "2.6.0", "channels": { "a": { "publish": { "message": { "name": "made", "payload": {{Payload("made")}} } } }, "b": { "publish": { "message": { "oneOf": [{ "name": "paid", "payload": {{Payload("paid")}} }] } } } } }"""),
            MapOf("""{ "discover": "#/channels/*/publish" }"""));
        Assert.Empty(generated.Printed);
        Assert.Equal(["MadeEvent", "PaidEvent"], generated.EventNames);
    }

    internal static SchemaText MapOf(string text) => new("/consumer/schemas/acme/hooks.map.json", text, ("Schema", "map"));
}
