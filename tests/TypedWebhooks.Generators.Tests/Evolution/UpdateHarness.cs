using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Runs the analyzer of schemas over files in memory, as the compiler would.</summary>
internal static class UpdateHarness
{
    /// <summary>What is reported, in the order of files and lines.</summary>
    /// <param name="properties">Properties of the project, such as <c>_TypedWebhooksBaseline</c>.</param>
    public static async Task<Diagnostic[]> ReportAsync(IEnumerable<SchemaText> files, params (string Name, string Value)[] properties)
    {
        List<string> crashes = [];
        CSharpCompilation compilation = GeneratorHarness.Compile("Consumer", ["public static class Nothing;"]);
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([.. files], new SchemaOptions("Consumer", properties)),
            onAnalyzerException: (exception, _, _) => crashes.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers([new SchemaChangeAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(crashes);
        return [.. all.OrderBy(static d => d.Location.GetLineSpan().Path).ThenBy(static d => d.Location.GetLineSpan().StartLinePosition).ThenBy(static d => d.Id)];
    }

    /// <summary>Diagnostics as the compiler prints them, without the folder.</summary>
    public static string[] Print(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(static d =>
    {
        FileLinePositionSpan place = d.Location.GetLineSpan();
        return $"{System.IO.Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage()}";
    })];
}
