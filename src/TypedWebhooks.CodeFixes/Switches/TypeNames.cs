using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>How a type or a constant is written at a place of the source.</summary>
internal static class TypeNames
{
    /// <summary>The shortest name that means the type here; in full where a member of that name would be meant instead.</summary>
    public static string Of(ITypeSymbol type, SemanticModel model, int at)
    {
        ISymbol first = type;
        while (first.ContainingType is { } outer)
        {
            first = outer;
        }

        string name = type.ToMinimalDisplayString(model, at, SymbolDisplayFormat.MinimallyQualifiedFormat);
        ImmutableArray<ISymbol> meant = model.LookupSymbols(at, name: type.ContainingType is null ? type.Name : first.Name);
        return meant.Any(static symbol => symbol is not INamespaceOrTypeSymbol)
            ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : name;
    }

    public static string Of(IFieldSymbol constant, SemanticModel model, int at) =>
        Of(constant.ContainingType, model, at) + "." + Identifier(constant.Name);

    private static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
