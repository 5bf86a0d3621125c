using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>What a schema says of a value by itself: its constants, its type, and the keywords that refine a type.</summary>
internal sealed partial class ShapeReader
{
    private Shape ReadOwn(SchemaNode schema, JsonObject keywords)
    {
        if (keywords.TryGet("const", out JsonNode? constant))
        {
            return OfValues(schema, ImmutableArray.Create(constant));
        }

        return keywords.TryGet("enum", out JsonNode? values) && values is JsonArray { Items: { IsDefaultOrEmpty: false } listed }
            ? OfValues(schema, listed)
            : ReadTypes(schema, keywords);
    }

    private Shape ReadTypes(SchemaNode schema, JsonObject keywords)
    {
        List<string> types = Types(keywords);
        if (types.Count == 0)
        {
            return ReadUntyped(schema, keywords);
        }

        bool nullable = types.Remove("null");
        if (types.Contains("number"))
        {
            types.Remove("integer");
        }

        Shape shape = types.Count switch
        {
            0 => Null(schema),
            1 => ReadType(schema, keywords, types[0]),
            _ => Union(schema, [.. types.Select(type => ReadType(schema, keywords, type))]),
        };

        return nullable ? Nullable(shape) : shape;
    }

    /// <summary>
    /// Without a <c>type</c>, the other keywords only say what holds for values of their type; any other value is valid
    /// too. Such a schema means one type all the same, so that is its shape, loosely.
    /// </summary>
    private Shape ReadUntyped(SchemaNode schema, JsonObject keywords)
    {
        string? type =
            keywords.TryGet("properties", out _) || keywords.TryGet("patternProperties", out _) || IsSchema(keywords, "additionalProperties") ? "object"
            : IsSchema(keywords, "items") || keywords.TryGet("prefixItems", out _) ? "array"
            : ValueFormats.OfString(keywords, Forms) is not (ScalarKind.String or ScalarKind.Int64Text or ScalarKind.UInt64Text) ? "string"
            : null;
        if (type is null)
        {
            return Any(schema);
        }

        Shape inner = ReadType(schema, keywords, type);
        return new LooseShape(inner) { Description = inner.Description };
    }

    private static bool IsSchema(JsonObject keywords, string keyword) => keywords.TryGet(keyword, out JsonNode? node) && node is JsonObject;

    private Shape ReadType(SchemaNode schema, JsonObject keywords, string type) => type switch
    {
        "object" => ReadObject(schema, keywords),
        "array" => ReadArray(schema, keywords),
        "string" => new ScalarShape(ValueFormats.OfString(keywords, Forms)),
        "integer" => new ScalarShape(ValueFormats.OfInteger(keywords, Forms)),
        "number" => new ScalarShape(ValueFormats.OfNumber(keywords, Forms)),
        "boolean" => new ScalarShape(ScalarKind.Boolean),
        "any" => Any(schema),
        _ => Invalid(schema, $"'{type}' is not a type of JSON Schema"),
    };

    private static List<string> Types(JsonObject keywords) => !keywords.TryGet("type", out JsonNode? type) ? [] : type switch
    {
        JsonString { Value: var one } => [one],
        JsonArray { Items: var several } => [.. several.OfType<JsonString>().Select(static item => item.Value).Distinct(StringComparer.Ordinal)],
        _ => [],
    };

    private Shape ReadObject(SchemaNode schema, JsonObject keywords)
    {
        if (keywords.TryGet("properties", out JsonNode? properties) && properties is JsonObject { Members.Length: > 0 } members)
        {
            ObjectShape shape = new()
            {
                IsObsolete = IsObsolete(keywords),
                IsClosed = keywords.TryGet("additionalProperties", out JsonNode? additional) && additional is JsonBoolean { Value: false },
            };
            AddRequired(keywords, shape.Required);
            foreach (JsonMember member in members.Members)
            {
                shape.Members.Add(new(member.Name, () => Read(schema.In(member.Value)), shape.Required.Contains(member.Name), schema.Resource.Document.At(member.NameSpan))
                {
                    Description = Describe(member.Value),
                    IsObsolete = IsObsolete(member.Value),
                    Facts = new KeywordFacts(schema.In(member.Value), schemas),
                });
            }

            return shape;
        }

        HashSet<string> required = new(StringComparer.Ordinal);
        AddRequired(keywords, required);
        return new MapShape(MapValue(schema, keywords)) { Required = [.. required.OrderBy(static name => name, StringComparer.Ordinal)] };
    }

