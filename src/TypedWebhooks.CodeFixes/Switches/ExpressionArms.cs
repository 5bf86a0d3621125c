using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>Inserts arms into a switch expression.</summary>
internal static class ExpressionArms
{
    public static IEnumerable<TextChange> Insert(SwitchExpressionSyntax node, int position, IReadOnlyList<string> patterns, string body, SourceText text)
    {
        IEnumerable<string> arms = patterns.Select(pattern => pattern + " => " + body);
        if (position < node.Arms.Count)
        {
            SyntaxToken next = node.Arms[position].GetFirstToken();
            yield return SourceLayout.IsFirstOnLine(text, next.SpanStart)
                ? Lines(SourceLayout.StartOfLinesOf(next, text), SourceLayout.Indent(text, next.SpanStart), arms.Select(static arm => arm + ","), text)
                : new TextChange(new TextSpan(next.SpanStart, 0), string.Concat(arms.Select(static arm => arm + ", ")));
            yield break;
        }

        bool hasArms = node.Arms.Count > 0;
        bool hasComma = node.Arms.SeparatorCount == node.Arms.Count;
        SyntaxToken last = node.CloseBraceToken.GetPreviousToken();
        if (hasArms && !hasComma)
        {
            yield return new TextChange(new TextSpan(last.Span.End, 0), ",");
        }

        bool comma = hasArms && hasComma;
        if (SourceLayout.IsFirstOnLine(text, node.CloseBraceToken.SpanStart))
        {
            string indent = hasArms && SourceLayout.IsFirstOnLine(text, node.Arms.Last().SpanStart)
                ? SourceLayout.Indent(text, node.Arms.Last().SpanStart)
                : SourceLayout.Indent(text, node.CloseBraceToken.SpanStart) + SourceLayout.Unit(SourceLayout.Indent(text, node.CloseBraceToken.SpanStart));
            bool trailing = !hasArms || comma;
            List<string> lines = arms.ToList();
            yield return Lines(
                SourceLayout.StartOfLinesOf(node.CloseBraceToken, text),
                indent,
                lines.Select((arm, i) => i < lines.Count - 1 || trailing ? arm + "," : arm),
                text);
        }
        else
        {
            string joined = string.Join(", ", arms) + (comma ? "," : "");
            string before = node.CloseBraceToken.HasLeadingTrivia || last.HasTrailingTrivia ? "" : " ";
            string after = " ";
            yield return new TextChange(new TextSpan(node.CloseBraceToken.SpanStart, 0), before + joined + after);
        }
    }

    private static TextChange Lines(int at, string indent, IEnumerable<string> arms, SourceText text)
    {
        string end = SourceLayout.LineEnd(text, at);
        return new TextChange(new TextSpan(at, 0), string.Concat(arms.Select(arm => indent + arm + end)));
    }
}
