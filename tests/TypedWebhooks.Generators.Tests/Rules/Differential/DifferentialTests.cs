using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhooks.Generators.Rules.Exhaustiveness;
using TypedWebhooks.Generators.Rules.Switches;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Rules.Differential;

/// <summary>
/// The C# 15 compiler is the judge: what it says about a switch expression over a <c>closed</c> root, we must say about
/// the same expression over an open one. <c>TYPEDWEBHOOKS_FUZZ</c> is the number of expressions, 300 unless it is set.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const string Complete = "complete";
    private const string Incomplete = "incomplete";
    private const string OnlyNull = "only null";
    private const int PerProgram = 60;
    private const int Seed = 20_241_115;

    [Fact]
    public async Task RandomSwitches_VerdictIsTheCompilers()
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : 300;
        int seed = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_SEED"), CultureInfo.InvariantCulture, out int other) ? other : Seed;
        Dictionary<string, int> seen = [];
        List<string> disagreements = [];
        int judged = 0;
        int explained = 0;
        for (int program = 0; judged < wanted; program++)
        {
            Random random = new(seed + program);
            Hierarchy hierarchy = new(random);
            SwitchGenerator generator = new(random, hierarchy);
            List<RandomSwitch> switches = [.. Enumerable.Range(0, PerProgram).Select(generator.Next)];
            (CSharpCompilation open, CSharpCompilation closed) = Repair(hierarchy, switches);
            string[] compiler = Verdicts(closed, switches);
            Func<int, string, bool> isExplained = WithoutGroups(hierarchy, switches);
            Dictionary<string, string> rules = await RulesAsync(open);
            foreach ((RandomSwitch each, int i) in switches.Select(static (each, i) => (each, i)))
            {
                string ours = Ours(open, "M" + i);
                string rule = rules.GetValueOrDefault("M" + i, "");
                judged++;
                string verdict = Class(compiler[i]);
                seen[verdict] = seen.GetValueOrDefault(verdict) + 1;
                if (ours != verdict && isExplained(i, ours))
                {
                    explained++;
                    continue;
                }

                if (ours != verdict || !AgreesWithRules(verdict, rule))
                {
                    disagreements.Add($"program {program}: compiler {compiler[i]}, engine {ours}, rules {rule}\n{each.Signature} => {each.Operand} switch\n  {string.Join(",\n  ", each.Arms)}\n{string.Join("\n", hierarchy.Leaves.Select(static leaf => leaf.Declaration))}");
                }
            }
        }

        output.WriteLine($"{judged} judged, {explained} explained by groups; " + string.Join(", ", seen.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}: {pair.Value}")));
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} of {judged}\n" + string.Join("\n\n", disagreements.Take(12)));
        Assert.True(seen.Keys.Count >= 3, "the generator makes switches of one kind only");
    }

    /// <summary>
    /// The compiler's word on the same switches with every group, and the root, spelled out as its events. The compiler of SDK 10.0.4xx
    /// (csc 5.9 and 5.12) does not see that a closed group is used up by its own events: to
    /// <c>e switch { L0 => 1, not G0 => 2 }</c>, with <c>L0</c> the only event of <c>G0</c>, it says that <c>_</c> is not
    /// covered, and to <c>L0 => 1, G0 when c => 1, _ => 2</c> that <c>_</c> is out of reach. That is the one difference
    /// that is explained, and only where the compiler agrees once the group is spelled out: with our verdict on the
    /// original or, where it refuses an arm that is spelled out, with the one on what is left.
    /// </summary>
    private static Func<int, string, bool> WithoutGroups(Hierarchy hierarchy, List<RandomSwitch> switches)
    {
        string SpelledOut(string arm, string type, IEnumerable<Leaf> leaves) =>
            Regex.Replace(arm, $@"\b{type}\b", "(" + string.Join(" or ", leaves.Select(static leaf => leaf.Name)) + ")");

        List<RandomSwitch> spelled = [.. switches.Select(each => each with { Arms = [.. each.Arms.Select(arm => hierarchy.Groups.Aggregate(
            SpelledOut(arm, "Ev", hierarchy.Leaves),
            (text, group) => SpelledOut(text, group, hierarchy.Leaves.Where(leaf => leaf.Parent == group))))] })];
        (CSharpCompilation open, CSharpCompilation closed) = Repair(hierarchy, spelled);
        string[] compiler = [.. Verdicts(closed, spelled).Select(Class)];
        return (i, ours) => spelled[i].Arms.Count == switches[i].Arms.Count ? compiler[i] == ours : compiler[i] == Ours(open, "M" + i);
    }

    private static string Class(string verdict) =>
        verdict.StartsWith(OnlyNull, StringComparison.Ordinal) ? OnlyNull : verdict.Split(' ')[0];

    /// <summary>What the rules may report on the open root where the compiler says this on the closed one.</summary>
    private static bool AgreesWithRules(string compiler, string rules)
    {
        string[] warnings = ["CS8509", "CS8524", "CS8846"];
        bool warned = warnings.Any(id => rules.Contains(id, StringComparison.Ordinal));
        bool unhandled = rules.Contains("TWH1001", StringComparison.Ordinal);
        return compiler switch
        {
            Complete => !warned && !unhandled,
            OnlyNull => true,
            _ => warned,
        };
    }

    /// <summary>Takes out the arms that the compiler refuses on either root, until none is left.</summary>
    private static (CSharpCompilation Open, CSharpCompilation Closed) Repair(Hierarchy hierarchy, List<RandomSwitch> switches)
    {
        for (int round = 0; round < 40; round++)
        {
            CSharpCompilation closed = AnalyzerHarness.Compile([Source(hierarchy, switches, closed: true)], LanguageVersion.Preview);
            CSharpCompilation open = AnalyzerHarness.Compile([Source(hierarchy, switches, closed: false)]);
            HashSet<(int Switch, int Arm)> refused = [];
            foreach (Diagnostic error in closed.GetDiagnostics().Concat(open.GetDiagnostics()).Where(static d => d.Severity == DiagnosticSeverity.Error))
            {
                SyntaxNode node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan);
                SwitchExpressionArmSyntax arm = node.AncestorsAndSelf().OfType<SwitchExpressionArmSyntax>().FirstOrDefault()
                    ?? throw new InvalidOperationException(error.ToString() + "\n" + error.Location.SourceTree);
                refused.Add((int.Parse(MethodOf(arm)[1..], CultureInfo.InvariantCulture), ((SwitchExpressionSyntax)arm.Parent!).Arms.IndexOf(arm)));
            }

            if (refused.Count == 0)
            {
                return (open, closed);
            }

            // Only the last one of a switch: with it gone others may be fine.
            foreach (IGrouping<int, (int Switch, int Arm)> group in refused.GroupBy(static each => each.Switch))
            {
                switches[group.Key].Arms.RemoveAt(group.Max(static each => each.Arm));
            }
        }

        throw new InvalidOperationException("no program without errors");
    }

    private static string Source(Hierarchy hierarchy, List<RandomSwitch> switches, bool closed)
    {
        StringBuilder code = new(hierarchy.Declare(closed));
        code.AppendLine("static class P { ");
        foreach (RandomSwitch each in switches)
        {
            string constraint = each.Signature.Contains("where", StringComparison.Ordinal) ? each.Signature[each.Signature.IndexOf(" where", StringComparison.Ordinal)..] : "";
            string head = constraint.Length > 0 ? each.Signature[..^constraint.Length] : each.Signature;
            code.AppendLine($"static int {head}{constraint} => ({each.Operand}) switch {{");
            foreach (string arm in each.Arms)
            {
                code.AppendLine("  " + arm + " => 1,");
            }

            code.AppendLine("};");
        }

        return "using N;\n" + code.AppendLine("}");
    }

    private static string[] Verdicts(CSharpCompilation closed, List<RandomSwitch> switches)
    {
        string[] verdicts = [.. Enumerable.Repeat(Complete, switches.Count)];
        foreach (Diagnostic diagnostic in closed.GetDiagnostics())
        {
            string? verdict = diagnostic.Id switch
            {
                "CS8509" or "CS8524" or "CS8846" => Incomplete,
                "CS8655" or "CS8847" => OnlyNull,
                _ => null,
            };
            if (verdict is not null)
            {
                verdicts[int.Parse(MethodOf(diagnostic)[1..], CultureInfo.InvariantCulture)] = verdict + " " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
            }
        }

        return verdicts;
    }

    private static string Ours(CSharpCompilation open, string method)
    {
        SyntaxTree tree = open.SyntaxTrees[0];
        SemanticModel model = open.GetSemanticModel(tree);
        MethodDeclarationSyntax declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(each => each.Identifier.ValueText == method);
        SwitchExpressionSyntax node = declaration.DescendantNodes().OfType<SwitchExpressionSyntax>().First();
        SwitchJudge judge = new(open);
        EventSwitch events = judge.Read(model.GetOperation(node)!, CancellationToken.None)!;
        if (judge.Escapes(events, new Assumptions(NullsOccur: false, OnlyNamedEnumValues: false)) is not false and var escapes)
        {
            return escapes is null ? "gave up" : Incomplete;
        }

        return judge.Escapes(events, new Assumptions(NullsOccur: true, OnlyNamedEnumValues: false)) == false ? Complete : OnlyNull;
    }

    private static async Task<Dictionary<string, string>> RulesAsync(CSharpCompilation open)
    {
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync(open);
        return diagnostics
            .Where(static d => !d.IsSuppressed && (d.Id is "CS8509" or "CS8524" or "CS8655" or "CS8846" or "CS8847" || d.Id.StartsWith("TWH", StringComparison.Ordinal)))
            .GroupBy(MethodOf)
            .ToDictionary(static group => group.Key, static group => string.Join(" ", group.Select(static d => d.Id).Order(StringComparer.Ordinal)));
    }

    private static string MethodOf(Diagnostic diagnostic) =>
        MethodOf(diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan));

    private static string MethodOf(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<MethodDeclarationSyntax>().First().Identifier.ValueText;
}
