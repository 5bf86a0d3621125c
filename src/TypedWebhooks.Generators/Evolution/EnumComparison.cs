using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares the values of an enum.</summary>
internal static class EnumComparison
{
    public static void Compare(ChangeList changes, SurfaceType old, SurfaceType now)
    {
        if (old.Kind != EntryKind.Enum || now.Kind != EntryKind.Enum)
        {
            return;
        }

        int events = changes.New.EventsReaching(now.Name);
        List<BaselineEntry> gone = [.. Ordered(old.Parts.Values.Where(value => !now.Parts.ContainsKey(value.Key.Name)))];
        List<BaselineEntry> added = [.. Ordered(now.Parts.Values.Where(value => !old.Parts.ContainsKey(value.Key.Name)))];
        foreach ((BaselineEntry was, BaselineEntry isNow) in NearNames.Pair(gone, added, static (was, isNow) => NearNames.AreNear(was.Key.Name, isNow.Key.Name)))
        {
            changes.Claim(was, isNow);
            gone.Remove(was);
            added.Remove(isNow);
            bool isCalledAsBefore = NameOf(was) == NameOf(isNow);
            changes.Add(ChangeRules.ValueRenamed, isNow.Key, events, was.Key.Name, isNow.Key.Name,
                $"Value '{was.Key.Name}' seems to be '{isNow.Key.Name}' now{Wording.Events(events)}: {now.Name}.{NameOf(was)} is {(isCalledAsBefore ? "called as before" : "gone")}, stored '{was.Key.Name}' reads as {now.Name}.Unrecognized");
        }

        foreach (BaselineEntry value in gone)
        {
            changes.Claim(value, null);
            changes.AddGone(ChangeRules.ValueRemoved, value.Key, now.Entry.Key, events, value.Key.Name, "",
                $"Value '{value.Key.Name}' is gone{Wording.Events(events)}: {now.Name}.{NameOf(value)} does not exist any more, stored '{value.Key.Name}' reads as {now.Name}.Unrecognized");
        }

        foreach (BaselineEntry value in added)
        {
            changes.Claim(null, value);
            changes.Add(ChangeRules.ValueAdded, value.Key, events, "", value.Key.Name,
                $"Value '{value.Key.Name}' is new{Wording.Events(events)}: {now.Name}.{NameOf(value)}, which was {now.Name}.Unrecognized until now");
        }

        foreach (BaselineEntry was in Ordered(old.Parts.Values.Where(value => now.Parts.ContainsKey(value.Key.Name))))
        {
            BaselineEntry isNow = now.Parts[was.Key.Name];
            changes.Claim(was, isNow);
            if (was[FacetNames.Number] != isNow[FacetNames.Number])
            {
                changes.Add(ChangeRules.ValueNumberChanged, isNow.Key, events, was[FacetNames.Number]!, isNow[FacetNames.Number]!,
                    $"{now.Name}.{NameOf(isNow)} is {isNow[FacetNames.Number]}, was {was[FacetNames.Number]}{Wording.Events(events)}: numbers in databases, and code compiled before, mean another value");
            }

            if (NameOf(was) != NameOf(isNow))
            {
                changes.Add(ChangeRules.NameChanged, isNow.Key, events, NameOf(was), NameOf(isNow), $"Value '{isNow.Key.Name}' is {now.Name}.{NameOf(isNow)} in C#, and was {NameOf(was)}");
            }
        }
    }

    private static IEnumerable<BaselineEntry> Ordered(IEnumerable<BaselineEntry> values) => values.OrderBy(static value => value.Key.Name, StringComparer.Ordinal);

    private static string NameOf(BaselineEntry value) => value[FacetNames.Name] ?? WireName.ToPascalCase(value.Key.Name).Text;
}
