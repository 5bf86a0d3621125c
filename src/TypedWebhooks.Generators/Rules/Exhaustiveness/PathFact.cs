using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>Whether a value is null.</summary>
internal enum Nullness
{
    Unknown,
    Null,
    NotNull,
}

/// <summary>What is known about one value after some tests. Immutable: each answer gives another fact, or none at all.</summary>
internal sealed class PathFact
{
    private readonly TypeRelations _relations;
    private readonly ClosedSets _sets;
    private readonly Nullness _nullness;
    private readonly ImmutableArray<ITypeSymbol> _types;
    private readonly ImmutableArray<ITypeSymbol> _excluded;
    private readonly ImmutableArray<ITypeSymbol> _leaves;
    private readonly ValueSet? _values;

    private PathFact(
        TypeRelations relations,
        ClosedSets sets,
        Nullness nullness,
        ImmutableArray<ITypeSymbol> types,
        ImmutableArray<ITypeSymbol> excluded,
        ImmutableArray<ITypeSymbol> leaves,
        ValueSet? values)
    {
        _relations = relations;
        _sets = sets;
        _nullness = nullness;
        _types = types;
        _excluded = excluded;
        _leaves = leaves;
        _values = values;
    }

    /// <summary>The numbers or texts that the value can still be, or <see langword="null"/> where its type has none.</summary>
    public ValueSet? Values => _values;

    /// <summary>What is known before any test: the static type.</summary>
    public static PathFact Of(ValuePath path, bool mayBeNull, TypeRelations relations, ClosedSets sets, Assumptions assumptions)
    {
        ITypeSymbol type = TypeRelations.WithoutNullable(path.Type);
        bool namedOnly = assumptions.OnlyNamedEnumValues || sets.Find(type) is { IsEnum: true };
        ValueSet? values = path.Step == PathStep.Member && path.Symbol is { Name: "Length" or "Count" } && type.SpecialType == SpecialType.System_Int32
            ? ValueDomain.NonNegative
            : ValueDomain.Of(type, namedOnly);
        ImmutableArray<ITypeSymbol> types = type is ITypeParameterSymbol parameter && !parameter.ConstraintTypes.IsEmpty
            ? parameter.ConstraintTypes.Insert(0, parameter)
            : ImmutableArray.Create(type);
        if (sets.Find(type) is { IsUnion: true })
        {
            // What a union holds is all that is known of it; its own type says nothing about that.
            types = ImmutableArray<ITypeSymbol>.Empty;
        }

        Nullness nullness = mayBeNull && assumptions.NullsOccur ? Nullness.Unknown : Nullness.NotNull;
        return new PathFact(relations, sets, nullness, types, ImmutableArray<ITypeSymbol>.Empty, LeavesOf(type, sets), values);
    }

    public bool? IsNull() => _nullness switch
    {
        Nullness.Null => true,
        Nullness.NotNull => false,
        _ => null,
    };

    /// <summary>Whether the value is an instance of the type, as far as that is known.</summary>
    public bool? IsInstance(ITypeSymbol type)
    {
        type = TypeRelations.WithoutNullable(type);
        if (_nullness == Nullness.Null
            || _excluded.Any(excluded => _relations.IsSubtype(type, excluded))
            || _types.Any(known => _relations.AreDisjoint(known, type))
            || (!_leaves.IsDefault && _leaves.All(leaf => _relations.AreDisjoint(leaf, type))))
        {
            return false;
        }

        bool? whenNotNull = IsAlways(type) ? true : null;
        return _nullness == Nullness.NotNull ? whenNotNull : null;
    }

    /// <summary>What is known of one that is this leaf of its closed set; the same as asking for it, without a look at all the others.</summary>
    public PathFact? AssumeLeaf(ITypeSymbol leaf) => _nullness == Nullness.Null || _types.Any(known => _relations.AreDisjoint(known, leaf))
        ? null
        : With(nullness: Nullness.NotNull, types: _types.Add(leaf), leaves: ImmutableArray.Create(leaf));

