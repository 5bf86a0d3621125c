using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares the cases of a union, and what tells them apart.</summary>
internal static class UnionComparison
{
    public static void Compare(ChangeList changes, SurfaceType old, SurfaceType now)
    {
        if (old.Kind != EntryKind.Union || now.Kind != EntryKind.Union)
        {
            return;
        }

        int events = changes.New.EventsReaching(now.Name);
        if (old.Entry[FacetNames.Discriminator] != now.Entry[FacetNames.Discriminator])
        {
            changes.Add(ChangeRules.DiscriminatorChanged, now.Entry.Key, events, old.Entry[FacetNames.Discriminator]!, now.Entry[FacetNames.Discriminator]!,
                $"'{now.Entry[FacetNames.Discriminator]}' tells the cases of {now.Name} apart, and '{old.Entry[FacetNames.Discriminator]}' did{Wording.Events(events)}: payloads from before will be {changes.Unrecognized}, or Unrecognized{now.Name}");
        }

        List<BaselineEntry> gone = [.. old.Parts.Values.Where(part => !now.Parts.ContainsKey(part.Key.Name))], added = [.. now.Parts.Values.Where(part => !old.Parts.ContainsKey(part.Key.Name))];
        List<(BaselineEntry Old, BaselineEntry New)> moved = NearNames.Pair(gone, added, (was, isNow) => changes.Alignment.AreSame(was[FacetNames.Record]!, isNow[FacetNames.Record]!));
        foreach ((BaselineEntry was, BaselineEntry isNow) in moved)
        {
            changes.Claim(was, isNow);
            changes.Add(ChangeRules.CaseRemapped, isNow.Key, events, was.Key.Name, isNow.Key.Name,
                $"{isNow[FacetNames.Record]} is '{isNow.Key.Name}' in {now.Name}, and was '{was.Key.Name}'{Wording.Events(events)}: the code compiles, and payloads with the old value will be Unrecognized{now.Name}");
        }

        foreach (BaselineEntry part in old.Parts.Values.Concat(now.Parts.Values).Where(part => !moved.Exists(pair => pair.Old == part || pair.New == part)).OrderBy(static part => part.Key.Name, StringComparer.Ordinal))
        {
            bool was = old.Parts.TryGetValue(part.Key.Name, out BaselineEntry? before), isNow = now.Parts.TryGetValue(part.Key.Name, out BaselineEntry? current);
            changes.Claim(before, current);
            if (!isNow)
            {
                changes.Explain(part[FacetNames.Record]);
                changes.AddGone(ChangeRules.CaseRemoved, part.Key, now.Entry.Key, events, part[FacetNames.Record]!, "",
                    $"'{part.Key.Name}' is no case of {now.Name} any more{Wording.Events(events)}: {part[FacetNames.Record]} is gone from it, and stored payloads of it will be Unrecognized{now.Name}");
            }
            else if (!was)
            {
                changes.Explain(part[FacetNames.Record]);
                changes.Add(ChangeRules.CaseAdded, part.Key, events, "", part[FacetNames.Record]!,
                    $"'{part.Key.Name}' is a new case of {now.Name}{Wording.Events(events)}: {part[FacetNames.Record]}, which was Unrecognized{now.Name} until now");
            }
            else if (!changes.Alignment.AreSame(before![FacetNames.Record]!, current![FacetNames.Record]!))
            {
                changes.Add(ChangeRules.CaseRemapped, part.Key, events, before[FacetNames.Record]!, current[FacetNames.Record]!,
                    $"'{part.Key.Name}' stands for {current[FacetNames.Record]} in {now.Name}, and stood for {before[FacetNames.Record]}{Wording.Events(events)}: the code compiles, and the same payload gives another type");
            }
        }
    }
}
