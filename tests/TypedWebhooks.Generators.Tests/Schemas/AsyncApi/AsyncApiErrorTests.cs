using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using static TypedWebhooks.Generators.Tests.Schemas.AsyncApi.AsyncApiDocuments;

namespace TypedWebhooks.Generators.Tests.Schemas.AsyncApi;

/// <summary>What is wrong with an AsyncAPI document is said at its place, and takes no neighbour down.</summary>
public sealed class AsyncApiErrorTests
{
    private static readonly string s_ping = $$"""{ "name": "ping", "payload": {{Payload("ping")}} }""";

    /// <summary>Documents of version 2: their messages beside one that is right, and what is reported.</summary>
    public static TheoryData<string, string> BrokenMessages => new()
    {
        {
            """{ "name": "pong", "schemaFormat": {|TWH2015:"application/vnd.apache.avro;version=1.9.0"|}, "payload": { "type": "record", "name": "Pong" } }""",
            "TWH2015: The payload of 'pong' is described in 'application/vnd.apache.avro;version=1.9.0', which is not read, so no event is made of it: schemas are read that are AsyncAPI's own, JSON Schema, or OpenAPI's"
        },
        {
            """{ "name": "pong", "traits": [{ "schemaFormat": {|TWH2015:"application/raml+yaml;version=1.0"|} }], "payload": {} }""",
            "TWH2015: The payload of 'pong' is described in 'application/raml+yaml;version=1.0', which is not read, so no event is made of it: schemas are read that are AsyncAPI's own, JSON Schema, or OpenAPI's"
        },
        {
            """{ "name": "pong", "payload": { "schemaFormat": {|TWH2015:"application/vnd.google.protobuf;version=3"|}, "schema": "message Pong {}" } }""",
            "TWH2015: The payload of 'pong' is described in 'application/vnd.google.protobuf;version=3', which is not read, so no event is made of it: schemas are read that are AsyncAPI's own, JSON Schema, or OpenAPI's"
        },
        {
            """{ "name": "pong", "payload": {|TWH2010:{ "schemaFormat": "application/schema+json;version=draft-07" }|} }""",
            "TWH2010: The payload of 'pong' has a schemaFormat and no schema"
        },
        { """{ "name": "pong", "contentType": {|TWH2010:"application/xml"|}, "payload": {} }""", "TWH2010: The body of 'pong' is no JSON but application/xml, so no event is made of it" },
        { """{|TWH2010:"pong"|}""", "TWH2010: A message is an object with a payload, not a string" },
        { """{ "$ref": {|TWH2002:"#/components/messages/pong"|} }""", "TWH2002: The reference '#/components/messages/pong' leads nowhere: none of the provider's WebhookSchema items has this path, or the file has no such place" },
        { """{ "name": "pong", "traits": [{ "$ref": {|TWH2002:"#/components/messageTraits/pong"|} }], "payload": { "type": "object", "properties": { "type": { "const": "pong" } } } }""", "TWH2002: The reference '#/components/messageTraits/pong' leads nowhere: none of the provider's WebhookSchema items has this path, or the file has no such place" },
        { """{ "name": "pong", "payload": {|TWH2010:7|} }""", "TWH2010: A schema is an object, true or false, not a number" },
        {
            """{ "name": {|TWH2017:"pong"|}, "payload": { "type": "object", "properties": { "id": { "type": "integer" } } } }, { "name": "pang", "payload": { "type": "object", "properties": { "type": { "const": "pang" } } } }""",
            "TWH2017: The body of 'pong' has no '/type', where the other events have their names: it is known only where the caller says which event it is, as in Parse(eventType, body)"
        },
    };

    [Theory]
    [MemberData(nameof(BrokenMessages))]
    public async Task BrokenMessage_IsReportedAtItsPlace(string message, string expected) => await Emitting(Version2($"{s_ping},\n    {message}")).ReportsAsync(expected);

