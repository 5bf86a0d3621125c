using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// Families of events: the versions of one, and those whose names begin alike. What stands in the same place in several of
/// them, and is emitted alike, is one type. It is called after the event without the version, or after what the names begin with.
/// </summary>
internal sealed partial class CatalogBuilder
{
    /// <summary>For what equals a part of an earlier event of the family that part, which stands for both.</summary>
    private readonly Dictionary<Shape, Shape> _representatives = [];

    /// <summary>What the types that several events of a family have are called.</summary>
    private readonly Dictionary<Shape, CSharpName> _familyNames = [];

    private Shape Representative(Shape shape)
    {
        // A version's part may stand for those of other versions, and another event's part for it.
        while (_representatives.TryGetValue(shape, out Shape? representative))
        {
            shape = representative;
        }

        return shape;
    }

    /// <summary>The events that are one but for their version.</summary>
    private IEnumerable<Family> Versions(List<(EventShape Shape, EventModel Model)> all) => !_shape.HasVersions ? [] : all
        .Where(e => e.Shape.Parts.Count > 1 && e.Shape.Parts.Count == _provider.Key.Parts.Count)
        .GroupBy(e => string.Join(_provider.Key.Separator, e.Shape.Parts.Take(e.Shape.Parts.Count - 1).Where(static part => part.Length > 0)), e => e.Shape, StringComparer.Ordinal)
        .Where(static family => family.Skip(1).Any())
        .Select(family => new Family(
            Stem(EventName(WireName.ToPascalCase(_prefixes.Cut(family.Key)))),
            [.. family.OrderBy(static e => Version(e).Length).ThenBy(static e => Version(e), StringComparer.Ordinal)],
            AreVersions: true));

    /// <summary>The events whose names begin alike, as far as the versions have not made them one family already.</summary>
    private IEnumerable<Family> Kinds(List<(EventShape Shape, EventModel Model)> all) => all
        .Where(e => FirstLevel(e.Shape) is not null && !(_shape.HasVersions && e.Shape.Parts.Count == 2))
        .GroupBy(e => FirstLevel(e.Shape)!, e => e.Shape, StringComparer.Ordinal)
        .Where(static family => family.Skip(1).Any())
        .Select(family => new Family(Stem(EventName(WireName.ToPascalCase(_prefixes.Cut(family.Key)))), [.. family.OrderBy(static e => e.EventType, StringComparer.Ordinal)], AreVersions: false));

    private static string Version(EventShape e) => e.Parts[e.Parts.Count - 1];

    private void Unite(Family family)
    {
        // What several events have as their whole body is called after that body, and is one already.
        Dictionary<string, List<FamilyPart>> places = new(StringComparer.Ordinal);
        foreach (EventShape e in family.Events)
        {
            ObjectShape schema = e.Body.Content ?? e.Body;
            if (schema.Name is not { } root || !_owned.ContainsKey(root))
            {
                continue;
            }

            foreach ((string place, Shape shape) in InPlace(schema, root))
            {
                if (!places.TryGetValue(place, out List<FamilyPart>? there))
                {
                    places.Add(place, there = []);
                }

                there.Add(new(shape, root, e));
            }
        }

        ShapeText texts = new();
        foreach (List<FamilyPart> place in places.Values.Where(static place => place.Count > 1))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            List<List<FamilyPart>> types = [.. place.GroupBy(part => texts.Of(part.Shape, part.Root), StringComparer.Ordinal).Select(static type => type.ToList())];
            List<List<FamilyPart>> shared = types.FindAll(static type => type.Count > 1);
            foreach (List<FamilyPart> type in shared)
            {
                foreach (FamilyPart other in type.Skip(1))
                {
                    _representatives[other.Shape] = type[0].Shape;
                }
            }

            // Where the family's name would be that of two types, each is called after the first event that has it.
            if (shared.Count == 1 && !(family.AreVersions && types.Exists(static type => type.Count == 1 && Version(type[0].Event).Length == 0)))
            {
                FamilyPart first = shared[0][0];
                CSharpName own = _owned[first.Root];
                _owned[first.Root] = family.Events.Any(e => e.Body.Content?.Name == first.Root) ? family.Stem.With("Data") : family.Stem;
                _familyNames[first.Shape] = Plain(first.Shape.Name!);
                _owned[first.Root] = own;
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

/// <summary>Events that may have parts in common.</summary>
/// <param name="Stem">What these are called after.</param>
/// <param name="Events">The events, whatever order the schema has them in: of versions the earliest first, of others by their names.</param>
internal sealed record Family(CSharpName Stem, IReadOnlyList<EventShape> Events, bool AreVersions);

/// <summary>A part of an event, in what has this name.</summary>
internal sealed record FamilyPart(Shape Shape, ShapeName Root, EventShape Event);
