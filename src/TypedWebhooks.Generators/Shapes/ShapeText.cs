using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Generators.Shapes;

/// <summary>
/// Shapes as texts: two that stand in place are emitted alike, down to their descriptions, where their texts are equal. What has
/// a name of its own is equal to itself alone.
/// </summary>
internal sealed class ShapeText
{
    private readonly Dictionary<Shape, int> _named = [];

    /// <summary>What stands in place under a name, as a text.</summary>
    public string Of(Shape shape, ShapeName root)
    {
        StringBuilder text = new();
        Append(text, shape, root, []);
        return text.ToString();
    }

    /// <summary>Whether a shape stands in place in what has this name, with no definition between.</summary>
    public static bool IsInPlace(Shape shape, ShapeName root)
    {
        for (ShapeName? name = shape.Name; name is { IsDefinition: false, Given: null }; name = name.Owner)
        {
            if (name.Owner == root)
            {
                return true;
            }
        }

        return false;
    }

    private void Append(StringBuilder text, Shape shape, ShapeName root, Dictionary<Shape, int> seen)
    {
        shape = shape is DeferredShape { Target: { } target } ? target : shape;
        bool isType = shape is ObjectShape or EnumShape or HierarchyShape or DeferredShape;
        if (isType && (shape is DeferredShape || (shape.Name is not null && !IsInPlace(shape, root))))
        {
            if (!_named.TryGetValue(shape, out int number))
            {
                _named.Add(shape, number = _named.Count);
            }

            Put(text, "named", Number(number));
            return;
        }

        // What is the same twice, or holds itself, is so in both.
        if (seen.TryGetValue(shape, out int known))
        {
            Put(text, "seen", Number(known));
            return;
        }

        seen.Add(shape, seen.Count);
        Put(text, shape.GetType().Name, shape.Description);
        switch (shape)
        {
            case ScalarShape scalar:
                Put(text, scalar.Kind.ToString(), Flag(scalar.Numbers is not null));
                PutAll(text, scalar.Numbers ?? []);
                break;
            case AnyShape any:
                Put(text, any.Reason, Flag(any.IsNull));
                break;
            case ConstantShape constant:
                Put(text, constant.Value);
                break;
            case EnumShape values:
                PutAll(text, values.Values);
                break;
            case ListShape list:
                Append(text, list.Item, root, seen);
                break;
            case MapShape map:
                PutAll(text, map.Required);
                Append(text, map.Value, root, seen);
                break;
            case NullableShape nullable:
                Append(text, nullable.Inner, root, seen);
                break;
            case LooseShape loose:
                Put(text, Flag(loose.IsConditional));
                Append(text, loose.Inner, root, seen);
                break;
            case UnionShape union:
                Put(text, Number(union.Alternatives.Count));
                foreach (Shape alternative in union.Alternatives)
                {
                    Append(text, alternative, root, seen);
                }

                break;
            case HierarchyShape hierarchy:
                Put(text, hierarchy.Discriminator, Number(hierarchy.Cases.Count));
                foreach ((string value, ObjectShape body) in hierarchy.Cases)
                {
                    Put(text, value);
                    Append(text, body, root, seen);
                }

                break;
            case ObjectShape o:
                Append(text, o, root, seen);
                break;
        }
    }

    private void Append(StringBuilder text, ObjectShape shape, ShapeName root, Dictionary<Shape, int> seen)
    {
        Put(text, Flag(shape.IsObsolete), Flag(shape.IsClosed), Flag(shape.Base is not null));
        if (shape.Base is not null)
        {
            Append(text, (Shape)shape.Base, root, seen);
        }

        PutAll(text, [.. Objects.Required(shape).OrderBy(static name => name, StringComparer.Ordinal)]);
        PutAll(text, [.. Objects.Flatten(shape).Select(static member => member.Name)]);
        foreach (MemberShape member in Objects.Flatten(shape))
        {
            Put(text, Flag(member.IsRequired), Flag(member.IsObsolete), Flag(member.IsConditional), member.Description);
            Append(text, member.Shape, root, seen);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool flag) => flag ? "1" : "0";

    private static void PutAll(StringBuilder text, IReadOnlyList<string> values)
    {
        Put(text, Number(values.Count));
        foreach (string value in values)
        {
            Put(text, value);
        }
    }

    /// <summary>Each with its length before it, so that no two lists of texts are one text.</summary>
    private static void Put(StringBuilder text, params string?[] values)
    {
        foreach (string? value in values)
        {
            _ = value is null ? text.Append('-') : text.Append(Number(value.Length)).Append(':').Append(value);
        }
    }
}
