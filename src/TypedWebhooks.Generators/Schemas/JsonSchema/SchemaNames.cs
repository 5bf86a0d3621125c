using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// The names that the documents have for schemas: of definitions, of files, and of whatever else is referred to. A schema has
/// its name before anything is read, so that it does not matter what is read first.
/// </summary>
internal sealed class SchemaNames
{
    private readonly Dictionary<JsonNode, ShapeName> _names = [];
    private readonly List<ShapeName> _definitions = [];
    private readonly List<(SchemaNode From, JsonString Reference)> _references = [];

    /// <summary>The definitions, in the order of the documents.</summary>
    public IReadOnlyList<ShapeName> Definitions => _definitions;

    /// <summary>The references to what may be neither a definition nor a document.</summary>
    public IReadOnlyList<(SchemaNode From, JsonString Reference)> References => _references;

    /// <summary>What the schemas call a schema; null where it stands in place.</summary>
    public ShapeName? Of(JsonNode schema) => _names.TryGetValue(schema, out ShapeName? name) ? name : null;

    /// <summary>A definition is called by its key. In a bundle that is a URI, and the resource has a shorter name.</summary>
    public void AddDefinition(JsonNode schema, string key)
    {
        bool isResource = key.Contains("/") && schema is JsonObject o && (o.TryGet("$id", out _) || o.TryGet("id", out _));
        if (!isResource && !_names.ContainsKey(schema))
        {
            ShapeName name = new(key);
            _names.Add(schema, name);
            _definitions.Add(name);
        }
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
        if (tokens.Length < 3 || tokens[tokens.Length - 2] is not ("$defs" or "definitions"))
        {
            _references.Add((from, reference));
        }
    }
}
