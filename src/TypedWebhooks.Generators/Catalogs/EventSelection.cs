using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// Chooses events by patterns: names, or globs of names; one that begins with <c>!</c> excludes. Where all of them exclude, every
/// other event is chosen. Their order is nothing.
/// </summary>
internal sealed class EventSelection(ProviderShape shape, string provider, bool ignoreCase, CancellationToken cancellationToken)
{
    /// <summary>For how many patterns the nearest name is looked for: one after the other is the same mistake.</summary>
    private const int MaxNearest = 20;

    private readonly List<(EventShape Event, string Name)> _names = [.. Names(shape)];

    /// <summary>The events that are chosen; null where none is, which has been said.</summary>
    /// <param name="refuse">Is told what is wrong with one of the patterns, or with all of them (-1).</param>
    public HashSet<EventShape>? Choose(IReadOnlyList<string> patterns, Action<int, string> refuse)
    {
        ILookup<string, EventShape> byName = _names.ToLookup(static name => name.Name, static name => name.Event, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        HashSet<EventShape> included = [], excluded = [];
        bool includesAny = false;
        int unmatched = 0;
        for (int i = 0; i < patterns.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool excludes = patterns[i].StartsWith("!", StringComparison.Ordinal);
            string pattern = excludes ? patterns[i].Substring(1).Trim() : patterns[i];
            includesAny |= !excludes;
            List<EventShape> matches = [.. Glob.IsGlob(pattern) ? Matching(pattern) : byName[pattern]];
            if (matches.Count == 0)
            {
                refuse(i, pattern.Length == 0 ? "it has no name" : $"no event of {provider} matches it; " + (unmatched++ < MaxNearest ? Hint(pattern, excludes) : Listed()));
            }

            (excludes ? excluded : included).UnionWith(matches);
        }

        if (!includesAny)
        {
            included.UnionWith(shape.Events);
        }

        bool matchedAny = included.Count > 0;
        included.ExceptWith(excluded);
        if (included.Count == 0 && matchedAny)
        {
            refuse(-1, $"it leaves no event of {provider}");
        }

        return included.Count > 0 ? included : null;
    }

    /// <summary>What each event can be named by: where names end in a version, also by the name without it, which is that of all its versions.</summary>
    private static IEnumerable<(EventShape Event, string Name)> Names(ProviderShape shape)
    {
        foreach (EventShape e in shape.Events)
        {
            yield return (e, e.EventType);
            if (shape.HasVersions && e.Parts.Count > 1 && e.Parts.Count == shape.Key!.Parts.Count)
            {
                yield return (e, string.Join(shape.Key.Separator, e.Parts.Take(e.Parts.Count - 1).Where(static part => part.Length > 0)));
            }
        }
    }

    private IEnumerable<EventShape> Matching(string glob)
    {
        string pattern = Cased(glob);
        return _names.Where(name => Glob.MatchesName(pattern, Cased(name.Name))).Select(static name => name.Event);
    }

    private string Cased(string text) => ignoreCase ? text.ToUpperInvariant() : text;

    private string Hint(string pattern, bool excludes)
    {
        string stem = pattern.TrimEnd('*');
        string? nearest = stem.Length < pattern.Length && !Glob.IsGlob(stem)
            ? NearestName.Find(stem, _names.SelectMany(static name => Beginnings(name.Name)).Distinct(StringComparer.Ordinal)) is { } beginning ? beginning + "*" : null
            : NearestName.Find(pattern.Replace("*", ""), _names.Select(static name => name.Name).Distinct(StringComparer.Ordinal));
        return nearest is null ? Listed() : $"did you mean {(excludes ? "!" : "")}{nearest}?";
    }

    /// <summary>What a name begins with, up to each of its signs: <c>issues.</c> of <c>issues.opened</c>.</summary>
    private static IEnumerable<string> Beginnings(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                yield return name.Substring(0, i + 1);
            }
        }
    }

    private string Listed()
    {
        const int listed = 3;
        string names = string.Join(", ", shape.Events.Take(listed).Select(static e => e.EventType));
        return shape.Events.Count <= listed ? $"there are {names}" : FormattableString.Invariant($"there are {names} and {shape.Events.Count - listed} more");
    }
}
