using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Shapes;

/// <summary>What is common to shapes that are objects, however they are wrapped.</summary>
internal static class Objects
{
    /// <summary>The object in a shape that is one, or may be one; null where there is none.</summary>
    public static ObjectShape? In(Shape shape) => shape switch
    {
        ObjectShape o => o,
        LooseShape loose => In(loose.Inner),
        NullableShape nullable => In(nullable.Inner),
        DeferredShape { Target: { } target } => In(target),
        _ => null,
    };

    /// <summary>All members of an object, those of what it extends first; what it narrows stands once, narrowed.</summary>
    public static ImmutableArray<MemberShape> Flatten(ObjectShape shape)
    {
        // Whoever asks for them has the object complete: one that is still being read is known only as a deferred shape.
        if (shape.AllMembers.IsDefault)
        {
            shape.AllMembers = Collect(shape);
        }

        return shape.AllMembers;
    }

    /// <summary>The member of a name, be it the object's own or one of what it extends; null where there is none.</summary>
    public static MemberShape? Find(ObjectShape shape, string name)
    {
        foreach (MemberShape member in Flatten(shape))
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member;
            }
        }

        return null;
    }

    private static ImmutableArray<MemberShape> Collect(ObjectShape shape)
    {
        ImmutableArray<MemberShape>.Builder members = ImmutableArray.CreateBuilder<MemberShape>(shape.Members.Count);
        Dictionary<string, int> places = new(shape.Members.Count, StringComparer.Ordinal);
        List<ObjectShape> chain = [];
        for (ObjectShape? part = shape; part is not null && !chain.Contains(part); part = part.Base)
        {
            chain.Add(part);
        }

        for (int i = chain.Count - 1; i >= 0; i--)
        {
            foreach (MemberShape member in chain[i].Members)
            {
                if (places.TryGetValue(member.Name, out int place))
                {
                    members[place] = Narrow(members[place], member);
                }
                else
                {
                    places.Add(member.Name, members.Count);
                    members.Add(member);
                }
            }
        }

        for (int i = 0; i < members.Count; i++)
        {
            if (!members[i].IsRequired && IsRequired(members[i].Name, chain))
            {
                members[i] = members[i].With(isRequired: true);
            }
        }

        return members.ToImmutable();
    }

    private static bool IsRequired(string name, List<ObjectShape> chain)
    {
        foreach (ObjectShape part in chain)
        {
            if (part.Required.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All that an object requires, whether or not it has such a member.</summary>
    public static HashSet<string> Required(ObjectShape shape)
    {
        HashSet<string> required = new(StringComparer.Ordinal);
        HashSet<ObjectShape> seen = [];
        for (ObjectShape? part = shape; part is not null && seen.Add(part); part = part.Base)
        {
            required.UnionWith(part.Required);
        }

        return required;
    }

    /// <summary>Whether an object has a member that what it extends has not.</summary>
    public static bool AddsMembers(ObjectShape shape)
    {
        if (shape.Base is null)
        {
            return true;
        }

        HashSet<string> inherited = [.. Flatten(shape.Base).Select(static member => member.Name)];
        return shape.Members.Any(member => !inherited.Contains(member.Name));
    }

    /// <summary>The same members, none of them required.</summary>
    public static ObjectShape Optional(ObjectShape shape)
    {
        ObjectShape optional = new() { Description = shape.Description, IsObsolete = shape.IsObsolete };
        optional.Members.AddRange(Flatten(shape).Select(static member => member.With(isRequired: false)));
        return optional;
    }

    /// <summary>The same members where a condition decides whether they are what they are said to be.</summary>
    public static ObjectShape Conditional(ObjectShape shape)
    {
        ObjectShape conditional = new() { Description = shape.Description, IsObsolete = shape.IsObsolete };
        conditional.Members.AddRange(Flatten(shape).Select(static member => member.Conditional()));
        return conditional;
    }

    public static Shape Conditional(Shape shape) => shape switch
    {
        AnyShape => shape,
        LooseShape loose => Conditional(loose.Inner),
        _ => new LooseShape(shape) { Description = shape.Description, IsConditional = true },
    };

    /// <summary>
    /// Several objects as one: a member that is not required in all of them is optional, and one that has another type in
    /// each is of either. Of one that an open object does not state, that object lets anything through.
    /// </summary>
    public static ObjectShape Unite(IReadOnlyList<ObjectShape> shapes, Func<List<Shape>, Shape> either, CancellationToken cancellationToken)
    {
        ObjectShape united = new();
        List<ImmutableArray<MemberShape>> all = [.. shapes.Select(Flatten)];
        foreach (IGrouping<string, MemberShape> group in all.SelectMany(static members => members.AsEnumerable()).GroupBy(static member => member.Name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<MemberShape> stated = [.. group];
            Shape shape = stated.TrueForAll(member => IsSame(member.Shape, stated[0].Shape) && !IsOtherConstant(member.Shape, stated[0].Shape)) ? stated[0].Shape : either([.. stated.Select(static member => member.Shape)]);
            if (shape is not (AnyShape or LooseShape) && shapes.Any(s => !s.IsClosed && Find(s, group.Key) is null))
            {
                shape = new LooseShape(shape);
            }

            bool required = stated.Count == all.Count && stated.TrueForAll(static member => member.IsRequired);
            united.Members.Add(new(group.Key, shape, required, stated[0].Location) { Description = stated[0].Description, IsObsolete = stated[0].IsObsolete, Facts = stated[0].Facts });
        }

        // What all of them require is required, be it that none of them says what it is.
        united.Required.UnionWith(Required(shapes[0]).Where(name => shapes.All(shape => Required(shape).Contains(name))));
        return united;
    }

    /// <summary>Whether two members become the same property, whatever their descriptions say.</summary>
    public static bool IsSame(MemberShape left, MemberShape right) => left.IsRequired == right.IsRequired && IsSame(left.Shape, right.Shape);

    /// <summary>Whether two shapes are one property and still not one value: united, they are a choice of both.</summary>
    private static bool IsOtherConstant(Shape left, Shape right) =>
        left is ConstantShape one && right is ConstantShape other && !string.Equals(one.Value, other.Value, StringComparison.Ordinal);

    private static bool IsSame(Shape left, Shape right) => left == right || (left, right) switch
    {
        (ScalarShape one, ScalarShape other) => one.Kind == other.Kind,
        (NullableShape one, NullableShape other) => IsSame(one.Inner, other.Inner),
        (LooseShape one, LooseShape other) => IsSame(one.Inner, other.Inner),
        (ListShape one, ListShape other) => IsSame(one.Item, other.Item),
        (MapShape one, MapShape other) => IsSame(one.Value, other.Value),
        (ConstantShape, ConstantShape) or (AnyShape, AnyShape) => true,
        (ConstantShape, ScalarShape { Kind: Model.ScalarKind.String }) or (ScalarShape { Kind: Model.ScalarKind.String }, ConstantShape) => true,
        _ => false,
    };

    /// <summary>A member stated twice: required where either says so, described by the last one, of the type that says more.</summary>
    private static MemberShape Narrow(MemberShape inherited, MemberShape own) => new(
        inherited.Name,
        (own.Shape, inherited.Shape) is (LooseShape { Inner: ObjectShape stated } loose, ObjectShape { Base: null, Members.Count: 0 } or MapShape { Value: AnyShape })
            ? loose.IsConditional ? loose : stated
            : SaysMore(own.Shape, inherited.Shape) ? own.Shape
            : inherited.Shape,
        inherited.IsRequired || own.IsRequired,
        own.Location)
    {
        Description = own.Description ?? inherited.Description,
        IsObsolete = own.IsObsolete || inherited.IsObsolete,
        Facts = own.Facts ?? inherited.Facts,
    };

    private static bool SaysMore(Shape own, Shape inherited) => own switch
    {
        AnyShape or LooseShape => inherited is AnyShape,
        ScalarShape { Kind: Model.ScalarKind.String } or ConstantShape => inherited is not (ScalarShape { Kind: not Model.ScalarKind.String } or EnumShape),
        _ => true,
    };
}
