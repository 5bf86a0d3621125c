using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.CodeFixes;

/// <summary>What is offered where a change is reported: to accept it, or all of its provider.</summary>
internal static class AcceptActions
{
    public const string AllKey = "AcceptAllChanges", OneKey = "AcceptChange";

    public static string? ProviderOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(UpdateReport.ProviderProperty, out string? provider) ? provider : null;

    /// <summary>The fingerprints of the changes that a diagnostic is about; none where it is about all.</summary>
    public static string[] ChangesOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(UpdateReport.FingerprintProperty, out string? changes) && changes is not null ? changes.Split([' '], StringSplitOptions.RemoveEmptyEntries) : [];

    public static void Register(CodeFixContext context, Project project)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        if (ProviderOf(diagnostic) is not { } provider
            || AcceptedChanges.Updates(project, context.CancellationToken).FirstOrDefault(update => update.Title == provider) is not { New: not null, Error: null, IsOfAnother: false } update)
        {
            return;
        }

        HashSet<string> fingerprints = new(ChangesOf(diagnostic));
        List<Change> changes = [.. update.Changes.Where(change => fingerprints.Contains(change.Fingerprint))];
        if (changes.Count > 0)
        {
            Add(Title(changes), OneKey, fingerprints);
        }

        if (update.Lock is null)
        {
            Add($"Start a baseline of {provider}", AllKey, null);
        }
        else if (update.Changes.Count > 0)
        {
            Add($"Accept all changes of {provider}", AllKey, null);
        }

        void Add(string title, string key, ISet<string>? accepted) => context.RegisterCodeFix(
            CodeAction.Create(title, cancellationToken => AcceptedChanges.AcceptAsync(project.Solution, project.Id, provider, accepted, cancellationToken), key),
            diagnostic);
    }

    private static string Title(List<Change> changes) => changes.Count == 1
        ? $"Accept this change ({changes[0].Rule.Id} {changes[0].Where})"
        : $"Accept these changes ({string.Join(", ", changes.Select(static change => $"{change.Rule.Id} {change.Where}"))})";
}
