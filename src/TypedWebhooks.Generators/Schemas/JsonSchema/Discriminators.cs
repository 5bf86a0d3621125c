using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The member by which several objects are told apart, and its value in each.</summary>
internal sealed record Discriminators(string Member, IReadOnlyList<(string Value, ObjectShape Shape)> Cases)
{
    /// <summary>
    /// The member that is required in all of the objects, and another constant in each: the one that OpenAPI's
    /// <c>discriminator</c> names, or else the first of the first object's.
    /// </summary>
    public static Discriminators? Find(SchemaNode schema, List<ObjectShape> shapes, CancellationToken cancellationToken)
    {
        string? named = schema.Object is { } o && o.TryGet("discriminator", out JsonNode? node) ? ShapeReader.Text(node, "propertyName") : null;
        foreach (MemberShape candidate in Objects.Flatten(shapes[0]).OrderBy(member => member.Name == named ? 0 : 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<(string Value, ObjectShape Shape)> cases = [];
            foreach (ObjectShape shape in shapes)
            {
                MemberShape? member = Objects.Find(shape, candidate.Name);
                if (member is not { IsRequired: true } || Constants.Of(member.Shape) is not { Count: > 0 } values)
                {
                    break;
                }

                cases.AddRange(values.Select(value => (value, shape)));
            }

            if (cases.Select(static c => c.Shape).Distinct().Count() == shapes.Count
                && cases.Select(static c => c.Value).Distinct(StringComparer.Ordinal).Count() == cases.Count)
            {
                return new(candidate.Name, cases);
            }
        }

        return null;
    }
}

/// <summary>The values that a value can be, where the schema lists them.</summary>
internal static class Constants
{
    /// <summary>The listed strings; null where others are possible.</summary>
    public static IReadOnlyList<string>? Of(Shape shape) => shape switch
    {
        ConstantShape constant => [constant.Value],
        EnumShape values => values.Values,
        LooseShape loose => Of(loose.Inner),
        DeferredShape { Target: { } target } => Of(target),
        _ => null,
    };

    /// <summary>Where the one value stands that a value can be; null where there is none, or more than one.</summary>
    public static SchemaLocation? PlaceOf(Shape shape) => shape switch
    {
        ConstantShape constant => constant.Location,
        LooseShape loose => PlaceOf(loose.Inner),
        DeferredShape { Target: { } target } => PlaceOf(target),
        _ => null,
    };

    /// <summary>The listed strings, or else the listed numbers in plain digits; null where others are possible.</summary>
    public static IReadOnlyList<string>? OrNumbersOf(Shape shape) => shape switch
    {
        ScalarShape scalar => scalar.Numbers,
        LooseShape loose => OrNumbersOf(loose.Inner),
        DeferredShape { Target: { } target } => OrNumbersOf(target),
        _ => Of(shape),
    };
}
