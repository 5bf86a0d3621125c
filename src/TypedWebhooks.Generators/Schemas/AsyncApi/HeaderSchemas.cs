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
            found.AddRange(Properties(layer, 0).Where(property => known.Add(property.Name) && property.Schema.Node is JsonObject).Select(property => new DeclaredHeader(property.Name, Values(property.Schema.Node))));
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

    /// <summary>What a header can be: what its schema lists or, where that lists nothing, its example.</summary>
    private static IReadOnlyList<string> Values(JsonNode schema)
    {
        if (schema.Text("const") is { } constant)
        {
            return [constant];
        }

        string[] listed = [.. schema.Items("enum").OfType<JsonString>().Select(static value => value.Value)];
        return listed.Length > 0 ? listed
            : (schema.Text("example") ?? (schema.Items("examples").FirstOrDefault() as JsonString)?.Value) is { Length: > 0 } example ? [example]
            : [];
    }
}
