using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The events that documents declare beside their schemas, as candidates: one for each, unless its schema is several events.</summary>
internal sealed class DeclaredEvents(SchemaSet schemas, ShapeReader shapes, EventBodies bodies, SchemaSteps steps, EventMap? map, ProviderShape provider, SchemaDiagnostics diagnostics)
{
    /// <summary>Bodies that hold events where the map says that a batch has them.</summary>
    public List<ObjectShape> Envelopes { get; } = [];

    public List<EventCandidate> Read(IReadOnlyList<DeclaringDocument> declaring, EventCandidates events, CancellationToken cancellationToken)
    {
        HashSet<JsonNode> mapped = declaring.Count == 0 ? [] : events.Mapped();
        List<EventCandidate> found = [];
        foreach (DeclaredEvent e in declaring.SelectMany(static document => document.Events))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReportForm(e);
            SchemaNode schema = Inner(e);
            if (mapped.Contains(schema.Node) || mapped.Contains(Followed(schema).Node))
            {
                continue;
            }

            int others = events.Others.Count;
            List<EventCandidate> candidates = events.In(schema, isStated: true);
            if (events.Others.Count > others)
            {
                events.Others.RemoveRange(others, events.Others.Count - others);
                diagnostics.Report(Descriptors.TWH2010_InvalidSchema, e.Place, $"The body of '{e.Name}' is no object, so no event is made of it");
            }

            found.AddRange(candidates.Count == 1 && !candidates[0].IsBranch ? [candidates[0] with { Declared = e }] : candidates);
        }

        return found;
    }

    /// <summary>The schema of the event itself, which may be one of several in a body.</summary>
    private SchemaNode Inner(DeclaredEvent e)
    {
        if (schemas.Of(e) is not { } schema)
        {
            // Without a schema its body is anything.
            SchemaNode root = schemas.Roots.FirstOrDefault(root => root.Resource.Document == e.Document);
            return (root.Node is null ? schemas.Roots[0] : root).In(new JsonBoolean(e.Place.Span, true));
        }

        if (e.IsLine)
        {
            provider.Body = BodyForm.JsonLines;
            return schema;
        }

        if (map is { Batch: { } batch })
        {
            if (steps.Into(schema, [.. batch.Array, "*", .. batch.Item]) is { } item)
            {
                if (bodies.Of(schema) is { } body && !Envelopes.Contains(body))
                {
                    Envelopes.Add(body);
                }

                return item;
            }

            return schema;
        }

        if (Lists.In(shapes.Read(schema)) is not null && steps.Into(schema, ["*"]) is { } each)
        {
            provider.Batch ??= new(EquatableArray<string>.Empty, EquatableArray<string>.Empty, null, e.BodyPlace);
            return each;
        }

        return schema;
    }

    private SchemaNode Followed(SchemaNode schema) =>
        ShapeReader.OnlyReference(schema) is { } reference && schemas.TryResolve(schema, reference) is { } target ? target : schema;

    private void ReportForm(DeclaredEvent e)
    {
        if (e.Form is { } form && provider.Body.Kind is not (BodyKind.Form or BodyKind.Multipart))
        {
            diagnostics.Report(
                Descriptors.TWH2016_BodyIsForm,
                e.BodyPlace,
                $"The body of '{e.Name}' is a form. If one of its fields is the event as JSON, say which in an event map, as in \"body\": \"{form} payload\"; the event is read as if the body were JSON");
        }
    }
}
