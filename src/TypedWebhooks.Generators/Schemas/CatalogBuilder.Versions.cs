using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.JsonSchema;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>
/// The versions of one event: what stands in the same place in several of them, and is emitted alike, is one type. It is called
/// after the event without the version.
/// </summary>
internal sealed partial class CatalogBuilder
{
    /// <summary>For what equals a part of an earlier version that part, which stands for both.</summary>
    private readonly Dictionary<Shape, Shape> _representatives = [];

    /// <summary>What the types that several versions have are called.</summary>
    private readonly Dictionary<Shape, CSharpName> _versionless = [];

    private Shape Representative(Shape shape) => _representatives.TryGetValue(shape, out Shape? representative) ? representative : shape;

    /// <summary>The events that are one but for their version, by their name without it.</summary>
    private List<(string Name, List<(EventShape Shape, EventModel Model)> Versions)> Versioned(List<(EventShape Shape, EventModel Model)> all) => !_shape.HasVersions ? [] :
    [
        .. all
            .Where(e => e.Shape.Parts.Count > 1 && e.Shape.Parts.Count == _provider.Key.Parts.Count)
            .GroupBy(e => string.Join(_provider.Key.Separator, e.Shape.Parts.Take(e.Shape.Parts.Count - 1).Where(static part => part.Length > 0)), StringComparer.Ordinal)
            .Select(static group => (group.Key, group.OrderBy(static e => Version(e.Shape).Length).ThenBy(static e => Version(e.Shape), StringComparer.Ordinal).ToList()))
            .Where(static group => group.Item2.Count > 1),
    ];

    private static string Version(EventShape e) => e.Parts[e.Parts.Count - 1];

    /// <param name="name">What the versions are called without their version.</param>
    /// <param name="versions">The events, the earliest version first.</param>
    private void UniteVersions(string name, List<(EventShape Shape, EventModel Model)> versions)
    {
        // What several versions have as their whole body is called after that body, and is one already.
        Dictionary<string, List<(Shape Shape, ShapeName Root, string Version)>> places = new(StringComparer.Ordinal);
        CSharpName stem = Stem(EventName(WireName.ToPascalCase(name)));
        foreach (EventShape e in versions.Select(static version => version.Shape))
        {
            ObjectShape schema = e.Body.Content ?? e.Body;
            if (schema.Name is not { } root || !_owned.ContainsKey(root))
            {
                continue;
            }

            foreach ((string place, Shape shape) in InPlace(schema, root))
            {
                if (!places.TryGetValue(place, out List<(Shape, ShapeName, string)>? there))
                {
                    places.Add(place, there = []);
                }

                there.Add((shape, root, Version(e)));
            }
        }

        ShapeText texts = new();
        foreach (List<(Shape Shape, ShapeName Root, string Version)> place in places.Values.Where(static place => place.Count > 1))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            List<List<(Shape Shape, ShapeName Root, string Version)>> types = [.. place.GroupBy(part => texts.Of(part.Shape, part.Root), StringComparer.Ordinal).Select(static type => type.ToList())];
            List<List<(Shape Shape, ShapeName Root, string Version)>> shared = types.FindAll(static type => type.Count > 1);
            foreach (List<(Shape Shape, ShapeName Root, string Version)> type in shared)
            {
                foreach ((Shape other, _, _) in type.Skip(1))
                {
                    _representatives[other] = type[0].Shape;
                }
            }

            // Where the name without a version would be that of two types, each is called after the first version that has it.
            if (shared.Count == 1 && !types.Exists(static type => type.Count == 1 && type[0].Version.Length == 0))
            {
                (Shape first, ShapeName root, _) = shared[0][0];
                CSharpName own = _owned[root];
                _owned[root] = versions.Exists(e => e.Shape.Body.Content?.Name == root) ? stem.With("Data") : stem;
                _versionless[first] = Plain(first.Name!);
                _owned[root] = own;
            }
        }
    }

    /// <summary>What is a type of its own and stands in place in an event, with the way to it.</summary>
    private static List<(string Place, Shape Shape)> InPlace(ObjectShape schema, ShapeName root)
    {
        List<(string, Shape)> found = [];
        HashSet<Shape> seen = [schema];
        AddMembers(schema, "");
        return found;

        void AddMembers(ObjectShape o, string place)
        {
            foreach (MemberShape member in Objects.Flatten(o))
            {
                Add(member.Shape, place + "/" + member.Name.Replace("~", "~0").Replace("/", "~1"));
            }
        }

        void Add(Shape shape, string place)
        {
            shape = shape is DeferredShape { Target: { } target } ? target : shape;
            if (!seen.Add(shape))
            {
                return;
            }

            switch (shape)
            {
                case NullableShape nullable:
                    Add(nullable.Inner, place);
                    break;
                case LooseShape loose:
                    Add(loose.Inner, place);
                    break;
                case ListShape list:
                    Add(list.Item, place + "/~2");
                    break;
                case MapShape map:
                    Add(map.Value, place + "/~3");
                    break;
                case UnionShape union:
                    for (int i = 0; i < union.Alternatives.Count; i++)
                    {
                        Add(union.Alternatives[i], FormattableString.Invariant($"{place}/~4{i}"));
                    }

                    break;
                case EnumShape or HierarchyShape when ShapeText.IsInPlace(shape, root):
                    found.Add((place, shape));
                    break;
                case ObjectShape o when ShapeText.IsInPlace(o, root):
                    // One without members is no type, and what only restricts another one is that.
                    if (Objects.Flatten(o).Length > 0 && Objects.AddsMembers(o))
                    {
                        found.Add((place, o));
                    }

                    AddMembers(o, place);
                    break;
            }
        }
    }
}
