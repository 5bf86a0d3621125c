using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What a build's target asked for: the lock files as they have to be, whether anything is not accepted, or what has changed.</summary>
internal sealed partial class BaselineCommand
{
    private readonly CommandRequest _request;
    private readonly ProjectUpdates _updates;
    private readonly CancellationToken _cancellationToken;
    private readonly List<BaselineNote> _notes = [];

    /// <summary>The changes that are meant and were found.</summary>
    private readonly HashSet<string> _found = new(StringComparer.OrdinalIgnoreCase);

    private BaselineCommand(CommandRequest request, ProjectUpdates updates, CancellationToken cancellationToken)
    {
        _request = request;
        _updates = updates;
        _cancellationToken = cancellationToken;
    }

    public static BaselineNotes Run(CommandRequest request, IReadOnlyList<DeclaredFile> declared, CancellationToken cancellationToken)
    {
        BaselineCommand command = new(request, ProjectUpdates.Find(declared, request.RootNamespace, request.Baseline, cancellationToken), cancellationToken);
        command.Run();
        return new(command._notes.ToEquatableArray());
    }

    private void Run()
    {
        List<ProviderUpdate> meant = [.. _updates.Providers.Where(IsMeant)];
        if (meant.Count == 0)
        {
            string known = string.Join(", ", _updates.Providers.Select(static update => update.Title));
            Add(NoteKind.Error, _request.Provider.Length > 0
                ? $"There is no provider '{_request.Provider}' in this project. It has {(known.Length > 0 ? known : "none")}"
                : known.Length > 0 ? "Every provider of this project has Baseline=\"Off\"; name one with -p:Provider=" : "This project has no WebhookSchema or WebhookProvider item, and so no baseline", "TWH9011");
            return;
        }

        switch (_request.Kind)
        {
            case CommandKind.Accept:
                meant.ForEach(Accept);
                break;
            case CommandKind.Verify:
                meant.ForEach(Verify);
                if (_request.Provider.Length == 0)
                {
                    foreach ((LockFile file, string message) in _updates.Strays)
                    {
                        _notes.Add(new(NoteKind.Warning, message, "TWH3004", file.Path, 1, 1));
                    }
                }

                break;
            default:
                Describe(meant);
                break;
        }

        foreach (string missing in _request.Changes.Where(fingerprint => !_found.Contains(fingerprint)))
        {
            Add(NoteKind.Error, $"There is no change {missing}. -t:DescribeWebhookSchemas lists all that are not accepted, each with its fingerprint", "TWH9011");
        }
    }

    /// <summary>A provider is meant with all of its versions, or a version of it; without a name all of which anybody wants to know.</summary>
    private bool IsMeant(ProviderUpdate update) => _request.Provider.Length == 0
        ? update.Choice.Mode != BaselineMode.Off
        : Is(update.Files.Name) || Is(update.Title) || Is(LockFile.NameOf(update.Files.Name, update.Files.VersionText).Replace(LockFile.Extension, ""));

    private bool Is(string name) => string.Equals(name, _request.Provider, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a change is meant, and notes that it is there.</summary>
    private bool IsMeant(Change change)
    {
        if (_request.Changes.Count == 0)
        {
            return true;
        }

        bool isMeant = _request.Changes.Any(fingerprint => string.Equals(fingerprint, change.Fingerprint, StringComparison.OrdinalIgnoreCase));
        if (isMeant)
        {
            _found.Add(change.Fingerprint);
        }

        return isMeant;
    }

    /// <summary>Says why there is nothing to compare; false where there is.</summary>
    private bool IsRefused(ProviderUpdate update)
    {
        foreach (DiagnosticInfo schemaError in update.SchemaErrors)
        {
            Add(NoteKind.Error, schemaError.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture), schemaError.Descriptor.Id, schemaError.Location);
        }

        if (update.New is null)
        {
            Add(NoteKind.Error, $"{update.Title}: {(update.SchemaErrors.Count > 0 ? "its schemas have errors" : "its schemas have no event")}, so there is nothing to compare", "TWH9011");
        }
        else if (update.Error is { } error)
        {
            Add(NoteKind.Error, error.Message, error.IsNewer ? "TWH3003" : "TWH3002", update.At(error.Span));
        }

        return update.New is null || update.Error is not null;
    }

