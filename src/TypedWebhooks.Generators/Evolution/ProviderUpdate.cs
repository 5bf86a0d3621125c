using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What has become of a provider since its baseline.</summary>
/// <param name="Files">Its schemas.</param>
/// <param name="Lock">The file of its baseline; null where it has none.</param>
/// <param name="Choice">What the project wants to know.</param>
/// <param name="IsFrozen">Whether nothing is to change any more.</param>
internal sealed record ProviderUpdate(ProviderFiles Files, LockFile? Lock, BaselineChoice Choice, bool IsFrozen)
{
    /// <summary>What an item of the provider says of that; null where none says anything.</summary>
    public BaselineChoice? Stated { get; private init; }

    /// <summary>The baseline; null where there is none, or it cannot be read.</summary>
    public BaselineText? Old { get; private init; }

    /// <summary>Why the baseline cannot be read; null where it can.</summary>
    public BaselineError? Error { get; private init; }

    /// <summary>What the schemas say now; null where that is wrong or nothing, which is said of them.</summary>
    public LocatedBaseline? New { get; private init; }

    /// <summary>What is wrong with the schemas.</summary>
    public EquatableArray<DiagnosticInfo> SchemaErrors { get; private init; } = EquatableArray<DiagnosticInfo>.Empty;

    /// <summary>The changes that are not accepted.</summary>
    public EquatableArray<Change> Changes { get; private init; } = EquatableArray<Change>.Empty;

    /// <summary>Its name and, where it has several, its version.</summary>
    public string Title => Files.VersionText.Length == 0 ? Files.Name : Files.Name + " " + Files.VersionText;

    /// <summary>How a command is told of it.</summary>
    public string Argument => Files.VersionText.Length == 0 ? Files.Name : $"\"{Title}\"";

    /// <summary>Whether the baseline is that of another provider, or version.</summary>
    public bool IsOfAnother => Old is { Baseline: var baseline } && (!string.Equals(baseline.Name, Files.Name, StringComparison.OrdinalIgnoreCase) || (baseline.Version ?? "") != Files.VersionText);

    /// <summary>Whether the schemas are to the letter what they were, so that what differs is our doing, or the project's.</summary>
    public bool IsOfSameSchemas => Old?.Baseline.Provider?[FacetNames.Schema] is { } hash && hash == New?.Baseline.Provider?[FacetNames.Schema];

    /// <summary>Reads the schemas and the baseline, and compares them.</summary>
    public static ProviderUpdate Find(ProviderFiles files, LockFile? file, CancellationToken cancellationToken)
    {
        OriginalReading reading = RecentReadings.Take(files, cancellationToken);
        EquatableArray<DiagnosticInfo> errors = reading.Reading.Diagnostics.Where(static diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error).ToEquatableArray();
        ProviderUpdate update = new(files, file, reading.Settings.Baseline ?? BaselineChoice.Default, reading.Settings.IsFrozen)
        {
            Stated = reading.Settings.Baseline,

            // What is left of schemas that are wrong is no surface: an event whose schema cannot be read is not gone.
            SchemaErrors = errors,
            New = errors.Count > 0 ? null : CatalogBaseline.Of(reading, cancellationToken),
        };
        return file is null ? update : update.Against(file, cancellationToken);
    }

    private ProviderUpdate Against(LockFile file, CancellationToken cancellationToken)
    {
        if (file.Text is null)
        {
            return this with { Error = new(default, "The baseline cannot be read from its file") };
        }

        BaselineText? old = BaselineReader.Read(file.Text, cancellationToken, out BaselineError? error);
        ProviderUpdate read = this with { Old = old, Error = error };
        return old is null || New is null || read.IsOfAnother ? read : read with { Changes = WithFrozen(Comparison.CompareUnaccepted(old.Baseline, New.Baseline, cancellationToken)) };
    }

    private EquatableArray<Change> WithFrozen(EquatableArray<Change> changes)
    {
        int count = changes.Count(static change => change.Rule.IsMore);
        if (!IsFrozen || count == 0)
        {
            return changes;
        }

        Change frozen = new(
            ChangeRules.FrozenChanged,
            New!.Baseline.Provider!.Key,
            IsGone: false,
            Parent: null,
            $"{Title} is frozen, and {Wording.Count(count, "change", "changes")} of it {(count == 1 ? "is" : "are")} not documentation alone: take the schema back, make it a version of its own, or accept it",
            changes.Max(static change => change.Events),
            "",
            string.Join(" ", changes.Select(static change => change.Fingerprint)));
        return changes.Prepend(frozen).ToEquatableArray();
    }

    /// <summary>Where a change is to be shown: its place in the schemas or, of what is gone, that of what it was in; else its line in the baseline.</summary>
    public LocationInfo LocationOf(Change change)
    {
        SchemaDiagnostics texts = new();
        if (!change.IsGone && New!.Places.TryGetValue(change.Place, out SchemaLocation place))
        {
            return texts.Locate(place);
        }

        if (change.Parent is { } parent && New!.Places.TryGetValue(parent, out SchemaLocation around))
        {
            LocationInfo whole = texts.Locate(around);
            return whole with { Span = new(whole.Span.Start, Math.Min(1, whole.Span.Length)), Lines = new(whole.Lines.Start, whole.Lines.Start) };
        }

        return change.IsGone ? LineOf(change.Place) : change.Place.Kind == EntryKind.Provider || !Old!.Places.ContainsKey(change.Place) ? LineOf(null) : LineOf(change.Place);
    }

    /// <summary>The line of an entry in the baseline; its first line where it has none.</summary>
    public LocationInfo LineOf(EntryKey? entry) =>
        At(entry is { } key && Old is not null && Old.Places.TryGetValue(key, out TextSpan span) ? span : default);

    /// <summary>A place in the baseline's file.</summary>
    public LocationInfo At(TextSpan span)
    {
        SourceText text = SourceText.From(Lock?.Text ?? "");
        TextSpan inside = TextSpan.FromBounds(Math.Min(span.Start, text.Length), Math.Min(span.End, text.Length));
        return new(Lock!.Path, inside, text.Lines.GetLinePositionSpan(inside));
    }
}
