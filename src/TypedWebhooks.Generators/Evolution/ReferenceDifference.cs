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
        SurfaceType was = changes.Old.Find(old)!, isNow = changes.New.Find(now)!;
        List<string> found = [];
        if (was.Kind != isNow.Kind)
        {
            return ["its kind"];
        }

        foreach (string name in was.Members.Keys.Concat(was.Parts.Keys).Concat(isNow.Members.Keys).Concat(isNow.Parts.Keys).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal))
        {
            bool had = was.Members.TryGetValue(name, out SurfaceMember? before) | was.Parts.TryGetValue(name, out BaselineEntry? part);
            bool has = isNow.Members.TryGetValue(name, out SurfaceMember? current) | isNow.Parts.TryGetValue(name, out BaselineEntry? other);
            if (had != has || (before is not null && current is not null && (before.IsRequired != current.IsRequired || !HaveOneForm(changes, before.Type, current.Type))))
            {
                found.Add($"'{name}'");
            }
        }

        return found;
    }

    /// <summary>Whether two types are the same, or named types of which neither is anywhere else.</summary>
    private static bool HaveOneForm(ChangeList changes, WireType old, WireType now) =>
        changes.Alignment.AreSame(old, now)
        || (old.Form == now.Form && old.Name == now.Name && old.Parts.Count == now.Parts.Count && old.Parts.Zip(now.Parts, (a, b) => HaveOneForm(changes, a, b)).All(static same => same))
        || (old.Form == WireForm.Named && now.Form == WireForm.Named && changes.Old.Find(old.Name)?.Kind == changes.New.Find(now.Name)?.Kind && changes.Alignment.IsNew(now.Name));
}
