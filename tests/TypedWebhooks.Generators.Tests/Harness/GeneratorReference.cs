using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>
/// The generator as a project in an IDE has it: it runs in the workspace, so that a fix sees what it emits. A generator that a
/// test of the package names is run beside the workspace, and a fix sees nothing of it.
/// </summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    /// <summary>Made once: the workspace looks them up by themselves.</summary>
    private readonly ImmutableArray<ISourceGenerator> _generators = [new WebhookGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
