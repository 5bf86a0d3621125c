using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// Finds what the baseline has at the place of a type. A definition's place has its document's name before it only where another
/// document has another definition of its name: when that comes or goes, the place is called otherwise, and is found by what the
/// definition's members are.
/// </summary>
internal sealed class PinnedPlaces
{
    private readonly Pins _pins;

    /// <summary>What the places of definitions are called in the baseline, where that is not what they are called now.</summary>
    private readonly Dictionary<string, string> _moved = new(StringComparer.Ordinal);

    public PinnedPlaces(Pins pins, IReadOnlyList<Shape> types)
    {
        _pins = pins;
        HashSet<string> present = new(types.Select(static shape => shape.Name!.Place), StringComparer.Ordinal);
        ILookup<string, Shape> lost = types
            .Where(shape => IsDefinition(shape.Name!) && pins.Type(shape.Name!.Place) is null)
            .ToLookup(static shape => shape.Name!.Text, StringComparer.Ordinal);
        if (lost.Count == 0)
        {
            return;
        }

        foreach (IGrouping<string, PinnedType> free in pins.Places
            .Where(type => !present.Contains(type.Place) && LastOf(type.Place) is { } key && lost.Contains(key))
            .GroupBy(static type => LastOf(type.Place)!, StringComparer.Ordinal))
        {
            Match([.. free], [.. lost[free.Key]]);
        }
    }

    /// <summary>What the baseline has at a place.</summary>
    public PinnedType? Find(ShapeName name) => _pins.Type(Known(name));

    /// <summary>What the baseline calls a place.</summary>
    private string Known(ShapeName name) =>
        _moved.TryGetValue(name.Place, out string? moved) ? moved
        : name.Owner is null || name.IsDefinition ? name.Place
        : ShapeName.PlaceIn(Known(name.Owner), name);

    /// <summary>Those of which each is the other's nearest, and no third is as near.</summary>
    private void Match(List<PinnedType> free, List<Shape> lost)
    {
        foreach (Shape shape in lost)
        {
            if (Nearest(free, type => Likeness(type, shape)) is { } type && Nearest(lost, other => Likeness(type, other)) == shape)
            {
                _moved[shape.Name!.Place] = type.Place;
            }
        }
    }

    private static T? Nearest<T>(List<T> all, Func<T, double> likeness)
        where T : class
    {
        T? nearest = null;
        double best = 0;
        foreach (T one in all)
        {
            double value = likeness(one);
            nearest = value > best ? one : value == best ? null : nearest;
            best = Math.Max(best, value);
        }

        return nearest;
    }

    /// <summary>How much of both they have in common, from 0 to 1.</summary>
    private double Likeness(PinnedType type, Shape shape)
    {
        IReadOnlyCollection<string> before = shape is EnumShape ? _pins.Values(type.Name) : _pins.Members(type.Name);
        HashSet<string> now = shape switch
        {
            EnumShape values => new(values.Values, StringComparer.Ordinal),
            ObjectShape o => new(Objects.Flatten(o).Select(static member => member.Name), StringComparer.Ordinal),
            _ => [],
        };
        int both = before.Count(now.Contains);
        return both == 0 ? 0 : (double)both / (before.Count + now.Count - both);
    }

    private static bool IsDefinition(ShapeName name) => name.Items == 0 && (name.Owner is null || name.IsDefinition);

    /// <summary>The key of a definition; null of what stands in place.</summary>
    private static string? LastOf(string place)
    {
        string key = place.Substring(place.LastIndexOf('#') + 1);
        return key.Contains("/") || key.EndsWith("[]", StringComparison.Ordinal) ? null : key;
    }
}
