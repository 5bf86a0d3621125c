using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Reads a schema of any draft as a shape. One schema gives one shape, however often it is referred to. The shape may let
/// through more than the schema, never less: a keyword that only restricts is left to the provider.
/// </summary>
internal sealed partial class ShapeReader(SchemaSet schemas, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private const int MaxDepth = 200;

    /// <summary>How the provider writes values.</summary>
    public ValueForms Forms { get; init; }

    private static readonly string[] s_references = ["$ref", "$dynamicRef", "$recursiveRef"];

    private readonly Dictionary<JsonNode, Shape> _shapes = [];
    private readonly Dictionary<JsonNode, DeferredShape> _reading = [];

    /// <summary>Reads a schema.</summary>
    public Shape Read(SchemaNode schema)
    {
        cancellationToken.ThrowIfCancellationRequested();
        schema = schemas.At(schema);
        if (_shapes.TryGetValue(schema.Node, out Shape? known))
        {
            return known;
        }

        if (_reading.TryGetValue(schema.Node, out DeferredShape? unfinished))
        {
            return unfinished;
        }

        if (_reading.Count >= MaxDepth)
        {
            return Any(schema, "the schemas lie too deep in one another");
        }

        DeferredShape deferred = new();
        _reading.Add(schema.Node, deferred);
        Shape shape = schema.Node switch
        {
            JsonBoolean { Value: true } => Any(schema),
            JsonBoolean => Any(schema, "nothing is valid here"),
            JsonObject o => ReadKeywords(schema, o),
            _ => Invalid(schema, $"A schema is an object, true or false, not {schema.Node.Kind}"),
        };

        _reading.Remove(schema.Node);
        shape = IsOnly(deferred, shape) ? Any(schema, "it is nothing but itself") : shape;
        shape = shape is ObjectShape extended && _baseShapes.Contains(extended) ? Copy(extended) : shape;
        shape.Description ??= Describe(schema.Node);
        GiveFacts(shape, schema);
        schemas.NameOf(schema)?.GiveTo(shape);
        _shapes[schema.Node] = shape;
        deferred.Target = shape;
        return shape;
    }

    /// <summary>A type says what its schema says; where null, or anything else, may come in its place, that is still its schema.</summary>
    private void GiveFacts(Shape shape, SchemaNode schema)
    {
        while (shape is NullableShape or LooseShape)
        {
            shape = shape is NullableShape nullable ? nullable.Inner : ((LooseShape)shape).Inner;
        }

        if (shape is ObjectShape or EnumShape or HierarchyShape)
        {
            shape.Facts ??= new KeywordFacts(schema, schemas);
        }
    }

    /// <summary>All keywords of a schema hold at once: what it says itself, what it refers to, and what it is composed of.</summary>
    private Shape ReadKeywords(SchemaNode schema, JsonObject keywords)
    {
        Shape shape = OnlyReference(schema) is not { } only ? ReadMapped(schema, keywords) ?? ReadParts(schema, keywords)
            : schemas.Resolve(schema, only) is { } resolved ? Read(resolved)
            : Any(schema);

        // OpenAPI 3.0 has no type null: its `nullable` adds null to whatever else the schema says.
        return keywords.TryGet("nullable", out JsonNode? flag) && flag is JsonBoolean { Value: true } ? Nullable(shape) : shape;
    }

    private Shape ReadParts(SchemaNode schema, JsonObject keywords)
    {
        JsonString? reference = Reference(keywords);
        List<Part> parts = [];
        Shape own = ReadOwn(schema, keywords);
        if (reference is not null && schemas.Resolve(schema, reference) is { } extended)
        {
            parts.Add(new(ReadBase(extended), IsReference: true));
        }

        if (keywords.TryGet("allOf", out JsonNode? allOf) && allOf is JsonArray conjuncts)
        {
            foreach (JsonNode conjunct in conjuncts.Items)
            {
                parts.Add(new(ReadBase(schema.In(conjunct)), conjunct is JsonObject o && Reference(o) is not null));
            }
        }

        parts.Add(new(own, IsReference: false));
        if (TryGetAlternatives(schema.Node, out ImmutableArray<JsonNode> alternatives))
        {
            bool informed = parts.Exists(static part => Finished(part.Shape) is not AnyShape);
            parts.Add(new(ReadAlternatives(schema, alternatives, informed), IsReference: false));
        }

        AddConditional(schema, keywords, parts);
        return Requiring(Merge(schema, parts), keywords);
    }

    /// <summary>The reference of a schema that is nothing else; null where it says something itself.</summary>
    public static JsonString? OnlyReference(SchemaNode schema) =>
        schema.Object is { } keywords && Reference(keywords) is { } reference && (!schema.Resource.RefHasSiblings || !HasShape(keywords)) ? reference : null;

    /// <summary>Whether a schema with a reference says anything else that has to do with the shape.</summary>
    private static bool HasShape(JsonObject schema) => schema.Members.Any(static member =>
        member.Name is "type" or "properties" or "additionalProperties" or "patternProperties" or "required" or "items" or "prefixItems"
            or "allOf" or "anyOf" or "oneOf" or "enum" or "const" or "format" or "if" or "nullable");

    /// <summary>Whether a member of a schema is a reference.</summary>
    public static bool IsReference(JsonMember member) => member.Value is JsonString && s_references.Contains(member.Name);

    /// <summary>A reference; a dynamic one is taken for a plain one, which it is wherever nothing overrides it.</summary>
    public static JsonString? Reference(JsonObject schema)
    {
        foreach (string keyword in s_references)
        {
            if (schema.TryGet(keyword, out JsonNode? node) && node is JsonString text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The shape, where it is known by now.</summary>
    private static Shape? Finished(Shape shape) => shape is DeferredShape deferred ? deferred.Target : shape;

    /// <summary>Whether a schema refers to itself and says nothing else on the way.</summary>
    private static bool IsOnly(DeferredShape itself, Shape? shape) => shape switch
    {
        DeferredShape deferred => deferred == itself || IsOnly(itself, deferred.Target),
        LooseShape loose => IsOnly(itself, loose.Inner),
        NullableShape nullable => IsOnly(itself, nullable.Inner),
        _ => false,
    };

    private static AnyShape Any(SchemaNode schema, string? reason = null) => new(reason, schema.Location);

    private static AnyShape Null(SchemaNode schema) => new("only null is valid here", schema.Location) { IsNull = true };

    private AnyShape Invalid(SchemaNode schema, string message)
    {
        diagnostics.Report(Descriptors.TWH2010_InvalidSchema, schema.Location, message);
        return Any(schema);
    }

    /// <summary>The branches of a <c>oneOf</c> or, where there is none, of an <c>anyOf</c>.</summary>
    public static bool TryGetAlternatives(JsonNode schema, out ImmutableArray<JsonNode> alternatives)
    {
        if (schema is JsonObject o && (o.TryGet("oneOf", out JsonNode? branches) || o.TryGet("anyOf", out branches)) && branches is JsonArray { Items.Length: > 0 } array)
        {
            alternatives = array.Items;
            return true;
        }

        alternatives = ImmutableArray<JsonNode>.Empty;
        return false;
    }

    public static string? Text(JsonNode schema, string keyword) =>
        schema is JsonObject o && o.TryGet(keyword, out JsonNode? value) && value is JsonString { Value: { Length: > 0 } text } ? text : null;

    /// <summary>What a schema says of itself, for people.</summary>
    public static string? Describe(JsonNode schema)
    {
        string? description = Text(schema, "description") ?? Text(schema, "title");
        string? standard = schema is JsonObject o && o.TryGet("default", out JsonNode? value) ? Example(value) : null;
        string? example = schema is JsonObject withExamples && withExamples.TryGet("examples", out JsonNode? examples) && examples is JsonArray { Items.Length: > 0 } several
            ? Example(several.Items[0])
            : schema is JsonObject withExample && withExample.TryGet("example", out JsonNode? only) ? Example(only)
            : null;
        if (standard is null && example is null)
        {
            return description;
        }

        string remarks = example is null ? $"Default: {standard}."
            : standard is null ? $"Example: {example}."
            : $"Default: {standard}. Example: {example}.";
        return description is null ? remarks : description + "\n\n" + remarks;
    }

    /// <summary>A value as people write it; null where it is too long for a sentence.</summary>
    private static string? Example(JsonNode value, int depth = 0)
    {
        const int MaxDepth = 2, MaxItems = 10;
        switch (value)
        {
            // Of nothing, or of what begins or ends in a space, the quotation marks show what it is.
            case JsonString { Value: var text }:
                return depth > 0 || text.Length == 0 || text.Trim().Length < text.Length ? $"\"{text}\"" : text;
            case JsonNumber number:
                return number.RawText;
            case JsonBoolean flag:
                return flag.Kind;
            case JsonNull:
                return "null";
            case JsonArray { Items: var items } when items.Length == 0 || (depth < MaxDepth && items.Length <= MaxItems):
                string?[] values = [.. items.Select(item => Example(item, depth + 1))];
                return values.Contains(null) ? null : $"[{string.Join(", ", values)}]";
            case JsonObject { Members: var members } when members.Length == 0 || (depth < MaxDepth && members.Length <= MaxItems):
                string?[] parts = [.. members.Select(member => Example(member.Value, depth + 1) is { } part ? $"\"{member.Name}\": {part}" : null)];
                return parts.Contains(null) ? null : parts.Length == 0 ? "{}" : $"{{ {string.Join(", ", parts)} }}";
            default:
                return null;
        }
    }

    private static bool IsObsolete(JsonNode schema) =>
        schema is JsonObject o && o.TryGet("deprecated", out JsonNode? value) && value is JsonBoolean { Value: true };

    /// <summary>One of the things that a schema says at once.</summary>
    private readonly record struct Part(Shape Shape, bool IsReference);
}