    private void Add(NoteKind kind, string text, string code = "", LocationInfo? location = null) => _notes.Add(location is null
        ? new(kind, text, code)
        : new(kind, text, code, location.Path, location.Lines.Start.Line + 1, location.Lines.Start.Character + 1));

    private void Accept(ProviderUpdate update)
    {
        if (IsRefused(update))
        {
            return;
        }

        string path = update.Lock?.Path ?? LockPlace.Of(update.Files, _request.Folder);
        Baseline now = update.New!.Baseline;
        if (_request.Changes.Count == 0)
        {
            _notes.Add(new(NoteKind.Lock, BaselineWriter.Write(Baseline.Of(now.Entries)), Path: path));
            Add(NoteKind.Text, update.Lock is null ? $"{update.Title}: its baseline is there now"
                : update.IsOfAnother ? $"{update.Title}: its baseline was that of another provider or version, and is its own now"
                : update.Changes.Count == 0 ? $"{update.Title}: nothing had changed"
                : $"{update.Title}: accepted {UpdateReport.Count(update.Changes)}: {UpdateReport.Summary(update.Changes)}");
            return;
        }

        if (update.Old is null || update.IsOfAnother)
        {
            return;
        }

        HashSet<string> accepted = new(update.Old.Baseline.Accepted.Select(static change => change.Fingerprint), StringComparer.OrdinalIgnoreCase);
        foreach (string known in _request.Changes.Where(accepted.Contains))
        {
            _found.Add(known);
            Add(NoteKind.Text, $"{update.Title}: {known} is accepted already");
        }

        List<Change> chosen = [.. update.Changes.Where(IsMeant)];
        if (chosen.Count == 0)
        {
            return;
        }

        // That a frozen version changed at all is all of its changes.
        Baseline after = Comparison.Accept(
            update.Old.Baseline,
            now,
            change => chosen.Exists(other => other.Rule == ChangeRules.FrozenChanged || other.Fingerprint == change.Fingerprint),
            _cancellationToken);
        _notes.Add(new(NoteKind.Lock, BaselineWriter.Write(after), Path: path));
        foreach (Change change in chosen)
        {
            Add(NoteKind.Text, $"{update.Title}: accepted {change.Rule.Id} {change.Fingerprint} {change.Where}");
        }

        Add(NoteKind.Text, after.Accepted.Count == 0 ? $"{update.Title}: all changes are accepted" : $"{update.Title}: {Wording.Count(update.Changes.Count(change => change.Rule.IsMore && !chosen.Contains(change)), "change is", "changes are")} not accepted yet");
    }

    private void Verify(ProviderUpdate update)
    {
        if (IsRefused(update))
        {
            return;
        }

        if (update.Lock is null || update.IsOfAnother)
        {
            Add(
                NoteKind.Error,
                update.Lock is null
                    ? $"{update.Title} has no baseline to compare with: write it with dotnet build -t:AcceptWebhookSchemas, and commit {LockFile.NameOf(update.Files.Name, update.Files.VersionText)}"
                    : $"This is the baseline of another provider or version, and its file is called after {update.Title}",
                update.Lock is null ? "TWH3000" : "TWH3004",
                update.Lock is null ? null : update.At(default));
            return;
        }

        List<Change> changes = [.. update.Changes.Where(change => UpdateReport.IsWanted(change, update.Choice) && IsMeant(change))];
        if (!changes.Exists(static change => change.Rule.IsMore))
        {
            Add(NoteKind.Text, changes.Count == 0 ? $"{update.Title}: nothing has changed" : $"{update.Title}: {UpdateReport.Summary(changes)}");
            return;
        }

        foreach (Change change in changes.Where(static change => change.Rule.Severity != DiagnosticSeverity.Hidden))
        {
            Add(change.Rule.Severity >= DiagnosticSeverity.Warning ? NoteKind.Warning : NoteKind.Text, change.Message + $" [{change.Fingerprint}]", change.Rule.Id, update.LocationOf(change));
        }

        Add(NoteKind.Error, $"{update.Title}: {UpdateReport.Count(changes)} not accepted: {UpdateReport.Summary(changes)}", "TWH3001", update.At(default));
    }
}
