using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Selects the schemas that an event map takes for events: files by path, definitions by <c>#/…/*</c>.</summary>
internal sealed class SchemaGlobs(EventDiscovery discovery, SchemaDiagnostics diagnostics)
{
    public IEnumerable<SchemaNode> Select(IReadOnlyList<SchemaNode> roots)
    {
        List<JsonString> includes = [.. discovery.Schemas.Except(discovery.PathItems).Where(static glob => !IsExclusion(glob))];
        List<JsonString> excludes = [.. discovery.Schemas.Where(IsExclusion)];
        HashSet<JsonNode> selected = [];
        HashSet<JsonNode> excluded = [.. excludes.SelectMany(exclude => Matches(roots, exclude.Value.Substring(1))).Select(static match => match.Node)];

        // Where the map names none, or only what is none, every document is an event.
        foreach (SchemaNode root in includes.Count == 0 && discovery.PathItems.Count == 0 ? roots.Where(root => root.Resource.IsWhole && !excluded.Contains(root.Node)) : [])
        {
            yield return root;
        }

        foreach (JsonString include in includes)
        {
            List<SchemaNode> matches = [.. Matches(roots, include.Value)];
            if (matches.Count == 0)
            {
                Say(include, $"No schema matches '{include.Value}'");
            }

            foreach (SchemaNode match in matches)
            {
                if (selected.Add(match.Node) && !excluded.Contains(match.Node))
                {
                    yield return match;
                }
            }
        }

        foreach (JsonString exclude in excludes.Where(exclude => !Matches(roots, exclude.Value.Substring(1)).Any()))
        {
            Say(exclude, $"No schema matches '{exclude.Value}'");
        }
    }

    private static bool IsExclusion(JsonString glob) => glob.Value.StartsWith("!", StringComparison.Ordinal);

    private static IEnumerable<SchemaNode> Matches(IReadOnlyList<SchemaNode> roots, string glob)
    {
        int hash = glob.IndexOf('#');
        if (hash < 0)
        {
            return roots.Where(root => Glob.MatchesPath(glob, root.Resource.Document.File.Address));
        }

        string file = glob.Substring(0, hash), pointer = SchemaUri.Unescape(glob.Substring(hash + 1)).TrimStart('/');
        string[] tokens = pointer.Length == 0 ? [] : [.. pointer.Split('/').Select(JsonPointer.Unescape)];
        return roots
            .Where(root => file.Length == 0 || Glob.MatchesPath(file, root.Resource.Document.File.Address))
            .SelectMany(root => JsonGlob.Select(root.Node, tokens).Select(match => root.In(match.Node)));
    }

    private void Say(JsonString glob, string message) =>
        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, discovery.Map.At(glob), message);
}
