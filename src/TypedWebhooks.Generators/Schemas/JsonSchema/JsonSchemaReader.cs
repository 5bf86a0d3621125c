using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Finds the events in a provider's JSON Schema documents, and reads each event's body. What an event map says comes
/// first, then what the schemas say; nothing is guessed.
/// </summary>
internal sealed class JsonSchemaReader
{
    private readonly ProviderShape _provider;
    private readonly SchemaDiagnostics _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly SchemaSet _schemas;
    private readonly ShapeReader _shapes;
    private readonly EventMap? _map;

    public JsonSchemaReader(
        IReadOnlyList<SchemaDocument> documents,
        EventMap? map,
        ProviderShape provider,
        SchemaDiagnostics diagnostics,
        CancellationToken cancellationToken)
    {
        _provider = provider;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _schemas = new(documents, diagnostics, cancellationToken);
        _shapes = new(_schemas, diagnostics, cancellationToken);
        provider.Definitions = _schemas.Definitions;
        _map = map;
    }

    /// <summary>Whether a document is a JSON Schema: it says so, or has keywords that nothing else has.</summary>
    public static bool Recognizes(JsonNode root) =>
        root is JsonObject o
        && (o.TryGet("$schema", out _) || o.TryGet("$defs", out _) || o.TryGet("definitions", out _) || o.TryGet("$ref", out _)
            || ShapeReader.TryGetAlternatives(root, out _) || o.TryGet("allOf", out _)
            || (o.TryGet("properties", out JsonNode? properties) && properties is JsonObject)
            || (o.TryGet("type", out JsonNode? type) && type is JsonString { Value: "object" }));

    public void Read()
    {
        if (_schemas.Roots.Count == 1)
        {
            JsonNode only = _schemas.Roots[0].Node;
            _provider.Description ??= ShapeReader.Text(only, "description") ?? ShapeReader.Text(only, "title");
        }

        List<EventCandidate> candidates = [.. Candidates().Select(Open).Where(static candidate => candidate is not null).Select(static candidate => candidate!)];
        EventKey? key = _provider.Key ??= EventKeyFinder.Find(Different(candidates), _cancellationToken);
        if (key is null)
        {
            if (candidates.Count > 0)
            {
                _diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidates[0].Schema.Location, EventMapSuggestion.For(candidates));
            }
            else if (_map is { IsExplicit: true })
            {
                _diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, _map.Document.At(_map.Document.Root!), "The map names events but not where a body has the name: eventType is missing");
            }

