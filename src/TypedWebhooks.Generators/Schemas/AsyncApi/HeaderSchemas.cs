using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>The headers of a message, which are the members of an object that a schema describes.</summary>
internal sealed class HeaderSchemas(DocumentReferences references)
{
    /// <summary>How deep schemas may lie in one another and still be looked for headers.</summary>
    private const int MaxDepth = 8;

    public IReadOnlyList<DeclaredHeader> Of(MergedObject message)
    {
        List<DeclaredHeader> found = [];
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (LocatedNode layer in message.Get("headers")?.Layers ?? [])
        {
            found.AddRange(Properties(layer, 0).Where(property => known.Add(property.Name) && property.Schema.Node is JsonObject).Select(property => DeclaredHeader.Of(property.Name, property.Schema.Node, example: null)));
        }

        return found;
    }

    private IEnumerable<(string Name, LocatedNode Schema)> Properties(LocatedNode schema, int depth)
    {
        LocatedNode at = references.TryFollow(schema) ?? schema;
        at = SchemaFormat.Of(at.Node) is not null && at.Node.Get("schema") is { } inner ? references.TryFollow(at.In(inner)) ?? at : at;
        IEnumerable<(string, LocatedNode)> own = at.Node.Members("properties").Select(member => (member.Name, references.TryFollow(at.In(member.Value)) ?? at.In(member.Value)));
        return depth > MaxDepth ? own : own.Concat(at.Node.Items("allOf").SelectMany(part => Properties(at.In(part), depth + 1)));
    }
}
