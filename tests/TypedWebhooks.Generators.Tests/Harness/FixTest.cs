using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>
/// A fix, applied alone until there is nothing left, and as fix-all in a document, a project and a solution: what comes out is
/// compared to the character, and what is reported on it has to be marked in it, as in a <see cref="RuleTest"/>.
/// </summary>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<UnhandledEventAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    private readonly List<string> _titles = [];
    private readonly LanguageVersion _language;

    public FixTest(string before, string after, LanguageVersion language = LanguageVersion.CSharp14)
        : this([before], [after], language)
    {
    }

    public FixTest(string[] before, string[] after, LanguageVersion language = LanguageVersion.CSharp14)
    {
        _language = language;
        foreach ((string source, string target) in before.Zip(after))
        {
            TestState.Sources.Add(source);
            FixedState.Sources.Add(target);
        }

        FixedState.MarkupHandling = MarkupMode.Allow;
        ReferenceAssemblies = RuleTest.NoPackage;
        TestState.AdditionalReferences.AddRange(AnalyzerHarness.References);
        TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
    }

    /// <summary>What the sources refer to, where it is more than the framework and the runtime library.</summary>
    public ImmutableArray<MetadataReference> References
    {
        init
        {
            TestState.AdditionalReferences.Clear();
            TestState.AdditionalReferences.AddRange(value);
        }
    }

    /// <summary>Schemas whose events the generator emits into the project that is fixed.</summary>
    public SchemaText[] Schemas
    {
        init
        {
            SchemaTest.Add(TestState, value);
            SolutionTransforms.Add(static (solution, project) => solution.AddAnalyzerReference(project, new GeneratorReference()));
        }
    }

    /// <summary>What was offered for the first diagnostic, in its order.</summary>
    public IReadOnlyList<string> Titles => _titles;

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AnalyzerHarness.AllRules;

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(_language, DocumentationMode.Diagnose);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        RuleTest.IsOfInterest(diagnostic) || diagnostic.DefaultSeverity == DiagnosticSeverity.Error;

    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics) =>
        [.. diagnostics.Where(static each => !each.diagnostic.IsSuppressed)];

    protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
    {
        lock (_titles)
        {
            if (_titles.Count == 0)
            {
                _titles.AddRange(actions.Select(static action => action.Title));
            }
        }

        return base.FilterCodeActions(actions);
    }
}
