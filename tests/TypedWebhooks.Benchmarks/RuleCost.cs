extern alias generator;
using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using TypedWebhooks.Benchmarks.Generating;

namespace TypedWebhooks.Benchmarks;

/// <summary>What the analyzers add to a build: each on one switch over 2,000 events, beside the compiler's own work on that file.</summary>
internal static class RuleCost
{
    private const int Events = 2_000;

    public static void Print()
    {
        ImmutableArray<DiagnosticAnalyzer> rules =
        [
            .. typeof(generator::TypedWebhooks.Generators.WebhookGenerator).Assembly.GetTypes()
                .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
                .OrderBy(static type => type.Name, StringComparer.Ordinal)
                .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];

        // The first run of each is the JIT's.
        Analyze(rules);
        Stopwatch watch = Stopwatch.StartNew();
        Compiler.Compile(Source()).Emit(Stream.Null);
        double compiler = watch.Elapsed.TotalMilliseconds;
        AnalysisResult result = Analyze(rules);

        Console.WriteLine($"### Analyzing a switch over {Events:N0} events");
        Console.WriteLine();
        Console.WriteLine("| | ms | × the compiler |");
        Console.WriteLine("|---|--:|--:|");
        Console.WriteLine($"| the compiler's own work on the file | {compiler:N0} | 1.00 |");
        foreach ((DiagnosticAnalyzer rule, AnalyzerTelemetryInfo info) in result.AnalyzerTelemetryInfo.OrderBy(static pair => pair.Key.GetType().Name, StringComparer.Ordinal))
        {
            Console.WriteLine($"| {rule.GetType().Name} | {info.ExecutionTime.TotalMilliseconds:N0} | {info.ExecutionTime.TotalMilliseconds / compiler:0.000} |");
        }

        Console.WriteLine();
    }

    private static AnalysisResult Analyze(ImmutableArray<DiagnosticAnalyzer> rules)
    {
        CSharpCompilation compilation = Compiler.Compile(Source());
        compilation.GetDiagnostics();
        CompilationWithAnalyzersOptions options = new(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        return compilation.WithAnalyzers(rules, options).GetAnalysisResultAsync(default).GetAwaiter().GetResult();
    }

    private static string Source()
    {
        StringBuilder code = new();
        code.Append(CultureInfo.InvariantCulture, $"[TypedWebhooks.WebhookEvents({string.Join(", ", Enumerable.Range(0, Events).Select(static i => $"typeof(E{i})"))})] public abstract class Ev {{ }}\n");
        code.AppendJoin("\n", Enumerable.Range(0, Events).Select(static i => $"public sealed class E{i} : Ev {{ }}"));
        code.Append("\nclass P { int F(Ev e) { switch (e) {\n");
        code.AppendJoin("\n", Enumerable.Range(0, Events).Select(static i => $"case E{i} x{i}: return {i};"));
        return code.Append("} return -1; } }").ToString();
    }
}
