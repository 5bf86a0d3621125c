using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Reads one schema of a document as a shape. One schema gives one shape, however often it is referred to.</summary>
internal sealed partial class ShapeReader(SchemaDocument document, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private readonly Dictionary<JsonNode, Shape> _shapes = [];
    private readonly HashSet<JsonNode> _following = [];
    private readonly SchemaReferences _references = new(document, diagnostics);

    public SchemaReferences References => _references;

    /// <summary>Reads a schema.</summary>
    /// <param name="name">The name that the document gives it; null where it stands in place.</param>
    public Shape Read(JsonNode schema, string? name = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_shapes.TryGetValue(schema, out Shape? known))
        {
            return known;
        }

        Shape shape = schema switch
        {
            JsonBoolean { Value: true } => Any(schema),
            JsonBoolean => Any(schema, "nothing is valid here"),
            JsonObject o => ReadObjectSchema(o, name),
            _ => Invalid(schema, $"A schema is an object, true or false, not {schema.Kind}"),
        };

        shape.Description ??= Text(schema, "description") ?? Text(schema, "title");
        _shapes[schema] = shape;
        return shape;
    }

    private Shape ReadObjectSchema(JsonObject schema, string? name)
    {
        if (schema.TryGet("$ref", out JsonNode? reference))
        {
            return ReadReference(schema, reference);
        }

        if (schema.TryGet("allOf", out JsonNode? allOf) && allOf is JsonArray { Items: { IsDefaultOrEmpty: false } parts })
        {
            return ReadAllOf(schema, parts, name);
        }

        if (TryGetAlternatives(schema, out ImmutableArray<JsonNode> alternatives))
        {
            return ReadAlternatives(schema, alternatives);
        }

        if (schema.TryGet("const", out JsonNode? constant))
        {
            return OfValues(schema, ImmutableArray.Create(constant), name);
        }

        if (schema.TryGet("enum", out JsonNode? values) && values is JsonArray { Items: { Length: > 0 } listed })
        {
            return OfValues(schema, listed, name);
        }

        return ReadType(schema, name);
    }

    /// <summary>A reference; beside it, other keywords may only describe, as they could before 2019-09.</summary>
    private Shape ReadReference(JsonObject schema, JsonNode reference)
    {
        if (reference is not JsonString text)
        {
            return Invalid(reference, "A $ref is a string");
        }

        JsonNode? target = _references.Resolve(text, out string? name);
        if (target is null)
        {
            return Any(schema);
        }

        // A chain of references that comes back to itself says nothing at all.
        if (!_following.Add(target))
        {
            return _shapes.TryGetValue(target, out Shape? begun) ? begun : Any(schema, "its references only refer to each other");
        }

        try
        {
            return Read(target, name);
        }
        finally
        {
            _following.Remove(target);
        }
    }

    /// <summary>
    /// All of several schemas at once. The first reference among them is what the object extends; the rest are its own
    /// members.
    /// </summary>
    private Shape ReadAllOf(JsonObject schema, ImmutableArray<JsonNode> parts, string? name)
    {
        if (parts.Length == 1 && !schema.TryGet("properties", out _))
        {
            return Read(parts[0], name);
        }

        ObjectShape shape = new() { Name = name, IsObsolete = IsObsolete(schema) };
        _shapes[schema] = shape;
        foreach (JsonNode part in parts)
        {
            if (Read(part) is not ObjectShape piece)
            {
                return Any(schema, "allOf joins schemas that are not all objects");
            }

            if (shape.Base is null && part is JsonObject o && o.TryGet("$ref", out _))
            {
                shape.Base = piece;
                continue;
            }

            for (ObjectShape? from = piece; from is not null; from = from.Base)
            {
                shape.Members.AddRange(from.Members);
            }
        }

        AddMembers(schema, shape);
        return shape;
    }

    private Shape ReadAlternatives(JsonObject schema, ImmutableArray<JsonNode> alternatives)
    {
        List<JsonNode> others = [.. alternatives.Where(static a => !IsNull(a))];
        bool nullable = others.Count < alternatives.Length;
        Shape shape = others.Count == 1 ? Read(others[0]) : Any(schema, "its alternatives are not told apart");

        return nullable ? Nullable(shape) : shape;
    }

    /// <summary>One of some constants: an enum where all are strings; with null beside them, a nullable one.</summary>
    private Shape OfValues(JsonObject schema, ImmutableArray<JsonNode> values, string? name)
    {
        List<JsonNode> others = [.. values.Where(static value => value is not JsonNull)];
        Shape shape = OfPresentValues(schema, others, name);
        return others.Count < values.Length ? Nullable(shape) : shape;
    }

    private Shape OfPresentValues(JsonObject schema, List<JsonNode> values, string? name)
    {
        if (values.Count == 0)
        {
            return Any(schema, "only null is valid here");
        }

        if (values.All(static value => value is JsonString))
        {
            foreach (JsonNode value in values.Where(static value => !WireName.IsUnicode(((JsonString)value).Value)))
            {
                Invalid(value, "This value holds half a surrogate pair, which no text can");
            }

            // One value is a constant: a string that says nothing, rather than an enum that can be one thing only.
            return values.Count == 1
                ? new ScalarShape(ScalarKind.String)
                : new EnumShape([.. values.Select(static value => ((JsonString)value).Value).Where(WireName.IsUnicode).Distinct(StringComparer.Ordinal)]) { Name = name };
        }

        if (values.All(static value => value is JsonBoolean))
        {
            return new ScalarShape(ScalarKind.Boolean);
        }

        if (values.All(static value => value is JsonNumber))
        {
            return new ScalarShape(values.All(static value => ((JsonNumber)value).TryGetInt64(out _)) ? ScalarKind.Int64 : ScalarKind.Double);
        }

        return Any(schema, "its values are of several types");
    }

    private static Shape Nullable(Shape shape) =>
        shape is NullableShape or AnyShape ? shape : new NullableShape(shape) { Description = shape.Description };

    private AnyShape Any(JsonNode schema, string? reason = null) => new(reason, document.At(schema));

    private AnyShape Invalid(JsonNode node, string message)
    {
        diagnostics.Report(Descriptors.TWH2010_InvalidSchema, document.At(node), message);
        return Any(node);
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

    private static bool IsObsolete(JsonNode schema) =>
        schema is JsonObject o && o.TryGet("deprecated", out JsonNode? value) && value is JsonBoolean { Value: true };

    private static bool IsNull(JsonNode schema) => Text(schema, "type") == "null"
        || (schema is JsonObject o && o.TryGet("const", out JsonNode? value) && value is JsonNull);
}
