using System;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>How a value is reached from the one it is a part of.</summary>
internal enum PathStep
{
    /// <summary>The value that is switched on.</summary>
    Operand,

    /// <summary>The value that is switched on, where it is no variable: a tuple literal, what a method returns.</summary>
    Temporary,

    /// <summary>A property or field.</summary>
    Member,

    /// <summary>An element of a tuple.</summary>
    TupleElement,

    /// <summary>An <c>out</c> parameter of a <c>Deconstruct</c> method.</summary>
    Deconstructed,

    /// <summary>An item of a list, counted from its start.</summary>
    Item,

    /// <summary>An item of a list, counted from its end: the last one is 1.</summary>
    ItemFromEnd,

    /// <summary>What a slice pattern takes.</summary>
    Slice,

    /// <summary>The same value, unboxed: its constants are of another domain than its static type says.</summary>
    Unboxed,
}

/// <summary>
/// A value that patterns look at: the operand of the switch, or a part of it. A cast does not make another value, so
/// a member is the same one whether it is read through the root or through a leaf.
/// </summary>
internal sealed class ValuePath : IEquatable<ValuePath>
{
    private readonly int _hash;

    public ValuePath(ValuePath? parent, PathStep step, ITypeSymbol type, bool mayBeNull, ISymbol? symbol = null, int index = 0, ValuePath? length = null)
    {
        Length = length;
        HasItem = step is PathStep.Item or PathStep.ItemFromEnd || parent is { HasItem: true };
        Parent = parent;
        Step = step;
        Type = type;
        MayBeNull = mayBeNull;
        Symbol = symbol;
        Index = index;
        _hash = unchecked((((parent?._hash ?? 17) * 31) + (int)step) * 31
            + (symbol is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(symbol))
            + (index * 7919));
    }

    public ValuePath? Parent { get; }

    public PathStep Step { get; }

    /// <summary>The static type; no part of the identity.</summary>
    public ITypeSymbol Type { get; }

    /// <summary>Whether the annotations, or the flow analysis for an operand, let it be null; no part of the identity.</summary>
    public bool MayBeNull { get; }

    public ISymbol? Symbol { get; }

    public int Index { get; }

    /// <summary>Of an item of a list the length of that list; no part of the identity.</summary>
    public ValuePath? Length { get; }

    /// <summary>Whether it is an item of a list, or lies in one.</summary>
    public bool HasItem { get; }

    /// <summary>The same step from another value.</summary>
    public ValuePath From(ValuePath parent) => new(parent, Step, Type, MayBeNull, Symbol, Index, Length);

    /// <summary>The same item, counted from the start of a list of that length.</summary>
    public ValuePath FromStart(int length) => new(Parent, PathStep.Item, Type, MayBeNull, Symbol, length - Index, Length);

    public bool Equals(ValuePath? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && _hash == other._hash
            && Step == other.Step
            && Index == other.Index
            && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
            && Equals(Parent, other.Parent));

    public override bool Equals(object? obj) => Equals(obj as ValuePath);

    public override int GetHashCode() => _hash;
}
