using System.Collections.Generic;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Shapes;

/// <summary>Puts a shape into another one, at a place in it.</summary>
internal static class ShapeAt
{
    /// <summary>An object with another shape at a place in it; null where it has no such place.</summary>
    /// <param name="path">The names of the members that lead there; <c>*</c> stands for the items of a list.</param>
    public static ObjectShape? Replace(ObjectShape shape, IReadOnlyList<string> path, Shape content, SchemaLocation location) =>
        Replace(shape, path, 0, content, location) as ObjectShape;

    /// <summary>An object, or list, that has a shape at a place and says nothing else.</summary>
    public static Shape Around(Shape content, IReadOnlyList<string> path, SchemaLocation location, int at = 0)
    {
        if (at == path.Count)
        {
            return content;
        }

        Shape inner = Around(content, path, location, at + 1);
        if (path[at] == "*")
        {
            return new ListShape(inner);
        }

        ObjectShape o = new();
        o.Members.Add(new(path[at], inner, isRequired: false, location));
        return o;
    }

    private static Shape? Replace(Shape shape, IReadOnlyList<string> path, int at, Shape content, SchemaLocation location)
    {
        if (at == path.Count)
        {
            return content;
        }

        switch (shape)
        {
            case DeferredShape { Target: { } target }:
                return Replace(target, path, at, content, location);
            case NullableShape nullable:
                return Replace(nullable.Inner, path, at, content, location) is { } present ? new NullableShape(present) { Description = shape.Description } : null;
            case LooseShape loose:
                return Replace(loose.Inner, path, at, content, location) is { } fitting ? new LooseShape(fitting) { Description = shape.Description } : null;
            case ListShape list when path[at] == "*":
                return Replace(list.Item, path, at + 1, content, location) is { } item ? new ListShape(item) { Description = shape.Description } : null;
            case ObjectShape o when Objects.Find(o, path[at]) is { } member:
                return Replace(member.Shape, path, at + 1, content, location) is { } inner ? With(o, member, inner) : null;
            case AnyShape or MapShape when at > 0:
                return Around(content, path, location, at);
            default:
                return null;
        }
    }

    private static ObjectShape With(ObjectShape shape, MemberShape replaced, Shape content)
    {
        ObjectShape copy = new() { Description = shape.Description, IsClosed = shape.IsClosed, IsObsolete = shape.IsObsolete };
        copy.Required.UnionWith(Objects.Required(shape));
        foreach (MemberShape member in Objects.Flatten(shape))
        {
            copy.Members.Add(member != replaced ? member : new(member.Name, content, member.IsRequired, member.Location) { Description = member.Description, IsObsolete = member.IsObsolete, Facts = member.Facts });
        }

        return copy;
    }
}
