using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What is said of the providers of a project in a build, and in which file.</summary>
internal static class UpdateReport
{
    /// <summary>More lines of one provider are read by nobody; the rest is counted.</summary>
    public const int MaxLines = 25;

    /// <summary>The names under which a diagnostic carries what a code fix needs.</summary>
    public const string ProviderProperty = "Provider", FingerprintProperty = "Change", LockProperty = "Lock";

    public static IEnumerable<Diagnostic> Of(ProjectUpdates updates)
    {
        foreach ((LockFile file, string message) in updates.Strays)
        {
            yield return Diagnostic.Create(Descriptors.TWH3004_StrayBaseline, Location.Create(file.Path, default, default), message);
        }

        foreach (ProviderUpdate update in updates.Providers.Where(static update => update.Choice.Mode != BaselineMode.Off))
        {
            foreach (Diagnostic diagnostic in Of(update))
            {
                yield return diagnostic;
            }
        }
    }

    private static IEnumerable<Diagnostic> Of(ProviderUpdate update)
    {
        if (update.Lock is null)
        {
            return update.New is null ? [] : [Diagnostic.Create(
                Descriptors.TWH3000_NoBaseline,
                new SchemaDiagnostics().Locate(update.Files.Documents[0].At(default(TextSpan))).ToLocation(),
                Properties(update, null),
                $"{update.Title} has no baseline, so nobody says what a new schema changes: dotnet build -t:AcceptWebhookSchemas writes {LockFile.NameOf(update.Files.Name, update.Files.VersionText)}")];
        }

        if (update.Error is { } error)
        {
            return [Diagnostic.Create(error.IsNewer ? Descriptors.TWH3003_NewerBaseline : Descriptors.TWH3002_InvalidBaseline, update.At(error.Span).ToLocation(), error.Message)];
        }

        if (update.IsOfAnother)
        {
            Baseline old = update.Old!.Baseline;
            return [Diagnostic.Create(
                Descriptors.TWH3004_StrayBaseline,
                update.LineOf(old.Provider!.Key).ToLocation(),
                $"This is the baseline of {old.Name}{(old.Version is null ? "" : " " + old.Version)}, and its file is called after {update.Title}: it is not compared")];
        }

        List<Change> reported = [.. update.Changes.Where(change => IsWanted(change, update.Choice))];
        return reported.Exists(static change => change.Rule.IsMore) ? Lines(update, reported) : [];
    }

    /// <summary>Whether a change is of a class that the project wants to know of; what only adds or documents is always counted.</summary>
    public static bool IsWanted(Change change, BaselineChoice choice)
    {
        ChangeClass classes = change.Rule.Classes & (ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire);
        return classes == 0
            || change.Rule == ChangeRules.FrozenChanged
            || (choice.Source && (classes & ChangeClass.Source) != 0)
            || (choice.Silent && (classes & ChangeClass.Silent) != 0)
            || (choice.Wire && (classes & ChangeClass.Wire) != 0);
    }

    private static IEnumerable<Diagnostic> Lines(ProviderUpdate update, List<Change> changes)
    {
        List<Change> shown = [.. changes
            .Where(static change => change.Rule.Severity != DiagnosticSeverity.Hidden)
            .OrderByDescending(static change => change.Rule.Severity)
            .Take(MaxLines)];
        foreach (Change change in changes.Where(shown.Contains))
        {
            yield return Diagnostic.Create(
                change.Rule.Descriptor,
                update.LocationOf(change).ToLocation(),
                change.IsGone || !update.Old!.Places.ContainsKey(change.Place) ? [update.LineOf(change.Place).ToLocation()] : [],
                Properties(update, change),
                change.Message);
        }

        int hidden = changes.Count(static change => change.Rule.Severity != DiagnosticSeverity.Hidden) - shown.Count;
        bool isOurs = update.IsOfSameSchemas && changes.Exists(static change => change.Rule.IsMore && change.Rule != ChangeRules.SettingChanged);
        bool isBreaking = changes.Exists(static change => (change.Rule.Classes & (ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire)) != 0);
        DiagnosticDescriptor summary = isOurs ? Descriptors.TWH3005_GeneratorChanged : Descriptors.TWH3001_NotAccepted;
        string message = (isOurs ? $"{update.Title}: the schemas are those of the baseline, and TypedWebhooks makes something else of them: " : $"{update.Title}: {Wording.Count(changes.Count(static change => change.Rule.Severity != DiagnosticSeverity.Hidden), "change", "changes")} not accepted: ")
            + Summary(changes)
            + (hidden > 0 ? FormattableString.Invariant($"; {hidden} of them are not listed here") : "")
            + $". See them: -t:DescribeWebhookSchemas; accept: dotnet build -t:AcceptWebhookSchemas -p:Provider={update.Files.Name}";
        yield return Diagnostic.Create(
            summary,
            update.At(default).ToLocation(),
            update.Choice.Mode == BaselineMode.Strict && isBreaking ? DiagnosticSeverity.Error : summary.DefaultSeverity,
            additionalLocations: [],
            Properties(update, null),
            message);
    }

    /// <summary>How many changes of each kind, each counted once, as what it does worst.</summary>
    public static string Summary(IReadOnlyList<Change> changes)
    {
        int source = 0, silent = 0, wire = 0, additions = 0, documentation = 0;
        foreach (ChangeClass classes in changes.Where(static change => change.Rule != ChangeRules.FrozenChanged && change.Rule.Severity != DiagnosticSeverity.Hidden).Select(static change => change.Rule.Classes))
        {
            _ = (classes & ChangeClass.Source) != 0 ? source++
                : (classes & ChangeClass.Silent) != 0 ? silent++
                : (classes & ChangeClass.Wire) != 0 ? wire++
                : (classes & ChangeClass.Addition) != 0 ? additions++
                : documentation++;
        }

        string[] parts =
        [
            .. source > 0 ? new[] { Wording.Count(source, "breaks code", "break code") } : [],
            .. silent > 0 ? new[] { Wording.Count(silent, "is silent", "are silent") } : [],
            .. wire > 0 ? new[] { Wording.Count(wire, "breaks payloads", "break payloads") } : [],
            .. additions > 0 ? new[] { Wording.Count(additions, "adds", "add") + Added(changes) } : [],
            .. documentation > 0 ? new[] { Wording.Count(documentation, "is a note", "are notes") } : [],
        ];
        return string.Join(", ", parts);
    }

    private static string Added(IReadOnlyList<Change> changes)
    {
        string[] added =
        [
            .. Of(ChangeRules.EventAdded, "event", "events"),
            .. Of(ChangeRules.OptionalMemberAdded, "member", "members"),
            .. Of(ChangeRules.ValueAdded, "value", "values"),
            .. Of(ChangeRules.CaseAdded, "union case", "union cases"),
        ];
        return added.Length == 0 ? "" : $" ({string.Join(", ", added)})";

        IEnumerable<string> Of(ChangeRule rule, string one, string several)
        {
            int count = changes.Count(change => change.Rule == rule);
            return count == 0 ? [] : [Wording.Count(count, one, several)];
        }
    }

    private static ImmutableDictionary<string, string?> Properties(ProviderUpdate update, Change? change)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(ProviderProperty, update.Title);
        properties = update.Lock is null ? properties : properties.Add(LockProperty, update.Lock.Path);
        return change is null ? properties : properties.Add(FingerprintProperty, change.Fingerprint);
    }
}
