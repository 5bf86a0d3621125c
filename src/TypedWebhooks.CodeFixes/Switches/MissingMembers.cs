using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>Finds what a switch has to name yet. It asks the engine that reported it, so that the two cannot disagree.</summary>
internal sealed class MissingMembers(SemanticModel model)
{
    private readonly SwitchJudge _judge = new(model.Compilation);

    /// <summary>The switch whose keyword or label a diagnostic lies on; none where it lies on a chain of conditions, which may itself lie in a switch.</summary>
    public static SyntaxNode? SwitchAt(SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode? node = root.FindNode(diagnostic.Location.SourceSpan);
        while (node is not (null or SwitchExpressionSyntax or SwitchStatementSyntax))
        {
            node = node is StatementSyntax or ElseClauseSyntax or ExpressionSyntax ? null : node.Parent;
        }

        return node;
    }

    /// <summary>The members that the rule with this id is about, in the order of the schema.</summary>
    public IReadOnlyList<MissingMember> Of(SyntaxNode node, string id, CancellationToken cancellationToken)
    {
        List<MissingMember> missing = new();
        if (model.GetOperation(node, cancellationToken) is not { } operation)
        {
            return missing;
        }

        _judge.Judge(
            operation,
            (events, finding) =>
            {
                IEnumerable<ISymbol> members = id switch
                {
                    "TWH1001" => finding.With(MemberVerdict.Unhandled),
                    "TWH1002" => finding.With(MemberVerdict.Swallowed),
                    "TWH1003" => finding.With(MemberVerdict.Conditional, MemberVerdict.ConditionalThenSwallowed),
                    _ => finding.CompilerSpeaks ? finding.With(MemberVerdict.Unhandled, MemberVerdict.Conditional) : ImmutableArray<ISymbol>.Empty,
                };
                missing.AddRange(members
                    .Where(finding.IsAccessible)
                    .Select(member => new MissingMember(finding.Subject, member, _judge.FirstCovered(events, finding.Subject, member, cancellationToken))));
            },
            cancellationToken);
        return missing;
    }
}
