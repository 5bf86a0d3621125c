using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>
/// Compares what a provider's surface was with what it is. Each change sits on the type that it changes, however many events reach it,
/// and everything that differs is in one change: what no rule judges is said to be that.
/// </summary>
internal static class Comparison
{
    /// <summary>The changes, in the order of the things that they change. Pure: the same two baselines give the same changes.</summary>
    public static EquatableArray<Change> Compare(Baseline old, Baseline now, CancellationToken cancellationToken)
    {
        if (old.Entries.Equals(now.Entries))
        {
            return EquatableArray<Change>.Empty;
        }

        Surface was = new(old), isNow = new(now);
        EventPairs events = EventPairs.Find(was, isNow);
        Alignment alignment = new(was, isNow, events.Pairs, cancellationToken);
        ChangeList changes = new(was, isNow, alignment);
        new ProviderComparison(changes).Compare();
        new EventComparison(changes, events).Compare();
        new MemberComparison(changes, cancellationToken).Compare();
        foreach ((SurfaceType type, SurfaceType current) in alignment.Pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EnumComparison.Compare(changes, type, current);
            UnionComparison.Compare(changes, type, current);
            TypeFactComparison.Compare(changes, type, current);
        }

        new NameComparison(changes).Compare();
        changes.AddUnclaimed();
        VersionComparison.Add(changes);
        return changes.ToEquatableArray();
    }

    /// <summary>The same without the changes that were accepted alone.</summary>
    public static EquatableArray<Change> CompareUnaccepted(Baseline old, Baseline now, CancellationToken cancellationToken)
    {
        EquatableArray<Change> changes = Compare(old, now, cancellationToken);
        if (old.Accepted.Count == 0)
        {
            return changes;
        }

        HashSet<string> accepted = new(old.Accepted.Select(static change => change.Fingerprint), StringComparer.Ordinal);
        return changes.Where(change => !accepted.Contains(change.Fingerprint)).ToEquatableArray();
    }

    /// <summary>
    /// The baseline once some of the changes are accepted. As long as others are not, they are noted behind what it says; with the last
    /// one it is the new surface, whatever their order was.
    /// </summary>
    public static Baseline Accept(Baseline old, Baseline now, Func<Change, bool> isAccepted, CancellationToken cancellationToken)
    {
        HashSet<string> known = new(old.Accepted.Select(static change => change.Fingerprint), StringComparer.Ordinal);
        List<Change> all = [.. Compare(old, now, cancellationToken)];
        List<Change> accepted = [.. all.Where(change => known.Contains(change.Fingerprint) || isAccepted(change))];
        return all.TrueForAll(change => accepted.Contains(change) || !change.Rule.IsMore)
            ? Baseline.Of(now.Entries)
            : Baseline.Of(old.Entries, accepted.Select(static change => new AcceptedChange(change.Fingerprint, $"{change.Rule.Id} {change.Where}")));
    }
}
