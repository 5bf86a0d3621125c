using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// The names that the baseline says. They come before all that are made of the schema, and after those of the event map, which the
/// project has chosen. One that is not to be had is as if the baseline did not say it.
/// </summary>
internal sealed partial class CatalogBuilder
{
    private readonly Pins _pins;

    /// <summary>What types are called that the baseline has at their places, and whether they were groups of events there.</summary>
    private readonly Dictionary<Shape, (CSharpName Name, bool IsGroup)> _pinned = [];

    /// <summary>What events and their constants are called; null where the baseline does not say it.</summary>
    private readonly Dictionary<EventShape, (CSharpName? Constant, CSharpName? Record)> _pinnedEvents = [];

    /// <summary>The pins that something has taken.</summary>
    private readonly HashSet<string> _usedPins = new(StringComparer.Ordinal);

    /// <summary>Takes the names of the events that there still are.</summary>
    private void PinEvents(MemberNameScope constants)
    {
        if (_pins.IsEmpty)
        {
            return;
        }

        // What the event map says of one event is not taken from it by another.
        HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);
        foreach (EventShape e in _shape.Events.Where(static e => e.Name is not null))
        {
            given.Add(e.Name!);
            given.Add(EventName(new(e.Name!)).Text);
        }

        foreach (EventShape e in _shape.Events.Where(static e => e.Name is null))
        {
            if (_pins.Event(e.EventType) is not { } pin)
            {
                continue;
            }

            CSharpName? record = PinnedNames.TryName(pin.Record) is { } name && !given.Contains(name.Text) && !ImplicitUsings.Types.Contains(name.Text) && _types.TryTake(name) ? name : null;
            string constant = pin.Constant.Length == 0 && record is { } known ? Stem(known).Text : pin.Constant;
            _pinnedEvents[e] = (PinnedNames.TryName(constant) is { } wanted && !given.Contains(wanted.Text) && constants.TryTake(wanted) ? wanted : null, record);
        }
    }

    /// <summary>Takes the names of the types that there still are, as far as they have a place.</summary>
    private void PinTypes()
    {
        if (_pins.IsEmpty)
        {
            return;
        }

        List<Shape> types = [.. ReachedTypes.Of(_shape, _cancellationToken).Where(shape => shape.Name is { Given: null } && !_pinned.ContainsKey(shape))];
        PinnedPlaces places = new(_pins, types);
        foreach (Shape shape in types)
        {
            if (places.Find(shape.Name!) is { } pin && _usedPins.Add(pin.Name) && PinnedNames.TryName(pin.Name) is { } name && !ImplicitUsings.Types.Contains(name.Text) && _types.TryTake(name))
            {
                _pinned.Add(shape, (name, pin.IsGroup));
                if (!pin.IsGroup)
                {
                    _reserved[shape.Name!] = name;
                    _stems[shape.Name!] = name;
                }
            }
        }
    }

    /// <summary>Takes the names of first levels that are groups in the baseline: no place in the schemas stands for one.</summary>
    private void PinFirstLevels()
    {
        foreach (string first in _pins.IsEmpty ? [] : FirstLevels())
        {
            CSharpName name = FirstLevelName(first);
            if (_pins.HasGroup(name) && _usedPins.Add(name.Text) && _types.TryTake(name))
            {
                _firstLevels.Add(first, name);
            }
        }
    }

    /// <summary>What stands for others of its family has their name, where it has none of its own.</summary>
    private void PinRepresentatives()
    {
        foreach (KeyValuePair<Shape, Shape> represented in _representatives)
        {
            Shape representative = Representative(represented.Key);
            if (_pinned.TryGetValue(represented.Key, out (CSharpName Name, bool IsGroup) pin) && !_pinned.ContainsKey(representative))
            {
                _pinned.Add(representative, pin);
            }
        }
    }

    /// <summary>The names of members that the baseline says, taken.</summary>
    private Dictionary<string, CSharpName> PinMembers(ImmutableArray<MemberShape> shapes, CSharpName owner, MemberNameScope names, Func<MemberShape, bool> isOwn)
    {
        Dictionary<string, CSharpName> pinned = new(StringComparer.Ordinal);
        foreach (MemberShape member in _pins.IsEmpty ? ImmutableArray<MemberShape>.Empty : shapes)
        {
            if (WireName.IsUnicode(member.Name) && isOwn(member) && !pinned.ContainsKey(member.Name) && _pins.Member(owner, member.Name) is { } name && names.TryTake(name))
            {
                pinned.Add(member.Name, name);
            }
        }

        return pinned;
    }

    /// <summary>
    /// The values of an enum with their names and numbers: those of the baseline and, for what it does not have, names of its own and the
    /// numbers behind all that the baseline has, be it for a value that is gone.
    /// </summary>
    private IEnumerable<EnumMemberModel> EnumMembers(IReadOnlyList<string> values, CSharpName owner, MemberShape origin)
    {
        MemberNameScope names = MemberNameScope.ForEnum();
        Dictionary<string, CSharpName> pinnedNames = new(StringComparer.Ordinal);
        Dictionary<string, int> pinnedNumbers = new(StringComparer.Ordinal);
        HashSet<int> taken = [];
        foreach (string value in _pins.IsEmpty ? [] : values)
        {
            if (_pins.Value(owner, value) is not { } pin)
            {
                continue;
            }

            if (PinnedNames.TryName(pin.Name) is { } name && names.TryTake(name))
            {
                pinnedNames.Add(value, name);
            }

            if (taken.Add(pin.Number))
            {
                pinnedNumbers.Add(value, pin.Number);
            }
        }

        int next = _pins.HighestNumber(owner);
        foreach (string value in values)
        {
            bool isPinned = pinnedNames.TryGetValue(value, out CSharpName name);
            yield return new(
                value,
                isPinned ? name : EnumMember(value, names, owner, origin),
                pinnedNumbers.TryGetValue(value, out int number) ? number : ++next);
        }
    }
}
