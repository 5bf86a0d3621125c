using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>
/// TWH3xxx: what has changed in the schemas since the baseline was accepted, each in the file where it stands. It looks at additional
/// files and at nothing else, so that what was found holds until one of them changes, whatever is typed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SchemaChangeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What was found last for the files of a project, by the first of its baselines.</summary>
    private static readonly ConditionalWeakTable<AdditionalText, Finding> s_findings = new();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(
    [
        Descriptors.TWH3000_NoBaseline, Descriptors.TWH3001_NotAccepted, Descriptors.TWH3002_InvalidBaseline, Descriptors.TWH3003_NewerBaseline,
        Descriptors.TWH3004_StrayBaseline, Descriptors.TWH3005_GeneratorChanged,
        .. ChangeRules.All.Select(static rule => rule.Descriptor),
    ]);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            ImmutableArray<AdditionalText> files = start.Options.AdditionalFiles;
            AnalyzerConfigOptionsProvider options = start.Options.AnalyzerConfigOptionsProvider;
            if (files.FirstOrDefault(file => IsBaseline(file, options)) is not { } baseline)
            {
                return;
            }

            object gate = new();
            Finding? finding = null;
            start.RegisterAdditionalFileAction(context =>
            {
                // The files are looked at side by side, and what is found is found for all of them.
                lock (gate)
                {
                    finding ??= Find(baseline, files, options, context.CancellationToken);
                }

                foreach (Diagnostic diagnostic in finding.In(context.AdditionalFile.Path))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            });
        });
    }

    private static bool IsBaseline(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        file.Path.EndsWith(LockFile.Extension, StringComparison.OrdinalIgnoreCase)
        && options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.WebhookSchema", out string? kind) && kind.Length > 0;

    /// <summary>What was found for the same files before, or what is found now.</summary>
    private static Finding Find(AdditionalText baseline, ImmutableArray<AdditionalText> files, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        List<DeclaredFile> declared = [];
        List<SourceText?> texts = [];
        foreach (AdditionalText file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DeclaredFile.TryCreate(file, options, cancellationToken) is { } found)
            {
                declared.Add(found);
                texts.Add(file.GetText(cancellationToken));
            }
        }

        string settings = Settings(declared, options.GlobalOptions);
        if (s_findings.TryGetValue(baseline, out Finding? known) && known.IsOf(texts, settings))
        {
            return known;
        }

        ProjectUpdates updates = ProjectUpdates.Find(declared, options.GlobalOptions, cancellationToken);
        Finding finding = new(texts, settings, ImmutableArray.CreateRange(UpdateReport.Of(updates)));
        s_findings.Remove(baseline);
        s_findings.GetValue(baseline, _ => finding);
        return finding;
    }

    /// <summary>What the project says of its files.</summary>
    private static string Settings(List<DeclaredFile> declared, AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        options.TryGetValue("build_property._TypedWebhooksBaseline", out string? baseline);
        return string.Join("\n", declared.Select(static file => file.Path + "\n" + file.Items + "\n" + file.Metadata).Prepend(rootNamespace + "\n" + baseline));
    }

    /// <summary>What was found, and in which texts.</summary>
    private sealed class Finding(List<SourceText?> texts, string settings, ImmutableArray<Diagnostic> diagnostics)
    {
        private readonly ILookup<string, Diagnostic> _byFile = diagnostics.ToLookup(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal);

        /// <summary>Whether these are the texts, each the same object: nobody compares what nobody has touched.</summary>
        public bool IsOf(List<SourceText?> others, string stated) =>
            stated == settings && texts.Count == others.Count && texts.Zip(others, static (one, other) => ReferenceEquals(one, other) || (one is not null && other is not null && one.ContentEquals(other))).All(static same => same);

        public IEnumerable<Diagnostic> In(string path) => _byFile[path];
    }
}
