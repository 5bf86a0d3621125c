using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <content>Documents that declare events, and have schemas among other things.</content>
internal sealed partial class SchemaSet
{
    private readonly HashSet<SchemaNode> _reachedFromDeclaring = [];

    /// <summary>The names of the components of documents that declare events, once one was asked for.</summary>
    private Dictionary<JsonNode, string>? _keys;

    /// <summary>The schemas in documents that are schemas to which those in documents that declare events refer.</summary>
    public IReadOnlyCollection<SchemaNode> ReachedFromDeclaring => _reachedFromDeclaring;

    /// <summary>The schema in a document that declares events.</summary>
    public SchemaNode? Of(DeclaredEvent declared) =>
        declared.Schema is { } schema && Roots.FirstOrDefault(root => root.Resource.Document == declared.Document) is { Resource: { } resource } ? At(new(schema, resource)) : null;

    /// <summary>
    /// Of documents that hold more than schemas, those schemas are known that the events reach, and what an event map names: an API has
    /// thousands of others, which are none of ours, and may be as broken as they like.
    /// </summary>
    private void AddReached(SchemaIndexer indexer, IReadOnlyList<DeclaringDocument> declaring, EventMap? map)
    {
        SchemaReach reach = new();
        List<(JsonNode Schema, string Name, SchemaLocation Place)> starts = [];
        foreach (DeclaredEvent declared in declaring.SelectMany(static document => document.Events))
        {
            if (Of(declared) is { } schema)
            {
                indexer.Add(schema, key: null);
                starts.Add((schema.Node, declared.Name, declared.Place));
            }
        }

        _isSilent = true;
        foreach (JsonString reference in map?.AllReferences ?? [])
        {
            foreach (SchemaNode root in reference.Value.StartsWith("#", StringComparison.Ordinal) ? Roots : [new(map!.Document.Root!, new(map.Document, map.Document.Root!, PathOf(map.Document), refHasSiblings: true))])
            {
                if (Reach(indexer, root, reference) is { } target)
                {
                    starts.Add((target, reference.Value, map!.Document.At(reference)));
                }
            }
        }

        foreach (SchemaNode match in map?.Discover is { } discover ? new SchemaGlobs(discover, new SchemaDiagnostics()).Select([.. Roots.Where(static root => !root.Resource.IsWhole)]) : [])
        {
            indexer.Add(match, KeyOf(match.Node));
            starts.Add((match.Node, KeyOf(match.Node) ?? "", match.Location));
        }

        while (indexer.Open.Count > 0)
        {
            (SchemaNode from, JsonString reference, JsonNode? added) = indexer.Open.Dequeue();
            if (Reach(indexer, from, reference) is { } target && added is not null)
            {
                reach.Add(added, target, KeyOf(target) ?? reference.Value);
            }
        }

        _isSilent = false;
        _names.Sort(Roots);
        reach.Report(starts, _diagnostics);
    }

    /// <summary>The name that a schema has among the components of a document that declares events; null where it is none of them.</summary>
    public string? KeyOf(JsonNode schema)
    {
        if (_keys is null)
        {
            _keys = [];
            foreach (SchemaNode root in Roots.Where(static root => !root.Resource.IsWhole))
            {
                foreach (JsonMember component in root.Node.Get("components").Members("schemas"))
                {
                    _keys[component.Value] = component.Name;
                }
            }
        }

        return _keys.TryGetValue(schema, out string? key) ? key : null;
    }

    /// <summary>Adds the schema to which a reference leads; null where it leads to none in a document that declares events.</summary>
    private JsonNode? Reach(SchemaIndexer indexer, SchemaNode from, JsonString reference)
    {
        if (Resolve(from, reference) is not { } target)
        {
            return null;
        }

        if (!target.Resource.IsWhole)
        {
            indexer.Add(target, KeyOf(target.Node));
            return target.Node;
        }

        if (!from.Resource.IsWhole)
        {
            _reachedFromDeclaring.Add(target);
        }

        return null;
    }
}
