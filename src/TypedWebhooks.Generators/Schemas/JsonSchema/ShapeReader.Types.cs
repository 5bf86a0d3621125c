using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The keyword <c>type</c>, and the keywords that refine each of its values.</summary>
internal sealed partial class ShapeReader
{
    private Shape ReadType(JsonObject schema, string? name)
    {
        List<string> types = Types(schema);
        bool nullable = types.Remove("null") || (schema.TryGet("nullable", out JsonNode? flag) && flag is JsonBoolean { Value: true });
        if (types.Contains("number"))
        {
            types.Remove("integer");
        }

        Shape shape = types.Count switch
        {
            0 => Any(schema, nullable ? "only null is valid here" : null),
            1 => ReadOneType(schema, types[0], name),
            _ => Any(schema, $"it may be {string.Join(" or ", types)}"),
        };

        return nullable ? Nullable(shape) : shape;
    }

    private Shape ReadOneType(JsonObject schema, string type, string? name) => type switch
    {
        "object" => ReadObject(schema, name),
        "array" => ReadArray(schema),
        "string" => new ScalarShape(StringKind(schema)),
        "integer" => new ScalarShape(IntegerKind(schema)),
        "number" => new ScalarShape(Text(schema, "format") == "decimal" ? ScalarKind.Decimal : ScalarKind.Double),
        "boolean" => new ScalarShape(ScalarKind.Boolean),
        _ => Invalid(schema, $"'{type}' is not a type of JSON Schema"),
    };

    /// <summary>What <c>type</c> says, or what the other keywords make plain where it is missing.</summary>
    private static List<string> Types(JsonObject schema)
    {
        if (schema.TryGet("type", out JsonNode? type))
        {
            return type switch
            {
                JsonString { Value: var one } => [one],
                JsonArray { Items: var several } => [.. several.OfType<JsonString>().Select(static item => item.Value).Distinct(StringComparer.Ordinal)],
                _ => [],
            };
        }

        if (schema.TryGet("properties", out _) || schema.TryGet("additionalProperties", out _))
        {
            return ["object"];
        }

        return schema.TryGet("items", out _) ? ["array"] : [];
    }

    private Shape ReadObject(JsonObject schema, string? name)
    {
        if (schema.TryGet("properties", out JsonNode? properties) && properties is JsonObject { Members.Length: > 0 })
        {
            ObjectShape shape = new() { Name = name, IsObsolete = IsObsolete(schema) };

            // Known before its members are read, so that a schema may refer to itself.
            _shapes[schema] = shape;
            AddMembers(schema, shape);
            return shape;
        }

        return new MapShape(
            schema.TryGet("additionalProperties", out JsonNode? values) && values is not JsonBoolean ? Read(values) : Any(schema));
    }

    private void AddMembers(JsonObject schema, ObjectShape shape)
    {
        if (!schema.TryGet("properties", out JsonNode? properties) || properties is not JsonObject members)
        {
            return;
        }

        HashSet<string> required = new(StringComparer.Ordinal);
        if (schema.TryGet("required", out JsonNode? names) && names is JsonArray listed)
        {
            required.UnionWith(listed.Items.OfType<JsonString>().Select(static item => item.Value));
        }

        foreach (JsonMember member in members.Members)
        {
            Shape type = Read(member.Value);
            shape.Members.Add(new(member.Name, type, required.Contains(member.Name), document.At(member.NameSpan))
            {
                Description = Text(member.Value, "description") ?? Text(member.Value, "title"),
                IsObsolete = IsObsolete(member.Value),
            });
        }
    }

    private ListShape ReadArray(JsonObject schema) =>
        new(schema.TryGet("items", out JsonNode? items) && items is not JsonArray ? Read(items) : Any(schema));

    private static ScalarKind StringKind(JsonObject schema) => Text(schema, "format") switch
    {
        "uuid" or "guid" => ScalarKind.Guid,
        "date-time" => ScalarKind.DateTimeOffset,
        "date" => ScalarKind.DateOnly,
        "time" => ScalarKind.TimeOnly,
        _ => ScalarKind.String,
    };

    private static ScalarKind IntegerKind(JsonObject schema) => Text(schema, "format") switch
    {
        "int64" => ScalarKind.Int64OrString,
        "uint64" => ScalarKind.UInt64OrString,
        "int8" or "uint8" or "int16" or "uint16" or "int32" => ScalarKind.Int32,
        _ when Bound(schema, "minimum") >= int.MinValue && Bound(schema, "maximum") <= int.MaxValue => ScalarKind.Int32,
        _ => ScalarKind.Int64,
    };

    private static double? Bound(JsonObject schema, string keyword) =>
        schema.TryGet(keyword, out JsonNode? value) && value is JsonNumber number && number.TryGetDouble(out double bound) ? bound : null;
}
