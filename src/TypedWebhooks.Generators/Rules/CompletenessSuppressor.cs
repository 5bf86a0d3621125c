using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Rules;

/// <summary>
/// Silences what the compiler and the IDE say about a switch that is proven to handle every event. They cannot know
/// that the set is closed; below C# 15 there is no way to tell them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CompletenessSuppressor : DiagnosticSuppressor
{
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(
        Suppressing("TWHS0001", "CS8509"),
        Suppressing("TWHS0002", "CS8524"),
        Suppressing("TWHS0003", "IDE0072"),
        Suppressing("TWHS0004", "IDE0010"),
        Suppressing("TWHS0005", "CS8846"));

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        SwitchJudge judge = new(context.Compilation);
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            SuppressionDescriptor? descriptor = SupportedSuppressions.FirstOrDefault(candidate => candidate.SuppressedDiagnosticId == diagnostic.Id);
            if (descriptor is not null && SwitchAt(diagnostic, context) is { } operation && IsProven(judge, operation, diagnostic.Id, context))
            {
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }

    private static SuppressionDescriptor Suppressing(string id, string suppressed) =>
        new(id, suppressed, "Every event of the closed set is handled");

    private static IOperation? SwitchAt(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        SyntaxNode? node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        while (node is not (null or SwitchExpressionSyntax or SwitchStatementSyntax))
        {
            node = node.Parent;
        }

        return node is null ? null : context.GetSemanticModel(tree).GetOperation(node, context.CancellationToken);
    }

    private static bool IsProven(SwitchJudge judge, IOperation operation, string id, SuppressionAnalysisContext context)
    {
        if (judge.Read(operation, context.CancellationToken) is not { } events)
        {
            return false;
        }

        return id.StartsWith("CS", StringComparison.Ordinal)
            ? judge.IsCompleteByClosedSet(events, context.CancellationToken)
            : judge.NamesEverything(events, context.CancellationToken);
    }
}
