using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.EventTypes;

/// <summary>
/// A catalogue of event types, as providers' APIs list them: an array, or an object with one in <c>data</c> or <c>items</c>. Each entry
/// has a name, and what its bodies are.
/// </summary>
/// <param name="Entries">The entries, in the order of the document.</param>
/// <param name="NameMember">The member in which entries have their names.</param>
internal sealed record EventTypeCatalogue(IReadOnlyList<JsonNode> Entries, string NameMember)
{
    /// <summary>The members of an entry that are its name, the one that says most first.</summary>
    private static readonly string[] s_names = ["eventType", "event_type", "name"];

    /// <summary>The members of an entry that are one schema of its bodies.</summary>
    private static readonly string[] s_schemas = ["payloadSchema", "payload_schema", "jsonSchema", "json_schema", "schema"];

    private static readonly string[] s_lists = ["data", "items"];

    /// <summary>Members of what is another kind of document.</summary>
    private static readonly string[] s_others = ["$schema", "$id", "openapi", "swagger", "asyncapi", "type", "properties"];

    /// <summary>Whether an entry without a schema is a mistake, since the others have one under this name.</summary>
    public bool HasPayloadSchemas { get; } = Entries.Any(static entry => entry.Get("payloadSchema") is not null);

    /// <summary>Whether a document is such a catalogue: one of its entries has a name and a schema.</summary>
    public static bool Recognizes(JsonNode root) =>
        !(root is JsonObject o && s_others.Any(other => o.TryGet(other, out _))) && List(root) is { } list && list.Items.Any(IsEntry);

    /// <summary>The catalogue; null where the document is no list of anything.</summary>
    public static EventTypeCatalogue? TryOpen(JsonNode root) =>
        List(root) is { } list ? new([.. list.Items], s_names.FirstOrDefault(name => list.Items.Any(entry => entry.Get(name) is JsonString)) ?? s_names[0]) : null;

    /// <summary>The member that is an entry's name; its value may be of any kind.</summary>
    public JsonNode? NameOf(JsonObject entry) => entry.Get(NameMember) ?? s_names.Select(name => entry.Get(name)).FirstOrDefault(static name => name is not null);

    /// <summary>The member that is an entry's only schema; null where it has none, or has several by their versions.</summary>
    public static JsonMember? SchemaOf(JsonObject entry) => entry.Members.Where(static member => s_schemas.Contains(member.Name)).Select(static member => (JsonMember?)member).FirstOrDefault();

    /// <summary>Whether a payload's schema is JSON Schema, and no example of the body with types in the place of values.</summary>
    public static bool IsJsonSchema(JsonObject payload) =>
        payload.Members.Any(static member => member.Name switch
        {
            "$schema" or "$ref" or "$id" => member.Value is JsonString { Value: var uri } && uri.IndexOfAny(['/', '#', ':']) >= 0,
            "properties" or "$defs" or "definitions" => member.Value is JsonObject { Members: var members } && members.All(static m => m.Value is JsonObject or JsonBoolean),
            "oneOf" or "anyOf" or "allOf" => member.Value is JsonArray { Items.Length: > 0 } several && several.Items.All(static item => item is JsonObject { Members.Length: > 0 }),
            "additionalProperties" => member.Value is JsonBoolean,
            _ => false,
        })
        || (payload.Text("type") == "object" && payload.Members.All(static member => member.Name is "type" or "title" or "description" or "examples" or "example" or "required" or "additionalProperties"));

    private static bool IsEntry(JsonNode node) => node is JsonObject entry
        && (entry.Get("payloadSchema") is not null
            || (s_names.Any(name => entry.Get(name) is JsonString) && (entry.Get("schemas") is JsonObject or JsonNull || SchemaOf(entry) is { Value: JsonObject })));

    private static JsonArray? List(JsonNode root) => root as JsonArray ?? s_lists.Select(name => root.Get(name)).OfType<JsonArray>().FirstOrDefault();
}