            return;
        }

        EventNames names = new(key, _map, _diagnostics);
        HashSet<(string, ObjectShape)> known = [];
        foreach (EventCandidate candidate in candidates)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (EventShape e in names.Of(candidate).Where(e => known.Add((e.EventType, Content(e.Body)))))
            {
                _provider.Events.Add(e);
            }
        }

        if (_map is not null)
        {
            new MappedEvents(_map, key, _schemas, _shapes, _diagnostics, _cancellationToken).AddTo(_provider);
        }
    }

    /// <summary>Each schema once: equal definitions of several documents are one event, and nothing tells it from itself.</summary>
    private static List<EventCandidate> Different(List<EventCandidate> candidates)
    {
        HashSet<ObjectShape> known = [];
        return candidates.FindAll(candidate => known.Add(Content(candidate.Body)));
    }

    private static ObjectShape Content(ObjectShape body) => body.Content ?? body;

    /// <summary>The schemas that are events: those that the map discovers or, without it, those that nothing refers to.</summary>
    private IEnumerable<SchemaNode> Candidates()
    {
        if (_map is { Discover: { } discover })
        {
            return new SchemaGlobs(discover, _diagnostics).Select(_schemas.Roots);
        }

        HashSet<JsonNode> parts = _schemas.Roots.Count > 1 ? ReferencedRoots() : [], mapped = [];
        foreach (EventMapEntry entry in _map?.Entries.Where(static entry => entry.Schema is not null) ?? [])
        {
            if (_schemas.Locate(_map!.Document, entry.Schema!) is { } schema)
            {
                mapped.Add(schema.Node);
            }
        }

        return _schemas.Roots
            .Where(root => !parts.Contains(root.Node) && !mapped.Contains(root.Node))
            .SelectMany(root => Branches(root, depth: 0))
            .Where(schema => !mapped.Contains(_schemas.At(schema).Node));
    }

    /// <summary>
    /// The branches of a <c>oneOf</c>, whatever number of them lie in one another; the definitions, where a document is
    /// nothing but these; or else the schema itself.
    /// </summary>
    private IEnumerable<SchemaNode> Branches(SchemaNode schema, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        SchemaNode target = Follow(schema);
        if (depth < 8 && ShapeReader.TryGetAlternatives(target.Node, out ImmutableArray<JsonNode> alternatives))
        {
            List<SchemaNode> branches = [.. alternatives.SelectMany(alternative => Branches(target.In(alternative), depth + 1))];
            if (depth > 0 || TellsApart(branches))
            {
                return branches;
            }
        }
        else if (depth == 0 && target.Object is { } o && !IsObjectSchema(o) && (o.TryGet("$defs", out JsonNode? definitions) || o.TryGet("definitions", out definitions)) && definitions is JsonObject several)
        {
            HashSet<JsonNode> parts = ReferencedNodes(target);
            return several.Members.Select(member => target.In(member.Value)).Where(definition => !parts.Contains(_schemas.At(definition).Node));
        }

        return [target];
    }

    /// <summary>Whether branches are events of their own, rather than variants of one: they differ in where the name stands.</summary>
    private bool TellsApart(List<SchemaNode> branches)
    {
        List<EventCandidate> candidates = [.. branches.Select(Open).Where(static candidate => candidate is not null).Select(static candidate => candidate!)];
        if (candidates.Count != branches.Count || candidates.Count < 2)
        {
            return false;
        }

        return _provider.Key is not { } key ? EventKeyFinder.Find(candidates, _cancellationToken) is not null
            : candidates.Select(candidate => NamesIn(candidate, key)).Where(static names => names.Length > 0).Distinct(StringComparer.Ordinal).Count() == candidates.Count;
    }

    /// <summary>What all parts of the key that stand in the body can be, as one text; empty where the schema does not say.</summary>
    private static string NamesIn(EventCandidate candidate, EventKey key) => string.Join("\n", key.Parts
        .Where(static part => part.Header is null)
        .Select(part => string.Join("\t", candidate.ConstantsAt(key, part) ?? []))).Trim('\n');

    private EventCandidate? Open(SchemaNode schema) =>
        Objects.In(_shapes.Read(schema)) is { } body
            ? new(schema, _map is { IsCloudEvents: true } ? CloudEvent.Around(body, schema.Location) : body)
            : null;

    private static bool IsObjectSchema(JsonObject schema) =>
        schema.TryGet("properties", out _) || schema.TryGet("allOf", out _) || schema.TryGet("type", out _);

    private SchemaNode Follow(SchemaNode schema)
    {
        HashSet<JsonNode> seen = [];
        while (schema.Object is { } o && o.TryGet("$ref", out JsonNode? reference) && reference is JsonString text && seen.Add(schema.Node)
            && _schemas.Resolve(schema, text) is { } target)
        {
            schema = target;
        }

        return schema;
    }

    private HashSet<JsonNode> ReferencedRoots()
    {
        HashSet<JsonNode> referenced = [];
        foreach (SchemaNode root in _schemas.Roots)
        {
            foreach (JsonNode target in ReferencedNodes(root))
            {
                if (!ReferenceEquals(target, root.Node))
                {
                    referenced.Add(target);
                }
            }
        }

        return referenced;
    }

    /// <summary>All that is referred to from within a schema.</summary>
    private HashSet<JsonNode> ReferencedNodes(SchemaNode schema)
    {
        HashSet<JsonNode> referenced = [];
        Stack<SchemaNode> open = new([schema]);
        while (open.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            SchemaNode node = _schemas.At(open.Pop());
            if (node.Object is { } o)
            {
                if (o.TryGet("$ref", out JsonNode? reference) && reference is JsonString text && _schemas.TryResolve(node, text) is { } target)
                {
                    referenced.Add(target.Node);
                }

                foreach (JsonMember member in o.Members)
                {
                    open.Push(node.In(member.Value));
                }
            }
            else if (node.Node is JsonArray array)
            {
                foreach (JsonNode item in array.Items)
                {
                    open.Push(node.In(item));
                }
            }
        }

        return referenced;
    }
}
