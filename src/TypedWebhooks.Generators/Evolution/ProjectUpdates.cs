using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What has become of the providers of a project since their baselines.</summary>
/// <param name="Providers">Each provider, or version of one.</param>
/// <param name="Strays">Lock files that are those of none of them, with what is wrong with each.</param>
internal sealed record ProjectUpdates(IReadOnlyList<ProviderUpdate> Providers, IReadOnlyList<(LockFile File, string Message)> Strays)
{
    public static ProjectUpdates Find(IReadOnlyList<DeclaredFile> declared, AnalyzerConfigOptions options, CancellationToken cancellationToken) => Find(
        declared,
        options.TryGetValue("build_property.RootNamespace", out string? value) ? value : "",
        options.TryGetValue("build_property._TypedWebhooksBaseline", out string? stated) ? stated : "",
        cancellationToken);

    /// <param name="baseline">What the project says of its baselines as a whole; empty where it says nothing.</param>
    public static ProjectUpdates Find(IReadOnlyList<DeclaredFile> declared, string rootNamespace, string baseline, CancellationToken cancellationToken)
    {
        SchemaItems items = SchemaItems.Read(declared.Where(static file => file.Kind == FileKind.Project));
        List<SchemaDocument> documents = [.. declared
            .Where(static file => file.Kind is FileKind.Schema or FileKind.Map)
            .SelectMany(file => file.Under(items))
            .Select(SchemaDocument.Of)];
        LockFiles locks = LockFiles.Of(declared);
        PinnedLocks pins = PinnedLocks.Of(declared.Where(static file => file.Kind is FileKind.Lock or FileKind.LinkedLock).Select(file => PinnedLock.Read(file, cancellationToken)));
        List<ProviderUpdate> providers = [];
        List<(LockFile File, string Message)> strays = [];
        List<(string Provider, string Version)> names = [];
        BaselineChoice? ofProject = baseline.Length > 0 ? BaselineChoice.TryParse(baseline) : null;
        foreach (ProviderFiles files in ProviderFiles.Group(documents, rootNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            names.Add((files.Name, files.VersionText));
            LockFile? file = locks.Find(files.Name, files.VersionText);
            ProviderUpdate update = ProviderUpdate.Find(pins.Pin(files), file, cancellationToken);
            providers.Add(update.Stated is null && ofProject is not null ? update with { Choice = ofProject } : update);
            strays.AddRange(locks.Further(files.Name, files.VersionText).Select(further => (further, $"{files.Name} has another baseline, {file!.Name} in another folder, which is the one that is compared")));
        }

        strays.AddRange(locks.Orphans(names).Select(static orphan => (orphan, $"'{orphan.Name}' is a baseline of no provider of this project")));
        return new(providers, strays);
    }
}
