using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Which components of an API's document refer to which. In some, everything leads to everything: an event then brings hundreds of
/// types with it, which is said once, with a way that leads there.
/// </summary>
internal sealed class SchemaReach
{
    /// <summary>An event that reaches more components than this reaches very many.</summary>
    private const int Many = 250;

    /// <summary>Of a longer way so many steps are shown.</summary>
    private const int Shown = 8;

    private readonly Dictionary<JsonNode, List<(JsonNode Target, string Name)>> _references = [];

    /// <summary>Notes that one schema refers to another.</summary>
    public void Add(JsonNode from, JsonNode target, string name)
    {
        if (!_references.TryGetValue(from, out List<(JsonNode, string)>? targets))
        {
            _references.Add(from, targets = []);
        }

        targets.Add((target, name));
    }

    /// <summary>Says which of some schemas reaches very many.</summary>
    /// <param name="starts">The schemas of events, each with what it is called and where that is said.</param>
    public void Report(IEnumerable<(JsonNode Schema, string Name, SchemaLocation Place)> starts, SchemaDiagnostics diagnostics)
    {
        List<(string Name, SchemaLocation Place, string Way)> found = [];
        HashSet<JsonNode> seen = [];
        foreach ((JsonNode schema, string name, SchemaLocation place) in starts)
        {
            if (seen.Add(schema) && Way(schema, name) is { } way)
            {
                found.Add((name, place, way));
            }
        }

        if (found.Count > 0)
        {
            string others = found.Count == 1 ? "" : FormattableString.Invariant($", as do {found.Count - 1} others");
            diagnostics.Report(
                Descriptors.TWH2025_ReachesMuch,
                found[0].Place,
                FormattableString.Invariant($"'{found[0].Name}' reaches more than {Many} schemas{others}, all of which become types; one of the ways is {found[0].Way}. Events chooses fewer events, and an entry of null in the event map leaves one untyped"));
        }
    }

    /// <summary>How a schema leads to the first one that is too many; null where it reaches no more than the limit.</summary>
    private string? Way(JsonNode start, string name)
    {
        Dictionary<JsonNode, (JsonNode? From, string Name)> reached = new() { [start] = (null, name) };
        Queue<JsonNode> open = new([start]);
        while (open.Count > 0)
        {
            JsonNode from = open.Dequeue();
            foreach ((JsonNode target, string targetName) in _references.TryGetValue(from, out List<(JsonNode, string)>? targets) ? targets : [])
            {
                if (reached.ContainsKey(target))
                {
                    continue;
                }

                reached.Add(target, (from, targetName));
                open.Enqueue(target);
                if (reached.Count > Many)
                {
                    List<string> way = [];
                    for (JsonNode? at = target; at is not null; at = reached[at].From)
                    {
                        way.Add(reached[at].Name);
                    }

                    way.Reverse();
                    return string.Join(" -> ", way.Count <= Shown ? way : [.. way.Take(Shown - 1), "...", way[way.Count - 1]]);
                }
            }
        }

        return null;
    }
}
