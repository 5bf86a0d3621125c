using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Goes from a schema to that of a place in what it describes.</summary>
internal sealed class SchemaSteps(SchemaSet schemas)
{
    private const int MaxDepth = 16;

    /// <summary>The schema of what stands at a place; null where the schema says nothing of it.</summary>
    /// <param name="path">The names of the members that lead there; <c>*</c> stands for the items of an array.</param>
    public SchemaNode? Into(SchemaNode schema, IEnumerable<string> path)
    {
        SchemaNode? at = schema;
        foreach (string token in path)
        {
            at = at is { } from ? Step(from, token, 0) : null;
        }

        return at;
    }

    private SchemaNode? Step(SchemaNode schema, string token, int depth)
    {
        schema = schemas.At(schema);
        if (schema.Object is not { } o || depth > MaxDepth)
        {
            return null;
        }

        if (token == "*" ? o.TryGet("items", out JsonNode? next) && next is JsonObject
            : o.TryGet("properties", out JsonNode? properties) && properties is JsonObject members && members.TryGet(token, out next))
        {
            return schemas.At(schema.In(next!));
        }

        // What a schema is composed of is looked through from the last on: that is what adds to the others.
        IEnumerable<SchemaNode> parts = o.TryGet("allOf", out JsonNode? all) && all is JsonArray conjuncts ? conjuncts.Items.Reverse().Select(schema.In) : [];
        if (ShapeReader.Reference(o) is { } reference && schemas.TryResolve(schema, reference) is { } target)
        {
            parts = parts.Append(target);
        }

        return parts.Select(part => Step(part, token, depth + 1)).FirstOrDefault(static found => found is not null);
    }
}
