using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Baselines;

/// <summary>
/// What the types of a provider and its payloads look like at a time: a sorted list of entries, so that two of them are compared,
/// and one is written and read, without anything else. Equal while all entries are.
/// </summary>
/// <param name="Entries">In the order in which they are written: a type's members behind it.</param>
/// <param name="Accepted">The changes that were accepted one by one since, by their fingerprints, with what they are for whoever reads the file.</param>
internal sealed record Baseline(EquatableArray<BaselineEntry> Entries, EquatableArray<AcceptedChange> Accepted)
{
    public BaselineEntry? Provider => Entries.FirstOrDefault(static entry => entry.Key.Kind == EntryKind.Provider);

    /// <summary>The provider's name; empty where the baseline says none.</summary>
    public string Name => Provider?.Key.Name ?? "";

    /// <summary>Which of the provider's versions this is of; null where it has one only.</summary>
    public string? Version => Provider?[FacetNames.Version];

    /// <summary>Puts entries into the one order that there is: the provider, then events, records, enums and unions by their names.</summary>
    public static Baseline Of(IEnumerable<BaselineEntry> entries, IEnumerable<AcceptedChange>? accepted = null) => new(
        entries
            .OrderBy(static entry => Section(entry.Key.Kind))
            .ThenBy(static entry => TypeOf(entry.Key), StringComparer.Ordinal)
            .ThenBy(static entry => IsPart(entry.Key.Kind))
            .ThenBy(static entry => Number(entry))
            .ThenBy(static entry => entry.Key.Name, StringComparer.Ordinal)
            .ToEquatableArray(),
        (accepted ?? []).Distinct().OrderBy(static change => change.Text, StringComparer.Ordinal).ThenBy(static change => change.Fingerprint, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>Whether an entry is a part of the one before it, and is written indented.</summary>
    public static bool IsPart(EntryKind kind) => kind is EntryKind.Member or EntryKind.Value or EntryKind.Case;

    /// <summary>What the parts of a type are.</summary>
    public static EntryKind? PartOf(EntryKind kind) => kind switch
    {
        EntryKind.Record => EntryKind.Member,
        EntryKind.Enum => EntryKind.Value,
        EntryKind.Union => EntryKind.Case,
        _ => null,
    };

    private static string TypeOf(EntryKey key) => IsPart(key.Kind) ? key.Owner : key.Name;

    private static int Section(EntryKind kind) => kind switch
    {
        EntryKind.Provider => 0,
        EntryKind.Event => 1,
        EntryKind.Record or EntryKind.Member => 2,
        EntryKind.Enum or EntryKind.Value => 3,
        _ => 4,
    };

    private static int Number(BaselineEntry entry) =>
        entry.Key.Kind == EntryKind.Value && int.TryParse(entry[FacetNames.Number], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : 0;
}

/// <summary>A change that was accepted alone.</summary>
/// <param name="Fingerprint">By which it is known.</param>
/// <param name="Text">What it is: its rule, and where.</param>
internal sealed record AcceptedChange(string Fingerprint, string Text);
