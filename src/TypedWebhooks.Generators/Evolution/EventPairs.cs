using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Which event of before is which event of now.</summary>
/// <param name="Pairs">Those of one name first, and then those that have another name now.</param>
/// <param name="Renamed">Of these the latter, with the rule that says why they are one.</param>
/// <param name="Split">Events that are several now.</param>
/// <param name="Merged">Events that are one now.</param>
/// <param name="Gone">Those that are nothing now.</param>
/// <param name="Added">Those that were nothing.</param>
internal sealed record EventPairs(
    IReadOnlyList<(BaselineEntry Old, BaselineEntry New)> Pairs,
    IReadOnlyList<(ChangeRule Rule, BaselineEntry Old, BaselineEntry New)> Renamed,
    IReadOnlyList<(BaselineEntry Old, IReadOnlyList<BaselineEntry> New)> Split,
    IReadOnlyList<(IReadOnlyList<BaselineEntry> Old, BaselineEntry New)> Merged,
    IReadOnlyList<BaselineEntry> Gone,
    IReadOnlyList<BaselineEntry> Added)
{
    private static readonly char[] s_separators = ['.', '/', ':'];

    public static EventPairs Find(Surface old, Surface now)
    {
        List<(BaselineEntry Old, BaselineEntry New)> pairs = [.. old.Events.Values.Where(e => now.Events.ContainsKey(e.Key.Name)).Select(e => (e, now.Events[e.Key.Name]))];
        List<BaselineEntry> gone = [.. Ordered(old.Events.Values.Where(e => !now.Events.ContainsKey(e.Key.Name)))];
        List<BaselineEntry> added = [.. Ordered(now.Events.Values.Where(e => !old.Events.ContainsKey(e.Key.Name)))];
        List<(ChangeRule Rule, BaselineEntry Old, BaselineEntry New)> renamed = [];

        Rename(ChangeRules.EventNameCaseChanged, static (was, isNow) => string.Equals(was.Key.Name, isNow.Key.Name, StringComparison.OrdinalIgnoreCase));
        Rename(ChangeRules.EventVersionChanged, static (was, isNow) => WithoutVersion(was.Key.Name) is { } stem && stem == WithoutVersion(isNow.Key.Name));

        List<(BaselineEntry Old, IReadOnlyList<BaselineEntry> New)> split = [];
        foreach (BaselineEntry e in gone.ToArray())
        {
            List<BaselineEntry> below = [.. added.Where(other => IsBelow(other.Key.Name, e.Key.Name))];
            if (below.Count > 1)
            {
                split.Add((e, below));
                gone.Remove(e);
                added.RemoveAll(below.Contains);
            }
        }

        List<(IReadOnlyList<BaselineEntry> Old, BaselineEntry New)> merged = [];
        foreach (BaselineEntry e in added.ToArray())
        {
            List<BaselineEntry> below = [.. gone.Where(other => IsBelow(other.Key.Name, e.Key.Name))];
            if (below.Count > 1)
            {
                merged.Add((below, e));
                added.Remove(e);
                gone.RemoveAll(below.Contains);
            }
        }

        Rename(ChangeRules.EventRenamed, (was, isNow) => NearNames.AreNear(was.Key.Name, isNow.Key.Name) && HaveOneBody(old.RecordOf(was), now.RecordOf(isNow)));
        return new([.. pairs, .. renamed.Select(static pair => (pair.Old, pair.New))], renamed, split, merged, gone, added);

        void Rename(ChangeRule rule, Func<BaselineEntry, BaselineEntry, bool> isSame)
        {
            foreach ((BaselineEntry was, BaselineEntry isNow) in NearNames.Pair(gone, added, isSame))
            {
                renamed.Add((rule, was, isNow));
                gone.Remove(was);
                added.Remove(isNow);
            }
        }
    }

    private static IEnumerable<BaselineEntry> Ordered(IEnumerable<BaselineEntry> events) => events.OrderBy(static e => e.Key.Name, StringComparer.Ordinal);

    private static bool IsBelow(string name, string above) =>
        name.Length > above.Length + 1 && name.StartsWith(above, StringComparison.Ordinal) && Array.IndexOf(s_separators, name[above.Length]) >= 0;

    /// <summary>A name with its numbers left out; null where it has none.</summary>
    private static string? WithoutVersion(string name)
    {
        string stem = string.Concat(name.Select(static c => c is >= '0' and <= '9' ? '0' : c));
        return stem == name && name.IndexOf('0') < 0 ? null : System.Text.RegularExpressions.Regex.Replace(stem, "0+", "0");
    }

    /// <summary>Whether two bodies have the same members, of the same types but for what these are called.</summary>
    private static bool HaveOneBody(SurfaceType? old, SurfaceType? now) =>
        old is not null && now is not null
        && old.Members.Count == now.Members.Count
        && old.Members.Values.All(member => now.Members.TryGetValue(member.WireName, out SurfaceMember? same) && same.IsRequired == member.IsRequired && HaveOneForm(member.Type, same.Type));

    private static bool HaveOneForm(WireType old, WireType now) =>
        old.Form == now.Form && (old.Form == WireForm.Named || old.Name == now.Name) && old.Parts.Count == now.Parts.Count && old.Parts.Zip(now.Parts, HaveOneForm).All(static same => same);
}
