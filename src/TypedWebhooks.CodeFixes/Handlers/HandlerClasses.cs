using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes.Switches;

namespace TypedWebhooks.CodeFixes.Handlers;

/// <summary>Adds handler classes beside the code that registers them.</summary>
internal static class HandlerClasses
{
    public static TextChange? Insert(SyntaxNode registration, IReadOnlyList<INamedTypeSymbol> events, SemanticModel model, SourceText text)
    {
        // Behind the outermost type; behind everything where the registration is a top-level statement.
        SyntaxNode? outermost = registration.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault();
        int at = outermost?.FullSpan.End ?? text.Length;
        string indent = outermost is null ? "" : SourceLayout.Indent(text, outermost.SpanStart);
        string end = SourceLayout.LineEnd(text, registration.SpanStart);
        HandlerCode code = new(model, outermost?.SpanStart ?? registration.SpanStart);
        HashSet<string> taken = new();
        string classes = string.Concat(events.Select(each =>
            end + indent + "internal sealed class " + Name(each, model, registration.SpanStart, taken) + " : " + code.Interface(each)
            + end + indent + "{"
            + end + indent + SourceLayout.Unit(indent) + code.Method(each)
            + end + indent + "}" + end));
        bool isLineEnd = at == 0 || text[at - 1] is '\n' or '\r';
        return new TextChange(new TextSpan(at, 0), (isLineEnd ? "" : end) + classes);
    }

    private static string Name(INamedTypeSymbol handledEvent, SemanticModel model, int at, HashSet<string> taken)
    {
        string stem = handledEvent.Name + "Handler";
        string name = stem;
        for (int i = 2; !taken.Add(name) || model.LookupNamespacesAndTypes(at, name: name).Any(); i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
