using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares what types there are, and what they are called.</summary>
internal sealed class NameComparison(ChangeList changes)
{
    public void Compare()
    {
        foreach (SurfaceType type in Ordered(changes.New))
        {
            if (changes.Alignment.IsNew(type.Name))
            {
                changes.ClaimAll(null, type);
                if (IsSaid(type))
                {
                    continue;
                }

                changes.Add(ChangeRules.TypeAdded, type.Entry.Key, changes.New.EventsReaching(type.Name), "", type.Name, $"{type.Name} is a new type");
                continue;
            }

            string[] merged = [.. changes.Alignment.MergedInto(type.Name)];
            foreach (string other in merged)
            {
                changes.Claim(changes.Old.Find(other)!.Entry, null);
            }

            if (changes.Alignment.OldOf(type.Name) is { } old && merged.Length > 0)
            {
                string[] all = [.. merged.Append(old).OrderBy(static name => name, StringComparer.Ordinal)];
                Add(ChangeRules.TypesMerged, type, string.Join(" ", all), $"{Wording.List(all)} are {type.Name} now");
            }
            else if (changes.Alignment.OldOf(type.Name) is { } was)
            {
                CompareName(changes.Old.Find(was)!, type);
            }
        }

        foreach (SurfaceType type in Ordered(changes.Old))
        {
            if (changes.Alignment.IsGone(type.Name))
            {
                changes.ClaimAll(type, null);
                if (!IsSaid(type))
                {
                    changes.AddGone(ChangeRules.TypeRemoved, type.Entry.Key, changes.New.Provider?.Key, changes.Old.EventsReaching(type.Name), type.Name, "", $"{type.Name} is gone: nothing refers to it any more");
                }
            }

            string[] split = [.. changes.Alignment.SplitFrom(type.Name)];
            foreach (string part in split)
            {
                changes.Claim(null, changes.New.Find(part)!.Entry);
                Add(ChangeRules.TypeInlined, changes.New.Find(part)!, type.Name, $"{type.Name} is {part} in some places now: each has a type of its own");
            }
        }
    }

    /// <summary>Whether a type comes and goes with something else, which is a change: an event, what events have in common, a batch.</summary>
    private bool IsSaid(SurfaceType type) => type.IsEvent || type.IsGroup || type.Entry[FacetNames.Kind] == "batch" || changes.IsExplained(type.Name);

    private static IEnumerable<SurfaceType> Ordered(Surface surface) => surface.Types.Values.OrderBy(static type => type.Name, StringComparer.Ordinal);

    private void CompareName(SurfaceType old, SurfaceType now)
    {
        // Events are named by what compares events.
        if (now.IsEvent)
        {
            return;
        }

        if (old.Name == now.Name)
        {
            if (old.Place != now.Place && !(old.Place is null && now.Place is null))
            {
                changes.Add(ChangeRules.CompositionChanged, now.Entry.Key, changes.New.EventsReaching(now.Name), old.Place ?? "", now.Place ?? "", $"{now.Name} stands at another place in the schemas now");
            }

            return;
        }

        ChangeRule rule = old.Place is not null && old.Place == now.Place ? ChangeRules.NameChanged
            : now.IsDefined && !old.IsDefined ? ChangeRules.TypeExtracted
            : old.IsDefined && !now.IsDefined ? ChangeRules.TypeInlined
            : ChangeRules.TypeRenamed;
        string why = rule == ChangeRules.NameChanged ? "it is called otherwise in C#, and stands where it stood"
            : rule == ChangeRules.TypeExtracted ? "it has a definition of its own"
            : rule == ChangeRules.TypeInlined ? "it stands in place"
            : "it stands at another place in the schemas";
        Add(rule, now, old.Name, $"{old.Name} is {now.Name} now: {why}");
    }

    private void Add(ChangeRule rule, SurfaceType type, string was, string message)
    {
        int events = changes.New.EventsReaching(type.Name);
        changes.Add(rule, type.Entry.Key, events, was, type.Name, message.Replace(" now", " now" + Wording.Events(events)));
    }
}
