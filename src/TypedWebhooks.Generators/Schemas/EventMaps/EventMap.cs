using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.EventMaps;

/// <summary>
/// What the user says of a provider's events because its schemas do not: where the names stand, which schemas are events,
/// and which names there are. Its file format is docs/event-map.md.
/// </summary>
internal sealed class EventMap(SchemaDocument document)
{
    public SchemaDocument Document { get; } = document;

    public EventKey? Key { get; set; }

    /// <summary>Where it is said where the names stand; null where it is not.</summary>
    public TextSpan? KeyPlace { get; set; }

    /// <summary>Whether the last part of the key is the event's version.</summary>
    public bool HasVersion { get; set; }

    /// <summary>Whether events come as CloudEvents, with the payload that a schema describes in <c>data</c>.</summary>
    public bool IsCloudEvents { get; set; }

    /// <summary>What a request's body is, other than the JSON of one event or of a batch.</summary>
    public BodyForm Body { get; set; } = BodyForm.Json;

    /// <summary>Where several events stand in one body; null where a body is one event.</summary>
    public EventBatch? Batch { get; set; }

    /// <summary>A reference to the schema around each event or, in a batch, around all of them; null where the map names none.</summary>
    public JsonString? Envelope { get; set; }

    /// <summary>Where in the envelope the event's own schema applies; null where an event's schema describes the whole event.</summary>
    public EventData? Data { get; set; }

    /// <summary>Names that come like those of events and are none, such as that of a request to prove who one is.</summary>
    public List<JsonString> Handshakes { get; } = [];

    /// <summary>Further groups of events, whose names stand elsewhere; they are tried in order where a body has no name in the places above.</summary>
    public List<EventMap> Also { get; } = [];

    /// <summary>Patterns of the names of the events that get a type, each with its place; empty where all do.</summary>
    public List<(string Pattern, JsonNode Place)> Selected { get; } = [];

    /// <summary>Whether integers of 64 bits are strings; null where the map does not say.</summary>
    public bool? NumbersAreText { get; set; }

    /// <summary>How a date-time is written; null where the map does not say.</summary>
    public DateForm? Dates { get; set; }

    /// <summary>What the names of events begin with that their names in C# do not have.</summary>
    public List<JsonString> NamePrefixes { get; } = [];

    /// <summary>All names, where the schemas do not carry them.</summary>
    public List<JsonString> Names { get; } = [];

    /// <summary>A reference to where in the schemas all names are listed; null where they are not.</summary>
    public JsonString? NamesReference { get; set; }

    public EventDiscovery? Discover { get; set; }

    /// <summary>What the map refers to in the schemas.</summary>
    public IEnumerable<JsonString> References =>
        Entries.Where(static entry => entry.Schema is not null).Select(static entry => entry.Schema!)
        .Concat(new[] { NamesReference, Envelope }.OfType<JsonString>())
        .Concat(Also.SelectMany(static group => group.References));

    /// <summary>What the map refers to in the schemas, the types that it names among it.</summary>
    public IEnumerable<JsonString> AllReferences => References.Concat(Types.Select(static type => type.Reference));

    public List<EventMapEntry> Entries { get; } = [];

    /// <summary>References to schemas, each with the name of the type that it becomes.</summary>
    public List<(JsonString Reference, JsonString Name)> Types { get; } = [];

    /// <summary>Whether the map names events itself, so that a schema without a name of its own is a part of theirs.</summary>
    public bool IsExplicit => Discover is null && (Names.Count > 0 || NamesReference is not null || Entries.Exists(static entry => entry.Schema is not null));
}

/// <summary>Which schemas are events, and where in each its name stands.</summary>
/// <param name="Schemas">Globs of files, or references to definitions; <c>!</c> in front excludes.</param>
/// <param name="Names">JSON pointers into each schema; empty where the key's constants or the path give the name.</param>
/// <param name="NamesArePath">Whether the name is the schema's path.</param>
/// <param name="HasBrokenNames">Whether the map says where the names stand and none of it is a pointer, so that no schema can have one.</param>
internal sealed record EventDiscovery(SchemaDocument Map, IReadOnlyList<JsonString> Schemas, IReadOnlyList<JsonString> Names, bool NamesArePath, bool HasBrokenNames)
{
    /// <summary>The parts of an OpenAPI document that hold path items, or callbacks, and no schemas; and those of AsyncAPI that hold messages.</summary>
    private static readonly string[] s_pathItems = ["paths", "webhooks", "x-webhooks", "channels", "operations"];

    private static readonly string[] s_components = ["callbacks", "pathItems", "messages", "operations", "channels"];

    /// <summary>Of the patterns, those that lead to path items or callbacks of OpenAPI, or to messages of AsyncAPI.</summary>
    public IReadOnlyList<JsonString> PathItems { get; } = [.. Schemas.Where(IsOfPathItems)];

    /// <summary>Where the patterns lead that exclude parts of a document.</summary>
    public IEnumerable<IReadOnlyList<string>> Exclusions => Schemas
        .Where(static pattern => pattern.Value.StartsWith("!#/", System.StringComparison.Ordinal))
        .Select(static pattern => Tokens(new(pattern.Span, pattern.Value.Substring(1))) ?? [""]);

    /// <summary>What a pointer to names goes along from a schema's root, be it written as a pointer or as a fragment; null where it is neither.</summary>
    public static IReadOnlyList<string>? Tokens(JsonString pointer)
    {
        string text = pointer.Value.StartsWith("#", System.StringComparison.Ordinal) ? SchemaUri.Unescape(pointer.Value.Substring(1)) : pointer.Value;
        return JsonPointer.TryParse(text, out IReadOnlyList<string> tokens) && tokens.Any() ? tokens : null;
    }

    private static bool IsOfPathItems(JsonString pattern) =>
        pattern.Value.StartsWith("#/", System.StringComparison.Ordinal) && Tokens(pattern) is { Count: > 1 } tokens
        && (s_pathItems.Contains(tokens[0]) || (tokens[0] == "components" && s_components.Contains(tokens[1])))
        && !(tokens.Count > 3 && (tokens[tokens.Count - 1] is "payload" or "schema"));
}

/// <summary>An event, or several by a glob.</summary>
/// <param name="Schema">A reference to its schema; null where the entry gives none.</param>
/// <param name="IsUntyped">Whether the entry says that there is no schema.</param>
internal sealed record EventMapEntry(
    string Pattern,
    JsonMember Member,
    JsonString? Schema,
    bool IsUntyped,
    string? Name,
    string? Description,
    IReadOnlyList<string> Versions);

/// <summary>Where the events of a batch stand.</summary>
/// <param name="Pointer">The pointer as the map has it.</param>
/// <param name="Array">The way to the array in the body; empty where the body is the array.</param>
/// <param name="Item">The way from an item of the array to the event; empty where the item is the event.</param>
internal sealed record EventBatch(JsonString Pointer, EquatableArray<string> Array, EquatableArray<string> Item);

/// <summary>Where in an envelope the event's own schema applies.</summary>
/// <param name="Pointer">The pointer as the map has it.</param>
internal sealed record EventData(JsonString Pointer, EquatableArray<string> Path);
