using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// The records of events, and the abstract records between them and the root: what the schema bases several events on,
/// what serves several events, and the first level of names that have two.
/// </summary>
internal sealed partial class CatalogBuilder
{
    /// <summary>The members that a group of events declares for all of them, with their names in C#.</summary>
    private readonly Dictionary<ObjectShape, Dictionary<string, CSharpName>> _declared = [];

    /// <summary>The members of a group that one of its events has with another type: each event declares them itself.</summary>
    private readonly HashSet<(ObjectShape Group, string Member)> _narrowed = [];

    /// <summary>The bodies that are those of several events.</summary>
    private readonly HashSet<ObjectShape> _shared = [];

    private void FindShared() =>
        _shared.UnionWith(_shape.Events.GroupBy(static e => e.Body).Where(static events => events.Skip(1).Any()).Select(static events => events.Key));

    private void FindNarrowed()
    {
        foreach (ObjectShape body in _shape.Events.Select(static e => e.Body).Where(static body => body.Base is not null).Distinct())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Dictionary<string, MemberShape> own = Objects.Flatten(body).ToDictionary(static member => member.Name, StringComparer.Ordinal);
            HashSet<ObjectShape> seen = [];
            for (ObjectShape? group = body.Base; group is not null && seen.Add(group); group = group.Base)
            {
                foreach (MemberShape member in Objects.Flatten(group).Where(member => !Objects.IsSame(member, own[member.Name])))
                {
                    _narrowed.Add((group, member.Name));
                }
            }
        }
    }

    private void AddEvents(List<EventModel> events)
    {
        Dictionary<string, List<int>> firstLevels = new(StringComparer.Ordinal);
        for (int i = 0; i < events.Count; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            EventShape shape = _shape.Events[i];
            ObjectShape? parent = Parent(shape.Body);
            RecordModel record = Event(events[i], shape, parent);
            Origins.Events[events[i].Record] = shape;
            Origins.Types[events[i].Record] = shape.Body.Content ?? shape.Body;
            if (FirstLevel(shape) is { } first)
            {
                if (!firstLevels.TryGetValue(first, out List<int>? level))
                {
                    firstLevels.Add(first, level = []);
                }

                level.Add(_records.Count);
            }

            _records.Add(record);
            AddPayloads();
        }

        List<RecordModel> groups = [];
        foreach (KeyValuePair<string, List<int>> level in firstLevels)
        {
            groups.Add(FirstLevel(level.Key, level.Value));
        }

        // Each stands before the first of its events; from the last one on, so that the places before it stay what they are.
        List<int>[] levels = [.. firstLevels.Values];
        for (int i = groups.Count - 1; i >= 0; i--)
        {
            _records.Insert(levels[i][0], groups[i]);
        }
    }

    /// <summary>What an event of a body derives from, other than the root: the body itself where several events have it.</summary>
    private ObjectShape? Parent(ObjectShape body) => _shared.Contains(body) ? body : body.Base;

    /// <summary>The first level of a name that has two, where the schema bases the event on nothing else.</summary>
    private string? FirstLevel(EventShape e) =>
        Parent(e.Body) is null && e.Parts.Skip(1).Any(static part => part.Length > 0) ? e.Parts[0] : null;

    private RecordModel Event(EventModel e, EventShape shape, ObjectShape? parent) => new(
        RecordKind.Event,
        e.Record,
        parent is null ? _provider.Root : Group(parent),
        IsSealed: true,
        e,
        shape.Description ?? shape.Body.Description,
        shape.IsObsolete || shape.Body.IsObsolete,
        Members(Objects.Flatten(shape.Body), e.Record, Stem(e.Record), RecordKind.Event, parent is null ? null : _declared[parent], e, key: shape.IsNamedOutside ? EventKey.None : shape.Key),
        Undeclared(shape.Body));

    /// <summary>The abstract record of what several events extend or share, made when the first of them asks for it.</summary>
    private CSharpName Group(ObjectShape shape)
    {
        CSharpName name = _groups[shape];
        if (_declared.ContainsKey(shape))
        {
            return name;
        }

        Dictionary<string, CSharpName> declared = new(StringComparer.Ordinal);
        _declared.Add(shape, declared);
        CSharpName parent = shape.Base is null ? _provider.Root : Group(shape.Base);
        foreach (KeyValuePair<string, CSharpName> member in shape.Base is null ? [] : _declared[shape.Base])
        {
            declared.Add(member.Key, member.Value);
        }

        EquatableArray<MemberModel> members = Members(
            Objects.Flatten(shape).RemoveAll(member => _narrowed.Contains((shape, member.Name))),
            name,
            Stem(name),
            RecordKind.Group,
            declared,
            e: null);
        foreach (MemberModel member in members.Where(static member => member.Constant is null))
        {
            declared[member.WireName] = member.Name;
        }

        Origins.Types[name] = shape;
        _records.Add(new(RecordKind.Group, name, parent, IsSealed: false, Event: null, shape.Description, shape.IsObsolete, members, EquatableArray<string>.Empty));
        return name;
    }

    /// <summary>
    /// The abstract record of a first level, <c>IssuesEvent</c> over <c>IssuesOpenedEvent</c>. What all its events have
    /// alike is declared there.
    /// </summary>
    /// <param name="places">Where the records of its events stand among all records.</param>
    private RecordModel FirstLevel(string first, List<int> places)
    {
        CSharpName name = _firstLevels[first];
        List<MemberModel> common = places.Count < 2 ? [] : [.. _records[places[0]].Members.Where(static member => member.Constant is null)];
        foreach (int place in places.Skip(1))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Dictionary<string, MemberModel> others = _records[place].Members.ToDictionary(static member => member.WireName, StringComparer.Ordinal);
            common.RemoveAll(member => !others.TryGetValue(member.WireName, out MemberModel? other) || !IsAlike(member, other));
        }

        HashSet<string> hoisted = new(common.Select(static member => member.WireName), StringComparer.Ordinal);
        foreach (int place in places)
        {
            _records[place] = _records[place] with
            {
                Base = name,
                Members = _records[place].Members.Select(member => hoisted.Contains(member.WireName) ? member with { IsInherited = true } : member).ToEquatableArray(),
            };
        }

        return new(
            RecordKind.Group,
            name,
            _provider.Root,
            IsSealed: false,
            Event: null,
            $"An event of the kind {first}, whichever it is.",
            IsObsolete: false,
            common.Select(static member => member with { Format = null, NullSlot = null }).ToEquatableArray(),
            EquatableArray<string>.Empty);
    }

    private static bool IsAlike(MemberModel left, MemberModel right) =>
        right.Constant is null
        && left.Name == right.Name
        && left.Type == right.Type
        && left.IsRequired == right.IsRequired;
}
