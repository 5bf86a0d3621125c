using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>What an instance of one type can be besides. One for a compilation.</summary>
internal sealed class TypeRelations(Compilation compilation)
{
    private readonly ConcurrentDictionary<(ITypeSymbol, ITypeSymbol), Conversion> _conversions = new(PairComparer.Instance);

    public Compilation Compilation { get; } = compilation;

    /// <summary>Whether every instance of the one is an instance of the other.</summary>
    public bool IsSubtype(ITypeSymbol type, ITypeSymbol other)
    {
        if (SymbolEqualityComparer.Default.Equals(type, other) || other.SpecialType == SpecialType.System_Object)
        {
            return true;
        }

        if (type.TypeKind == TypeKind.Class && other.TypeKind == TypeKind.Class)
        {
            return InheritsFrom(type, other);
        }

        Conversion conversion = Between(type, other);
        return conversion.IsIdentity || (conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing));
    }

    /// <summary>Whether no instance of the one can be an instance of the other.</summary>
    public bool AreDisjoint(ITypeSymbol type, ITypeSymbol other)
    {
        // Ev<T> may turn out to be Ev<int>.
        if (IsOpen(type) || IsOpen(other))
        {
            return false;
        }

        if (type.TypeKind == TypeKind.Class && other.TypeKind == TypeKind.Class)
        {
            return !InheritsFrom(type, other) && !InheritsFrom(other, type);
        }

        if (type.IsValueType && other.IsValueType)
        {
            return !SymbolEqualityComparer.Default.Equals(type, other);
        }

        Conversion conversion = Between(type, other);
        return !conversion.IsIdentity && !conversion.IsReference && !conversion.IsBoxing && !conversion.IsUnboxing;
    }

    /// <summary>The type without <c>Nullable&lt;…&gt;</c> around it.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments }
            ? arguments[0]
            : type;

    private static bool InheritsFrom(ITypeSymbol type, ITypeSymbol other)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments.Any(IsOpen),
        INamedTypeSymbol { IsGenericType: false, ContainingType: { } outer } => IsOpen(outer),
        _ => false,
    };

    private Conversion Between(ITypeSymbol type, ITypeSymbol other) =>
        _conversions.GetOrAdd((type, other), pair => Compilation.ClassifyConversion(pair.Item1, pair.Item2));

    private sealed class PairComparer : System.Collections.Generic.IEqualityComparer<(ITypeSymbol, ITypeSymbol)>
    {
        public static readonly PairComparer Instance = new();

        public bool Equals((ITypeSymbol, ITypeSymbol) x, (ITypeSymbol, ITypeSymbol) y) =>
            SymbolEqualityComparer.Default.Equals(x.Item1, y.Item1) && SymbolEqualityComparer.Default.Equals(x.Item2, y.Item2);

        public int GetHashCode((ITypeSymbol, ITypeSymbol) pair) => unchecked(
            (SymbolEqualityComparer.Default.GetHashCode(pair.Item1) * 31) + SymbolEqualityComparer.Default.GetHashCode(pair.Item2));
    }
}
