using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>The changes that are found, and the entries that were looked at: what differs and is in neither is a change as well.</summary>
internal sealed class ChangeList(Surface old, Surface now, Alignment alignment)
{
    private readonly List<Change> _changes = [];
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private readonly HashSet<EntryKey> _claimedOld = [];
    private readonly HashSet<EntryKey> _claimedNew = [];
    private readonly HashSet<(string Rule, EntryKey Place, string Old, string New)> _known = [];

    public Surface Old { get; } = old;

    public Surface New { get; } = now;

    public Alignment Alignment { get; } = alignment;

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Whether something else is put around all events, so that none has the members that it had.</summary>
    public bool IsWrapped { get; set; }

    /// <summary>Whether the project reads payloads more or less strictly than before, so that every member is required otherwise.</summary>
    public bool IgnoresPresence { get; set; }

    /// <summary>The record of events that nobody knows.</summary>
    public string Unrecognized => $"Unrecognized{New.Name}Event";

    /// <summary>Adds a change of something that is there.</summary>
    public void Add(ChangeRule rule, EntryKey place, int events, string was, string isNow, string message)
    {
        if (_known.Add((rule.Id, place, was, isNow)))
        {
            _changes.Add(new(rule, place, IsGone: false, Parent: null, message, events, was, isNow));
        }
    }

    /// <summary>Adds a change of something that is gone.</summary>
    /// <param name="parent">What it was in, as that is now.</param>
    public void AddGone(ChangeRule rule, EntryKey place, EntryKey? parent, int events, string was, string isNow, string message)
    {
        if (_known.Add((rule.Id, place, was, isNow)))
        {
            _changes.Add(new(rule, place, IsGone: true, parent, message, events, was, isNow));
        }
    }

    /// <summary>Says that another change has told of a type that has come, or is gone.</summary>
    public void Explain(string? type)
    {
        if (type is not null)
        {
            _explained.Add(type);
        }
    }

    public bool IsExplained(string type) => _explained.Contains(type);

    /// <summary>Says that an entry of before, and one of now, were looked at.</summary>
    public void Claim(BaselineEntry? was, BaselineEntry? isNow)
    {
        if (was is not null)
        {
            _claimedOld.Add(was.Key);
        }

        if (isNow is not null)
        {
            _claimedNew.Add(isNow.Key);
        }
    }

    /// <summary>Says that a type was looked at with all that is in it.</summary>
    public void ClaimAll(SurfaceType? was, SurfaceType? isNow)
    {
        Claim(was?.Entry, isNow?.Entry);
        foreach (BaselineEntry entry in Parts(was))
        {
            Claim(entry, null);
        }

        foreach (BaselineEntry entry in Parts(isNow))
        {
            Claim(null, entry);
        }
    }

    private static IEnumerable<BaselineEntry> Parts(SurfaceType? type) =>
        type is null ? [] : type.Own.Values.Select(static member => member.Entry).Concat(type.Parts.Values);

    /// <summary>Adds what differs and was not looked at: there should be nothing, and nothing is to be lost.</summary>
    public void AddUnclaimed()
    {
        Dictionary<EntryKey, BaselineEntry> before = Old.Baseline.Entries.ToDictionary(static entry => entry.Key), current = New.Baseline.Entries.ToDictionary(static entry => entry.Key);
        foreach (BaselineEntry entry in New.Baseline.Entries)
        {
            if (!_claimedNew.Contains(entry.Key) && !(before.TryGetValue(entry.Key, out BaselineEntry? same) && same.Equals(entry)))
            {
                Add(ChangeRules.NotJudged, entry.Key, 0, "", "entry", $"{Describe(entry.Key)} is new or differs from the baseline in a way that is not judged: look at it");
            }
        }

        foreach (BaselineEntry entry in Old.Baseline.Entries)
        {
            if (!_claimedOld.Contains(entry.Key) && !current.ContainsKey(entry.Key))
            {
                AddGone(ChangeRules.NotJudged, entry.Key, null, 0, "entry", "", $"{Describe(entry.Key)} stands in the baseline, and nothing is known of it any more");
            }
        }
    }

    public EquatableArray<Change> ToEquatableArray() => _changes
        .OrderBy(static change => change.Place.Kind == EntryKind.Provider ? 0 : change.Place.Kind == EntryKind.Event ? 1 : 2)
        .ThenBy(static change => change.Place.Owner.Length > 0 ? change.Place.Owner : change.Place.Name, StringComparer.Ordinal)
        .ThenBy(static change => change.Place.Owner.Length > 0 ? change.Place.Name : "", StringComparer.Ordinal)
        .ThenBy(static change => change.Rule.Id, StringComparer.Ordinal)
        .ThenBy(static change => change.Message, StringComparer.Ordinal)
        .ToEquatableArray();

    private static string Describe(EntryKey key) => key.Owner.Length == 0 ? $"'{key.Name}'" : $"'{key.Name}' of {key.Owner}";
}
