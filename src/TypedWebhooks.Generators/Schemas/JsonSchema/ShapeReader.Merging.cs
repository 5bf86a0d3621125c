using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>What a value is that is several things at once, and what one is that is either of two.</summary>
internal sealed partial class ShapeReader
{
    private const int MaxMerging = 8;

    /// <summary>How many lists and maps lie in one another where shapes are merged: those that hold themselves could be for ever.</summary>
    private int _merging;

    private Shape MergeObjects(SchemaNode schema, List<Part> parts)
    {
        List<Part> objects = [.. parts.Where(static part => part.Shape is ObjectShape)];
        if (objects.Count == 0)
        {
            return MergeMaps(schema, [.. parts.Select(static part => (MapShape)part.Shape)]);
        }

        if (objects.Count == 1 && (objects[0].IsReference || objects[0].Shape.Name is not null || !IsObsolete(schema.Node)))
        {
            return Requiring(objects[0].Shape, parts.Select(static part => part.Shape).OfType<MapShape>().SelectMany(static map => map.Required));
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
            shape.Required.UnionWith(Objects.Required(piece));
        }

        shape.Required.UnionWith(parts.Select(static part => part.Shape).OfType<MapShape>().SelectMany(static map => map.Required));
        UniteConditional(schema, shape);
        return shape;
    }

