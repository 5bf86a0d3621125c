using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>
/// The closed sets that C# 15 itself has: <c>closed</c> hierarchies and unions. The compiler that this is built against
/// knows neither; what it shows of them is a modifier, an attribute, an interface.
/// </summary>
internal static class CompilerClosed
{
    private const string ClosedMarker = "IsClosedTypeAttribute";

    /// <summary>Whether the type has the modifier <c>closed</c>, read from its source or, in a reference, from the attribute that it becomes.</summary>
    public static bool IsClosed(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: ClosedMarker })
        || type.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is MemberDeclarationSyntax declaration
            && declaration.Modifiers.Any(static modifier => modifier.ValueText == "closed"));

    /// <summary>The types that a value of a closed hierarchy can have: all are in its own assembly.</summary>
    public static ImmutableArray<INamedTypeSymbol> Leaves(INamedTypeSymbol root)
    {
        ILookup<ISymbol, INamedTypeSymbol> byBase = AllTypes(root.ContainingAssembly.GlobalNamespace)
            .Where(static type => type.BaseType is not null)
            .ToLookup(static type => (ISymbol)type.BaseType!.OriginalDefinition, SymbolEqualityComparer.Default);
        ImmutableArray<INamedTypeSymbol>.Builder leaves = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        Stack<INamedTypeSymbol> open = new();
        open.Push(root.OriginalDefinition);
        while (open.Count > 0)
        {
            foreach (INamedTypeSymbol derived in byBase[open.Pop()])
            {
                if (IsClosed(derived))
                {
                    open.Push(derived);
                }
                else
                {
                    leaves.Add(derived);
                }
            }
        }

        return leaves.ToImmutable();
    }

    /// <summary>The types that a union holds, or <see langword="null"/> where the type is none.</summary>
    public static ImmutableArray<ISymbol>? UnionCases(INamedTypeSymbol type)
    {
        bool isUnion = type.TypeKind == TypeKind.Struct && type.AllInterfaces.Any(static each =>
            each is { Name: "IUnion", ContainingNamespace: { Name: "CompilerServices", ContainingNamespace: { Name: "Runtime", ContainingNamespace.Name: "System" } } });
        return isUnion
            ? type.InstanceConstructors
                .Where(static constructor => constructor is { Parameters.Length: 1, DeclaredAccessibility: Accessibility.Public })
                .Select(static constructor => TypeRelations.WithoutNullable(constructor.Parameters[0].Type))
                .Distinct(SymbolEqualityComparer.Default)
                .Select(static type => type!)
                .ToImmutableArray()
            : null;
    }

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol container)
    {
        Stack<INamespaceOrTypeSymbol> open = new();
        open.Push(container);
        while (open.Count > 0)
        {
            INamespaceOrTypeSymbol at = open.Pop();
            if (at is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamespaceOrTypeSymbol inner in at.GetMembers().OfType<INamespaceOrTypeSymbol>().Reverse())
            {
                open.Push(inner);
            }
        }
    }
}
