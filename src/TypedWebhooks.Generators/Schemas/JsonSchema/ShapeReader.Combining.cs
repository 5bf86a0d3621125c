using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Schemas made of schemas: all of several at once, or one of several.</summary>
internal sealed partial class ShapeReader
{
    /// <summary>C# code that handles more than this many alternatives wants names for them, which a schema without a discriminator has not.</summary>
    private const int MaxAlternatives = 4;

    private const int MaxUniting = 3;

    /// <summary>How many unions of objects lie in one another where the reading stands.</summary>
    private int _uniting;

    /// <summary>
    /// All parts at once. Objects become one object: the first that is referred to is what it extends, the others' members
    /// are its own. Of two other shapes the narrower one stands.
    /// </summary>
    private Shape Merge(SchemaNode schema, List<Part> parts)
    {
        // Most schemas are no more than what they say themselves.
        if (parts.Count == 1 && Finished(parts[0].Shape) is { } only)
        {
            return only;
        }

        List<Part> telling = [.. parts
            .Select(static part => part with { Shape = Finished(part.Shape) ?? part.Shape })
            .Where(static part => part.Shape is not AnyShape { Reason: null } and not DeferredShape)
            .GroupBy(static part => part.Shape)
            .Select(static group => group.First())];
        if (telling.Count == 0)
        {
            return parts.Select(static part => part.Shape).FirstOrDefault(static shape => shape is AnyShape) ?? Any(schema);
        }

        if (telling.Count == 1)
        {
            return telling[0].Shape;
        }

        bool nullable = telling.TrueForAll(static part => part.Shape is NullableShape or LooseShape or AnyShape) && telling.Exists(static part => part.Shape is NullableShape);
        bool loose = telling.TrueForAll(static part => part.Shape is LooseShape);
        List<Part> bare = [.. telling.Select(static part => part with { Shape = Bare(part.Shape) })];
        if (bare.Exists(static part => part.Shape is ObjectShape))
        {
            // What an object has beside its alternatives, it has in each of them: they become one object to be that too.
            bare = [.. bare.Select(part => ObjectsIn(part.Shape) is { } objects ? new Part(OneOfObjects(schema, objects), IsReference: false) : part)];
        }

        Shape merged = bare.TrueForAll(static part => part.Shape is ObjectShape or MapShape)
            ? MergeObjects(schema, bare)
            : MergeOthers(schema, [.. bare.Select((part, i) => (part.Shape, telling[i].Shape is LooseShape))]);
        merged = loose && merged is not AnyShape ? new LooseShape(merged) { Description = merged.Description } : merged;
        return nullable ? Nullable(merged) : merged;
    }

    /// <summary>One of several: of one kind they are that, of different kinds a union, of objects told apart by a member a hierarchy.</summary>
    /// <param name="refines">Whether the schema says already what it is, so that alternatives which say nothing only restrict it.</param>
    private Shape ReadAlternatives(SchemaNode schema, ImmutableArray<JsonNode> alternatives, bool refines)
    {
        NarrowAlternatives(schema, alternatives);
        List<(Shape Shape, bool IsReference)> read = [];
        bool nullable = false;
        foreach (JsonNode alternative in alternatives)
        {
            Shape shape = Finished(Read(schema.In(alternative))) ?? Any(schema, "it is one of itself");
            nullable |= shape is NullableShape or AnyShape { IsNull: true };
            if (shape is AnyShape { IsNull: true })
            {
                continue;
            }

            read.Add((shape is NullableShape { Inner: var inner } ? inner : shape, alternative is JsonObject o && Reference(o) is not null));
        }

        if (read.Count == 0)
        {
            return Null(schema);
        }

        Shape one = OneOf(schema, read, refines);
        return nullable ? Nullable(one) : one;
    }

    private Shape OneOf(SchemaNode schema, List<(Shape Shape, bool IsReference)> alternatives, bool refines)
    {
        bool loose = alternatives.Exists(static a => a.Shape is LooseShape);
        List<Shape> shapes = [];
        foreach ((Shape alternative, _) in alternatives)
        {
            Shape bare = Bare(alternative);
            shapes.AddRange(bare is UnionShape union ? union.Alternatives : [bare]);
        }

        if (shapes.Count == 0 || shapes.Exists(static shape => shape is AnyShape))
        {
            // Alternatives such as `required: [a]` or `required: [b]` restrict; they do not say what the value is.
            return refines && shapes.Count > 0 && shapes.Exists(static s => s is ObjectShape)
                ? new LooseShape(Objects.Optional(OneOfObjects(schema, [.. shapes.OfType<ObjectShape>()])))
                : Any(schema, refines || shapes.TrueForAll(static shape => shape is AnyShape { Reason: null }) ? null : "one of its alternatives may be anything");
        }

        Shape one = shapes.TrueForAll(static shape => shape is ObjectShape)
            ? OneObject(schema, [.. shapes.Cast<ObjectShape>()], alternatives.TrueForAll(static a => a.IsReference))
            : Union(schema, shapes);
        return loose && one is not AnyShape ? new LooseShape(one) : one;
    }

