using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>
/// What was found last in the files of a project, for all analyzers that ask: the schemas are compared once for each version of them,
/// however many ask, and whatever is typed in the meantime.
/// </summary>
internal static class RecentFindings
{
    /// <summary>By the first baseline of a project, so that it ends with the project.</summary>
    private static readonly ConditionalWeakTable<AdditionalText, Slot> s_slots = new();

    /// <summary>The first baseline of a project; null where it has none, and there is nothing to compare.</summary>
    public static AdditionalText? BaselineIn(AnalyzerOptions project) =>
        project.AdditionalFiles.FirstOrDefault(file => IsBaseline(file, project.AnalyzerConfigOptionsProvider));

    /// <summary>What was found for the same files before, or what is found now.</summary>
    public static Finding Find(AdditionalText baseline, AnalyzerOptions project, CancellationToken cancellationToken) =>
        s_slots.GetOrCreateValue(baseline).Find(project, cancellationToken);

    /// <summary>The files of a project that are ours.</summary>
    /// <param name="texts">Takes their texts.</param>
    public static List<DeclaredFile> Declared(AnalyzerOptions project, CancellationToken cancellationToken, List<SourceText?>? texts = null)
    {
        List<DeclaredFile> declared = [];
        foreach (AdditionalText file in project.AdditionalFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DeclaredFile.TryCreate(file, project.AnalyzerConfigOptionsProvider, cancellationToken) is { } found)
            {
                declared.Add(found);
                texts?.Add(file.GetText(cancellationToken));
            }
        }

        return declared;
    }

    private static bool IsBaseline(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        file.Path.EndsWith(LockFile.Extension, StringComparison.OrdinalIgnoreCase)
        && options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.WebhookSchema", out string? kind) && kind.Length > 0;

    /// <summary>The place of one finding. Analyzers run side by side: who comes second waits, and takes what the first has found.</summary>
    private sealed class Slot
    {
        private readonly object _gate = new();
        private ImmutableArray<AdditionalText> _files;
        private AnalyzerConfigOptionsProvider? _options;
        private List<SourceText?> _texts = [];
        private string _settings = "";
        private Finding? _finding;

        public Finding Find(AnalyzerOptions project, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (_finding is not null && ReferenceEquals(_options, project.AnalyzerConfigOptionsProvider) && AreSame(_files, project.AdditionalFiles))
                {
                    return _finding;
                }

                List<SourceText?> texts = [];
                List<DeclaredFile> declared = Declared(project, cancellationToken, texts);
                string settings = Settings(declared, project.AnalyzerConfigOptionsProvider.GlobalOptions);
                if (_finding is null || settings != _settings || !AreSame(_texts, texts))
                {
                    _finding = Finding.Of(ProjectUpdates.Find(declared, project.AnalyzerConfigOptionsProvider.GlobalOptions, cancellationToken));
                    (_texts, _settings) = (texts, settings);
                }

                (_files, _options) = (project.AdditionalFiles, project.AnalyzerConfigOptionsProvider);
                return _finding;
            }
        }

        /// <summary>Whether these are the same objects: a file that was touched is another one.</summary>
        private static bool AreSame(ImmutableArray<AdditionalText> files, ImmutableArray<AdditionalText> others) =>
            files == others || (files.Length == others.Length && files.Zip(others, ReferenceEquals).All(static same => same));

        private static bool AreSame(List<SourceText?> texts, List<SourceText?> others) =>
            texts.Count == others.Count && texts.Zip(others, static (one, other) => ReferenceEquals(one, other) || (one is not null && other is not null && one.ContentEquals(other))).All(static same => same);

        /// <summary>What the project says of its files.</summary>
        private static string Settings(List<DeclaredFile> declared, AnalyzerConfigOptions options)
        {
            options.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
            options.TryGetValue("build_property._TypedWebhooksBaseline", out string? baseline);
            return string.Join("\n", declared.Select(static file => file.Path + "\n" + file.Kind + "\n" + file.Items + "\n" + file.Metadata).Prepend(rootNamespace + "\n" + baseline));
        }
    }
}
