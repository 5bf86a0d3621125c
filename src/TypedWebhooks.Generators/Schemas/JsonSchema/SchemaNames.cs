using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// The names that the documents have for schemas: of definitions, of files, and of whatever else is referred to. A schema has
/// its name before anything is read, so that it does not matter what is read first.
/// </summary>
internal sealed class SchemaNames
{
    private readonly Dictionary<JsonNode, ShapeName> _names = [];
    private readonly List<SchemaDefinition> _definitions = [];

    /// <summary>The schemas among the definitions: a reference to a whole document leads to all of them again.</summary>
    private readonly HashSet<JsonNode> _defined = [];
    private readonly List<(SchemaNode From, JsonString Reference)> _references = [];

    /// <summary>The definitions, in the order of the documents.</summary>
    public IReadOnlyList<SchemaDefinition> Definitions => _definitions;

    /// <summary>The names of the definitions, in the order of the documents.</summary>
    public IReadOnlyList<ShapeName> OfDefinitions { get; set; } = [];

    /// <summary>The references to what may be neither a definition nor a document.</summary>
    public IReadOnlyList<(SchemaNode From, JsonString Reference)> References => _references;

    /// <summary>What the schemas call a schema; null where it stands in place.</summary>
    public ShapeName? Of(JsonNode schema) => _names.TryGetValue(schema, out ShapeName? name) ? name : null;

    /// <summary>Notes a definition. In a bundle its key is a URI, and the resource has a shorter name.</summary>
    public void AddDefinition(SchemaDefinition definition)
    {
        bool isResource = definition.Key.Contains("/") && definition.Schema.Object is { } o && (o.TryGet("$id", out _) || o.TryGet("id", out _));
        if (!isResource && _defined.Add(definition.Schema.Node))
        {
            _definitions.Add(definition);
        }
    }

    /// <summary>Puts the definitions into the order of the documents, in whichever they were found.</summary>
    public void Sort(IReadOnlyList<SchemaNode> documents)
    {
        // By their roots, which are themselves alone: two documents are equal by all of their text.
        Dictionary<JsonNode, int> order = [];
        foreach (SchemaNode document in documents)
        {
            order[document.Resource.Document.Root!] = order.Count;
        }

        List<SchemaDefinition> sorted = [.. _definitions.OrderBy(definition => order[definition.Schema.Resource.Document.Root!]).ThenBy(static definition => definition.Schema.Node.Span.Start)];
        _definitions.Clear();
        _definitions.AddRange(sorted);
    }

    public void Add(JsonNode schema, ShapeName name)
    {
        if (!_names.ContainsKey(schema))
        {
            _names.Add(schema, name);
        }
    }

    /// <summary>Notes a reference. One to a definition says nothing new, and most are that.</summary>
    public void AddReference(SchemaNode from, JsonString reference)
    {
        string[] tokens = reference.Value.Split('/');
        if (tokens.Length < 3 || tokens[tokens.Length - 2] is not ("$defs" or "definitions" or "schemas"))
        {
            _references.Add((from, reference));
        }
    }
}

/// <summary>A schema among a document's definitions, and its key there.</summary>
internal readonly record struct SchemaDefinition(string Key, SchemaNode Schema)
{
    /// <summary>What the key is in C#.</summary>
    public string Name { get; } = Model.WireName.ToPascalCase(Key).Text;
}
