using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>A pattern that goes into a switch in front of an arm; behind all of them where the position is their number.</summary>
/// <param name="position">The number of the arm or label.</param>
/// <param name="pattern">The pattern as it is written there.</param>
internal sealed class NewArm(int position, string pattern)
{
    public int Position { get; } = position;

    public string Pattern { get; } = pattern;
}

/// <summary>
/// Writes arms and sections into a switch by inserting text and touching nothing else: comments, regions, commas and
/// line endings stay as they are.
/// </summary>
internal static class ArmInsertion
{
    /// <summary>The insertions that add these to one switch.</summary>
    public static IEnumerable<TextChange> Of(SyntaxNode node, IEnumerable<NewArm> arms, SemanticModel model, SourceText text)
    {
        // What the IDE's own fixes put there: it compiles, and it cannot be overlooked.
        string exception = model.Compilation.GetTypeByMetadataName("System.NotImplementedException")
            ?.ToMinimalDisplayString(model, node.SpanStart) ?? "System.NotImplementedException";
        string body = "throw new " + exception + "()";
        return arms.GroupBy(static arm => arm.Position).SelectMany(group =>
        {
            List<string> patterns = group.Select(static arm => arm.Pattern).ToList();
            return node switch
            {
                SwitchExpressionSyntax expression => ExpressionArms.Insert(expression, group.Key, patterns, body, text),
                SwitchStatementSyntax statement => StatementSections.Insert(statement, group.Key, patterns, body, text),
                _ => Enumerable.Empty<TextChange>(),
            };
        });
    }
}
