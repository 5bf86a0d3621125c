using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>
/// Which type of before is which type of now. Types that stand at one place in the schemas, or have one name, are the same; of the
/// others those are that stand at the same place in payloads: a type may have got a definition, or lost it, and be what it was.
/// </summary>
internal sealed class Alignment
{
    private readonly Surface _old;
    private readonly Surface _new;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, string> _newOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _oldOf = new(StringComparer.Ordinal);
    private readonly HashSet<(string Old, string New)> _further = [];
    private readonly Queue<(SurfaceType Old, SurfaceType New)> _open = new();

    /// <param name="events">The names of events of before, and what they are now.</param>
    public Alignment(Surface old, Surface now, IReadOnlyList<(BaselineEntry Old, BaselineEntry New)> events, CancellationToken cancellationToken)
    {
        _old = old;
        _new = now;
        _cancellationToken = cancellationToken;
        foreach ((BaselineEntry was, BaselineEntry isNow) in events)
        {
            if (old.RecordOf(was) is { } record && now.RecordOf(isNow) is { } current)
            {
                Align(record, current);
            }
        }

        AlignBy(static type => type.Place);
        AlignBy(static type => type.Name);
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (SurfaceType was, SurfaceType isNow) = _open.Dequeue();
            Walk(was, isNow);
        }
    }

    /// <summary>The pairs of types, each to be compared once; a type stands in several where it was split or merged.</summary>
    public IEnumerable<(SurfaceType Old, SurfaceType New)> Pairs => _newOf.Select(static pair => (Old: pair.Key, New: pair.Value)).Concat(_further)
        .OrderBy(static pair => pair.New, StringComparer.Ordinal).ThenBy(static pair => pair.Old, StringComparer.Ordinal)
        .Select(pair => (_old.Find(pair.Old)!, _new.Find(pair.New)!));

    /// <summary>What a type is now; null where it is gone.</summary>
    public string? NewOf(string old) => _newOf.TryGetValue(old, out string? now) ? now : null;

    /// <summary>What a type was; null where it is new.</summary>
    public string? OldOf(string now) => _oldOf.TryGetValue(now, out string? old) ? old : null;

    /// <summary>The further types of before that are this one now.</summary>
    public IEnumerable<string> MergedInto(string now) => _further.Where(pair => pair.New == now && NewOf(pair.Old) is null).Select(static pair => pair.Old).OrderBy(static name => name, StringComparer.Ordinal);

    /// <summary>The further types of now that were this one.</summary>
    public IEnumerable<string> SplitFrom(string old) => _further.Where(pair => pair.Old == old && OldOf(pair.New) is null).Select(static pair => pair.New).OrderBy(static name => name, StringComparer.Ordinal);

    public bool IsGone(string old) => NewOf(old) is null && !_further.Any(pair => pair.Old == old);

    public bool IsNew(string now) => OldOf(now) is null && !_further.Any(pair => pair.New == now);

    /// <summary>Whether two types are one and the same, whatever it is called.</summary>
    public bool AreSame(string old, string now) => NewOf(old) == now || _further.Contains((old, now));

    /// <summary>Whether two types are the same but for the names of what is in them.</summary>
    public bool AreSame(WireType old, WireType now) =>
        old.Form == now.Form
        && (old.Form == WireForm.Named ? AreSame(old.Name, now.Name)
            : old.Form == WireForm.Union ? old.Parts.Count == now.Parts.Count && old.Parts.All(part => now.Parts.Any(other => AreSame(part, other)))
            : old.Name == now.Name && old.Parts.Count == now.Parts.Count && old.Parts.Zip(now.Parts, AreSame).All(static same => same));

    private void AlignBy(Func<SurfaceType, string?> key)
    {
        Dictionary<string, SurfaceType> byKey = new(StringComparer.Ordinal);
        // Events are the same by their names on the wire, and by nothing else.
        foreach (SurfaceType type in _new.Types.Values.Where(type => !type.IsEvent && key(type) is not null && OldOf(type.Name) is null))
        {
            byKey[key(type)!] = type;
        }

        foreach (SurfaceType type in _old.Types.Values.Where(type => !type.IsEvent && NewOf(type.Name) is null).OrderBy(static type => type.Name, StringComparer.Ordinal))
        {
            if (key(type) is { } text && byKey.TryGetValue(text, out SurfaceType? now) && now.Kind == type.Kind)
            {
                Align(type, now);
            }
        }
    }

    private void Align(SurfaceType old, SurfaceType now)
    {
        if (!_newOf.ContainsKey(old.Name) && !_oldOf.ContainsKey(now.Name))
        {
            _newOf.Add(old.Name, now.Name);
            _oldOf.Add(now.Name, old.Name);
            _open.Enqueue((old, now));
        }
    }

    /// <summary>Goes through what two types have in common.</summary>
    private void Walk(SurfaceType old, SurfaceType now)
    {
        if (old.Kind == EntryKind.Union && now.Kind == EntryKind.Union)
        {
            foreach (KeyValuePair<string, BaselineEntry> part in old.Parts.OrderBy(static part => part.Key, StringComparer.Ordinal))
            {
                if (now.Parts.TryGetValue(part.Key, out BaselineEntry? same))
                {
                    Meet(part.Value[FacetNames.Record]!, same[FacetNames.Record]!);
                }
            }
        }

        foreach (SurfaceMember member in old.Members.Values.OrderBy(static member => member.WireName, StringComparer.Ordinal))
        {
            if (now.Members.TryGetValue(member.WireName, out SurfaceMember? same))
            {
                Walk(member.Type, same.Type);
            }
        }

        List<SurfaceMember> gone = [.. old.Members.Values.Where(member => !now.Members.ContainsKey(member.WireName))];
        List<SurfaceMember> added = [.. now.Members.Values.Where(member => !old.Members.ContainsKey(member.WireName))];
        foreach ((SurfaceMember was, SurfaceMember isNow) in NearNames.Pair(gone, added, static (was, isNow) => NearNames.AreNear(was.WireName, isNow.WireName)))
        {
            Walk(was.Type, isNow.Type);
        }
    }

    private void Walk(WireType old, WireType now)
    {
        (old, now) = (old.Plain, now.Plain);
        if (old.Form == WireForm.Named && now.Form == WireForm.Named)
        {
            Meet(old.Name, now.Name);
        }
        else if (old.Form == WireForm.Union || now.Form == WireForm.Union)
        {
            List<WireType> were = [.. Alternatives(old).Where(part => !Alternatives(now).Any(other => AreSame(part, other)))];
            List<WireType> are = [.. Alternatives(now).Where(part => !Alternatives(old).Any(other => AreSame(other, part)))];
            if (were.Count == 1 && are.Count == 1)
            {
                Walk(were[0], are[0]);
            }
        }
        else if (old.Form == now.Form && old.Parts.Count == 1)
        {
            Walk(old.Inner, now.Inner);
        }
        else if (old.Form == WireForm.List || now.Form == WireForm.List)
        {
            // One became many, or many one.
            Walk(old.Form == WireForm.List ? old.Inner : old, now.Form == WireForm.List ? now.Inner : now);
        }
    }

    private static IEnumerable<WireType> Alternatives(WireType type) => type.Form == WireForm.Union ? type.Parts : [type];

    /// <summary>Two types stand at one place. Where both have a counterpart of their own, the place refers to another type now.</summary>
    private void Meet(string old, string now)
    {
        if (AreSame(old, now) || _old.Find(old) is not { } was || _new.Find(now) is not { } isNow || was.Kind != isNow.Kind)
        {
            return;
        }

        bool isFree = NewOf(old) is null, isUnknown = OldOf(now) is null;
        if (isFree && isUnknown)
        {
            Align(was, isNow);
        }
        else if (isFree || isUnknown)
        {
            _further.Add((old, now));
            _open.Enqueue((was, isNow));
        }
    }
}
