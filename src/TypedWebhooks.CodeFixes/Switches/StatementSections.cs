using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>Inserts sections into a switch statement.</summary>
internal static class StatementSections
{
    /// <param name="node">The statement.</param>
    /// <param name="position">The label in front of which they go, counted over all sections.</param>
    /// <param name="patterns">What stands behind <c>case</c>.</param>
    /// <param name="body">The statement's expression, without its semicolon.</param>
    /// <param name="text">The source.</param>
    public static IEnumerable<TextChange> Insert(SwitchStatementSyntax node, int position, IReadOnlyList<string> patterns, string body, SourceText text)
    {
        SyntaxToken next = Next(node, position);
        if (!SourceLayout.IsFirstOnLine(text, next.SpanStart))
        {
            string before = next.HasLeadingTrivia || next.GetPreviousToken().HasTrailingTrivia ? "" : " ";
            yield return new TextChange(new TextSpan(next.SpanStart, 0), before + string.Concat(patterns.Select(pattern => "case " + pattern + ": " + body + "; ")));
            yield break;
        }

        (string indent, string inner, string end) = Layout(node, next, text);
        yield return new TextChange(
            new TextSpan(SourceLayout.StartOfLinesOf(next, text), 0),
            string.Concat(patterns.Select(pattern => indent + "case " + pattern + ":" + end + inner + body + ";" + end)));
    }

    /// <summary>Inserts a <c>default</c> behind all other sections.</summary>
    /// <param name="node">The statement.</param>
    /// <param name="body">What it does, without its semicolon.</param>
    /// <param name="text">The source.</param>
    public static TextChange Default(SwitchStatementSyntax node, string body, SourceText text)
    {
        SyntaxToken brace = node.CloseBraceToken;
        if (!SourceLayout.IsFirstOnLine(text, brace.SpanStart))
        {
            string before = brace.HasLeadingTrivia || brace.GetPreviousToken().HasTrailingTrivia ? "" : " ";
            return new TextChange(new TextSpan(brace.SpanStart, 0), before + "default: " + body + "; ");
        }

        (string indent, string inner, string end) = Layout(node, brace, text);
        return new TextChange(new TextSpan(SourceLayout.StartOfLinesOf(brace, text), 0), indent + "default:" + end + inner + body + ";" + end);
    }

    private static (string Indent, string Inner, string End) Layout(SwitchStatementSyntax node, SyntaxToken next, SourceText text)
    {
        SwitchSectionSyntax? model = node.Sections.FirstOrDefault(section => SourceLayout.IsFirstOnLine(text, section.SpanStart));
        string brace = SourceLayout.Indent(text, node.CloseBraceToken.SpanStart);
        string indent = model is null ? brace + SourceLayout.Unit(brace) : SourceLayout.Indent(text, model.SpanStart);
        return (indent, indent + SourceLayout.Unit(indent), SourceLayout.LineEnd(text, next.FullSpan.Start));
    }

    /// <summary>The section that the label belongs to; <c>default:</c> counts only where it stands last, as nothing is hidden behind it.</summary>
    private static SyntaxToken Next(SwitchStatementSyntax node, int position)
    {
        int label = 0;
        foreach (SwitchSectionSyntax section in node.Sections)
        {
            if (position < label + section.Labels.Count && position >= label)
            {
                return section.GetFirstToken();
            }

            label += section.Labels.Count;
        }

        SwitchSectionSyntax? last = node.Sections.LastOrDefault();
        return last is not null && last.Labels.Any(static each => each.IsKind(SyntaxKind.DefaultSwitchLabel))
            ? last.GetFirstToken()
            : node.CloseBraceToken;
    }
}
