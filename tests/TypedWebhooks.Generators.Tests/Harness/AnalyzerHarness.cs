using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>Compiles a source and runs the rules over it, as the compiler would.</summary>
internal static class AnalyzerHarness
{
    public static readonly ImmutableArray<MetadataReference> References =
        [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(WebhookEventsAttribute).Assembly.Location)];

    /// <summary>Every analyzer and suppressor that the package has.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> AllRules { get; } =
        [.. typeof(UnhandledEventAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static CSharpCompilation Compile(
        string[] sources,
        LanguageVersion language = LanguageVersion.CSharp14,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        IEnumerable<MetadataReference>? more = null,
        string assemblyName = "Consumer",
        string[]? symbols = null)
    {
        CSharpParseOptions options = new(language, preprocessorSymbols: symbols);
        return CSharpCompilation.Create(
            assemblyName,
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, options, path: $"Source{i}.cs")),
            [.. References, .. more ?? []],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, allowUnsafe: true));
    }

    /// <summary>What the compiler and the rules report, what a suppressor silences marked so.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer>? rules = null)
    {
        List<string> crashes = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => crashes.Add(analyzer.GetType().Name + ": " + exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers(rules ?? AllRules, options).GetAllDiagnosticsAsync();
        return crashes.Count == 0 ? all : throw new InvalidOperationException(string.Join("\n", crashes));
    }

    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, LanguageVersion language = LanguageVersion.CSharp14) =>
        AnalyzeAsync(Compile([source], language));
}
