using System;
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

        foreach (BaselineEntry part in old.Parts.Values.Concat(now.Parts.Values).OrderBy(static part => part.Key.Name, StringComparer.Ordinal))
        {
            bool was = old.Parts.TryGetValue(part.Key.Name, out BaselineEntry? before), isNow = now.Parts.TryGetValue(part.Key.Name, out BaselineEntry? current);
            changes.Claim(before, current);
            if (!isNow)
            {
                changes.AddGone(ChangeRules.CaseRemoved, part.Key, now.Entry.Key, events, part[FacetNames.Record]!, "",
                    $"'{part.Key.Name}' is no case of {now.Name} any more{Wording.Events(events)}: {part[FacetNames.Record]} is gone from it, and stored payloads of it will be Unrecognized{now.Name}");
            }
            else if (!was)
            {
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
