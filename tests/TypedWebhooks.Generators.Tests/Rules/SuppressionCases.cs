using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the suppressor silences and what it leaves alone, and what silences the rules: case 82.</summary>
public sealed class SuppressionCases
{
    [Theory]
    [InlineData("_ = e switch { A => 1, B => 2, C => 3 };", "Ev e", "")]
    [InlineData("_ = e switch { A => 1, B => 2 };", "Ev e", "CS8509 IDE0072")]
    [InlineData("_ = e switch { A => 1, B => 2, _ => 3 };", "Ev e", "IDE0072")]
    [InlineData("_ = e switch { A => 1, B => 2, C => 3, _ => 4 };", "Ev e", "")]
    [InlineData("_ = e switch { A => 1, Ev => 3 };", "Ev e", "IDE0072")]
    [InlineData("_ = e switch { A => 1, B => 2, C => 3 };", "Ev? e", "CS8509 IDE0072")]
    [InlineData("_ = e switch { A => 1, B => 2, C => 3, null => 4 };", "Ev? e", "")]
    [InlineData("_ = e switch { A when cond => 0, A => 1, B => 2, C => 3 };", "Ev e", "")]
    [InlineData("_ = e switch { A when cond => 0, B => 2, C => 3 };", "Ev e", "CS8509 IDE0072")]
    [InlineData("_ = e switch { B => 2, C => 3, A a => a switch { { X: 1 } => 1 } };", "Ev e", "CS8509 IDE0072")]
    [InlineData("switch (e) { case A: case B: case C: break; }", "Ev e", "")]
    [InlineData("switch (e) { case A: case B: break; }", "Ev e", "IDE0010")]
    [InlineData("switch (e) { case A: case B: break; default: break; }", "Ev e", "IDE0010")]
    [InlineData("switch (e) { case A: case B: case C: break; }", "Ev? e", "IDE0010")]
    [InlineData("_ = k switch { K.A => 1, K.B => 2, K.C => 3, K.Unrecognized => 0 };", "K k", "")]
    [InlineData("_ = k switch { K.A => 1, K.B => 2, K.C => 3 };", "K k", "CS8509 IDE0072")]
    [InlineData("_ = o switch { 1 => 1 };", "object o", "CS8509 IDE0072")]
    [InlineData("_ = b switch { true => 1 };", "bool b", "CS8509 IDE0072")]
    public async Task CompleteSwitch_OnlyItsWarningsSilenced(string body, string parameters, string left)
    {
        CSharpCompilation compilation = AnalyzerHarness.Compile([EventSources.Method(body, parameters)]);
        ImmutableArray<Diagnostic> all = await AnalyzerHarness.AnalyzeAsync(compilation, AnalyzerHarness.AllRules.Add(new IdeStandIn()));
        Assert.Equal(left, string.Join(" ", all
            .Where(static d => !d.IsSuppressed && (d.Id.StartsWith("IDE", StringComparison.Ordinal) || d.Id is "CS8509" or "CS8524" or "CS8846"))
            .Select(static d => d.Id)
            .Distinct()
            .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task WarningsAsErrors_StillSilenced()
    {
        RuleTest test = new([EventSources.Expression("A => 1, B => 2, C => 3")]) { Options = static options => options.WithGeneralDiagnosticOption(ReportDiagnostic.Error) };
        await EventSources.AssertVerdictAsync("ok", test);
    }

    [Theory]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"TypedWebhooks\", \"TWH1001\")] ", "")]
    [InlineData("", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"TypedWebhooks\", \"TWH1001\", Scope = \"member\", Target = \"~M:P.F(N.Ev)\")]")]
    public async Task SuppressMessage_RuleSilent(string attribute, string global)
    {
        string source = EventSources.Events + $"class P {{ {attribute}void F(N.Ev e) {{ switch (e) {{ case N.A: break; }} }} }}";
        await EventSources.AssertVerdictAsync("ok", new RuleTest(global.Length == 0 ? [source] : [source, global]));
    }

    [Fact]
    public async Task SeverityNone_RuleSilent()
    {
        RuleTest test = new([EventSources.Statement("case A: break;")]);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\ndotnet_diagnostic.TWH1001.severity = none\n"));
        await EventSources.AssertVerdictAsync("ok", test);
    }

    /// <summary>Reports on every switch what the IDE's analyzers report on some, at the place where they do.</summary>
#pragma warning disable RS1036, RS1041, RS2008, RS1025, RS1026, RS1038 // A stand-in for a test, shipped to nobody.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class IdeStandIn : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_expression = new("IDE0072", "Add missing cases", "Add missing cases", "Style", DiagnosticSeverity.Warning, true);
        private static readonly DiagnosticDescriptor s_statement = new("IDE0010", "Add missing cases", "Add missing cases", "Style", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_expression, s_statement];

        public override void Initialize(AnalysisContext context)
        {
            context.RegisterSyntaxNodeAction(static node => node.ReportDiagnostic(Diagnostic.Create(s_expression, ((SwitchExpressionSyntax)node.Node).SwitchKeyword.GetLocation())), SyntaxKind.SwitchExpression);
            context.RegisterSyntaxNodeAction(static node => node.ReportDiagnostic(Diagnostic.Create(s_statement, ((SwitchStatementSyntax)node.Node).SwitchKeyword.GetLocation())), SyntaxKind.SwitchStatement);
        }
    }
}
