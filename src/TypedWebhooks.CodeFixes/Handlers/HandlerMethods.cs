using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes.Switches;

namespace TypedWebhooks.CodeFixes.Handlers;

/// <summary>Adds to a handler class the interfaces and methods of more events.</summary>
internal static class HandlerMethods
{
    public static IEnumerable<TextChange> Insert(TypeDeclarationSyntax type, IReadOnlyList<INamedTypeSymbol> events, SemanticModel model, SourceText text)
    {
        HandlerCode code = new(model, type.OpenBraceToken.Span.End);
        string interfaces = string.Join(", ", events.Select(code.Interface));
        yield return type.BaseList is { } bases
            ? new TextChange(new TextSpan(bases.Types.Last().Span.End, 0), ", " + interfaces)
            : new TextChange(new TextSpan(EndOfHead(type), 0), " : " + interfaces);

        int brace = type.CloseBraceToken.SpanStart;
        if (!SourceLayout.IsFirstOnLine(text, brace))
        {
            string before = type.CloseBraceToken.GetPreviousToken().HasTrailingTrivia ? "" : " ";
            yield return new TextChange(new TextSpan(brace, 0), before + string.Concat(events.Select(each => code.Method(each) + " ")));
            yield break;
        }

        string indent = SourceLayout.Indent(text, brace);
        string inner = indent + SourceLayout.Unit(indent);
        string end = SourceLayout.LineEnd(text, brace);
        bool isEmpty = type.Members.Count == 0;
        yield return new TextChange(
            new TextSpan(SourceLayout.StartOfLinesOf(type.CloseBraceToken, text), 0),
            string.Concat(events.Select((each, i) => (isEmpty && i == 0 ? "" : end) + inner + code.Method(each) + end)));
    }

    /// <summary>Behind the name, its type parameters and, of a primary constructor, its parameters.</summary>
    private static int EndOfHead(TypeDeclarationSyntax type)
    {
        int end = type.TypeParameterList?.Span.End ?? type.Identifier.Span.End;
        ParameterListSyntax? parameters = type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();
        return parameters is null ? end : parameters.Span.End;
    }
}
