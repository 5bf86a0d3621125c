using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>Finds what events are made of that may be a type of its own, in the order in which the events have it.</summary>
internal static class ReachedTypes
{
    public static IReadOnlyList<Shape> Of(ProviderShape provider, CancellationToken cancellationToken)
    {
        List<Shape> types = [];
        HashSet<Shape> seen = [];
        Stack<Shape> open = new();
        IEnumerable<Shape> roots = provider.Events.Select(static e => (Shape)e.Body);
        foreach (Shape root in provider.Batch?.Envelope is { } envelope ? roots.Append(envelope) : roots)
        {
            open.Push(root);
            while (open.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Shape shape = open.Pop();
                if (!seen.Add(shape))
                {
                    continue;
                }

                if (shape is EnumShape or HierarchyShape or ObjectShape)
                {
                    types.Add(shape);
                }

                // The last one that is put on the stack is looked at first.
                foreach (Shape part in Parts(shape).Reverse())
                {
                    open.Push(part);
                }
            }
        }

        return types;
    }

    private static IEnumerable<Shape> Parts(Shape shape) => shape switch
    {
        DeferredShape { Target: { } target } => [target],
        NullableShape nullable => [nullable.Inner],
        LooseShape loose => [loose.Inner],
        ListShape list => [list.Item],
        MapShape map => [map.Value],
        UnionShape union => union.Alternatives,
        HierarchyShape hierarchy => hierarchy.Cases.Select(static c => (Shape)c.Shape),
        ObjectShape { Base: { } parent } o => Objects.Flatten(o).Select(static member => member.Shape).Prepend(parent),
        ObjectShape o => Objects.Flatten(o).Select(static member => member.Shape),
        _ => [],
    };
}
