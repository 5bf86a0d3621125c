using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

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

    private void FindNarrowed()
    {
        foreach (ObjectShape body in _shape.Events.Select(static e => e.Body).Where(static body => body.Base is not null).Distinct())
        {
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

    private void AddEvents(List<EventModel> events, CancellationToken cancellationToken)
    {
        Dictionary<string, List<RecordModel>> firstLevel = new(StringComparer.Ordinal);
        for (int i = 0; i < events.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EventShape shape = _shape.Events[i];
            ObjectShape? parent = Parent(shape.Body);
            RecordModel record = Event(events[i], shape, parent);
            if (FirstLevel(shape) is { } first)
            {
                if (!firstLevel.TryGetValue(first, out List<RecordModel>? level))
                {
                    firstLevel.Add(first, level = []);
                }

                level.Add(record);
            }

            _records.Add(record);
            AddPayloads(cancellationToken);
        }

        foreach (KeyValuePair<string, List<RecordModel>> level in firstLevel)
        {
            AddFirstLevel(level.Key, level.Value);
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
        shape.Body.IsObsolete,
        Members(Objects.Flatten(shape.Body), e.Record, Stem(e.Record), RecordKind.Event, parent is null ? null : _declared[parent], e));

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
            [.. Objects.Flatten(shape).Where(member => !_narrowed.Contains((shape, member.Name)))],
            name,
            Stem(name),
            RecordKind.Group,
            declared,
            e: null);
        foreach (MemberModel member in members.Where(static member => member.Constant is null))
        {
            declared[member.WireName] = member.Name;
        }

        _records.Add(new(RecordKind.Group, name, parent, IsSealed: false, Event: null, shape.Description, shape.IsObsolete, members));
        return name;
    }

    /// <summary>
    /// The abstract record of a first level, <c>IssuesEvent</c> over <c>IssuesOpenedEvent</c>. What all its events have
    /// alike is declared there.
    /// </summary>
    private void AddFirstLevel(string first, List<RecordModel> level)
    {
        CSharpName name = _firstLevels[first];
        List<MemberModel> common = level.Count < 2 ? [] : [.. level[0].Members
            .Where(static member => member.Constant is null)
            .Where(member => level.TrueForAll(record => record.Members.Any(other => IsAlike(member, other))))
            .Select(static member => member with { Format = null, NullSlot = null })];
        HashSet<string> hoisted = [.. common.Select(static member => member.WireName)];
        int place = _records.IndexOf(level[0]);
        _records.Insert(place, new(RecordKind.Group, name, _provider.Root, IsSealed: false, Event: null, $"An event of the kind {first}, whichever it is.", IsObsolete: false, common.ToEquatableArray()));
        foreach (RecordModel record in level)
        {
            _records[_records.IndexOf(record, place)] = record with
            {
                Base = name,
                Members = record.Members.Select(member => hoisted.Contains(member.WireName) ? member with { IsInherited = true } : member).ToEquatableArray(),
            };
        }
    }

    private static bool IsAlike(MemberModel left, MemberModel right) =>
        right.Constant is null
        && string.Equals(left.WireName, right.WireName, StringComparison.Ordinal)
        && left.Name == right.Name
        && left.Type == right.Type
        && left.IsRequired == right.IsRequired;
}