    /// <summary>Whether the value lies in the set, as far as that is known.</summary>
    public bool? IsIn(ValueSet set)
    {
        if (_values is null || _values.Intersect(set) is not { } both)
        {
            return null;
        }

        return both.IsEmpty ? false : _values.Intersect(set.Complement()) is { IsEmpty: true } ? true : null;
    }

    public PathFact? AssumeNull(bool isNull)
    {
        bool impossible = isNull ? _nullness == Nullness.NotNull : _nullness == Nullness.Null || _leaves is { IsDefault: false, IsEmpty: true };
        return impossible ? null : With(nullness: isNull ? Nullness.Null : Nullness.NotNull);
    }

    public PathFact? AssumeInstance(ITypeSymbol type, bool isInstance)
    {
        type = TypeRelations.WithoutNullable(type);
        if (IsInstance(type) is { } known)
        {
            return known == isInstance ? this : null;
        }

        if (!isInstance)
        {
            ImmutableArray<ITypeSymbol> others = _leaves.IsDefault ? _leaves : _leaves.RemoveAll(leaf => _relations.IsSubtype(leaf, type));
            bool onlyNullIsLeft = others is { IsDefault: false, IsEmpty: true } || IsAlways(type);
            return onlyNullIsLeft ? AssumeNull(isNull: true) : With(excluded: _excluded.Add(type), leaves: others);
        }

        ImmutableArray<ITypeSymbol> leaves = _leaves.IsDefault ? LeavesOf(type, _sets) : _leaves;
        if (!leaves.IsDefault)
        {
            leaves = leaves.RemoveAll(leaf => _relations.AreDisjoint(leaf, type) || _excluded.Any(excluded => _relations.IsSubtype(leaf, excluded)));
            if (leaves.IsEmpty)
            {
                return null;
            }
        }

        return With(nullness: Nullness.NotNull, types: _types.Add(type), leaves: leaves);
    }

    public PathFact? AssumeIn(ValueSet set)
    {
        ValueSet? both = _values is null ? set : _values.Intersect(set);
        return both is null or { IsEmpty: true } ? null : With(values: both);
    }

    /// <summary>What is known once two facts turn out to be about one value, or <see langword="null"/> where both cannot be.</summary>
    public PathFact? And(PathFact other)
    {
        PathFact? both = other._nullness == Nullness.Unknown ? this : AssumeNull(other._nullness == Nullness.Null);
        foreach (ITypeSymbol type in other._types)
        {
            both = both?._types.Contains(type, SymbolEqualityComparer.Default) == false ? both.AssumeInstance(type, isInstance: true) : both;
        }

        foreach (ITypeSymbol type in other._excluded)
        {
            both = both?.AssumeInstance(type, isInstance: false);
        }

        return other._values is null ? both : both?.AssumeIn(other._values);
    }

    private static ImmutableArray<ITypeSymbol> LeavesOf(ITypeSymbol type, ClosedSets sets) =>
        sets.Find(type) is { IsEnum: false } set ? set.Members.Cast<ITypeSymbol>().ToImmutableArray() : default;

    private bool IsAlways(ITypeSymbol type) =>
        _types.Any(known => _relations.IsSubtype(known, type))
        || (!_leaves.IsDefault && _leaves.All(leaf => _relations.IsSubtype(leaf, type)));

    private PathFact With(
        Nullness? nullness = null,
        ImmutableArray<ITypeSymbol>? types = null,
        ImmutableArray<ITypeSymbol>? excluded = null,
        ImmutableArray<ITypeSymbol>? leaves = null,
        ValueSet? values = null) =>
        new(_relations, _sets, nullness ?? _nullness, types ?? _types, excluded ?? _excluded, leaves ?? _leaves, values ?? _values);
}
