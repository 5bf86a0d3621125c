using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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
        "dependencies", "dependentRequired", "dependentSchemas", "else", "if", "not", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    };

    /// <summary>Keywords of which only that they changed is a fact.</summary>
    private static readonly HashSet<string> s_hashed = new(StringComparer.Ordinal) { "additionalItems", "contains", "patternProperties", "prefixItems" };

    /// <summary>Keywords for people.</summary>
    private static readonly HashSet<string> s_notes = new(StringComparer.Ordinal) { "$comment", "example", "examples", "externalDocs", "title", "xml" };

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
                // A constant may be 1 or "1"; of what can only be a string, the quotation marks say nothing.
                bool isPlain = member.Value is JsonString && member.Name is not ("const" or "default");
                Set(facts, prefix + member.Name, Short(isPlain ? ((JsonString)member.Value).Value : SchemaSpelling.OfValue(member.Value)));
            }
            else if (member.Name == "enum" && member.Value is JsonArray { Items: { Length: 1 } only })
            {
                Set(facts, prefix + "const", Short(SchemaSpelling.OfValue(only[0])));
            }
            else if (member is { Name: "description", Value: JsonString text })
            {
                Set(facts, prefix + "doc", StableHash.Of(text.Value));
            }
            else if (s_hashed.Contains(member.Name) || (member.Name == "items" && member.Value is JsonArray) || (member.Name == "additionalProperties" && member.Value is JsonObject && keywords.TryGet("properties", out _)))
            {
                Set(facts, prefix + (member.Name is "items" or "additionalItems" ? "prefixItems" : member.Name), "#" + StableHash.Of(SchemaSpelling.Of(member.Value)));
            }
            else if (s_notes.Contains(member.Name))
            {
                hasNotes = true;
                notes.Add(member.Name + SchemaSpelling.OfValue(member.Value));
            }
            else if (s_conditions.Contains(member.Name))
            {
                hasConditions = true;
                conditions.Add(member.Name + SchemaSpelling.Of(member.Value));
            }
            else if (member.Name == "allOf")
            {
                AddComposition(facts, prefix, member);
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

        if (isNamed && InPlace(at) is { } present)
        {
            // Only null stands beside it.
            Add(facts, prefix, present, isNamed, depth + 1);
        }
        else if (!isNamed && Inner(at, keywords) is { } inner)
        {
            Add(facts, prefix, inner, isNamed, depth + 1);
        }
        else if (!isNamed && ShapeReader.TryGetAlternatives(at.Node, out var alternatives))
        {
            AddAlternatives(facts, prefix, alternatives);
        }

        if (!isNamed && keywords.TryGet("items", out JsonNode? items) && items is JsonObject item && !item.TryGet("properties", out _))
        {
            Add(facts, prefix + "items.", at.In(items), isNamed, depth + 1);
        }
    }

    /// <summary>The one alternative that is not null, where it stands there in place.</summary>
    private static SchemaNode? InPlace(SchemaNode at)
    {
        if (!ShapeReader.TryGetAlternatives(at.Node, out var alternatives))
        {
            return null;
        }

        List<JsonNode> present = [.. alternatives.Where(static alternative => ShapeReader.Text(alternative, "type") != "null")];
        return present.Count == 1 && present[0] is JsonObject only && ShapeReader.Reference(only) is null ? at.In(present[0]) : null;
    }

    /// <summary>What restricts the alternatives of a union that stand there in place, as one fact.</summary>
    private static void AddAlternatives(SortedDictionary<string, string> facts, string prefix, System.Collections.Immutable.ImmutableArray<JsonNode> alternatives)
    {
        StableHash restrictions = default;
        bool hasAny = false;
        foreach (JsonMember member in alternatives.OfType<JsonObject>().SelectMany(static alternative => alternative.Members).Where(static member => s_values.Contains(member.Name) && member.Name is not ("const" or "default" or "format")))
        {
            hasAny = true;
            restrictions.Add(member.Name + SchemaSpelling.OfValue(member.Value));
        }

        if (hasAny)
        {
            Set(facts, prefix + "alternatives", restrictions.Short);
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

    /// <summary>
    /// What stands in place in <c>allOf</c> beside what is referred to. Where it only restricts that, it is in no type: the strings that it
    /// lists for a member are facts of their own, called after the way to the member, and the rest is one.
    /// </summary>
    private static void AddComposition(SortedDictionary<string, string> facts, string prefix, JsonMember allOf)
    {
        if (allOf.Value is not JsonArray { Items: var parts } || !parts.Any(static part => part is JsonObject o && ShapeReader.Reference(o) is null))
        {
            return;
        }

        // What stands as a fact of its own is left out of the rest.
        HashSet<JsonNode> listed = [];
        foreach (JsonNode part in parts)
        {
            AddListed(facts, prefix, part, listed, 0);
        }

        Set(facts, prefix + "allOf", "#" + StableHash.Of(SchemaSpelling.Of(allOf.Value, listed)));
    }

    private static void AddListed(SortedDictionary<string, string> facts, string path, JsonNode schema, HashSet<JsonNode> found, int depth)
    {
        if (schema is not JsonObject keywords || depth > MaxDepth)
        {
            return;
        }

        if (depth > 0 && !facts.ContainsKey(path) && Listed(keywords) is { } listed)
        {
            facts.Add(path, listed);
            found.Add(keywords);
        }

        if (keywords.TryGet("properties", out JsonNode? properties) && properties is JsonObject { Members: var members })
        {
            foreach (JsonMember member in members.Where(static member => member.Name.Length > 0))
            {
                AddListed(facts, path + "/" + member.Name.Replace("~", "~0").Replace("/", "~1"), member.Value, found, depth + 1);
            }
        }
    }

    /// <summary>The strings that a schema lists, in ordinal order with bars between; null where it lists none.</summary>
    private static string? Listed(JsonObject keywords)
    {
        JsonNode[] values = keywords.TryGet("const", out JsonNode? only) ? [only]
            : keywords.TryGet("enum", out JsonNode? several) && several is JsonArray { Items: var items } ? [.. items]
            : [];
        return values.Length > 0 && values.All(static value => value is JsonString)
            ? string.Join("|", values.Select(static value => ((JsonString)value).Value.Replace("~", "~0").Replace("|", "~1")).Distinct(StringComparer.Ordinal).OrderBy(static value => value, StringComparer.Ordinal))
            : null;
    }

    /// <summary>What stands nearer to the value counts.</summary>
    private static void Set(SortedDictionary<string, string> facts, string name, string value)
    {
        if (!facts.ContainsKey(name))
        {
            facts.Add(name, value);
        }
    }

    private static string Short(string text) => text.Length <= MaxValue ? text : "#" + StableHash.Of(text);
}