    /// <summary>Documents of version 3: an operation beside one that is right, and what is reported.</summary>
    public static TheoryData<string, string> BrokenOperations => new()
    {
        { """ "o": { "action": {|TWH2010:"emit"|}, "channel": { "$ref": "#/channels/hooks" } } """, "TWH2010: The operation 'o' has no action, send or receive, so it is not known whether its messages come to us" },
        { """ {|TWH2010:"o"|}: { "channel": { "$ref": "#/channels/hooks" } } """, "TWH2010: The operation 'o' has no action, send or receive, so it is not known whether its messages come to us" },
        { """ {|TWH2010:"o"|}: { "action": "send" } """, "TWH2010: The operation 'o' has neither messages nor a channel, so nothing is known of what comes" },
        { """ "o": { "action": "send", "messages": {|TWH2010:"all"|} } """, "TWH2010: The messages of an operation are an array of references, not a string" },
        { """ "o": { "action": "send", "channel": { "$ref": {|TWH2002:"#/channels/none"|} } } """, "TWH2002: The reference '#/channels/none' leads nowhere: none of the provider's WebhookSchema items has this path, or the file has no such place" },
        { """ "o": { "$ref": {|TWH2002:"#/components/operations/none"|} } """, "TWH2002: The reference '#/components/operations/none' leads nowhere: none of the provider's WebhookSchema items has this path, or the file has no such place" },
    };

    [Theory]
    [MemberData(nameof(BrokenOperations))]
    public async Task BrokenOperation_IsReportedAtItsPlace(string operation, string expected) => await Emitting(GeneratorHarness.Acme($$"""
        {
          "asyncapi": "3.0.0",
          "channels": { "hooks": { "messages": { "ping": {{s_ping}} } } },
          "operations": {
            "sendHooks": { "action": "send", "channel": { "$ref": "#/channels/hooks" } },
            {{operation}}
          }
        }
        """)).ReportsAsync(expected);

    /// <summary>What is sent to us, and from us too, may be a mistake.</summary>
    [Fact]
    public async Task MessageBothWays_IsReported()
    {
        const string Expected = "TWH2026: The message 'ping' is sent to us, and is received from us as well: where it only goes the other way, leave it out of what is sent";
        await Emitting(GeneratorHarness.Acme($$"""
            { "asyncapi": "2.6.0", "channels": { "hooks": {
              "subscribe": { "message": { "$ref": {|TWH2026:"#/components/messages/ping"|} } },
              "publish": { "message": { "$ref": "#/components/messages/ping" } } } }, "components": { "messages": { "ping": {{s_ping}} } } }
            """)).ReportsAsync(Expected);
        await Emitting(GeneratorHarness.Acme($$"""
            { "asyncapi": "3.0.0", "channels": { "hooks": { "messages": { {|TWH2026:"ping"|}: {{s_ping}} } } }, "operations": {
              "in": { "action": "receive", "channel": { "$ref": "#/channels/hooks" } },
              "out": { "action": "send", "channel": { "$ref": "#/channels/hooks" } } } }
            """)).ReportsAsync(Expected);
    }

    /// <summary>The media type that all messages have is spoken of once.</summary>
    [Fact]
    public async Task DefaultContentType_HoldsForMessagesWithoutOne() => await Emitting(Version2(
        s_ping.Replace("\"name\"", "\"contentType\": \"application/json\", \"name\"") + """, { "name": "pong", "payload": {} }, { "name": "pang", "payload": {} }""",
        more: """, "defaultContentType": {|TWH2010:"text/plain"|}"""))
        .ReportsAsync("TWH2010: Messages of this document are no JSON but text/plain, so no event is made of those that say nothing else");

    public static TheoryData<string, string> OtherVersions => new()
    {
        { """{ "asyncapi": {|TWH2015:"1.2.0"|}, "topics": {} }""", "TWH2015: '1.2.0' is no version of AsyncAPI that is read: only 2 and 3 are. The AsyncAPI converter makes version 2 of a document of version 1" },
        { """{ "asyncapi": {|TWH2015:"4.0.0"|} }""", "TWH2015: '4.0.0' is no version of AsyncAPI that is read: only 2 and 3 are" },
        { """{ "asyncapi": {|TWH2015:1.2|} }""", "TWH2015: '1.2' is no version of AsyncAPI that is read: only 2 and 3 are. The AsyncAPI converter makes version 2 of a document of version 1" },
        { """{ "asyncapi": {|TWH2015:""|} }""", "TWH2015: '' is no version of AsyncAPI that is read: only 2 and 3 are" },
        { """{ "asyncapi": {|TWH2015:"2.x"|} }""", "TWH2015: '2.x' is no version of AsyncAPI that is read: only 2 and 3 are" },
    };

    [Theory]
    [MemberData(nameof(OtherVersions))]
    public async Task OtherVersion_IsSaidNotToBeRead(string document, string expected) => await new SchemaTest(GeneratorHarness.Acme(document)).ReportsAsync(expected);

