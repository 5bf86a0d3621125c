using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Names;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>Finds the closed set that a type belongs to. One for a compilation; nothing outlives it.</summary>
internal sealed class ClosedSets(TypeRelations relations, bool knowsAny = true)
{
    private readonly ConcurrentDictionary<ITypeSymbol, ClosedSet?> _found = new(SymbolEqualityComparer.Default);

    /// <summary>The members of a closed set that a value of the type can be, or <see langword="null"/> where the type is open.</summary>
    /// <param name="type">A root, a group of its events, an event, a type parameter that one of them constrains, or an enum.</param>
    public ClosedSet? Find(ITypeSymbol type) => _found.GetOrAdd(type, Search);

    /// <summary>For somebody who knows no closed set at all.</summary>
    public static ClosedSets None(TypeRelations relations) => new(relations, knowsAny: false);

    private ClosedSet? Search(ITypeSymbol type)
    {
        if (!knowsAny)
        {
            return null;
        }

        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Select(Find).FirstOrDefault(static set => set is not null);
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (named.TypeKind == TypeKind.Enum)
        {
            return GeneratedEnum.IsOne(named) || GeneratedEnum.IsReason(named)
                ? new ClosedSet(named, GeneratedEnum.Members(named), compilerSpeaks: false, isMarked: !GeneratedEnum.IsReason(named))
                : null;
        }

        if (CompilerClosed.UnionCases(named) is { } cases)
        {
            return new ClosedSet(named, cases, compilerSpeaks: true, isMarked: false);
        }

        for (INamedTypeSymbol? root = named; root is not null; root = root.BaseType)
        {
            if (EventRoot.Leaves(root) is { } leaves)
            {
                return new ClosedSet(root, Narrow(leaves, root, type), CompilerClosed.IsClosed(root), eventTypes: EventTypes(root, leaves));
            }
        }

        // Generic hierarchies of the user's own are left to the compiler.
        return !named.IsGenericType && CompilerClosed.IsClosed(named)
            ? new ClosedSet(named, CompilerClosed.Leaves(named).ToImmutableArray<ISymbol>(), compilerSpeaks: true, isMarked: false)
            : null;
    }

    /// <summary>
    /// The constants stand in the order of the events, behind which only the unrecognized one has none. Of a class that was
    /// not generated that is not known.
    /// </summary>
    private static Dictionary<ISymbol, string>? EventTypes(INamedTypeSymbol root, IReadOnlyList<INamedTypeSymbol> leaves)
    {
        if (EventTypeNameSets.OfRoot(root) is not { } names
            || !names.Constants.All(static constant => GeneratedMark.IsOn(constant.ContainingType))
            || (names.Constants.Length != leaves.Count && names.Constants.Length != leaves.Count - 1))
        {
            return null;
        }

        Dictionary<ISymbol, string> texts = new(SymbolEqualityComparer.Default);
        for (int i = 0; i < names.Constants.Length; i++)
        {
            texts[leaves[i]] = EventTypeNames.Text(names.Constants[i]);
        }

        return texts;
    }

    private ImmutableArray<ISymbol> Narrow(IEnumerable<INamedTypeSymbol> leaves, INamedTypeSymbol root, ITypeSymbol type) =>
        leaves.Where(leaf => SymbolEqualityComparer.Default.Equals(root, type) || relations.IsSubtype(leaf, type)).ToImmutableArray<ISymbol>();
}
