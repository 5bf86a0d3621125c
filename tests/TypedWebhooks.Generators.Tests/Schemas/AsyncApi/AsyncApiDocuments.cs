using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.AsyncApi;

/// <summary>Writes AsyncAPI documents for tests, with little in them but messages.</summary>
internal static class AsyncApiDocuments
{
    /// <summary>A document of version 2 that sends messages.</summary>
    /// <param name="messages">The messages, or references to them.</param>
    /// <param name="components">The members of <c>components.messages</c>.</param>
    /// <param name="more">Further members of the document, with a comma in front.</param>
    public static SchemaText Version2(string messages, string components = "", string more = "") => GeneratorHarness.Acme($$"""
        {
          "asyncapi": "2.6.0",
          "channels": { "hooks": { "subscribe": { "message": { "oneOf": [
            {{messages}}
          ] } } } },
          "components": { "messages": {
            {{components}}
          } }{{more}}
        }
        """);

    /// <summary>A document of version 3 that sends all messages of its one channel.</summary>
    /// <param name="messages">The members of the channel's <c>messages</c>.</param>
    /// <param name="more">Further members of the document, with a comma in front.</param>
    public static SchemaText Version3(string messages, string more = "") => GeneratorHarness.Acme($$"""
        {
          "asyncapi": "3.0.0",
          "channels": { "hooks": { "messages": {
            {{messages}}
          } } },
          "operations": { "sendHooks": { "action": "send", "channel": { "$ref": "#/channels/hooks" } } }{{more}}
        }
        """);

    /// <summary>The payload of a message that names itself in its member <c>type</c>.</summary>
    public static string Payload(string name, string members = "") =>
        $$"""{ "type": "object", "properties": { "type": { "const": "{{name}}" }{{(members.Length == 0 ? "" : ", " + members)}} } }""";
}
