using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>The closed set that the cases are about, and the short form in which a verdict is written: <c>1001(C)</c>.</summary>
internal static class EventSources
{
    public const string Events = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using TypedWebhooks;

        namespace N
        {
            [WebhookEvents(typeof(A), typeof(B), typeof(C))]
            public abstract partial record Ev
            {
                public abstract string EventType { get; }
                public string Id { get; init; } = "";
                internal abstract void Close();
            }

            public sealed partial record Nested(int P);

            public sealed partial record A(string Key, int Y) : Ev
            {
                public override string EventType => T.A;
                public int X { get; init; }
                public int M { get; init; }
                public string S { get; init; } = "";
                public string? Note { get; init; }
                public Nested N { get; init; } = new(0);
                public int[] Items { get; init; } = [];
                public int[]? Maybe { get; init; }
                internal override void Close() { }
            }

            public sealed partial record B : Ev
            {
                public override string EventType => T.B;
                public K Kind { get; init; }
                internal override void Close() { }
            }

            public sealed partial record C : Ev
            {
                public override string EventType => T.C;
                internal override void Close() { }
            }

            [WebhookEventTypes(typeof(Ev))]
            [System.CodeDom.Compiler.GeneratedCode("TypedWebhooks", "1.0")]
            public static class T
            {
                public const string A = "a.created";
                public const string B = "b.created";
                public const string C = "c.created";
            }

            [System.CodeDom.Compiler.GeneratedCode("TypedWebhooks", "1.0")]
            public enum K { Unrecognized, A, B, C }
        }

        """;

    /// <summary>A method around statements, with every name that they may use.</summary>
    public static string Method(string body, string parameters = "Ev e") => Events + $$"""
        namespace Consumer
        {
            using N;

            static class Program
            {
                static bool cond;
                static object? Run({{parameters}})
                {
                    {{body}}
                    return null;
                }
            }
        }
        """;

    public static string Expression(string arms, string parameters = "Ev e", string operand = "e") =>
        Method($"return {operand} switch {{ {arms} }};", parameters);

    public static string Statement(string sections, string parameters = "Ev e", string operand = "e") =>
        Method($"switch ({operand}) {{ {sections} }}", parameters);

    /// <summary>The verdict on a source: what the rules say in the order of their ids, then what the compiler still says.</summary>
    public static async Task<string> VerdictAsync(string source, LanguageVersion language = LanguageVersion.CSharp14) =>
        await VerdictAsync(AnalyzerHarness.Compile([source], language));

    public static async Task<string> VerdictAsync(Compilation compilation)
    {
        string[] errors = [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString())];
        return errors.Length > 0
            ? throw new InvalidOperationException(string.Join("\n", errors))
            : Written([.. await AnalyzerHarness.AnalyzeAsync(compilation)]);
    }

    public static string Written(Diagnostic[] diagnostics)
    {
        string[] ids = ["CS8509", "CS8524", "CS8655", "CS8846"];
        string said = string.Join(" ", diagnostics
            .Where(static d => !d.IsSuppressed)
            .Where(d => d.Id.StartsWith("TWH", StringComparison.Ordinal) || d.Id == "AD0001" || ids.Contains(d.Id))
            .OrderBy(static d => d.Id.StartsWith("TWH", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(static d => d.Id, StringComparer.Ordinal)
            .ThenBy(static d => d.Location.SourceSpan.Start)
            .Select(static d => d.Id.StartsWith("TWH", StringComparison.Ordinal) ? $"{d.Id[3..]}({Short(d)})" : d.Id));
        return said.Length == 0 ? "ok" : said;
    }

    private static string Short(Diagnostic diagnostic) => string.Join(
        ", ",
        (diagnostic.Properties.TryGetValue("Events", out string? names) ? names! : "").Split('|').Select(static name => name[(name.LastIndexOf('.') + 1)..]));
}
