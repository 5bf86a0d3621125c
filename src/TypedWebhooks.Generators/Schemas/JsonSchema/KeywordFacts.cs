using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>What the keywords of a schema say that have no part in its shape. Each fact is called like its keyword; texts for people are hashes.</summary>
internal sealed class KeywordFacts(SchemaNode schema, SchemaSet schemas) : SchemaFacts
{
    /// <summary>Longer values stand as their hash.</summary>
    private const int MaxValue = 60;

    private const int MaxDepth = 16;

    /// <summary>Keywords whose value is the fact.</summary>
    private static readonly HashSet<string> s_values = new(StringComparer.Ordinal)
    {
        "const", "contentEncoding", "contentMediaType", "default", "exclusiveMaximum", "exclusiveMinimum", "format", "maxContains", "maxItems", "maxLength",
        "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "pattern", "readOnly", "uniqueItems", "writeOnly",
    };

    /// <summary>Keywords that restrict a value in ways that no type has.</summary>
    private static readonly HashSet<string> s_conditions = new(StringComparer.Ordinal)
    {
        "allOf", "contains", "dependencies", "dependentRequired", "dependentSchemas", "else", "if", "not", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    };

    /// <summary>Keywords for people.</summary>
    private static readonly HashSet<string> s_notes = new(StringComparer.Ordinal) { "$comment", "example", "examples", "externalDocs", "title", "xml" };

    private static readonly HashSet<string> s_annotations = new(s_notes, StringComparer.Ordinal) { "default", "deprecated", "description" };

    public override SchemaLocation Location => schema.Location;

    public override IReadOnlyDictionary<string, string> Read(bool isNamed)
    {
        SortedDictionary<string, string> facts = new(StringComparer.Ordinal);
        Add(facts, "", schema, isNamed, 0);
        return facts;
    }

    public override SchemaLocation? Find(string value)
    {
        SchemaNode at = schema;
        for (int i = 0; i < MaxDepth && at.Object is { } keywords; i++)
        {
            if (keywords.TryGet("enum", out JsonNode? values) && values is JsonArray { Items: var items })
            {
                JsonNode? found = items.FirstOrDefault(item => item is JsonString text && text.Value == value);
                return found is null ? null : at.Resource.Document.At(found);
            }

            if (Inner(at, keywords) is not { } inner)
            {
                return null;
            }

            at = inner;
        }

        return null;
    }

    private void Add(SortedDictionary<string, string> facts, string prefix, SchemaNode at, bool isNamed, int depth)
    {
        if (at.Object is not { } keywords || depth > MaxDepth)
        {
            return;
        }

        StableHash notes = default, conditions = default;
        bool hasNotes = false, hasConditions = false;
        foreach (JsonMember member in keywords.Members.OrderBy(static member => member.Name, StringComparer.Ordinal))
        {
            if (s_values.Contains(member.Name))
            {
                Set(facts, prefix + member.Name, Short(Text(member.Value, keepsAnnotations: true)));
            }
            else if (member.Name == "enum" && member.Value is JsonArray { Items: { Length: 1 } only })
            {
                Set(facts, prefix + "const", Short(Text(only[0], keepsAnnotations: true)));
            }
            else if (member is { Name: "description", Value: JsonString text })
            {
                Set(facts, prefix + "doc", StableHash.Of(text.Value));
            }
            else if (s_notes.Contains(member.Name))
            {
                hasNotes = true;
                notes.Add(member.Name + Text(member.Value, keepsAnnotations: true));
            }
            else if (s_conditions.Contains(member.Name) && Restricts(member))
            {
                hasConditions = true;
                conditions.Add(member.Name + Text(member.Value, keepsAnnotations: false));
            }
        }

        if (hasNotes)
        {
            Set(facts, prefix + "notes", notes.Short);
        }

        if (hasConditions)
        {
            Set(facts, prefix + "conditions", conditions.Short);
        }

        if (prefix.Length == 0 && depth == 0 && ReferenceEquals(at.Node, at.Resource.Document.Root) && (keywords.TryGet("$id", out _) || keywords.TryGet("$schema", out _)))
        {
            StableHash id = default;
            id.Add(ShapeReader.Text(at.Node, "$id") ?? "");
            id.Add(ShapeReader.Text(at.Node, "$schema") ?? "");
            Set(facts, "id", id.Short);
        }

        if (!isNamed && Inner(at, keywords) is { } inner)
        {
            Add(facts, prefix, inner, isNamed, depth + 1);
        }

        if (!isNamed && keywords.TryGet("items", out JsonNode? items) && items is JsonObject item && !item.TryGet("properties", out _))
        {
            Add(facts, prefix + "items.", at.In(items), isNamed, depth + 1);
        }
    }

    /// <summary>What a schema is without what it says itself: the target of its reference, or its one alternative that is not null.</summary>
    private SchemaNode? Inner(SchemaNode at, JsonObject keywords)
    {
        if (ShapeReader.Reference(keywords) is { } reference)
        {
            return schemas.Resolve(at, reference);
        }

        if (!ShapeReader.TryGetAlternatives(at.Node, out var alternatives))
        {
            return null;
        }

        List<JsonNode> present = [.. alternatives.Where(static alternative => ShapeReader.Text(alternative, "type") != "null")];
        return present.Count == 1 ? at.In(present[0]) : null;
    }

    /// <summary>Whether a keyword says something that the shape does not: of <c>allOf</c> only what stands there in place.</summary>
    private static bool Restricts(JsonMember member) =>
        member.Name != "allOf" || (member.Value is JsonArray { Items: var parts } && parts.Any(static part => part is JsonObject o && ShapeReader.Reference(o) is null));

    /// <summary>What stands nearer to the value counts.</summary>
    private static void Set(SortedDictionary<string, string> facts, string name, string value)
    {
        if (!facts.ContainsKey(name))
        {
            facts.Add(name, value);
        }
    }

    private static string Short(string text) => text.Length <= MaxValue ? text : "#" + StableHash.Of(text);

    /// <summary>A value in one spelling: members in ordinal order, no white space.</summary>
    private static string Text(JsonNode node, bool keepsAnnotations)
    {
        StringBuilder text = new();
        Write(text, node, keepsAnnotations, isSchema: true, 0);
        return text.ToString();
    }

    /// <param name="isSchema">Whether an object's members are keywords, and not names of what a payload has.</param>
    private static void Write(StringBuilder text, JsonNode node, bool keepsAnnotations, bool isSchema, int depth)
    {
        switch (node)
        {
            case JsonString s:
                text.Append('"').Append(s.Value.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
                break;
            case JsonNumber number:
                text.Append(number.RawText);
                break;
            case JsonBoolean flag:
                text.Append(flag.Kind);
                break;
            case JsonArray array when depth < MaxDepth * 4:
                text.Append('[');
                for (int i = 0; i < array.Items.Length; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(text, array.Items[i], keepsAnnotations, isSchema, depth + 1);
                }

                text.Append(']');
                break;
            case JsonObject o when depth < MaxDepth * 4:
                text.Append('{');
                foreach (JsonMember member in o.Members.Where(member => keepsAnnotations || !isSchema || !s_annotations.Contains(member.Name)).OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    text.Append(text[text.Length - 1] == '{' ? "\"" : ",\"").Append(member.Name).Append("\":");
                    Write(text, member.Value, keepsAnnotations, !isSchema || member.Name is not ("properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas"), depth + 1);
                }

                text.Append('}');
                break;
            default:
                text.Append("null");
                break;
        }
    }
}
