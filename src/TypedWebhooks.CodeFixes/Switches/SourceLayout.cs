using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>How the source around a place is laid out, so that what is inserted there looks like it.</summary>
internal static class SourceLayout
{
    /// <summary>The line ending that the line of the position has, or the one of the file.</summary>
    public static string LineEnd(SourceText text, int position)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        if (line.EndIncludingLineBreak == line.End)
        {
            line = text.Lines[0];
        }

        string end = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return end.Length == 0 ? "\n" : end;
    }

    /// <summary>The white space that the line of the position begins with.</summary>
    public static string Indent(SourceText text, int position)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        int end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>One step further in than the indent: a tab where tabs are used.</summary>
    public static string Unit(string indent) => indent.Contains('\t') ? "\t" : "    ";

    public static bool IsFirstOnLine(SourceText text, int position) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position)));

    /// <summary>
    /// Where the lines that belong to a token begin, its comments included. What a directive in front of it opens or
    /// closes stays in front: an arm never slips into somebody's <c>#if</c>.
    /// </summary>
    public static int StartOfLinesOf(SyntaxToken token, SourceText text)
    {
        SyntaxTrivia directive = token.LeadingTrivia.LastOrDefault(static trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia));
        int start = directive == default ? token.FullSpan.Start : directive.FullSpan.End;
        return text.Lines.GetLineFromPosition(start).Start == start ? start : text.Lines.GetLineFromPosition(token.SpanStart).Start;
    }
}
