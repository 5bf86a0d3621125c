using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Exhaustiveness;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>An event that a switch has to name yet, and the pattern that names it there.</summary>
internal sealed class MissingMember(EventSubject subject, ISymbol member, int position)
{
    public ISymbol Member { get; } = member;

    /// <summary>The arm in front of which it goes; the number of arms for the end.</summary>
    public int Position { get; } = position;

    /// <summary>The pattern as it is written at that place of the source.</summary>
    public string Pattern(SemanticModel model, int at)
    {
        string pattern = Name(model, at);
        for (ValuePath? path = subject.Path; path?.Parent is { } tuple; path = tuple)
        {
            int arity = ((INamedTypeSymbol)TypeRelations.WithoutNullable(tuple.Type)).TupleElements.Length;
            pattern = "(" + string.Join(", ", Enumerable.Range(0, arity).Select(i => i == path.Index ? pattern : "_")) + ")";
        }

        return pattern;
    }

    private string Name(SemanticModel model, int at)
    {
        if (Member is IFieldSymbol field)
        {
            return TypeName(field.ContainingType, model, at) + "." + Identifier(field.Name);
        }

        return TypeName((ITypeSymbol)Member, model, at);
    }

    /// <summary>The shortest name that means the type here; in full where a member of that name would be meant instead.</summary>
    private static string TypeName(ITypeSymbol type, SemanticModel model, int at)
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

    private static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