    private Shape OneObject(SchemaNode schema, List<ObjectShape> shapes, bool allNamed)
    {
        shapes = [.. shapes.Distinct()];
        if (shapes.Count == 1)
        {
            return shapes[0];
        }

        if (Discriminators.Find(schema, shapes, cancellationToken) is { } discriminator)
        {
            return new HierarchyShape(discriminator.Member, discriminator.Cases);
        }

        if (allNamed && shapes.Count <= MaxAlternatives)
        {
            return new UnionShape(shapes);
        }

        return OneOfObjects(schema, shapes);
    }

    /// <summary>One object that is any of several; null where a schema describes other things than objects.</summary>
    public ObjectShape? United(SchemaNode schema) => Bare(Read(schema)) switch
    {
        UnionShape union when union.Alternatives.All(static alternative => alternative is ObjectShape) => OneOfObjects(schema, [.. union.Alternatives.Cast<ObjectShape>()]),
        HierarchyShape hierarchy => OneOfObjects(schema, [.. hierarchy.Cases.Select(static each => each.Shape).Distinct()]),
        _ => null,
    };

    private ObjectShape OneOfObjects(SchemaNode schema, List<ObjectShape> shapes) =>
        shapes.Count == 1 ? shapes[0] : Objects.Unite(shapes, either => Either(schema, either), cancellationToken);

    /// <summary>What a member is that each of several objects has with another type.</summary>
    private Shape Either(SchemaNode schema, List<Shape> shapes)
    {
        // Objects that hold themselves could be united for ever.
        if (_uniting == MaxUniting)
        {
            return Any(schema, "its alternatives differ deep inside");
        }

        _uniting++;
        List<(Shape Shape, bool IsReference)> finished = [.. shapes
            .Where(static shape => Finished(shape) is not AnyShape { IsNull: true })
            .Select(shape => (Finished(shape) is { } known ? known is NullableShape nullable ? nullable.Inner : known : Any(schema), false))];
        Shape one = finished.Count == 0 ? Null(schema) : OneOf(schema, finished, refines: false);
        _uniting--;
        return shapes.Exists(static shape => Finished(shape) is NullableShape or AnyShape { IsNull: true }) ? Nullable(one) : one;
    }

    private Shape Union(SchemaNode schema, List<Shape> shapes)
    {
        List<Shape> distinct = [];
        foreach (Shape shape in shapes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int same = distinct.FindIndex(other => Wider(other, shape) is not null);
            if (same >= 0)
            {
                distinct[same] = Wider(distinct[same], shape)!;
            }
            else
            {
                distinct.Add(shape);
            }
        }

        return distinct.Count switch
        {
            1 => distinct[0],
            <= MaxAlternatives when !distinct.Exists(static shape => shape is DeferredShape) => new UnionShape(distinct),
            _ => Any(schema, $"it may be one of {distinct.Count} types"),
        };
    }

    private static Shape Bare(Shape shape) => shape switch
    {
        LooseShape loose => Bare(loose.Inner),
        NullableShape nullable => Bare(nullable.Inner),
        DeferredShape { Target: { } target } => Bare(target),
        _ => shape,
    };

    private static Shape Nullable(Shape shape) =>
        shape is NullableShape or AnyShape or LooseShape ? shape : new NullableShape(shape) { Description = shape.Description };

    /// <summary>Whether a schema says by itself that a value is null, and nothing else.</summary>
    public static bool IsNull(JsonNode schema) => schema is JsonObject o
        && ((o.TryGet("type", out JsonNode? type) && type is JsonString or JsonArray { Items.Length: > 0 } && Types(o).TrueForAll(static name => name == "null"))
            || (o.TryGet("const", out JsonNode? value) && value is JsonNull)
            || (o.TryGet("enum", out JsonNode? values) && values is JsonArray { Items: { Length: > 0 } listed } && listed.All(static item => item is JsonNull)));
}
