using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>
/// All rules over sources in which what is reported is marked, such as <c>{|TWH1001:switch|}</c>: that and nothing else has to
/// be reported, at those very places. The compiler's word counts where it is about exhaustiveness, and where it is an error.
/// </summary>
internal sealed class RuleTest : CSharpAnalyzerTest<UnhandledEventAnalyzer, DefaultVerifier>
{
    private readonly List<Diagnostic> _reported = [];
    private readonly LanguageVersion _language;

    public RuleTest(string[] sources, LanguageVersion language = LanguageVersion.CSharp14, params MetadataReference[] more)
    {
        _language = language;
        foreach (string source in sources)
        {
            TestState.Sources.Add(source);
        }

        ReferenceAssemblies = NoPackage;
        TestState.AdditionalReferences.AddRange([.. AnalyzerHarness.References, .. more]);

        // Every rule is silent in generated code and under a pragma: cases 82 and 83. Trying it with each case doubles the time.
        TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        DiagnosticVerifier = (diagnostic, _, _) => _reported.Add(diagnostic);
    }

    /// <summary>The framework comes as references; the name of one and no package, so that no registry is asked.</summary>
    public static ReferenceAssemblies NoPackage { get; } = new("net8.0");

    /// <summary>Whether what the compiler says is none of the test's business, as in code that is being written.</summary>
    public bool IgnoresCompiler { get; init; }

    public OutputKind Output
    {
        init => TestState.OutputKind = value;
    }

    public Func<CompilationOptions, CompilationOptions> Options { get; init; } = static options => options;

    /// <summary>Fails where anything but what is marked is reported; gives what was reported.</summary>
    public async Task<ImmutableArray<Diagnostic>> ReportedAsync()
    {
        await RunAsync();
        return [.. _reported];
    }

    public static bool IsOfInterest(Diagnostic diagnostic) => diagnostic.Id is "CS8509" or "CS8524" or "CS8655" or "CS8846";

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AnalyzerHarness.AllRules;

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(_language, DocumentationMode.Diagnose);

    protected override CompilationOptions CreateCompilationOptions() =>
        Options(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        !IgnoresCompiler && (IsOfInterest(diagnostic) || diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics) =>
        [.. diagnostics.Where(static each => !each.diagnostic.IsSuppressed)];
}
