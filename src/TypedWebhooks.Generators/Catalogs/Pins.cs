using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>The names and numbers that a baseline says, to be looked up. What says the same thing twice is not followed.</summary>
internal sealed class Pins
{
    private readonly Dictionary<string, PinnedEvent> _events;
    private readonly Dictionary<string, PinnedType> _types;
    private readonly Dictionary<string, PinnedType> _places;
    private readonly Dictionary<string, Dictionary<string, string>> _members;
    private readonly Dictionary<string, Dictionary<string, PinnedValue>> _values;

    public Pins(PinnedNames names)
    {
        IsEmpty = names.Events.Count == 0 && names.Types.Count == 0;
        _events = names.Events.ToDictionary(static e => e.EventType, StringComparer.Ordinal);
        _types = names.Types.GroupBy(static type => type.Name, StringComparer.Ordinal).ToDictionary(static type => type.Key, static type => type.First(), StringComparer.Ordinal);

        // What an event is called depends on the event, wherever its schema stands.
        HashSet<string> records = new(names.Events.Select(static e => e.Record), StringComparer.Ordinal);
        _places = names.Types
            .Where(type => type.Place.Length > 0 && !records.Contains(type.Name))
            .GroupBy(static type => type.Place, StringComparer.Ordinal)
            .Where(static place => !place.Skip(1).Any())
            .ToDictionary(static place => place.Key, static place => place.First(), StringComparer.Ordinal);
        _members = names.Members
            .GroupBy(static member => member.Record, StringComparer.Ordinal)
            .ToDictionary(static record => record.Key, static record => record.ToDictionary(static member => member.WireName, static member => member.Name, StringComparer.Ordinal), StringComparer.Ordinal);
        _values = names.Values
            .GroupBy(static value => value.Enum, StringComparer.Ordinal)
            .ToDictionary(static e => e.Key, static e => e.ToDictionary(static value => value.WireName, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    public bool IsEmpty { get; }

    public IEnumerable<PinnedType> Places => _places.Values;

    /// <summary>Whether a type is what several events have in common, and stands nowhere in the schemas.</summary>
    public bool HasGroup(CSharpName name) => _types.TryGetValue(name.Text, out PinnedType? type) && type is { IsGroup: true, Place.Length: 0 };

    public PinnedEvent? Event(string eventType) => _events.TryGetValue(eventType, out PinnedEvent? e) ? e : null;

    public PinnedType? Type(string place) => _places.TryGetValue(place, out PinnedType? type) ? type : null;

    /// <summary>What a member of a record is called, be it that one of its base records declares it.</summary>
    public CSharpName? Member(CSharpName record, string wireName)
    {
        string? at = record.Text;
        for (int depth = 0; at is not null && depth < 64; depth++)
        {
            if (_members.TryGetValue(at, out Dictionary<string, string>? members) && members.TryGetValue(wireName, out string? name))
            {
                return PinnedNames.TryName(name);
            }

            at = _types.TryGetValue(at, out PinnedType? type) && type.Base.Length > 0 ? type.Base : null;
        }

        return null;
    }

    /// <summary>The members of a record by their names on the wire, without those of its base.</summary>
    public IReadOnlyCollection<string> Members(string record) => _members.TryGetValue(record, out Dictionary<string, string>? members) ? members.Keys : [];

    /// <summary>The texts of an enum's values.</summary>
    public IReadOnlyCollection<string> Values(string values) => _values.TryGetValue(values, out Dictionary<string, PinnedValue>? known) ? known.Keys : [];

    public PinnedValue? Value(CSharpName values, string wireName) =>
        _values.TryGetValue(values.Text, out Dictionary<string, PinnedValue>? known) && known.TryGetValue(wireName, out PinnedValue? value) ? value : null;

    /// <summary>The highest number of an enum, be it that of a value which is gone; 0 where it has none.</summary>
    public int HighestNumber(CSharpName values) => _values.TryGetValue(values.Text, out Dictionary<string, PinnedValue>? known) ? known.Values.Max(static value => value.Number) : 0;
}