    /// <summary>What the values of a map are: what all patterns and the rest have in common, or else anything.</summary>
    private Shape MapValue(SchemaNode schema, JsonObject keywords)
    {
        List<JsonNode> values = [];
        if (keywords.TryGet("patternProperties", out JsonNode? patterns) && patterns is JsonObject byPattern)
        {
            values.AddRange(byPattern.Members.Select(static member => member.Value));
        }

        bool closed = keywords.TryGet("additionalProperties", out JsonNode? additional) && additional is JsonBoolean { Value: false };
        if (additional is JsonObject)
        {
            values.Add(additional);
        }

        bool open = additional is null or JsonBoolean { Value: true };
        return values.Count == 1 && (!open || closed) ? Read(schema.In(values[0])) : Any(schema);
    }

    private static void AddRequired(JsonObject keywords, HashSet<string> required)
    {
        if (keywords.TryGet("required", out JsonNode? names) && names is JsonArray listed)
        {
            foreach (JsonNode item in listed.Items)
            {
                if (item is JsonString name)
                {
                    required.Add(name.Value);
                }
            }
        }
    }

    /// <summary>An array of one kind of item. A tuple is an array of anything: C# has no type for its rest.</summary>
    private ListShape ReadArray(SchemaNode schema, JsonObject keywords)
    {
        bool isTuple = keywords.TryGet("prefixItems", out _) || (keywords.TryGet("items", out JsonNode? list) && list is JsonArray);
        return new(!isTuple && keywords.TryGet("items", out JsonNode? items)
            ? Read(schema.In(items))
            : Any(schema, isTuple ? "each place of the array has a type of its own" : null));
    }

    /// <summary>One of some constants: an enum where all are strings; with null beside them, a nullable one.</summary>
    private Shape OfValues(SchemaNode schema, ImmutableArray<JsonNode> values)
    {
        List<JsonNode> others = [.. values.Where(static value => value is not JsonNull)];
        Shape shape = OfPresentValues(schema, others);
        return others.Count < values.Length ? Nullable(shape) : shape;
    }

    private static string[]? PlainTexts(List<JsonNode> numbers)
    {
        string[] texts = [.. numbers.Select(static number => ((JsonNumber)number).ToPlainText() ?? "").Distinct()];
        return texts.Contains("") ? null : texts;
    }

    private Shape OfPresentValues(SchemaNode schema, List<JsonNode> values)
    {
        if (values.Count == 0)
        {
            return Null(schema);
        }

        if (values.TrueForAll(static value => value is JsonString))
        {
            foreach (JsonNode value in values.Where(static value => !WireName.IsUnicode(((JsonString)value).Value)))
            {
                Invalid(schema.In(value), "This value holds half a surrogate pair, which no text can");
            }

            string[] texts = [.. values.Select(static value => ((JsonString)value).Value).Where(WireName.IsUnicode).Distinct(StringComparer.Ordinal)];
            return texts.Length == 0 ? new ScalarShape(ScalarKind.String)
                : texts.Length == 1 ? new ConstantShape(texts[0], schema.Resource.Document.At(values[0])) : new EnumShape(texts);
        }

        if (values.TrueForAll(static value => value is JsonBoolean))
        {
            return new ScalarShape(ScalarKind.Boolean);
        }

        if (values.TrueForAll(static value => value is JsonNumber))
        {
            return new ScalarShape(Numbers.KindOf([.. values.Cast<JsonNumber>()]))
            {
                Numbers = PlainTexts(values),
            };
        }

        return values.Exists(static value => value is JsonArray or JsonObject)
            ? Any(schema, "its values are objects or arrays")
            : Union(schema, [.. values.GroupBy(static value => value.GetType()).Select(group => OfPresentValues(schema, [.. group]))]);
    }
}
