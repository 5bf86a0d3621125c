using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.CodeFixes;

/// <summary>
/// Writes what is accepted into lock files. All of it is found anew in the texts that the project has now: what was found when
/// something was reported may be of yesterday.
/// </summary>
internal static class AcceptedChanges
{
    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The providers of a project with their changes, by their titles; nothing where its files cannot be had.</summary>
    public static IReadOnlyList<ProviderUpdate> Updates(Project project, CancellationToken cancellationToken) => ProjectUpdates.Find(
        RecentFindings.Declared(project.AnalyzerOptions, cancellationToken),
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions,
        cancellationToken).Providers;

    /// <summary>The solution after all changes of a provider are accepted, or some of them.</summary>
    /// <param name="provider">Its title.</param>
    /// <param name="changes">The fingerprints of those that are; null where all are.</param>
    public static async Task<Solution> AcceptAsync(Solution solution, ProjectId project, string provider, ISet<string>? changes, CancellationToken cancellationToken)
    {
        if (solution.GetProject(project) is not { } where
            || Updates(where, cancellationToken).FirstOrDefault(update => update.Title == provider) is not { New: { } now, Error: null, IsOfAnother: false } found)
        {
            return solution;
        }

        if (found.Lock is null || found.Old is null)
        {
            return changes is null ? Add(where, found) : solution;
        }

        string text = BaselineWriter.Write(changes is null
            ? Baseline.Of(now.Baseline.Entries)
            : Comparison.Accept(found.Old.Baseline, now.Baseline, change => changes.Contains(change.Fingerprint), cancellationToken));

        // A project for several frameworks is several here, and each has the file.
        foreach (TextDocument file in solution.Projects.SelectMany(static each => each.AdditionalDocuments).Where(file => file.FilePath == found.Lock.Path).ToList())
        {
            SourceText before = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithAdditionalDocumentText(file.Id, SourceText.From(text, before.Encoding ?? s_encoding, before.ChecksumAlgorithm));
        }

        return solution;
    }

    /// <summary>The solution with the first baseline of a provider.</summary>
    private static Solution Add(Project project, ProviderUpdate update)
    {
        string folder = SchemaPath.Normalize(project.FilePath ?? update.Files.Documents[0].File.Path);
        folder = folder.Substring(0, Math.Max(0, folder.LastIndexOf('/')));
        string path = LockPlace.Of(update.Files, folder);
        return project.Solution.AddAdditionalDocument(
            DocumentId.CreateNewId(project.Id),
            LockFile.NameOf(update.Files.Name, update.Files.VersionText),
            SourceText.From(BaselineWriter.Write(Baseline.Of(update.New!.Baseline.Entries)), s_encoding),
            path.StartsWith(folder + "/", StringComparison.Ordinal) ? Folders(path.Substring(folder.Length + 1)) : null,
            path);
    }

    /// <summary>The folders of a file in a project.</summary>
    private static IEnumerable<string> Folders(string path)
    {
        string[] parts = path.Split('/');
        return parts.Take(parts.Length - 1);
    }
}
