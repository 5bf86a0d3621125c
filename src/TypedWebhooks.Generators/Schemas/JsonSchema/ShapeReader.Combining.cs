using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using TypedWebhooks.Generators.Model;

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
        Shape merged = bare.TrueForAll(static part => part.Shape is ObjectShape or MapShape)
            ? MergeObjects(schema, bare)
            : MergeOthers(schema, [.. bare.Select(static part => part.Shape)]);
        merged = loose && merged is not AnyShape ? new LooseShape(merged) { Description = merged.Description } : merged;
        return nullable ? Nullable(merged) : merged;
    }

    private Shape MergeObjects(SchemaNode schema, List<Part> parts)
    {
        List<Part> objects = [.. parts.Where(static part => part.Shape is ObjectShape)];
        if (objects.Count == 0)
        {
            return parts[0].Shape;
        }

        if (objects.Count == 1 && objects[0].IsReference)
        {
            return objects[0].Shape;
        }

        ObjectShape shape = new() { IsObsolete = IsObsolete(schema.Node) };
        foreach (Part part in objects)
        {
            ObjectShape piece = (ObjectShape)part.Shape;
            bool extends = shape.Base is null && part.IsReference;
            if (extends && piece.Name is not null)
            {
                shape.Base = piece;
                continue;
            }

            // With keywords beside its $ref a part stands in place. What it extends has a name.
            shape.Base ??= extends ? piece.Base : null;
            shape.Members.AddRange(extends && piece.Base is not null ? piece.Members : Objects.Flatten(piece));
            shape.Required.UnionWith(piece.Required);
        }

        UniteConditional(schema, shape);
        return shape;
    }

    private static Shape MergeOthers(SchemaNode schema, List<Shape> shapes)
    {
        Shape narrowest = shapes[0];
        foreach (Shape shape in shapes.Skip(1))
        {
            if (Narrower(narrowest, shape) is not { } narrower)
            {
                return Any(schema, "its parts are of different types");
            }

            narrowest = narrower;
        }

        return narrowest;
    }

    /// <summary>The one of two shapes whose values are all among the other's; null where there is none such.</summary>
    private static Shape? Narrower(Shape left, Shape right) => (left, right) switch
    {
        (AnyShape { Reason: not null }, _) => left,
        (_, AnyShape { Reason: not null }) => right,
        (ScalarShape a, ScalarShape b) when a.Kind == b.Kind => b.Numbers is null ? left : right,
        (EnumShape, ConstantShape) => left,
        (ConstantShape, EnumShape) => right,
        (ConstantShape, ConstantShape) => left,
        (ScalarShape { Kind: ScalarKind.String }, ConstantShape) => right,
        (ConstantShape, ScalarShape { Kind: ScalarKind.String }) => left,
        (ScalarShape { Kind: ScalarKind.String }, EnumShape or ScalarShape { Kind: ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly }) => right,
        (EnumShape or ScalarShape { Kind: ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly }, ScalarShape { Kind: ScalarKind.String }) => left,
        (ScalarShape { Kind: ScalarKind.Double }, ScalarShape { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Decimal }) => right,
        (ScalarShape { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Decimal }, ScalarShape { Kind: ScalarKind.Double }) => left,
        (ScalarShape { Kind: ScalarKind.Int64 }, ScalarShape { Kind: ScalarKind.Int32 }) => right,
        (ScalarShape { Kind: ScalarKind.Int32 }, ScalarShape { Kind: ScalarKind.Int64 }) => left,
        (EnumShape a, EnumShape b) => a.Values.Count <= b.Values.Count ? left : right,
        (ListShape { Item: AnyShape }, ListShape) => right,
        (ListShape, ListShape { Item: AnyShape }) => left,
        (MapShape, ObjectShape or HierarchyShape) => right,
        (ObjectShape or HierarchyShape, MapShape) => left,
        (UnionShape union, _) when union.Alternatives.Contains(right) => right,
        (_, UnionShape union) when union.Alternatives.Contains(left) => left,
        _ => null,
    };

    /// <summary>One of several: of one kind they are that, of different kinds a union, of objects told apart by a member a hierarchy.</summary>
    /// <param name="refines">Whether the schema says already what it is, so that alternatives which say nothing only restrict it.</param>
    private Shape ReadAlternatives(SchemaNode schema, ImmutableArray<JsonNode> alternatives, bool refines)
    {
        List<(Shape Shape, bool IsReference)> read = [];
        bool nullable = false;
        foreach (JsonNode alternative in alternatives)
        {
            if (IsNull(alternative))
            {
                nullable = true;
                continue;
            }

            Shape shape = Finished(Read(schema.In(alternative))) ?? Any(schema, "it is one of itself");
            nullable |= shape is NullableShape;
            read.Add((shape is NullableShape { Inner: var inner } ? inner : shape, alternative is JsonObject o && Reference(o) is not null));
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
        List<(Shape Shape, bool IsReference)> finished = [.. shapes.Select(shape => (Finished(shape) is { } known ? known is NullableShape nullable ? nullable.Inner : known : Any(schema), false))];
        Shape one = OneOf(schema, finished, refines: false);
        _uniting--;
        return shapes.Exists(static shape => Finished(shape) is NullableShape) ? Nullable(one) : one;
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

    /// <summary>The one of two shapes that takes the other's values too; null where they are told apart.</summary>
    private static Shape? Wider(Shape left, Shape right) => ReferenceEquals(left, right) ? left : (left, right) switch
    {
        (ConstantShape a, ConstantShape b) => a.Value == b.Value ? left : new EnumShape([a.Value, b.Value]),
        (ConstantShape a, EnumShape b) => new EnumShape([.. b.Values.Union([a.Value], StringComparer.Ordinal)]),
        (EnumShape, ConstantShape) => Wider(right, left),
        (ConstantShape, ScalarShape { Kind: ScalarKind.String }) => right,
        (ScalarShape { Kind: ScalarKind.String }, ConstantShape) => left,

        // An enum keeps a text that it does not list, so it is as wide as a string.
        (EnumShape, ScalarShape { Kind: ScalarKind.String }) => left,
        (ScalarShape { Kind: ScalarKind.String }, EnumShape) => right,
        (ScalarShape a, ScalarShape b) when a.Kind == b.Kind => a.Numbers is null ? left : b.Numbers is null ? right : Either(a.Kind, a.Numbers, b.Numbers),
        (ScalarShape a, ScalarShape b) when IsText(a.Kind) && IsText(b.Kind) => new ScalarShape(ScalarKind.String),
        (ScalarShape a, ScalarShape b) when IsNumber(a.Kind) && IsNumber(b.Kind) => a.Numbers is null || b.Numbers is null ? new ScalarShape(ScalarKind.Double) : Either(ScalarKind.Double, a.Numbers, b.Numbers),
        (EnumShape a, EnumShape b) => new EnumShape([.. a.Values.Union(b.Values, StringComparer.Ordinal)]),
        _ => null,
    };

    private static ScalarShape Either(ScalarKind kind, IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        new(kind) { Numbers = [.. left.Union(right, StringComparer.Ordinal)] };

    private static bool IsText(ScalarKind kind) =>
        kind is ScalarKind.String or ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly;

    private static bool IsNumber(ScalarKind kind) =>
        kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Int64OrString or ScalarKind.UInt64OrString or ScalarKind.Double or ScalarKind.Decimal;

    private static Shape Bare(Shape shape) => shape switch
    {
        LooseShape loose => Bare(loose.Inner),
        NullableShape nullable => Bare(nullable.Inner),
        DeferredShape { Target: { } target } => Bare(target),
        _ => shape,
    };

    private static Shape Nullable(Shape shape) =>
        shape is NullableShape or AnyShape or LooseShape ? shape : new NullableShape(shape) { Description = shape.Description };

    public static bool IsNull(JsonNode schema) => Text(schema, "type") == "null"
        || (schema is JsonObject o && o.TryGet("const", out JsonNode? value) && value is JsonNull);
}
