using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>
/// Writes arms and sections into a switch by inserting text and touching nothing else: comments, regions, commas and
/// line endings stay as they are.
/// </summary>
internal static class ArmInsertion
{
    /// <summary>The insertions that add an arm for each of these to one switch.</summary>
    public static IEnumerable<TextChange> Of(SyntaxNode node, IEnumerable<MissingMember> missing, SemanticModel model, SourceText text)
    {
        string exception = model.Compilation.GetTypeByMetadataName("System.NotImplementedException")
            ?.ToMinimalDisplayString(model, node.SpanStart) ?? "System.NotImplementedException";
        string body = "throw new " + exception + "()";
        foreach (IGrouping<int, MissingMember> group in missing.GroupBy(static member => member.Position))
        {
            List<string> patterns = group.Select(member => member.Pattern(model, node.SpanStart)).ToList();
            IEnumerable<TextChange> changes = node switch
            {
                SwitchExpressionSyntax expression => ExpressionArms.Insert(expression, group.Key, patterns, body, text),
                SwitchStatementSyntax statement => StatementSections.Insert(statement, group.Key, patterns, body, text),
                _ => Enumerable.Empty<TextChange>(),
            };
            foreach (TextChange change in changes)
            {
                yield return change;
            }
        }
    }
}
