using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>The closed set that the cases are about, and the short form in which a verdict is written: <c>1001(C)</c>.</summary>
internal static partial class EventSources
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

    /// <param name="verdict">What of it is not marked in the arms is at the keyword.</param>
    public static string Expression(string arms, string verdict = "") =>
        Method($"return e {Marked("switch", verdict, arms)} {{ {arms} }};");

    /// <param name="verdict">What of it is not marked in the sections is at the keyword.</param>
    public static string Statement(string sections, string verdict = "") =>
        Method($"{Marked("switch", verdict, sections)} (e) {{ {sections} }}");

    /// <summary>A text marked with all of a verdict that another one is not marked with.</summary>
    public static string Marked(string text, string verdict, string other = "") => IdInVerdict().Matches(verdict)
        .Select(static id => id.Value.StartsWith("CS", StringComparison.Ordinal) ? id.Value : "TWH" + id.Value)
        .Where(id => !other.Contains($"{{|{id}:", StringComparison.Ordinal))
        .Aggregate(text, static (marked, id) => $"{{|{id}:{marked}|}}");

    /// <summary>A source without the marks in it.</summary>
    public static string Unmarked(string marked)
    {
        TestFileMarkupParser.GetSpans(marked, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return source;
    }

    /// <summary>Fails unless what is marked is all that is reported, for the events that the verdict names.</summary>
    public static Task AssertVerdictAsync(string verdict, string marked, LanguageVersion language = LanguageVersion.CSharp14) =>
        AssertVerdictAsync(verdict, new RuleTest([marked], language));

    public static async Task AssertVerdictAsync(string verdict, RuleTest test) =>
        Assert.Equal(verdict, Written([.. await test.ReportedAsync()]));

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

    [GeneratedRegex(@"\b(?:1\d{3}(?=\()|CS\d{4})")]
    private static partial Regex IdInVerdict();

    private static string Short(Diagnostic diagnostic) => string.Join(
        ", ",
        (diagnostic.Properties.TryGetValue("Events", out string? names) ? names! : "").Split('|').Select(static name => name[(name.LastIndexOf('.') + 1)..]));
}
