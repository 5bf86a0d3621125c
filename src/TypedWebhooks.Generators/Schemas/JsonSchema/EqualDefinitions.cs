using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Finds the definitions that are one: exporters put a copy of each definition into every file that uses it. Equal are those
/// of one key, or of keys that are one name in C#, that say the same in the same order and refer to the same or, again, to equal definitions.
/// </summary>
/// <remarks>
/// They are found by partition refinement: those that say the same are one class, until it turns out that what they refer to is
/// not. So definitions that refer to one another need no recursion, and are as equal as any.
/// </remarks>
internal sealed class EqualDefinitions
{
    private readonly IReadOnlyList<SchemaDefinition> _definitions;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Which references lead to each definition: whose they are, and which of that one's.</summary>
    private readonly List<(int Source, int Place)>[] _references;

    /// <summary>The class of each definition, and the definitions of each class.</summary>
    private readonly int[] _classes;
    private readonly List<HashSet<int>> _members = [];

    private EqualDefinitions(IReadOnlyList<SchemaDefinition> definitions, SchemaSet schemas, CancellationToken cancellationToken)
    {
        _definitions = definitions;
        _cancellationToken = cancellationToken;
        _references = [.. definitions.Select(static _ => new List<(int, int)>())];
        _classes = new int[definitions.Count];

        DefinitionTexts texts = new(definitions, schemas, cancellationToken);
        Dictionary<string, int> classes = new(StringComparer.Ordinal);
        for (int i = 0; i < definitions.Count; i++)
        {
            (string text, List<int> targets) = texts.Of(i);
            if (!classes.TryGetValue(text, out _classes[i]))
            {
                _classes[i] = _members.Count;
                classes.Add(text, _members.Count);
                _members.Add([]);
            }

            _members[_classes[i]].Add(i);
            for (int place = 0; place < targets.Count; place++)
            {
                _references[targets[place]].Add((i, place));
            }
        }
    }

    /// <summary>For each definition that equals an earlier one the first such, which stands for them all.</summary>
    public static Dictionary<JsonNode, SchemaNode> Find(IEnumerable<SchemaDefinition> definitions, SchemaSet schemas, CancellationToken cancellationToken)
    {
        List<SchemaDefinition> repeated = [.. definitions
            .GroupBy(static definition => definition.Name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Skip(1).Any())
            .SelectMany(static group => group)];
        if (repeated.Count == 0)
        {
            return [];
        }

        EqualDefinitions equal = new(repeated, schemas, cancellationToken);
        equal.Refine();
        return equal.Representatives();
    }

    private void Refine()
    {
        List<int> moved = [.. Enumerable.Range(0, _definitions.Count)];
        while (moved.Count > 0)
        {
            moved = Split(moved);
        }
    }

    /// <summary>
    /// Splits the classes whose members no longer refer to the same classes. Of each the largest part stays, so that a definition
    /// moves no more often than its class can be halved, and only what refers to it is looked at again.
    /// </summary>
    /// <param name="moved">The definitions that are in another class than before, which was none's until then.</param>
    /// <returns>The definitions that it moved.</returns>
    private List<int> Split(List<int> moved)
    {
        Dictionary<int, List<(int Place, int Class)>> changes = [];
        foreach (int target in moved)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach ((int source, int place) in _references[target])
            {
                if (!changes.TryGetValue(source, out List<(int, int)>? changed))
                {
                    changes.Add(source, changed = []);
                }

                changed.Add((place, _classes[target]));
            }
        }

        List<int> next = [];
        foreach (IGrouping<int, int> touched in changes.Keys.GroupBy(definition => _classes[definition]).ToList())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            HashSet<int> members = _members[touched.Key];
            List<List<int>> parts = [.. touched.GroupBy(definition => Print(changes[definition]), StringComparer.Ordinal).Select(static part => part.ToList())];
            if (members.Count > touched.Count())
            {
                parts.Add([.. members.Where(definition => !changes.ContainsKey(definition))]);
            }

            foreach (List<int> part in parts.OrderByDescending(static part => part.Count).Skip(1))
            {
                members.ExceptWith(part);
                part.ForEach(definition => _classes[definition] = _members.Count);
                _members.Add([.. part]);
                next.AddRange(part);
            }
        }

        return next;
    }

    private static string Print(List<(int Place, int Class)> changes)
    {
        changes.Sort();
        return string.Join(" ", changes.Select(static change => FormattableString.Invariant($"{change.Place}:{change.Class}")));
    }

    private Dictionary<JsonNode, SchemaNode> Representatives()
    {
        Dictionary<int, SchemaNode> first = [];
        Dictionary<JsonNode, SchemaNode> representatives = [];
        for (int i = 0; i < _definitions.Count; i++)
        {
            SchemaNode schema = _definitions[i].Schema;
            if (first.TryGetValue(_classes[i], out SchemaNode representative))
            {
                representatives.Add(schema.Node, representative);
            }
            else
            {
                first.Add(_classes[i], schema);
            }
        }

        return representatives;
    }
}