    /// <summary>A map with values that are what each of some maps says.</summary>
    private MapShape MergeMaps(SchemaNode schema, List<MapShape> maps)
    {
        string[] required = [.. maps.SelectMany(static map => map.Required).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)];
        List<MapShape> telling = maps.FindAll(static map => map.Value is not AnyShape { Reason: null });
        return telling.Find(map => map.Required.Count == required.Length) is { } one && telling.Count == 1 ? one
            : new(telling.Count == 0 ? maps[0].Value : MergeInner(schema, [.. telling.Select(static map => map.Value)])) { Required = required };
    }

    /// <summary>What the items or values of several lists or maps are that are one.</summary>
    private Shape MergeInner(SchemaNode schema, List<Shape> shapes)
    {
        if (_merging == MaxMerging)
        {
            return Any(schema, "its parts differ deep inside");
        }

        _merging++;
        Shape merged = Merge(schema, [.. shapes.Select(static shape => new Part(shape, IsReference: false))]);
        _merging--;
        return merged;
    }

    private Shape MergeOthers(SchemaNode schema, List<(Shape Shape, bool IsLoose)> shapes)
    {
        if (shapes.TrueForAll(static each => each.Shape is ListShape))
        {
            return new ListShape(MergeInner(schema, [.. shapes.Select(static each => ((ListShape)each.Shape).Item)]));
        }

        // What is strict comes first: of a loose shape it then is known what it restricts.
        Shape? narrowest = null;
        bool isLoose = true;
        foreach ((Shape shape, bool loose) in shapes.OrderBy(static each => each.IsLoose))
        {
            narrowest = narrowest is null ? shape
                : loose && !isLoose ? Restricted(narrowest, shape)
                : Narrower(narrowest, shape);
            if (narrowest is null)
            {
                return Any(schema, "its parts are of different types");
            }

            isLoose &= loose;
        }

        return narrowest!;
    }

    /// <summary>
    /// A shape whose values have to be what a loose one says as well. That says something of its own type of JSON alone; where it is
    /// one of several types, each of them says nothing of the others.
    /// </summary>
    private static Shape? Restricted(Shape strict, Shape loose)
    {
        IReadOnlyList<Shape> restrictions = loose is UnionShape several ? several.Alternatives : [loose];
        int types = Types(restrictions[0]);
        if (restrictions.Any(restriction => Types(restriction) != types) || strict is AnyShape)
        {
            return strict;
        }

        if (strict is not UnionShape union)
        {
            return (Types(strict) & types) == 0 ? strict : Narrower(strict, loose);
        }

        List<Shape> restricted = [];
        foreach (Shape alternative in union.Alternatives)
        {
            if (Restricted(alternative, loose) is not { } narrower)
            {
                return null;
            }

            restricted.AddRange(narrower is UnionShape wider ? wider.Alternatives : [narrower]);
        }

        return restricted.SequenceEqual(union.Alternatives) ? union : restricted.Count <= MaxAlternatives ? new UnionShape(restricted) : null;
    }

    /// <summary>An object or map that requires more than it says itself, be it that nothing declares what that is.</summary>
    private static Shape Requiring(Shape shape, JsonObject keywords)
    {
        HashSet<string> required = new(StringComparer.Ordinal);
        AddRequired(keywords, required);
        if (keywords.TryGet("allOf", out JsonNode? allOf) && allOf is JsonArray conjuncts)
        {
            foreach (JsonObject conjunct in conjuncts.Items.OfType<JsonObject>())
            {
                AddRequired(conjunct, required);
            }
        }

        return Requiring(shape, required);
    }

    private static Shape Requiring(Shape shape, IEnumerable<string> required)
    {
        switch (shape)
        {
            case NullableShape { Inner: var inner }:
                Shape present = Requiring(inner, required);
                return present == inner ? shape : new NullableShape(present) { Description = shape.Description };
            case LooseShape { Inner: var inner } loose:
                Shape meant = Requiring(inner, required);
                return meant == inner ? shape : new LooseShape(meant) { Description = shape.Description, IsConditional = loose.IsConditional };
            case MapShape map when required.Except(map.Required, StringComparer.Ordinal).Any():
                return new MapShape(map.Value)
                {
                    Description = map.Description,
                    Required = [.. map.Required.Union(required, StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)],
                };

            // What only restricts a type with a name is that type.
            case ObjectShape { Name: null } o when required.Except(Objects.Required(o), StringComparer.Ordinal).Any():
                ObjectShape stricter = new() { Base = o.Base, Description = o.Description, IsClosed = o.IsClosed, IsObsolete = o.IsObsolete };
                stricter.Members.AddRange(o.Members);
                stricter.Required.UnionWith(o.Required);
                stricter.Required.UnionWith(required);
                return stricter;
            default:
                return shape;
        }
    }

    /// <summary>The objects that something is one of; null where it is something else, or is one object.</summary>
    private static List<ObjectShape>? ObjectsIn(Shape shape) => shape switch
    {
        UnionShape union when union.Alternatives.All(static alternative => alternative is ObjectShape) => [.. union.Alternatives.Cast<ObjectShape>()],
        HierarchyShape hierarchy => [.. hierarchy.Cases.Select(static c => c.Shape).Distinct()],
        _ => null,
    };

    /// <summary>The one of two shapes whose values are all among the other's; null where there is none such.</summary>
    private static Shape? Narrower(Shape left, Shape right) => (left, right) switch
    {
        (AnyShape { Reason: not null }, _) => left,
        (_, AnyShape { Reason: not null }) => right,
        (UnionShape, _) or (_, UnionShape) => NarrowerUnion(left, right),
        (ScalarShape a, ScalarShape b) when a.Kind == b.Kind => b.Numbers is null ? left : right,
        (ScalarShape a, ScalarShape b) when Numbers.Is(a.Kind) && Numbers.Is(b.Kind) =>
            a.Numbers is not null ? left : b.Numbers is not null ? right : Numbers.Both(a.Kind, b.Kind) == a.Kind ? left : right,
        (ScalarShape a, ScalarShape b) when Numbers.Is(a.Kind) && Numbers.IsDate(b.Kind) => right,
        (ScalarShape a, ScalarShape b) when Numbers.IsDate(a.Kind) && Numbers.Is(b.Kind) => left,
        (EnumShape, ConstantShape) => left,
        (ConstantShape, EnumShape) => right,
        (ConstantShape, ConstantShape) => left,
        (ScalarShape { Kind: ScalarKind.String }, ConstantShape) => right,
        (ConstantShape, ScalarShape { Kind: ScalarKind.String }) => left,
        (ScalarShape { Kind: ScalarKind.String }, EnumShape or ScalarShape { Kind: ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly or ScalarKind.Int64Text or ScalarKind.UInt64Text or ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds }) => right,
        (EnumShape or ScalarShape { Kind: ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly or ScalarKind.Int64Text or ScalarKind.UInt64Text or ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds }, ScalarShape { Kind: ScalarKind.String }) => left,
        (EnumShape a, EnumShape b) => a.Values.Count <= b.Values.Count ? left : right,
        (ListShape { Item: AnyShape }, ListShape) => right,
        (ListShape, ListShape { Item: AnyShape }) => left,
        (MapShape, ObjectShape or HierarchyShape) => right,
        (ObjectShape or HierarchyShape, MapShape) => left,
        (MapShape { Value: AnyShape }, MapShape) => right,
        (MapShape, MapShape { Value: AnyShape }) => left,
        _ => null,
    };

    /// <summary>What can be one of each of two unions; something else is a union of itself alone.</summary>
    private static Shape? NarrowerUnion(Shape left, Shape right)
    {
        IReadOnlyList<Shape> lefts = left is UnionShape one ? one.Alternatives : [left], rights = right is UnionShape other ? other.Alternatives : [right];
        List<Shape> both = [];
        foreach ((Shape l, Shape r) in lefts.SelectMany(l => rights.Select(r => (l, r))))
        {
            if ((ReferenceEquals(l, r) ? l : Narrower(l, r)) is { } narrower)
            {
                both.Add(narrower);
            }
            else if ((Types(l) & Types(r)) != 0)
            {
                // They may have values in common, and no shape says which.
                return null;
            }
        }

        both = [.. both.Distinct()];
        return both.Count switch
        {
            0 => null,
            1 => both[0],
            _ when both.SequenceEqual(lefts) => left,
            _ when both.SequenceEqual(rights) => right,
            <= MaxAlternatives => new UnionShape(both),
            _ => null,
        };
    }

    /// <summary>The types of JSON that a value can have, a bit for each.</summary>
    private static int Types(Shape shape)
    {
        const int String = 1, Number = 2, Boolean = 4, Array = 8, Object = 16, All = 31;
        return shape switch
        {
            ConstantShape or EnumShape => String,
            ScalarShape { Kind: ScalarKind.Boolean } => Boolean,
            ScalarShape { Kind: ScalarKind.Int64OrString or ScalarKind.UInt64OrString or ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds } => String | Number,
            ScalarShape { Kind: var kind } => IsText(kind) ? String : Numbers.Is(kind) ? Number : All,
            ListShape => Array,
            MapShape or ObjectShape or HierarchyShape => Object,
            _ => All,
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
        (ScalarShape a, ScalarShape b) when Numbers.Is(a.Kind) && Numbers.Is(b.Kind) && Numbers.Either(a.Kind, b.Kind) is { } kind =>
            a.Numbers is null || b.Numbers is null ? new ScalarShape(kind) : Either(kind, a.Numbers, b.Numbers),
        (EnumShape a, EnumShape b) => new EnumShape([.. a.Values.Union(b.Values, StringComparer.Ordinal)]),
        _ => null,
    };

    private static ScalarShape Either(ScalarKind kind, IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        new(kind) { Numbers = [.. left.Union(right, StringComparer.Ordinal)] };

    private static bool IsText(ScalarKind kind) =>
        kind is ScalarKind.String or ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly or ScalarKind.Int64Text or ScalarKind.UInt64Text;
}
