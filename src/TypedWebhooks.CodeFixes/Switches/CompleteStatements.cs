using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>Finds the statements that name every event, and of which the compiler believes that they can be passed by all the same.</summary>
internal sealed class CompleteStatements(SemanticModel model)
{
    private readonly SwitchJudge _judge = new(model.Compilation);

    /// <summary>The statements without which there would be no such error.</summary>
    public IEnumerable<SwitchStatementSyntax> Of(SyntaxNode root, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode at = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (at.AncestorsAndSelf().FirstOrDefault(IsFunction) is not { } function)
        {
            return Enumerable.Empty<SwitchStatementSyntax>();
        }

        ISymbol? variable = diagnostic.Id == "CS0165" ? model.GetSymbolInfo(at, cancellationToken).Symbol : null;
        return function.DescendantNodes(node => node == function || !IsFunction(node))
            .OfType<SwitchStatementSyntax>()
            .Where(statement => diagnostic.Id switch
            {
                "CS0165" => variable is not null && statement.SpanStart < diagnostic.Location.SourceSpan.Start && Assigns(statement, symbol => SymbolEqualityComparer.Default.Equals(symbol, variable)),
                "CS0177" => Assigns(statement, static symbol => symbol is IParameterSymbol { RefKind: RefKind.Out }),
                _ => IsLeftByEverySection(statement),
            })
            .Where(statement => IsComplete(statement, cancellationToken));
    }

    private bool IsComplete(SwitchStatementSyntax statement, CancellationToken cancellationToken) =>
        !statement.Sections.SelectMany(static section => section.Labels).Any(static label => label.IsKind(SyntaxKind.DefaultSwitchLabel))
        && model.GetOperation(statement, cancellationToken) is { } operation
        && _judge.Read(operation, cancellationToken) is { } events
        && _judge.NamesEverything(events, cancellationToken);

    private bool IsLeftByEverySection(SwitchStatementSyntax statement) => statement.Sections.All(section =>
        section.Statements.Count > 0
        && model.AnalyzeControlFlow(section.Statements.First(), section.Statements.Last()) is { Succeeded: true, EndPointIsReachable: false } flow
        && !flow.ExitPoints.Any(static exit => exit is BreakStatementSyntax));

    private bool Assigns(SwitchStatementSyntax statement, System.Func<ISymbol, bool> isIt) =>
        model.AnalyzeDataFlow(statement) is { Succeeded: true } flow && flow.WrittenInside.Any(isIt);

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax;
}
