using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares which events there are.</summary>
internal sealed class EventComparison(ChangeList changes, EventPairs events)
{
    public void Compare()
    {
        foreach (BaselineEntry e in events.Added)
        {
            changes.Claim(null, e);
            changes.Add(ChangeRules.EventAdded, e.Key, 1, "", e[FacetNames.Record]!, $"'{e.Key.Name}' is a new event: {Record(e)}; receivers not yet rebuilt take it for {changes.Unrecognized}");
        }

        foreach (BaselineEntry e in events.Gone)
        {
            changes.Claim(e, null);
            changes.AddGone(ChangeRules.EventRemoved, e.Key, changes.New.Provider?.Key, 1, e[FacetNames.Record]!, "", $"'{e.Key.Name}' is no event any more: {Record(e)} is gone, and stored deliveries of it will be {changes.Unrecognized}");
        }

        foreach ((ChangeRule rule, BaselineEntry old, BaselineEntry now) in events.Renamed)
        {
            changes.Claim(old, now);
            AddRenamed(rule, old, now);
            CompareFacts(old, now);
        }

        foreach ((BaselineEntry old, IReadOnlyList<BaselineEntry> now) in events.Split)
        {
            changes.Claim(old, null);
            foreach (BaselineEntry e in now)
            {
                changes.Claim(null, e);
            }

            changes.Add(ChangeRules.EventSplit, now[0].Key, now.Count, old.Key.Name, string.Join(" ", now.Select(static e => e.Key.Name)),
                $"'{old.Key.Name}' became {Wording.List([.. now.Select(static e => $"'{e.Key.Name}'")])}: {Record(old)} is now {Wording.List([.. now.Select(Record)])}");
        }

        foreach ((IReadOnlyList<BaselineEntry> old, BaselineEntry now) in events.Merged)
        {
            changes.Claim(null, now);
            foreach (BaselineEntry e in old)
            {
                changes.Claim(e, null);
            }

            changes.Add(ChangeRules.EventsMerged, now.Key, 1, string.Join(" ", old.Select(static e => e.Key.Name)), now.Key.Name,
                $"{Wording.List([.. old.Select(static e => $"'{e.Key.Name}'")])} became '{now.Key.Name}': {Wording.List([.. old.Select(Record)])} are now {Record(now)}");
        }

        foreach ((BaselineEntry old, BaselineEntry now) in events.Pairs.Take(events.Pairs.Count - events.Renamed.Count))
        {
            changes.Claim(old, now);
            CompareFacts(old, now);
        }
    }

    private void AddRenamed(ChangeRule rule, BaselineEntry old, BaselineEntry now)
    {
        bool isCalledAsBefore = Record(old) == Record(now);
        bool ignoresCase = changes.New.Provider?[FacetNames.Comparison] == "ignore-case";
        if (rule == ChangeRules.EventNameCaseChanged && ignoresCase)
        {
            // Names in any case are one name.
            if (!isCalledAsBefore)
            {
                AddNameChange(old, now);
            }

            return;
        }

        string what = rule == ChangeRules.EventRenamed ? $"'{old.Key.Name}' seems to be '{now.Key.Name}' now" : $"'{old.Key.Name}' is '{now.Key.Name}' now";
        string code = isCalledAsBefore ? $"{Record(now)} compiles as before" : $"{Record(old)} is {Record(now)}";
        changes.Add(rule, now.Key, 1, old.Key.Name, now.Key.Name, $"{what}: {code}, and stored deliveries with the old name will be {changes.Unrecognized}");
    }

    private void CompareFacts(BaselineEntry old, BaselineEntry now)
    {
        bool wasSelected = old[FacetNames.Record]!.Length > 0, isSelected = now[FacetNames.Record]!.Length > 0;
        if (wasSelected != isSelected)
        {
            changes.Add(ChangeRules.SettingChanged, now.Key, 1, old[FacetNames.Record]!, now[FacetNames.Record]!, $"'{now.Key.Name}' is {(isSelected ? "selected" : "not selected")} any longer".Replace("is selected any longer", "is selected now") + $": {Record(isSelected ? now : old)} is {(isSelected ? "new" : "gone")}");
        }
        else if (old.Key.Name == now.Key.Name && (Record(old) != Record(now) || old[FacetNames.Constant] != now[FacetNames.Constant]))
        {
            AddNameChange(old, now);
        }

        if (old[FacetNames.Named] != now[FacetNames.Named])
        {
            changes.Add(ChangeRules.EventKeyChanged, now.Key, 1, old[FacetNames.Named] ?? "body", now[FacetNames.Named] ?? "body",
                now.Has(FacetNames.Named) ? $"The body of '{now.Key.Name}' has no place for its name any more: whoever parses it has to say it" : $"The body of '{now.Key.Name}' has its name now");
        }
    }

    private void AddNameChange(BaselineEntry old, BaselineEntry now)
    {
        string was = old[FacetNames.Constant] ?? Record(old), isNow = now[FacetNames.Constant] ?? Record(now);
        changes.Add(ChangeRules.NameChanged, now.Key, 1, was, isNow, $"'{now.Key.Name}' is {isNow} in C#, and was {was}");
    }

    private static string Record(BaselineEntry e) => e[FacetNames.Record] is { Length: > 0 } record ? record : "not selected";
}
