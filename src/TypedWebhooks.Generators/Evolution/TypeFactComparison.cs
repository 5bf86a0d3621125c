using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares what holds for a type as a whole.</summary>
internal static class TypeFactComparison
{
    public static void Compare(ChangeList changes, SurfaceType old, SurfaceType now)
    {
        changes.Claim(old.Entry, now.Entry);
        int events = changes.New.EventsReaching(now.Name);
        BaselineEntry was = old.Entry, isNow = now.Entry;
        if (was.Has(FacetNames.Obsolete) != isNow.Has(FacetNames.Obsolete))
        {
            changes.Add(now.IsEvent ? ChangeRules.EventObsolete : ChangeRules.MemberObsolete, isNow.Key, events, was.Has(FacetNames.Obsolete) ? "obsolete" : "", isNow.Has(FacetNames.Obsolete) ? "obsolete" : "",
                isNow.Has(FacetNames.Obsolete) ? $"{now.Name} is obsolete{Wording.Events(events)}: it warns where it is used" : $"{now.Name} is no longer obsolete{Wording.Events(events)}");
        }

        if (was.Has(FacetNames.Closed) != isNow.Has(FacetNames.Closed) || was.Has(FacetNames.Open) != isNow.Has(FacetNames.Open))
        {
            changes.Add(ChangeRules.OpennessChanged, isNow.Key, events, was.Has(FacetNames.Closed) ? "closed" : "open", isNow.Has(FacetNames.Closed) ? "closed" : "open",
                $"{now.Name} may have {(isNow.Has(FacetNames.Closed) ? "no other members" : "other members")} now: they are kept either way");
        }

        if (!changes.IgnoresPresence)
        {
            CompareRequired(changes, was, isNow, now.Name, events);
        }

        // What a case derives from is its union.
        if (!old.IsCase && !now.IsCase)
        {
            CompareBase(changes, old, now);
        }

        FactComparison.Compare(changes, was, isNow, now.Name, events, isOtherType: false);
    }

    /// <summary>What a record has to have without having a property for it.</summary>
    private static void CompareRequired(ChangeList changes, BaselineEntry was, BaselineEntry isNow, string name, int events)
    {
        HashSet<string> were = Words(was[FacetNames.Requires]), are = Words(isNow[FacetNames.Requires]);
        foreach (string added in are.Where(required => !were.Contains(required)).OrderBy(static required => required, StringComparer.Ordinal))
        {
            changes.Add(ChangeRules.RequiredMemberAdded, isNow.Key, events, "", added,
                $"'{added}' is required in {name} without being described{Wording.Events(events)}: payloads from before without it will be {changes.Unrecognized}");
        }

        foreach (string gone in were.Where(required => !are.Contains(required)).OrderBy(static required => required, StringComparer.Ordinal))
        {
            changes.Add(ChangeRules.RequiredMemberRemoved, isNow.Key, events, gone, "",
                $"'{gone}' is not required in {name} any more{Wording.Events(events)}: receivers not yet rebuilt take payloads without it for {changes.Unrecognized}");
        }
    }

    private static HashSet<string> Words(string? text) => [.. (text ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What a record derives from. Where many records have the same other base, it is said once.</summary>
    private static void CompareBase(ChangeList changes, SurfaceType old, SurfaceType now)
    {
        if (now.IsGroup && old.IsGroup)
        {
            CompareGroup(changes, old, now);
        }

        if (old.Base is null ? now.Base is null : now.Base is not null && changes.Alignment.AreSame(old.Base, now.Base))
        {
            return;
        }

        string was = old.Base ?? changes.New.Name + "Event", isNow = now.Base ?? changes.New.Name + "Event";
        if (!now.IsEvent)
        {
            (was, isNow) = (old.Base ?? "nothing", now.Base ?? "nothing");
        }

        // What events have in common and had not before stands between the root and them: what took the root takes them still.
        SurfaceType? place = now.Base is null ? null : changes.New.Find(now.Base);
        bool takesMore = old.Base is null && now.IsEvent && changes.Alignment.OldOf(isNow) is null;
        changes.Add(takesMore ? ChangeRules.CompositionChanged : ChangeRules.EventBaseChanged, (takesMore ? place ?? now : now).Entry.Key, changes.New.EventsReaching(now.Name), was, isNow,
            takesMore ? $"{isNow} stands between {was} and its events now"
            : old.Base is null && now.IsEvent ? $"{now.Name} derives from {isNow}: patterns on {isNow} take it as well now"
            : $"{now.Name} derives from {isNow}, and derived from {was}: patterns on {was} do not take it any more");
    }

    private static void CompareGroup(ChangeList changes, SurfaceType old, SurfaceType now)
    {
        string[] lost = [.. old.Members.Keys
            .Where(member => !now.Members.ContainsKey(member) && changes.New.Types.Values.Any(type => type.Base == now.Name && type.Members.ContainsKey(member)))
            .OrderBy(static member => member, StringComparer.Ordinal)];
        if (lost.Length > 0)
        {
            changes.Add(ChangeRules.EventBaseChanged, now.Entry.Key, changes.New.EventsReaching(now.Name), string.Join(" ", lost), "",
                $"{Wording.List([.. lost.Select(member => $"'{member}'")])} {(lost.Length == 1 ? "is" : "are")} not what all events of {now.Name} have alike any more: it has no property of that name, its events have");
        }
    }
}