    /// <summary>Documents that send nothing, and what they have instead.</summary>
    public static TheoryData<string, string> Silent => new()
    {
        { """ "2.6.0", "channels": { "c": { "publish": { "message": {} } } } """, "the document's channels have publish alone, which is what others send to it, and no subscribe, which is what it sends" },
        { """ "2.6.0", "channels": {} """, "none of the document's channels has subscribe, which is what it sends to others" },
        { """ "3.0.0", "operations": { "o": { "action": "receive", "messages": [] } } """, "none of the document's operations has the action send, which is what it sends to others" },
        { """ "3.0.0", "channels": {} """, "the document has no operations, which say what it sends" },
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public void DocumentThatSendsNothing_IsSaidToHaveNoEvent(string members, string lacks) => Assert.Equal(
        [$$"""hooks.json(1,1): TWH2014: No event is found: {{lacks}}. If some of its schemas are events, name them in an event map hooks.map.json, to begin with: {"eventType":"/type","discover":"#/components/messages/*"}"""],
        GeneratorHarness.Run(GeneratorHarness.Acme($$"""{ "asyncapi": {{members}} }""")).Printed);

    [Fact]
    public void PatternThatLeadsToNoMessage_IsReportedInTheMap() => Assert.Equal(
        ["hooks.map.json(1,36): TWH2012: No message matches '#/components/messages/None*'"],
        GeneratorHarness.Run(Version2(s_ping), AsyncApiTests.MapOf("""{ "eventType":"/type", "discover": "#/components/messages/None*" }""")).Printed.Where(static line => line.Contains("TWH2012", StringComparison.Ordinal)));

    /// <summary>Whatever half of a document is there, and whatever stands in the place of a value, nothing throws.</summary>
    [Fact]
    public void BrokenDocument_NeverThrows()
    {
        string text = """{"asyncapi":"2.6.0","defaultContentType":"application/json","channels":{"c":{"$ref":"#/x"},"d":{"subscribe":{"message":{"oneOf":[{"$ref":"#/components/messages/m"}]}},"publish":{"message":{"name":"in"}}}},"operations":{"o":{"action":"send","messages":[{"$ref":"#/components/messages/m"}],"channel":{"$ref":"#/channels/d"}}},"components":{"messages":{"m":{"name":"made","traits":[{"headers":{"properties":{"X":{"const":"made"}}}}],"tags":[{"name":"t"}],"externalDocs":{"url":"u"},"examples":[{"payload":{}}],"payload":{"schemaFormat":"application/schema+json;version=draft-07","schema":PAYLOAD}}}},"x":{"subscribe":{"message":{"$ref":"#/x/subscribe/message"}}}}""".Replace("PAYLOAD", Payload("made"));
        foreach (string version in (string[])["2.6.0", "3.0.0"])
        {
            string document = text.Replace("2.6.0", version);
            Assert.NotEmpty(Read(document).Sources);
            for (int length = 0; length < document.Length; length += 7)
            {
                Read(document[..length]);
            }

            foreach (string broken in Mutated(document))
            {
                Read(broken);
            }
        }
    }

    /// <summary>A document with each of its values in turn replaced by another kind.</summary>
    internal static IEnumerable<string> Mutated(string document)
    {
        string[] others = ["7", "null", "\"x\"", "[]", "{}", "[[]]", "{\"$ref\":\"#\"}"];
        int[] starts = [.. Enumerable.Range(0, document.Length).Where(i => document[i] is '{' or '[' || (document[i] == '"' && i > 0 && document[i - 1] is ':' or '['))];
        for (int i = 0; i < starts.Length; i++)
        {
            int end = End(document, starts[i]);
            yield return document[..starts[i]] + others[i % others.Length] + document[end..];
            yield return document[..starts[i]] + others[(i + 3) % others.Length] + document[end..];
        }
    }

    private static int End(string document, int start)
    {
        int depth = 0;
        bool inString = false;
        for (int i = start; i < document.Length; i++)
        {
            char c = document[i];
            inString ^= c == '"';
            depth += inString ? 0 : c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (!inString && depth == 0)
            {
                return i + 1;
            }
        }

        return document.Length;
    }

    private static Generated Read(string document) => GeneratorHarness.Run(GeneratorHarness.Acme(document));

    private static SchemaTest Emitting(SchemaText document) => new(document)
    {
        Source = "internal static class Ping { public static string Type(Consumer.Acme.PingEvent e) => e.EventType; }\n",
    };
}
