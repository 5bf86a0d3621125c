using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;

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
    private readonly EventBodies _bodies;
    private readonly SchemaSteps _steps;
    private readonly IReadOnlyList<DeclaringDocument> _declaring;
    private readonly EventMap? _map;

    /// <param name="documents">The documents that are schemas.</param>
    /// <param name="declaring">The documents that declare events, and have schemas in them.</param>
    public JsonSchemaReader(
        IReadOnlyList<SchemaDocument> documents,
        IReadOnlyList<DeclaringDocument> declaring,
        EventMap? map,
        ProviderShape provider,
        SchemaDiagnostics diagnostics,
        CancellationToken cancellationToken)
    {
        _provider = provider;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _declaring = declaring;
        _schemas = new(documents, declaring, map, diagnostics, cancellationToken);
        _shapes = new(_schemas, diagnostics, cancellationToken) { Forms = provider.Forms };
        _bodies = new(_schemas, _shapes);
        _steps = new(_schemas);
        provider.Definitions = _schemas.Definitions;
        provider.GivenNames = _schemas.GivenNames;
        _map = map;
    }

    /// <summary>The documents among others that these schemas, or the map, refer to: what a schema refers to is one.</summary>
    public static HashSet<SchemaDocument> ReferredTo(
        IReadOnlyList<SchemaDocument> schemas,
        IReadOnlyList<DeclaringDocument> declaring,
        IReadOnlyList<SchemaDocument> others,
        EventMap? map,
        CancellationToken cancellationToken)
    {
        SchemaSet all = new([.. schemas, .. others], declaring, map: null, new SchemaDiagnostics(), cancellationToken);
        HashSet<SchemaDocument> found = [.. all.ReachedFromDeclaring.Select(static schema => schema.Resource.Document), .. declaring.SelectMany(static document => document.Events).Select(static e => e.Document)];
        int known;
        do
        {
            known = found.Count;
            found.UnionWith(new SchemaReferences(all, cancellationToken)
                .DocumentsReferredTo(all.Roots.Where(root => found.Contains(root.Resource.Document) || schemas.Contains(root.Resource.Document))));
            foreach (JsonString reference in map?.References ?? [])
            {
                if (all.Locate(map!.Document, reference) is { } target)
                {
                    found.Add(target.Resource.Document);
                }
            }
        }
        while (found.Count > known);
        return found;
    }

    public void Read()
    {
        if (_schemas.Roots.Count == 1)
        {
            JsonNode only = _schemas.Roots[0].Node;
            JsonNode? info = _schemas.Roots[0].Resource.IsWhole ? only : JsonPointer.Step(only, "info");
            _provider.Description ??= info is null ? null : ShapeReader.Text(info, "description") ?? ShapeReader.Text(info, "title");
        }

        ReadGroup(_map, _declaring);
        foreach (EventMap group in _map?.Also ?? [])
        {
            if (group.Key is null)
            {
                // What stands there is no place, which has been said.
                continue;
            }

            _provider.FurtherKeys.Add(group.Key);
            ReadGroup(group, []);
        }

        if (_provider.Events.Count == 0)
        {
            ReportNoEvents();
        }
    }

    /// <summary>The events that the schemas have, or that one map or group of it names.</summary>
    private void ReadGroup(EventMap? map, IReadOnlyList<DeclaringDocument> declaring)
    {
        EventEnvelope envelope = new(map, _schemas, _bodies, _diagnostics);
        bool isFurther = map is not null && map != _map;
        EventCandidates events = new(_schemas, _shapes, _bodies, envelope, isFurther ? map : _map, isFurther ? map!.Key : _provider.Key, _diagnostics, _cancellationToken);
        List<EventCandidate> candidates = isFurther && map!.Discover is null ? [] : events.Find();
        DeclaredEvents declared = new(_schemas, _shapes, _bodies, _steps, map, _provider, _diagnostics);
        candidates.AddRange(declared.Read(declaring, events, _cancellationToken));
        if (candidates.Count == 0 && map is { Envelope: { } around, Entries.Count: 0, Names.Count: 0, NamesReference: null } and ({ Batch: not null } or { Data: not null }) && _schemas.Locate(map.Document, around) is { } schema)
        {
            // Nothing else says which events there are, so the envelope does.
            IEnumerable<string> path = map.Batch is { } batch ? [.. batch.Array, "*", .. batch.Item] : map.Data is { } data ? data.Path : [];
            candidates.AddRange(_steps.Into(schema, path) is { } inner ? events.In(inner) : []);
        }

        ReportOthers(events.Others, candidates.Count > 0 || _provider.Events.Count > 0);
        _provider.Batch ??= envelope.Batch(declared.Envelopes);
        EventKey? key = isFurther ? map!.Key : _provider.Key ??= EventKeyFinder.Find(Different(candidates), _cancellationToken);
        if (key is null)
        {
            if (candidates.Count > 0)
            {
                _diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidates[0].Declared?.Place ?? candidates[0].Schema.Location, EventMapSuggestion.For(candidates, _cancellationToken));
            }
            else if (map is { IsExplicit: true })
            {
                _diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(map.Document.Root!), "The map names events but not where a body has the name: eventType is missing");
            }

            return;
        }

        DeclaredNames declaredNames = new(key, candidates, _diagnostics);
        EventNames names = new(key, map, declaredNames, _diagnostics);
        HashSet<(string, ObjectShape)> known = [];
        int first = isFurther ? _provider.Events.Count : 0;
        foreach (EventCandidate candidate in candidates)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (EventShape e in names.Of(candidate).Where(e => known.Add((e.EventType, Content(e.Body)))))
            {
                _provider.Events.Add(e);
            }
        }

        names.ReportNameless();
        declaredNames.Report();
        if (map is not null)
        {
            new MappedEvents(map, key, _schemas, _bodies, envelope, _diagnostics, _cancellationToken).AddTo(_provider, first);
        }

        foreach (EventShape e in _provider.Events.Skip(first))
        {
            e.Key = key;
        }
    }

    /// <summary>Says of documents that might declare events that they do not.</summary>
    private void ReportNoEvents()
    {
        foreach (DeclaringDocument document in _declaring.Where(static document => document.Events.Count == 0))
        {
            if (_map is null)
            {
                _diagnostics.Report(
                    Descriptors.TWH2014_NoEvents,
                    document.Place,
                    $"No event is found: {document.Lacks}. If some of its schemas are events, name them in an event map {System.IO.Path.GetFileNameWithoutExtension(document.Document.File.Name)}.map.json, to begin with: "
                        + $"{{\"eventType\":\"/type\",\"discover\":\"{document.Candidates}\"}}");
            }
        }
    }

    /// <summary>Says that documents are no events: where there are others, they may be there by a glob's mistake.</summary>
    private void ReportOthers(List<SchemaNode> others, bool areThereEvents)
    {
        foreach (SchemaNode other in others.Where(_ => _map is not { IsExplicit: true }))
        {
            string why = ShapeReader.TryGetAlternatives(other.Node, out _) ? "no constant tells its alternatives apart" : "it does not describe an object";
            if (_map is { Discover: not null })
            {
                _diagnostics.Report(Descriptors.TWH2010_InvalidSchema, other.Location, $"The event map takes this schema for an event, but {why}");
            }
            else if (areThereEvents)
            {
                _diagnostics.Report(Descriptors.TWH2013_SchemaIsNoEvent, other.Location, $"No event is made of this schema: {why}, and no other schema refers to it. Leave it out of the WebhookSchema item");
            }
            else
            {
                _diagnostics.Report(Descriptors.TWH2010_InvalidSchema, other.Location, $"No event is made of this schema: {why}");
            }
        }
    }

    /// <summary>
    /// Each schema once: equal definitions of several documents are one event, and nothing tells it from itself. What has no members
    /// tells nothing of where the others have their names.
    /// </summary>
    private static List<EventCandidate> Different(List<EventCandidate> candidates)
    {
        HashSet<ObjectShape> known = [];
        return candidates.FindAll(candidate => Objects.Flatten(candidate.Body).Length > 0 && known.Add(Content(candidate.Body)));
    }

    private static ObjectShape Content(ObjectShape body) => body.Content ?? body;
}
