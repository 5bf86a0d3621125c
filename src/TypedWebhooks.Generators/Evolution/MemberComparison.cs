using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>
/// Compares the members of records. A member that several records inherit is one member: it is compared once, and where only some of
/// them have changed it, in each of those.
/// </summary>
internal sealed class MemberComparison(ChangeList changes, CancellationToken cancellationToken)
{
    private readonly List<(SurfaceMember Member, SurfaceType Record, SurfaceType Now)> _gone = [];
    private readonly List<(SurfaceMember Member, SurfaceType Record, SurfaceType Was)> _added = [];
    private readonly Dictionary<(string Old, string New, string Member), (SurfaceMember Old, SurfaceMember New)> _pairs = [];

    /// <summary>How many records that are compared inherit from a record.</summary>
    private readonly Dictionary<string, int> _heirsOld = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _heirsNew = new(StringComparer.Ordinal);

    public void Compare()
    {
        foreach ((SurfaceType old, SurfaceType now) in changes.Alignment.Pairs.Where(static pair => pair.Old.Kind == EntryKind.Record && pair.New.Kind == EntryKind.Record))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // What a group of events declares is compared where the events have it.
            if (old.IsGroup || now.IsGroup)
            {
                changes.ClaimAll(old.IsGroup ? old : null, now.IsGroup ? now : null);
                continue;
            }

            Count(_heirsOld, old, changes.Old);
            Count(_heirsNew, now, changes.New);
            Collect(old, now);
        }

        FindMoved();
        foreach ((SurfaceMember old, SurfaceMember now) in _pairs.Values)
        {
            new MemberChange(changes, old, now).Compare();
        }

