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
/// Finds the schemas that are events: those that an event map discovers or, without it, those that no other document refers to,
/// each of their branches being one where these are told apart.
/// </summary>
/// <param name="key">Where the events' names stand; null where the schemas are to tell.</param>
internal sealed class EventCandidates(SchemaSet schemas, ShapeReader shapes, EventBodies bodies, EventEnvelope envelope, EventMap? map, EventKey? key, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    /// <summary>How deep alternatives may lie in one another and still be branches.</summary>
    private const int MaxDepth = 8;

    private readonly HashSet<JsonNode> _branches = [];
    private readonly SchemaReferences _references = new(schemas, cancellationToken);

    /// <summary>The documents that no other one refers to and that still are no events, since they are no objects.</summary>
    public List<SchemaNode> Others { get; } = [];

    public List<EventCandidate> Find()
    {
        List<EventCandidate> found = [];
        foreach (SchemaNode schema in map is { Discover: { } discover } ? new SchemaGlobs(discover, diagnostics).Select(schemas.Roots) : Undiscovered())
        {
            if (Open(schema, bodies.OfEvent(schema)) is { } candidate)
            {
                found.Add(candidate with { IsBranch = _branches.Contains(schema.Node) });
            }
            else if (!IsBroken(schema) && !IsOnlyReferredTo(schema))
            {
                Others.Add(schema);
            }
        }

        return found;
    }

    private IEnumerable<SchemaNode> Undiscovered()
    {
        HashSet<JsonNode> parts = _references.BetweenDocuments(), mapped = Mapped();
        return schemas.Roots
            .Where(static root => root.Resource.IsWhole)
            .Where(root => !parts.Contains(root.Node) && !mapped.Contains(root.Node))
            .SelectMany(root => Definitions(root) is { } definitions
                ? definitions.Where(definition => !parts.Contains(schemas.At(definition).Node)).SelectMany(Defined)
                : Branches(root, depth: 0, []))
            .Where(schema => !mapped.Contains(schemas.At(schema).Node));
    }

    /// <summary>The schemas that the map makes events itself, or an envelope of events.</summary>
    public HashSet<JsonNode> Mapped()
    {
        HashSet<JsonNode> mapped = [];
        foreach (EventMap group in map is null ? [] : map.Also.Prepend(map))
        {
            foreach (JsonString reference in group.Entries.Select(static entry => entry.Schema).Append(group.Envelope).OfType<JsonString>())
            {
                if (schemas.Locate(map!.Document, reference) is { } schema)
                {
                    mapped.Add(schema.Node);
                }
            }
        }

        return mapped;
    }

    /// <summary>A schema that is one event, or several: its branches, or those to which its discriminator leads.</summary>
    /// <param name="isStated">Whether a document says that it is the body of an event, be it that the schema lets everything through.</param>
    public List<EventCandidate> In(SchemaNode schema, bool isStated = false)
    {
        List<EventCandidate> found = [];
        foreach (SchemaNode branch in Branches(schema, depth: 0, []))
        {
            bool isBranch = _branches.Contains(branch.Node);
            if (Open(branch, bodies.OfEvent(branch) ?? (isStated && !isBranch && !IsBroken(branch) ? bodies.OfNamedEvent(branch) : null)) is { } candidate)
            {
                found.Add(candidate with { IsBranch = isBranch });
            }
            else if (!IsBroken(branch))
            {
                Others.Add(branch);
            }
        }

        return found;
    }

    /// <summary>A definition as an event, or its branches as several. What is a string or a list is there for others to refer to.</summary>
    private IEnumerable<SchemaNode> Defined(SchemaNode definition) =>
        Branches(definition, depth: 0, []).Where(schema => Open(schema) is not null || ShapeReader.TryGetAlternatives(Follow(schema).Node, out _));

    /// <summary>The definitions that no other one refers to, where a document is nothing but definitions; null where it is more.</summary>
    private IEnumerable<SchemaNode>? Definitions(SchemaNode root)
    {
        SchemaNode target = Follow(root);
        if (target.Object is not { } o || IsObjectSchema(o) || ShapeReader.TryGetAlternatives(o, out _)
            || !o.Members.Any(static member => member is { Name: "$defs" or "definitions", Value: JsonObject }))
        {
            return null;
        }

        HashSet<JsonNode> parts = _references.In(target);
        return o.Members
            .Where(static member => member is { Name: "$defs" or "definitions", Value: JsonObject })
            .SelectMany(static member => ((JsonObject)member.Value).Members)
            .Select(member => target.In(member.Value))
            .Where(definition => !parts.Contains(schemas.At(definition).Node));
    }

    /// <summary>
    /// The branches of a <c>oneOf</c>, whatever number of them lie in one another, or else the schema itself. A branch that is no
    /// object takes none of the others down.
    /// </summary>
    /// <param name="seen">What is a branch already, or has this one among its branches.</param>
    private IEnumerable<SchemaNode> Branches(SchemaNode schema, int depth, HashSet<JsonNode> seen)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SchemaNode target = Follow(schema);
        if (!seen.Add(target.Node))
        {
            return [];
        }

        if (depth < MaxDepth && Alternatives(target) is { } alternatives)
        {
            // No body is null. What is broken has been said where it was read.
            List<SchemaNode> branches = [.. alternatives.SelectMany(alternative => Branches(alternative, depth + 1, seen)).Where(static branch => !ShapeReader.IsNull(branch.Node))];
            if (branches.Count == 0 && depth > 0)
            {
                return [];
            }

            List<EventCandidate> events = [.. branches.Select(Open).OfType<EventCandidate>()];
            List<SchemaNode> others = [.. branches.Where(branch => Open(branch) is null && !IsBroken(branch))];
            List<EventCandidate> telling = events.FindAll(static candidate => Objects.Flatten(candidate.Body).Length > 0);
            if (AreEvents(target, depth, telling, others, isAll: telling.Count == branches.Count))
            {
                others.ForEach(other => diagnostics.Report(Descriptors.TWH2010_InvalidSchema, other.Location, "An event is an object, and this branch does not describe one: no event is made of it"));
                _branches.UnionWith(events.Select(static candidate => candidate.Schema.Node));
                return events.Select(static candidate => candidate.Schema);
            }
        }

        return [Open(target) is null ? schema : target];
    }

    /// <summary>What a schema lists as its alternatives, or what its discriminator's mapping leads to; null where it is one thing.</summary>
    private IReadOnlyList<SchemaNode>? Alternatives(SchemaNode schema)
    {
        DiscriminatorMapping? mapping = schema.Object is { } o ? DiscriminatorMapping.Of(o) : null;
        if (mapping is not null)
        {
            // Reading it says in each of them which value the discriminator has there.
            shapes.Read(schema);
        }

        return ShapeReader.TryGetAlternatives(schema.Node, out ImmutableArray<JsonNode> listed) ? [.. listed.Select(schema.In)]
            : mapping is { Entries.Count: > 1 } ? [.. shapes.Mapped(schema, mapping).Select(static mapped => mapped.Schema)]
            : null;
    }

    /// <summary>Whether branches are events of their own, rather than variants of one: they differ in where the name stands.</summary>
    private bool AreEvents(SchemaNode target, int depth, List<EventCandidate> events, List<SchemaNode> others, bool isAll)
    {
        // What has members itself is an object whatever the branches are: some only restrict it, as `required` does.
        bool isObject = target.Object is { } o && (o.TryGet("properties", out _) || o.TryGet("allOf", out _));
        if (events.Count == 0 || (isObject && others.Exists(other => shapes.Read(other) is AnyShape { Reason: null })))
        {
            return false;
        }

        return !isObject && depth > 0 || ((events.Count > 1 || (!isObject && !isAll)) && TellsApart(events, isObject));
    }

    /// <summary>
    /// Whether where the name stands is not the same for all. That two have one name, or one has none, does not make variants of
    /// the others: it is said of those two, and of that one. Beside members that hold for all branches, each has to have a name.
    /// </summary>
    private bool TellsApart(List<EventCandidate> candidates, bool isObject)
    {
        if (key is null)
        {
            return EventKeyFinder.MayTellApart(candidates, cancellationToken)
                || (!isObject && EventKeyFinder.Find([.. candidates.Select(static candidate => candidate with { IsBranch = true })], cancellationToken) is { } found && IsOneNameless(candidates, found));
        }

        List<string> names = [.. candidates.Select(NamesIn).Where(static names => names.Length > 0)];
        int different = names.Distinct(StringComparer.Ordinal).Count();
        return different == candidates.Count || (isObject ? different > 1 && names.Count == candidates.Count : different > 1 || (different == 1 && names.Count < candidates.Count));
    }

    /// <summary>Whether some have a name and some have none: these are no variants of those, and it is said of them.</summary>
    private static bool IsOneNameless(List<EventCandidate> candidates, EventKey found)
    {
        int named = candidates.Count(candidate => found.Parts.All(part => candidate.ConstantsAt(found, part) is { Count: > 0 }));
        return named > 0 && named < candidates.Count;
    }

    /// <summary>What all parts of the key that stand in the body can be, as one text; empty where the schema does not say.</summary>
    private string NamesIn(EventCandidate candidate) => string.Join("\n", key!.Parts
        .Where(static part => part.Header is null)
        .Select(part => string.Join("\t", candidate.ConstantsAt(key, part) ?? []))).Trim('\n');

    private EventCandidate? Open(SchemaNode schema) => Open(schema, bodies.Of(schema));

    private EventCandidate? Open(SchemaNode schema, ObjectShape? body) => body is null ? null : new(schema, envelope.Around(body, schema.Location));

    /// <summary>Whether a document is no schema itself, and is there for others to refer to what is in it.</summary>
    private bool IsOnlyReferredTo(SchemaNode schema) =>
        ReferenceEquals(schema.Node, schema.Resource.Document.Root) && !SchemaKeywords.Recognizes(schema.Node) && _references.DocumentsReferredTo(schemas.Roots).Contains(schema.Resource.Document);

    private static bool IsObjectSchema(JsonObject schema) =>
        schema.TryGet("properties", out _) || schema.TryGet("allOf", out _) || schema.TryGet("type", out _);

    /// <summary>Whether a schema is none, or refers to nowhere: reading it says so.</summary>
    private bool IsBroken(SchemaNode schema)
    {
        SchemaNode target = Follow(schema);
        return target.Node is not (JsonObject or JsonBoolean)
            || (target.Object is { } o && ShapeReader.Reference(o) is { } reference && schemas.TryResolve(target, reference) is null);
    }

    private SchemaNode Follow(SchemaNode schema)
    {
        HashSet<JsonNode> seen = [];
        while (schema.Object is { } o && o.TryGet("$ref", out JsonNode? reference) && reference is JsonString text && seen.Add(schema.Node)
            && schemas.Resolve(schema, text) is { } target)
        {
            schema = target;
        }

        return schema;
    }
}
