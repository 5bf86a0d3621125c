using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// Takes from a catalogue the events that are chosen, and the types that they reach. The catalogue is made whole before: what a
/// type is called, and which members a group declares, is then the same whichever events are chosen.
/// </summary>
internal sealed class SelectedCatalog
{
    private readonly EventCatalog _all;
    private readonly Dictionary<CSharpName, RecordModel> _records;
    private readonly Dictionary<CSharpName, HierarchyModel> _hierarchies;
    private readonly HashSet<CSharpName> _reached = [];
    private readonly Queue<CSharpName> _pending = new();

    private SelectedCatalog(EventCatalog all)
    {
        _all = all;
        _records = all.Records.ToDictionary(static record => record.Name);
        _hierarchies = all.Hierarchies.ToDictionary(static hierarchy => hierarchy.Name);
    }

    /// <param name="all">The catalogue of all events.</param>
    /// <param name="selected">The names on the wire of those that are chosen.</param>
    public static EventCatalog Of(EventCatalog all, HashSet<string> selected, CancellationToken cancellationToken) =>
        selected.Count < all.Events.Count ? new SelectedCatalog(all).Take([.. all.Events.Where(e => selected.Contains(e.EventType))], cancellationToken) : all;

    private EventCatalog Take(List<EventModel> events, CancellationToken cancellationToken)
    {
        events.ForEach(e => Reach(e.Record));
        foreach (MemberModel member in _all.Batch?.Members ?? EquatableArray<MemberModel>.Empty)
        {
            Reach(member.Type);
        }

        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Visit(_pending.Dequeue());
        }

        List<RecordModel> records = [.. _all.Records.Where(record => _reached.Contains(record.Name))];
        HashSet<CSharpName> bases = [.. records.Where(static record => record.Base is not null).Select(static record => record.Base!.Value)];
        return _all with
        {
            Provider = _all.Provider with { IsSelective = true },
            Events = events.ToEquatableArray(),
            Records = records.Select(record => record with { IsSealed = !bases.Contains(record.Name) }).ToEquatableArray(),
            Hierarchies = _all.Hierarchies.Where(hierarchy => _reached.Contains(hierarchy.Name)).ToEquatableArray(),
            Enums = _all.Enums.Where(values => _reached.Contains(values.Name)).ToEquatableArray(),
        };
    }

    private void Reach(CSharpName type)
    {
        if (_reached.Add(type))
        {
            _pending.Enqueue(type);
        }
    }

    private void Visit(CSharpName type)
    {
        if (_records.TryGetValue(type, out RecordModel? record))
        {
            if (record.Base is { } parent)
            {
                Reach(parent);
            }

            foreach (MemberModel member in record.Members)
            {
                Reach(member.Type);
            }
        }
        else if (_hierarchies.TryGetValue(type, out HierarchyModel? hierarchy))
        {
            foreach (CaseModel c in hierarchy.Cases)
            {
                Reach(c.Record);
            }
        }
    }

    private void Reach(TypeModel type)
    {
        switch (type)
        {
            case RecordType record:
                Reach(record.Name);
                break;
            case EnumType values:
                Reach(values.Name);
                break;
            case HierarchyType hierarchy:
                Reach(hierarchy.Name);
                break;
            case ListType list:
                Reach(list.Item);
                break;
            case MapType map:
                Reach(map.Value);
                break;
            case NullableType nullable:
                Reach(nullable.Inner);
                break;
            case LooseType loose:
                Reach(loose.Inner);
                break;
            case UnionType union:
                foreach (TypeModel alternative in union.Alternatives)
                {
                    Reach(alternative);
                }

                break;
        }
    }
}