        AddGone();
        AddNew();
    }

    private static void Count(Dictionary<string, int> heirs, SurfaceType type, Surface surface)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (SurfaceType? at = type; at is not null && seen.Add(at.Name); at = at.Base is null ? null : surface.Find(at.Base))
        {
            heirs.TryGetValue(at.Name, out int count);
            heirs[at.Name] = count + 1;
        }
    }

    private void Collect(SurfaceType old, SurfaceType now)
    {
        List<SurfaceMember> gone = [], added = [];
        foreach (SurfaceMember member in old.Members.Values)
        {
            if (now.Members.TryGetValue(member.WireName, out SurfaceMember? same))
            {
                Pair(member, same);
            }
            else
            {
                gone.Add(member);
            }
        }

        added.AddRange(now.Members.Values.Where(member => !old.Members.ContainsKey(member.WireName)));
        if (IsUntyped(old, gone, added, now))
        {
            return;
        }

        // What tells cases apart is sent as before, and only no property; what stands around all events is one change of its own.
        Drop(gone, member => member.WireName == changes.New.DiscriminatorOf(now.Name) || (changes.IsWrapped && old.IsEvent));
        Drop(added, member => member.WireName == changes.Old.DiscriminatorOf(old.Name) || (changes.IsWrapped && now.IsEvent));

        foreach ((SurfaceMember was, SurfaceMember isNow) in NearNames.Pair(gone, added, IsRenamed))
        {
            Pair(was, isNow);
            gone.Remove(was);
            added.Remove(isNow);
        }

        _gone.AddRange(gone.Select(member => (member, old, now)));
        _added.AddRange(added.Select(member => (member, now, old)));
    }

    private void Drop(List<SurfaceMember> members, Predicate<SurfaceMember> isSaid)
    {
        foreach (SurfaceMember member in members.FindAll(isSaid))
        {
            changes.Claim(member.Entry, member.Entry);
            members.Remove(member);
        }
    }

    /// <summary>What an event gains or loses with its schema is one change.</summary>
    private bool IsUntyped(SurfaceType old, List<SurfaceMember> gone, List<SurfaceMember> added, SurfaceType now)
    {
        bool wasUntyped = old.Entry.Has(FacetNames.Untyped), isUntyped = now.Entry.Has(FacetNames.Untyped);
        if (wasUntyped == isUntyped || !now.IsEvent || !old.IsEvent)
        {
            return false;
        }

        changes.ClaimAll(old, now);
        changes.Add(ChangeRules.EventBodyTyped, now.Entry.Key, 1, wasUntyped ? "untyped" : "typed", isUntyped ? "untyped" : "typed", isUntyped
            ? $"The body of {now.Name} has no schema any more: its {Wording.Count(gone.Count, "property is", "properties are")} gone, and all of it is in AdditionalProperties"
            : $"The body of {now.Name} has a schema now: {Wording.Count(added.Count, "property", "properties")} instead of AdditionalProperties");
        return true;
    }

    private bool IsRenamed(SurfaceMember was, SurfaceMember isNow) =>
        NearNames.AreNear(was.WireName, isNow.WireName)
        && changes.Alignment.AreSame(was.Type, isNow.Type)
        && was.IsRequired == isNow.IsRequired;

    private void Pair(SurfaceMember old, SurfaceMember now)
    {
        changes.Claim(old.Entry, now.Entry);
        _pairs[(old.Declaring, now.Declaring, old.WireName + "\n" + now.WireName)] = (old, now);
    }

    /// <summary>A member that is gone here, and stands in what is in here now, or in what this is in.</summary>
    private void FindMoved()
    {
        Dictionary<string, List<(SurfaceMember Member, SurfaceType Record, SurfaceType Was)>> added = _added.GroupBy(static a => a.Member.WireName, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.ToList(), StringComparer.Ordinal);
        foreach ((SurfaceMember member, SurfaceType record, SurfaceType now) in _gone.ToArray())
        {
            if (!added.TryGetValue(member.WireName, out var candidates))
            {
                continue;
            }

            List<(SurfaceMember Member, SurfaceType Record, SurfaceType Was)> near = [.. candidates.Where(candidate =>
                changes.Alignment.AreSame(member.Type.Plain, candidate.Member.Type.Plain)
                && (Has(now, candidate.Record.Name) || Has(candidate.Record, now.Name)))];
            if (near.Count != 1 || candidates.Count(candidate => candidate.Member == near[0].Member) > 1)
            {
                continue;
            }

            SurfaceMember moved = near[0].Member;
            changes.Claim(member.Entry, moved.Entry);
            _gone.Remove((member, record, now));
            _added.Remove(near[0]);
            int events = changes.New.EventsReaching(moved.Declaring);
            changes.Add(ChangeRules.MemberMoved, moved.Entry.Key, events, member.Declaring, moved.Declaring,
                $"'{member.WireName}' seems to have moved from {member.Declaring} to {moved.Declaring}{Wording.Events(events)}: {member.Declaring}.{member.Name} is gone, and payloads with it at the old place {(moved.IsRequired ? $"will be {changes.Unrecognized}" : "have it in AdditionalProperties")}");
        }
    }

    private static bool Has(SurfaceType type, string part) => type.Members.Values.Any(member => SurfaceType.Names(member.Type).Contains(part, StringComparer.Ordinal));

    private void AddGone()
    {
        foreach (var group in _gone.GroupBy(static gone => (gone.Member.Declaring, gone.Member.WireName)))
        {
            bool all = group.Count() == _heirsOld[group.Key.Declaring];
            foreach ((SurfaceMember member, SurfaceType record, SurfaceType now) in all ? group.Take(1) : group)
            {
                changes.Claim(member.Entry, null);
                string owner = all ? member.Declaring : record.Name;
                SurfaceType? parent = all ? (changes.Alignment.NewOf(owner) is { } current ? changes.New.Find(current) : now) : now;
                int events = changes.Old.EventsReaching(owner);
                ChangeRule rule = member.IsRequired ? ChangeRules.RequiredMemberRemoved : ChangeRules.OptionalMemberRemoved;
                changes.AddGone(rule, new(EntryKind.Member, owner, member.WireName), parent?.Entry.Key, events, member.Type.ToString(), "",
                    $"'{member.WireName}' is gone from {owner}{Wording.Events(events)}: {member.Name} does not exist any more"
                    + (member.IsRequired ? $"; receivers not yet rebuilt require it, and take new payloads for {changes.Unrecognized}" : ", and what is sent in it all the same is in AdditionalProperties"));
            }
        }
    }

    private void AddNew()
    {
        foreach (var group in _added.GroupBy(static added => (added.Member.Declaring, added.Member.WireName)))
        {
            bool all = group.Count() == _heirsNew[group.Key.Declaring];
            foreach ((SurfaceMember member, SurfaceType record, _) in all ? group.Take(1) : group)
            {
                changes.Claim(null, member.Entry);
                string owner = all ? member.Declaring : record.Name;
                int events = changes.New.EventsReaching(owner);
                EntryKey place = member.Entry.Key;
                changes.Add(member.IsRequired ? ChangeRules.RequiredMemberAdded : ChangeRules.OptionalMemberAdded, place, events, all ? "" : owner, member.Type.ToString(), member.IsRequired
                    ? $"'{member.WireName}' is new and required in {owner}{Wording.Events(events)}: payloads sent before this change, in queues or tests, will be {changes.Unrecognized}"
                    : $"'{member.WireName}' is new in {owner}{Wording.Events(events)}: {member.Name} of type {member.CSharpType}, null where it is not sent");
            }
        }
    }
}
