using System;
using System.Collections.Generic;
using System.Threading;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Finds the resources and anchors of a document. Only what is a schema is looked into: an <c>$id</c> inside an
/// <c>enum</c>, or a property that is called <c>$id</c>, names nothing.
/// </summary>
internal sealed class SchemaIndexer(
    Dictionary<string, SchemaResource> byUri,
    Dictionary<JsonNode, SchemaResource> resources,
    SchemaNames names,
    CancellationToken cancellationToken)
{
    private static readonly string[] s_anchors = ["$anchor", "$dynamicAnchor"];

    private static readonly HashSet<string> s_schemas = new(StringComparer.Ordinal)
    {
        "additionalItems", "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
        "unevaluatedItems", "unevaluatedProperties",
    };

    private static readonly HashSet<string> s_lists = new(StringComparer.Ordinal) { "allOf", "anyOf", "items", "oneOf", "prefixItems" };

    private static readonly HashSet<string> s_maps = new(StringComparer.Ordinal)
    {
        "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties",
    };

    private readonly HashSet<JsonNode> _visited = [];

    /// <summary>The schema that is being added, or null while documents are that are schemas as a whole.</summary>
    private JsonNode? _added;

    /// <summary>The references that have been met and not yet been followed, each with the schema that was added when it was met.</summary>
    public Queue<(SchemaNode From, JsonString Reference, JsonNode? Added)> Open { get; } = new();

    /// <summary>A document that is a schema, with all that is in it.</summary>
    public SchemaResource Index(SchemaDocument document)
    {
        bool siblings = HasSiblings(document.Root!);
        SchemaResource resource = new(document, document.Root!, Id(document.Root!, siblings) ?? document.File.Address, siblings);
        Begin(resource);
        Visit(document.Root!, resource);
        return resource;
    }

    /// <summary>A document that has schemas in it. Only those that are given to <see cref="Add"/> are looked at: an API has many, and its events need few.</summary>
    public SchemaResource Index(DeclaringDocument declaring)
    {
        SchemaDocument document = declaring.Document;
        SchemaResource resource = new(document, document.Root!, declaring.BaseUri is { } self ? SchemaUri.Resolve(document.File.Address, self) : document.File.Address, declaring.RefHasSiblings) { IsWhole = false };
        Begin(resource);
        foreach (DeclaredEvent e in declaring.Events)
        {
            if (e is { IsOwnDocument: true, Schema: { } schema } && e.Document == document)
            {
                bool siblings = HasSiblings(schema, declaring.RefHasSiblings);
                string uri = Id(schema, siblings) is { } id ? SchemaUri.Resolve(document.File.Address, id) : $"{document.File.Address}#{e.Name}#{e.Version}";
                Begin(new(document, schema, uri, siblings) { IsWhole = false, Top = schema });
            }
        }

        return resource;
    }

    /// <summary>One of the schemas in such a document, and all that is in it.</summary>
    /// <param name="key">Its name among the document's components; null where it has none.</param>
    /// <returns>Whether it was not known yet.</returns>
    public bool Add(SchemaNode schema, string? key)
    {
        _added = schema.Node;
        if (schema.Resource.IsWhole || !Visit(schema.Node, schema.Resource))
        {
            return false;
        }

        if (key is not null)
        {
            names.AddDefinition(new(key, schema));
        }

        return true;
    }

    private bool Visit(JsonNode node, SchemaResource resource)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_visited.Add(node))
        {
            return false;
        }

        if (node is not JsonObject schema)
        {
            return true;
        }

        if (!ReferenceEquals(node, resource.Root) && Id(schema, resource.RefHasSiblings) is { } id)
        {
            resource = new(resource.Document, schema, SchemaUri.Resolve(resource.BaseUri, id), HasSiblings(schema, resource.RefHasSiblings)) { IsWhole = resource.IsWhole, Top = resource.Top };
            Begin(resource);
        }

        foreach (string keyword in s_anchors)
        {
            if (schema.TryGet(keyword, out JsonNode? anchor) && anchor is JsonString { Value.Length: > 0 } name)
            {
                resource.Anchors[name.Value] = schema;
            }
        }

        // Up to draft-07 an $id that is a fragment is an anchor.
        if ((schema.TryGet("$id", out JsonNode? own) || schema.TryGet("id", out own)) && own is JsonString { Value.Length: > 1 } fragment && fragment.Value[0] == '#')
        {
            resource.Anchors[fragment.Value.Substring(1)] = schema;
        }

        if (ShapeReader.Reference(schema) is { } reference)
        {
            names.AddReference(new(schema, resource), reference);
            Open.Enqueue((new(schema, resource), reference, _added));
        }

        foreach (JsonString mapped in DiscriminatorMapping.References(schema))
        {
            Open.Enqueue((new(schema, resource), mapped, _added));
        }

        foreach (JsonMember member in schema.Members)
        {
            VisitKeyword(member, resource);
        }

        return true;
    }

    private void VisitKeyword(JsonMember member, SchemaResource resource)
    {
        if (s_maps.Contains(member.Name) && member.Value is JsonObject map)
        {
            VisitMap(map, resource, isDefinitions: member.Name is "$defs" or "definitions");
        }
        else if (member.Name == "components" && member.Value is JsonObject components && components.TryGet("schemas", out JsonNode? schemas) && schemas is JsonObject byName)
        {
            VisitMap(byName, resource, isDefinitions: true);
        }
        else if (s_lists.Contains(member.Name) && member.Value is JsonArray list)
        {
            foreach (JsonNode item in list.Items)
            {
                Visit(item, resource);
            }
        }
        else if (s_schemas.Contains(member.Name))
        {
            Visit(member.Value, resource);
        }
    }

    private void VisitMap(JsonObject map, SchemaResource resource, bool isDefinitions)
    {
        foreach (JsonMember entry in map.Members)
        {
            if (isDefinitions)
            {
                names.AddDefinition(new(entry.Name, new(entry.Value, resource)));
            }

            Visit(entry.Value, resource);
        }
    }

    private void Begin(SchemaResource resource)
    {
        resources[resource.Root] = resource;
        if (!byUri.ContainsKey(resource.BaseUri))
        {
            byUri.Add(resource.BaseUri, resource);
        }
    }

    /// <summary>A schema's <c>$id</c>, or draft-04's <c>id</c>, without its fragment; null where it has none that names a resource.</summary>
    private static string? Id(JsonNode node, bool refHasSiblings)
    {
        if (node is not JsonObject schema || (!refHasSiblings && schema.TryGet("$ref", out _)))
        {
            return null;
        }

        if ((schema.TryGet("$id", out JsonNode? id) || schema.TryGet("id", out id)) && id is JsonString { Value.Length: > 0 } text)
        {
            string resource = SchemaUri.Split(text.Value).Resource;
            return resource.Length > 0 ? resource : null;
        }

        return null;
    }

    /// <summary>Whether a <c>$ref</c> has siblings by what <c>$schema</c> says; where it says nothing, as today.</summary>
    private static bool HasSiblings(JsonNode node, bool otherwise = true)
    {
        if (node is not JsonObject o || !o.TryGet("$schema", out JsonNode? value) || value is not JsonString dialect)
        {
            return otherwise;
        }

        return !dialect.Value.Contains("draft-0");
    }
}
