using System;
using System.Collections.Generic;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// A schema resource (JSON Schema 2020-12, clause 4.3.5): a document, or a part of one that has an <c>$id</c> of its own and
/// with it a base for the references in it.
/// </summary>
internal sealed class SchemaResource(SchemaDocument document, JsonNode root, string baseUri, bool refHasSiblings)
{
    public SchemaDocument Document { get; } = document;

    public JsonNode Root { get; } = root;

    public string BaseUri { get; } = baseUri;

    /// <summary>Whether keywords beside a <c>$ref</c> count, as from 2019-09 on.</summary>
    public bool RefHasSiblings { get; } = refHasSiblings;

    /// <summary>Whether the document is a schema itself. If not, only those of its schemas are known that an event reaches.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The schema that references within the document begin at: the document, or one of several that stand in one file.</summary>
    public JsonNode Top { get; init; } = document.Root!;

    /// <summary>The parts that have a name of their own by <c>$anchor</c>, <c>$dynamicAnchor</c> or, in older drafts, <c>$id: "#name"</c>.</summary>
    public Dictionary<string, JsonNode> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>A name for the whole of it, out of its file's name or, for a part, out of its <c>$id</c>.</summary>
    public string Name
    {
        get
        {
            string path = ReferenceEquals(Root, Document.Root) ? Document.File.Address : BaseUri;
            string file = path.Substring(path.LastIndexOfAny(['/', '\\', ':']) + 1);
            int dot = file.IndexOf('.');
            return dot > 0 ? file.Substring(0, dot) : file;
        }
    }
}

/// <summary>A schema, and the resource that it is in.</summary>
internal readonly record struct SchemaNode(JsonNode Node, SchemaResource Resource)
{
    public SchemaLocation Location => Resource.Document.At(Node);

    public JsonObject? Object => Node as JsonObject;

    /// <summary>A schema inside this one, which is in the same resource unless it says otherwise.</summary>
    public SchemaNode In(JsonNode node) => new(node, Resource);
}
