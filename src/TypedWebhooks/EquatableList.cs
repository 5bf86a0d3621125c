using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>
/// An immutable list that is equal to another one when their items are equal, in order. It is what a JSON array
/// becomes in an event record, so that records stay comparable by value.
/// </summary>
/// <typeparam name="T">The type of the items. <see cref="JsonElement"/> items are compared by their JSON value.</typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "ToEquatableList is the alternate.")]
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    private readonly T[] _items;

    /// <summary>Copies the items into a new list.</summary>
    /// <param name="items">The items, in order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public EquatableList(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = items.ToArray();
    }

    /// <summary>Takes an array that nobody else holds.</summary>
    internal EquatableList(T[] items) => _items = items;

    /// <summary>The list without items.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "As ImmutableArray<T>.Empty, which people know.")]
    public static EquatableList<T> Empty { get; } = new([]);

    /// <summary>Copies an array into a list.</summary>
    /// <param name="items">The items, in order.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator EquatableList<T>?(T[]? items) => items is null ? null : new((IEnumerable<T>)items);

    /// <summary>Copies a list.</summary>
    /// <param name="items">The items, in order.</param>
    [SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "It is what people have.")]
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator EquatableList<T>?(List<T>? items) => items is null ? null : new(items);

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no item at <paramref name="index"/>.</exception>
    public T this[int index] => _items[index];

    /// <summary>A part of the list; it is what a range (<c>list[1..]</c>) and a list pattern call.</summary>
    /// <param name="start">The position of the first item, from 0.</param>
    /// <param name="length">The number of items.</param>
    /// <returns>A list of its own with these items.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such part.</exception>
    public EquatableList<T> Slice(int start, int length) => new(_items.AsSpan(start, length).ToArray());

    /// <summary>The items as a span, for loops that must not allocate.</summary>
    /// <returns>A view of the items; it copies nothing.</returns>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Makes another item of each.</summary>
    /// <typeparam name="TOutput">The type of the other items.</typeparam>
    /// <param name="converter">Makes an item of one of the list's.</param>
    /// <returns>A list of the same length.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="converter"/> is <see langword="null"/>.</exception>
    public EquatableList<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        return new(Array.ConvertAll(_items, converter));
    }

    /// <inheritdoc/>
    public bool Equals(EquatableList<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other._items.Length != _items.Length)
        {
            return false;
        }

        IEqualityComparer<T> comparer = ValueEquality<T>.Comparer;
        for (int i = 0; i < _items.Length; i++)
        {
            if (!comparer.Equals(_items[i], other._items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in _items)
        {
            hash.Add(item, ValueEquality<T>.Comparer);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items in brackets, as in <c>[a, b]</c>, each in the invariant culture; of a JSON object or array only its size.</summary>
    /// <returns>The text, for logs and debuggers.</returns>
    public override string ToString()
    {
        StringBuilder text = new("[");
        for (int i = 0; i < _items.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(MemberVisitor.Describe(_items[i]));
        }

        return text.Append(']').ToString();
    }

    /// <summary>Goes through the items in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

/// <summary>Makes <see cref="EquatableList{T}"/>s; collection expressions call it.</summary>
public static class EquatableList
{
    /// <summary>Copies the items into a new list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items) => items as EquatableList<T> ?? new(items);

    /// <summary>Copies the items into a new list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <returns>The list.</returns>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? EquatableList<T>.Empty : new(items.ToArray());
}
