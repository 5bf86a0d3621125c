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
                Properties(update),
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

        List<Change> reported = Reported(update);
        return reported.Count > 0 ? Lines(update, reported) : [];
    }

    /// <summary>The changes of a provider that the project wants to know of; none where they are nothing but documentation.</summary>
    public static List<Change> Reported(ProviderUpdate update)
    {
        List<Change> wanted = update.Choice.Mode == BaselineMode.Off ? [] : [.. update.Changes.Where(change => IsWanted(change, update.Choice))];
        return wanted.Exists(static change => change.Rule.IsMore) ? wanted : [];
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
        (DiagnosticDescriptor summary, string message) = Whole(update, changes, hidden);
        bool isBreaking = changes.Exists(static change => change.Rule.Severity >= DiagnosticSeverity.Warning && (change.Rule.Classes & (ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire)) != 0);
        yield return Diagnostic.Create(
            summary,
            update.At(default).ToLocation(),
            update.Choice.Mode == BaselineMode.Strict && isBreaking ? DiagnosticSeverity.Error : summary.DefaultSeverity,
            additionalLocations: [],
            Properties(update),
            message);
    }

    /// <summary>What is said of all changes of a provider together, and under which rule.</summary>
    /// <param name="hidden">How many of them have no line of their own.</param>
    public static (DiagnosticDescriptor Rule, string Message) Whole(ProviderUpdate update, List<Change> changes, int hidden = 0)
    {
        bool isOurs = update.IsOfSameSchemas && !changes.Exists(static change => change.Place.Kind == EntryKind.Provider) && changes.Exists(static change => change.Rule.IsMore && change.Rule != ChangeRules.SettingChanged);
        string message = (isOurs ? $"{update.Title}: the schemas are those of the baseline, and TypedWebhooks makes something else of them: " : $"{update.Title}: {Count(changes)} not accepted: ")
            + Summary(changes)
            + (hidden > 0 ? FormattableString.Invariant($"; {hidden} of them are not listed here") : "")
            + $". See them: -t:DescribeWebhookSchemas; accept: dotnet build -t:AcceptWebhookSchemas -p:Provider={update.Argument}";
        return (isOurs ? Descriptors.TWH3005_GeneratorChanged : Descriptors.TWH3001_NotAccepted, message);
    }

    /// <summary>How many changes there are, beside those of documentation, and that something frozen changed at all.</summary>
    public static string Count(IReadOnlyList<Change> changes) =>
        Wording.Count(changes.Count(static change => change.Rule != ChangeRules.FrozenChanged && change.Rule.Severity != DiagnosticSeverity.Hidden), "change", "changes");

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

    /// <summary>What a code fix needs: whose changes these are, and which.</summary>
    public static ImmutableDictionary<string, string?> Properties(ProviderUpdate update, params Change[] changes)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(ProviderProperty, update.Title);
        properties = update.Lock is null ? properties : properties.Add(LockProperty, update.Lock.Path);
        return changes.Length == 0 ? properties : properties.Add(FingerprintProperty, string.Join(" ", changes.Select(static change => change.Fingerprint).Distinct()));
    }
}
