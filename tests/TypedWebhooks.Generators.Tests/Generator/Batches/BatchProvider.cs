using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using TypedWebhooks.Json;

namespace TypedWebhooks.Generators.Tests.Generator.Batches;

/// <summary>A provider <c>Acme</c> that sends batches, with its emitted code loaded, and what a test asks of a batch.</summary>
internal sealed class BatchProvider
{
    private const string Members = """
        "follow": { "type": "object", "required": ["type", "user"], "properties": { "type": { "const": "follow" }, "user": { "type": "string" } } },
        "message": { "type": "object", "required": ["type", "text"], "properties": { "type": { "const": "message" }, "text": { "type": "string" }, "at": { "type": "integer" } } },
        "event": { "oneOf": [{ "$ref": "#/$defs/follow" }, { "$ref": "#/$defs/message" }] }
        """;

    private const string Names = """
        "eventType": "/type", "events": { "follow": "hooks.json#/$defs/follow", "message": "hooks.json#/$defs/message" }
        """;

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Type _batch;

    private BatchProvider(EmittedEvents events)
    {
        Events = events;
        _batch = events.Type("AcmeBatch");
    }

    /// <summary>Events in an array of an envelope, as LINE has them.</summary>
    public static BatchProvider Envelope { get; } = Of(
        $$"""{ {{Names}}, "batch": "/events/*", "envelope": "hooks.json#/$defs/request" }""",
        $$"""
        { "$defs": { {{Members}},
        "request": { "type": "object", "required": ["destination", "events"], "properties": {
            "destination": { "type": "string", "description": "To whom." }, "mode": { "enum": ["active", "standby"] }, "sent": { "type": "string", "format": "date-time" },
            "meta": { "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] },
            "events": { "type": "array", "items": { "$ref": "#/$defs/event" } }, "count": { "type": "integer" } } } } }
        """);

    /// <summary>Events in wrappers, as Adyen has them.</summary>
    public static BatchProvider Wrapped { get; } = Of(
        $$"""{ {{Names}}, "batch": "/items/*/Request/Event", "envelope": "hooks.json#/$defs/request" }""",
        $$"""
        { "$defs": { {{Members}},
        "request": { "type": "object", "required": ["live", "items"], "properties": { "live": { "type": "string" },
            "items": { "type": "array", "items": { "type": "object", "properties": { "Request": { "type": "object", "properties": { "Event": { "$ref": "#/$defs/event" } } } } } } } } } }
        """);

    /// <summary>Events in an array that lies deeper.</summary>
    public static BatchProvider Deep { get; } = Of(
        $$"""{ {{Names}}, "batch": "/data/list/*", "envelope": "hooks.json#/$defs/request" }""",
        $$"""
        { "$defs": { {{Members}},
        "request": { "type": "object", "properties": { "id": { "type": "string" },
            "data": { "type": "object", "properties": { "cursor": { "type": "string" }, "list": { "type": "array", "items": { "$ref": "#/$defs/event" } } } } } } } }
        """);

    /// <summary>A body that is the array.</summary>
    public static BatchProvider Array { get; } = Of($$"""{ {{Names}}, "batch": "/*" }""", $$"""{ "$defs": { {{Members}} }, "$ref": "#/$defs/event" }""");

    /// <summary>A line an event.</summary>
    public static BatchProvider Lines { get; } = Of($$"""{ {{Names}}, "body": "json-lines" }""", $$"""{ "$defs": { {{Members}} }, "$ref": "#/$defs/event" }""");

    public EmittedEvents Events { get; }

    public static BatchProvider Of(string map, string schema) => new(MappedProvider.Load(map, ("hooks.json", schema)));

    public static BatchProvider Of(EmittedEvents events) => new(events);

    /// <summary>The batch that a body gives.</summary>
    public WebhookObject Parse(string json) => (WebhookObject)Call("Parse", [typeof(string)], json)!;

    public WebhookObject Parse(byte[] utf8) => (WebhookObject)Call("ParseAsync", [typeof(Stream), typeof(CancellationToken)], new MemoryStream(utf8), CancellationToken.None)!;

    public object? Call(string method, Type[] parameters, params object?[] arguments)
    {
        try
        {
            dynamic result = _batch.GetMethod(method, parameters)!.Invoke(null, arguments)!;
            return method.EndsWith("Async", StringComparison.Ordinal) ? result.AsTask().GetAwaiter().GetResult() : result;
        }
        catch (TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }

    public string Write(object batch) => JsonSerializer.Serialize(batch, _batch, s_relaxed);

    public object Read(string json, JsonSerializerOptions? options = null) => JsonSerializer.Deserialize(json, _batch, options)!;

    /// <summary>The events of a batch, each as its type or, of one that is not recognized, with what it is.</summary>
    public static string[] Describe(object batch) => [.. EventsIn(batch).Select(static e => Get(e, "Json") is JsonElement json
        ? FormattableString.Invariant($"{Get(e, "Reason")} {Get(e, "EventType")} {json.GetRawText()}")
        : e.GetType().Name)];

    public static IReadOnlyList<WebhookObject> EventsIn(object batch) => (IReadOnlyList<WebhookObject>)Get(batch, "Events")!;

    public static object? Get(object o, string property) => o.GetType().GetProperty(property)?.GetValue(o);

    /// <summary>Whether two texts are the same JSON, be there what no string could hold.</summary>
    public static bool AreEqual(string left, string right)
    {
        using JsonDocument one = JsonDocument.Parse(left);
        using JsonDocument other = JsonDocument.Parse(right);
        return new EquatableJson(one.RootElement).Equals(new EquatableJson(other.RootElement));
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
