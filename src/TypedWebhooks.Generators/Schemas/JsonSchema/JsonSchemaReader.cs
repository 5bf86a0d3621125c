using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Finds the events of a JSON Schema document: the branches of its <c>oneOf</c>, or the one schema that it is. The event's
/// name is the constant of the member that tells the branches apart.
/// </summary>
internal sealed class JsonSchemaReader(SchemaDocument document, ProviderShape provider, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private readonly ShapeReader _shapes = new(document, diagnostics, cancellationToken);

    /// <summary>Whether a document is a JSON Schema: it says so, or has keywords that nothing else has together.</summary>
    public static bool Recognizes(JsonNode root) =>
        root is JsonObject o
        && (o.TryGet("$schema", out _) || o.TryGet("$defs", out _) || o.TryGet("definitions", out _) || o.TryGet("oneOf", out _) || o.TryGet("anyOf", out _)
            || (o.TryGet("properties", out JsonNode? properties) && properties is JsonObject));

    public void Read(string eventTypeMember)
    {
        provider.Description ??= ShapeReader.Text(document.Root!, "description") ?? ShapeReader.Text(document.Root!, "title");
        List<Branch> branches = [];
        CollectBranches(document.Root!, branches, depth: 0);

        string? member = eventTypeMember.Length > 0 ? eventTypeMember : FindEventTypeMember(branches);
        if (member is null)
        {
            diagnostics.Report(
                Descriptors.TWH2005_EventTypeNotFound,
                document.At(document.Root!),
                "No member has another constant in each event, so the events cannot be told apart; say where the name stands with EventType=\"/member\" on the item");
            return;
        }

        provider.EventTypeMember = member;
        foreach (Branch branch in branches)
        {
            AddEvent(branch, member);
        }
    }

    private void AddEvent(Branch branch, string member)
    {
        if (!branch.Constants.TryGetValue(member, out JsonString? eventType))
        {
            diagnostics.Report(
                Descriptors.TWH2005_EventTypeNotFound,
                document.At(branch.Schema),
                $"This event has no constant for '{member}', in which the events' names stand");
            return;
        }

        if (_shapes.Read(branch.Schema) is ObjectShape body)
        {
            provider.Events.Add(new(eventType.Value, body, document.At(eventType)) { Description = body.Description });
        }
        else
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, document.At(branch.Schema), $"The event '{eventType.Value}' is not an object");
        }
    }

    /// <summary>The first member of the first event that has a constant in all of them, and another in each.</summary>
    private static string? FindEventTypeMember(List<Branch> branches) => branches.Count == 0
        ? null
        : branches[0].Order.FirstOrDefault(member =>
            WireName.IsUnicode(member)
            && branches.All(branch => branch.Constants.ContainsKey(member))
            && branches.Select(branch => branch.Constants[member].Value).Distinct(StringComparer.Ordinal).Count() == branches.Count);

    private void CollectBranches(JsonNode schema, List<Branch> branches, int depth)
    {
        JsonNode target = Follow(schema);
        if (depth < JsonNodeReader.MaxDepth && ShapeReader.TryGetAlternatives(target, out ImmutableArray<JsonNode> alternatives))
        {
            foreach (JsonNode alternative in alternatives)
            {
                CollectBranches(alternative, branches, depth + 1);
            }

            return;
        }

        Branch branch = new(target);
        CollectConstants(target, branch, []);
        branches.Add(branch);
    }

    /// <summary>The members of an event that can only be one string, its own before those of what it extends.</summary>
    private void CollectConstants(JsonNode schema, Branch branch, HashSet<JsonNode> seen)
    {
        if (Follow(schema) is not JsonObject o || !seen.Add(o))
        {
            return;
        }

        if (o.TryGet("properties", out JsonNode? properties) && properties is JsonObject members)
        {
            foreach (JsonMember member in members.Members)
            {
                if (Constant(Follow(member.Value)) is { } constant && !branch.Constants.ContainsKey(member.Name))
                {
                    branch.Constants.Add(member.Name, constant);
                    branch.Order.Add(member.Name);
                }
            }
        }

        if (o.TryGet("allOf", out JsonNode? allOf) && allOf is JsonArray parts)
        {
            foreach (JsonNode part in parts.Items)
            {
                CollectConstants(part, branch, seen);
            }
        }
    }

    private static JsonString? Constant(JsonNode schema) => schema switch
    {
        JsonObject o when o.TryGet("const", out JsonNode? constant) => constant as JsonString,
        JsonObject o when o.TryGet("enum", out JsonNode? values) && values is JsonArray { Items.Length: 1 } only => only.Items[0] as JsonString,
        _ => null,
    };

    /// <summary>The schema behind a reference, however many there are one behind the other.</summary>
    private JsonNode Follow(JsonNode schema)
    {
        HashSet<JsonNode> seen = [];
        while (schema is JsonObject o && o.TryGet("$ref", out JsonNode? reference) && reference is JsonString text && seen.Add(schema)
            && _shapes.References.Resolve(text, out _) is { } target)
        {
            schema = target;
        }

        return schema;
    }

    /// <summary>One event's schema, and its members that can only be one string, in their order.</summary>
    private sealed class Branch(JsonNode schema)
    {
        public JsonNode Schema { get; } = schema;

        public Dictionary<string, JsonString> Constants { get; } = new(StringComparer.Ordinal);

        public List<string> Order { get; } = [];
    }
}
