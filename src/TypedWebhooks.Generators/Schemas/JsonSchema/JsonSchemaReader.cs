using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
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
        _schemas = new(documents, map, diagnostics, cancellationToken);
        _shapes = new(_schemas, diagnostics, cancellationToken);
        _bodies = new(_schemas, _shapes);
        provider.Definitions = _schemas.Definitions;
        provider.GivenNames = _schemas.GivenNames;
        _map = map;
    }

    /// <summary>The documents among others that these schemas, or the map, refer to: what a schema refers to is one.</summary>
    public static HashSet<SchemaDocument> ReferredTo(IReadOnlyList<SchemaDocument> schemas, IReadOnlyList<SchemaDocument> others, EventMap? map, CancellationToken cancellationToken)
    {
        SchemaSet all = new([.. schemas, .. others], map: null, new SchemaDiagnostics(), cancellationToken);
        HashSet<SchemaDocument> found = [];
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
            _provider.Description ??= ShapeReader.Text(only, "description") ?? ShapeReader.Text(only, "title");
        }

        EventCandidates events = new(_schemas, _shapes, _bodies, _map, _provider.Key, _diagnostics, _cancellationToken);
        List<EventCandidate> candidates = events.Find();
        ReportOthers(events.Others, candidates.Count > 0 || _provider.Events.Count > 0);
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

        names.ReportNameless();
        if (_map is not null)
        {
            new MappedEvents(_map, key, _schemas, _bodies, _diagnostics, _cancellationToken).AddTo(_provider);
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
