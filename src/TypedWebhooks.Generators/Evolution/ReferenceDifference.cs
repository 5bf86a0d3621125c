using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>In what a type that a member refers to now differs from the one before, where both are types of their own.</summary>
internal static class ReferenceDifference
{
    /// <summary>Whether the two have the same members, values or cases.</summary>
    public static bool AreSame(ChangeList changes, string old, string now) => Find(changes, old, now).Count == 0;

    public static string Describe(ChangeList changes, string old, string now)
    {
        List<string> differences = Find(changes, old, now);
        return differences.Count == 0 ? "its name" : Wording.List(differences);
    }

    private static List<string> Find(ChangeList changes, string old, string now)
    {
        List<string> found = [];
        Find(changes, old, now, "", found, []);
        return found;
    }

    /// <summary>Types that are one are compared on their own. The others are looked into, however deep they lie.</summary>
    private static void Find(ChangeList changes, string old, string now, string path, List<string> found, HashSet<(string Old, string New)> seen)
    {
        if (!seen.Add((old, now)))
        {
            return;
        }

        SurfaceType was = changes.Old.Find(old)!, isNow = changes.New.Find(now)!;
        if (was.Kind != isNow.Kind)
        {
            found.Add(path.Length == 0 ? "its kind" : $"'{path}'");
            return;
        }

        foreach (string name in was.Members.Keys.Concat(was.Parts.Keys).Concat(isNow.Members.Keys).Concat(isNow.Parts.Keys).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal))
        {
            bool had = was.Members.TryGetValue(name, out SurfaceMember? before) | was.Parts.TryGetValue(name, out BaselineEntry? part);
            bool has = isNow.Members.TryGetValue(name, out SurfaceMember? current) | isNow.Parts.TryGetValue(name, out BaselineEntry? other);
            string place = path + name;
            if (had != has || (before is not null && current is not null && before.IsRequired != current.IsRequired))
            {
                found.Add($"'{place}'");
            }
            else if (before is not null && current is not null)
            {
                Find(changes, before.Type, current.Type, place, found, seen);
            }
            else if (part?[FacetNames.Record] is { } record && other?[FacetNames.Record] is { } same && changes.Alignment.NewOf(record) != same)
            {
                Find(changes, record, same, place + ".", found, seen);
            }
        }
    }

    private static void Find(ChangeList changes, WireType old, WireType now, string place, List<string> found, HashSet<(string Old, string New)> seen)
    {
        if (old.Form != now.Form || (old.Form != WireForm.Named && (old.Name != now.Name || old.Parts.Count != now.Parts.Count)))
        {
            found.Add($"'{place}'");
        }
        else if (old.Form == WireForm.Named)
        {
            if (changes.Alignment.NewOf(old.Name) != now.Name)
            {
                Find(changes, old.Name, now.Name, place + ".", found, seen);
            }
        }
        else if (old.Form == WireForm.Union)
        {
            // Which of several is which of several others is not asked.
            if (!changes.Alignment.AreSame(old, now))
            {
                found.Add($"'{place}'");
            }
        }
        else
        {
            foreach ((WireType was, WireType isNow) in old.Parts.Zip(now.Parts, static (was, isNow) => (was, isNow)))
            {
                Find(changes, was, isNow, place, found, seen);
            }
        }
    }
}
