using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>A baseline by its names, with what follows from it: the members that a record inherits, and which events reach a type.</summary>
internal sealed class Surface
{
    private readonly Dictionary<string, SurfaceType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BaselineEntry> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _discriminators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reach = new(StringComparer.Ordinal);
    private Dictionary<string, List<string>>? _users;

    public Surface(Baseline baseline)
    {
        Baseline = baseline;
        foreach (BaselineEntry entry in baseline.Entries)
        {
            switch (entry.Key.Kind)
            {
                case EntryKind.Event:
                    _events.Add(entry.Key.Name, entry);
                    break;
                case EntryKind.Record or EntryKind.Enum or EntryKind.Union:
                    // One name cannot be two types; what says so was written by nobody.
                    if (!_types.ContainsKey(entry.Key.Name))
                    {
                        _types.Add(entry.Key.Name, new(entry));
                    }

                    break;
                case EntryKind.Member or EntryKind.Value or EntryKind.Case when _types.TryGetValue(entry.Key.Owner, out SurfaceType? owner):
                    owner.Add(entry);
                    break;
            }
        }

        foreach (SurfaceType type in _types.Values)
        {
            Flatten(type);
            foreach (BaselineEntry part in type.Kind == EntryKind.Union ? type.Parts.Values : Enumerable.Empty<BaselineEntry>())
            {
                _discriminators[part[FacetNames.Record]!] = type.Entry[FacetNames.Discriminator] ?? "";
            }
        }
    }

    public Baseline Baseline { get; }

    public BaselineEntry? Provider => Baseline.Provider;

    public string Name => Baseline.Name;

    /// <summary>The events by their names on the wire.</summary>
    public IReadOnlyDictionary<string, BaselineEntry> Events => _events;

    public IReadOnlyDictionary<string, SurfaceType> Types => _types;

    public SurfaceType? Find(string type) => _types.TryGetValue(type, out SurfaceType? found) ? found : null;

    /// <summary>The member that tells a case of a union from others, and is no property of it; null of what is no case.</summary>
    public string? DiscriminatorOf(string record) => _discriminators.TryGetValue(record, out string? member) ? member : null;

    /// <summary>The record of an event; null where it is not selected.</summary>
    public SurfaceType? RecordOf(BaselineEntry e) => e[FacetNames.Record] is { Length: > 0 } name ? Find(name) : null;

    /// <summary>How many events have a type somewhere in them, or are it.</summary>
    public int EventsReaching(string type)
    {
        if (_reach.TryGetValue(type, out int known))
        {
            return known;
        }

        _users ??= Users();
        HashSet<string> seen = [type];
        Queue<string> open = new(seen);
        int events = 0;
        while (open.Count > 0)
        {
            string at = open.Dequeue();
            events += _types.TryGetValue(at, out SurfaceType? found) && found.IsEvent ? 1 : 0;
            foreach (string user in _users.TryGetValue(at, out List<string>? users) ? users : [])
            {
                if (seen.Add(user))
                {
                    open.Enqueue(user);
                }
            }
        }

        _reach.Add(type, events);
        return events;
    }

    /// <summary>The types that have a type in them: by a member, as a case, or as what they derive from.</summary>
    private Dictionary<string, List<string>> Users()
    {
        Dictionary<string, List<string>> users = new(StringComparer.Ordinal);
        foreach (SurfaceType type in _types.Values)
        {
            foreach (string used in type.References)
            {
                if (!users.TryGetValue(used, out List<string>? of))
                {
                    users.Add(used, of = []);
                }

                of.Add(type.Name);
            }
        }

        return users;
    }

    private void Flatten(SurfaceType type)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { type.Name };
        for (string? parent = type.Base; parent is not null && seen.Add(parent) && Find(parent) is { } declaring; parent = declaring.Base)
        {
            foreach (SurfaceMember member in declaring.Own.Values)
            {
                type.Inherit(member);
            }
        }
    }
}

/// <summary>A record, enum or union of a surface.</summary>
internal sealed class SurfaceType(BaselineEntry entry)
{
    private readonly Dictionary<string, SurfaceMember> _members = new(StringComparer.Ordinal);

    public BaselineEntry Entry { get; } = entry;

    public string Name => Entry.Key.Name;

    public EntryKind Kind => Entry.Key.Kind;

    public bool IsEvent => Entry[FacetNames.Kind] == "event";

    /// <summary>Whether it is a case of a union.</summary>
    public bool IsCase => Entry[FacetNames.Kind] == "case";

    /// <summary>Whether it is what several events have in common.</summary>
    public bool IsGroup => Entry[FacetNames.Kind] == "group";

    public string? Base => Entry[FacetNames.Base];

    /// <summary>Where the schemas have it; null where that place is not its own alone.</summary>
    public string? Place => Entry[FacetNames.Place];

    /// <summary>Whether it has a definition or a file of its own, and does not stand in place in another type.</summary>
    public bool IsDefined => Place is { } place && place.IndexOf('/') < 0;

    /// <summary>The members that a record declares.</summary>
    public Dictionary<string, SurfaceMember> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>All members of a record, those that it inherits among them.</summary>
    public IReadOnlyDictionary<string, SurfaceMember> Members => _members;

    /// <summary>The values of an enum, or the cases of a union, by their texts on the wire.</summary>
    public Dictionary<string, BaselineEntry> Parts { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> References =>
        (Base is null ? [] : new[] { Base })
        .Concat(Own.Values.SelectMany(static member => Names(member.Type)))
        .Concat(Kind == EntryKind.Union ? Parts.Values.Select(static part => part[FacetNames.Record]!) : []);

    public void Add(BaselineEntry part)
    {
        if (part.Key.Kind != EntryKind.Member)
        {
            Parts[part.Key.Name] = part;
            return;
        }

        SurfaceMember member = new(part, WireType.TryParse(part[FacetNames.Type]!)!);
        Own[member.WireName] = member;
        _members[member.WireName] = member;
    }

    public void Inherit(SurfaceMember member)
    {
        if (!_members.ContainsKey(member.WireName))
        {
            _members.Add(member.WireName, member);
        }
    }

    public static IEnumerable<string> Names(WireType type) => type.Form == WireForm.Named ? [type.Name] : type.Parts.SelectMany(Names);
}

/// <summary>A member of a record.</summary>
internal sealed record SurfaceMember(BaselineEntry Entry, WireType Type)
{
    public string WireName => Entry.Key.Name;

    /// <summary>The record that declares it.</summary>
    public string Declaring => Entry.Key.Owner;

    public bool IsRequired => Entry.Has(FacetNames.Required);

    public bool IsNullable => Type.Form == WireForm.Nullable;

    public bool IsLoose => Type.Form == WireForm.Loose;

    /// <summary>What the property is called.</summary>
    public string Name => Entry[FacetNames.Name] ?? Model.WireName.ToPascalCase(WireName).Text;

    /// <summary>The property's type, as people write it.</summary>
    public string CSharpType => Wording.TypeText(Type.Plain, !IsRequired || IsNullable || IsLoose);
}
