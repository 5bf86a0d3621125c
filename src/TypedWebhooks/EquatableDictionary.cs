using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>
/// An immutable dictionary with texts as keys that is equal to another one when it has the same keys (ordinally) with
/// equal values, in whatever order. It keeps the order in which its entries came. It is what a JSON object without
/// fixed members becomes in an event record.
/// </summary>
/// <typeparam name="TValue">
/// The type of the values. <see cref="JsonElement"/> values are compared by their JSON value.
/// </typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "ToEquatableDictionary is the alternate.")]
[CollectionBuilder(typeof(EquatableDictionary), nameof(EquatableDictionary.Create))]
public sealed class EquatableDictionary<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<EquatableDictionary<TValue>>
{
    /// <summary>Up to this number of entries a look through all of them is no slower than a hash.</summary>
    private const int LinearLimit = 8;

    private KeyValuePair<string, TValue>[] _entries = [];
    private Dictionary<string, int>? _index;

    /// <summary>Copies the entries into a new dictionary.</summary>
    /// <param name="entries">The entries; their order is kept.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or one of the keys is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public EquatableDictionary(IEnumerable<KeyValuePair<string, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (KeyValuePair<string, TValue> entry in entries)
        {
            ArgumentNullException.ThrowIfNull(entry.Key, nameof(entries));
            if (!TryAdd(entry.Key, entry.Value))
            {
                throw new ArgumentException($"The key '{entry.Key}' occurs twice.", nameof(entries));
            }
        }
    }

    /// <summary>Makes a dictionary of the entries that an initializer gives it: <c>new() { ["a"] = "b" }</c>.</summary>
    public EquatableDictionary()
    {
    }

    /// <summary>The dictionary without entries.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "As ImmutableArray<T>.Empty, which people know.")]
    public static EquatableDictionary<TValue> Empty { get; } = new();

    /// <summary>Copies a dictionary.</summary>
    /// <param name="entries">The entries.</param>
    [return: NotNullIfNotNull(nameof(entries))]
    public static implicit operator EquatableDictionary<TValue>?(Dictionary<string, TValue>? entries) =>
        entries is null ? null : new((IEnumerable<KeyValuePair<string, TValue>>)entries);

    /// <summary>The number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>The keys, in the order of the entries.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                yield return _entries[i].Key;
            }
        }
    }

    /// <summary>The values, in the order of the entries.</summary>
    public IEnumerable<TValue> Values
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                yield return _entries[i].Value;
            }
        }
    }

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key; case counts.</param>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public TValue this[string key]
    {
        get => TryGetValue(key, out TValue? value) ? value : throw new KeyNotFoundException($"There is no key '{key}'.");
        init
        {
            if (!TryAdd(key, value))
            {
                _entries[IndexOf(key)] = new(key, value);
            }
        }
    }

    /// <summary>Tells whether there is a value for a key.</summary>
    /// <param name="key">The key; case counts.</param>
    /// <returns>Whether there is one.</returns>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <summary>Looks for the value of a key.</summary>
    /// <param name="key">The key; case counts.</param>
    /// <param name="value">The value, when there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        int index = IndexOf(key);
        value = index < 0 ? default : _entries[index].Value;
        return index >= 0;
    }

    /// <summary>Makes another value of each.</summary>
    /// <typeparam name="TOutput">The type of the other values.</typeparam>
    /// <param name="converter">Makes a value of one of the dictionary's.</param>
    /// <returns>A dictionary with the same keys, in the same order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="converter"/> is <see langword="null"/>.</exception>
    public EquatableDictionary<TOutput> ConvertAll<TOutput>(Converter<TValue, TOutput> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        EquatableDictionary<TOutput> converted = new();
        for (int i = 0; i < Count; i++)
        {
            converted.TryAdd(_entries[i].Key, converter(_entries[i].Value));
        }

        return converted;
    }

    /// <inheritdoc/>
    public bool Equals(EquatableDictionary<TValue>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (int i = 0; i < Count; i++)
        {
            if (!other.TryGetValue(_entries[i].Key, out TValue? value)
                || !ValueEquality<TValue>.Comparer.Equals(_entries[i].Value, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableDictionary<TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum does not depend on the order, as equality does not.
        int sum = Count;
        for (int i = 0; i < Count; i++)
        {
            TValue value = _entries[i].Value;
            int valueHash = value is null ? 0 : ValueEquality<TValue>.Comparer.GetHashCode(value);
            sum = unchecked(sum + HashCode.Combine(string.GetHashCode(_entries[i].Key, StringComparison.Ordinal), valueHash));
        }

        return sum;
    }

    /// <summary>The entries in braces, as in <c>{a: 1, b: 2}</c>, each in the invariant culture; of a JSON object or array only its size.</summary>
    /// <returns>The text, for logs and debuggers.</returns>
    public override string ToString()
    {
        StringBuilder text = new("{");
        for (int i = 0; i < Count; i++)
        {
            text.Append(i == 0 ? "" : ", ")
                .Append(_entries[i].Key)
                .Append(": ")
                .Append(MemberVisitor.Describe(_entries[i].Value));
        }

        return text.Append('}').ToString();
    }

    /// <summary>Goes through the entries in their order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return _entries[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Of the original values of an object, those that are written as they are, whatever the object has in their place: it is being
    /// brought to a newer version of its schema, and is read again.
    /// </summary>
    internal HashSet<string>? AsTheyAre { get; init; }

    /// <summary>The entry at a position, for loops that must not allocate.</summary>
    internal KeyValuePair<string, TValue> EntryAt(int index) => _entries[index];

    /// <summary>Adds an entry while the dictionary is being made.</summary>
    /// <returns><see langword="false"/> when the key is there already; its value stays as it is.</returns>
    internal bool TryAdd(string key, TValue value)
    {
        if (IndexOf(key) >= 0)
        {
            return false;
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(4, Count * 2));
        }

        _entries[Count] = new(key, value);
        Count++;
        if (Count > LinearLimit)
        {
            IndexLastEntries();
        }

        return true;
    }

    private void IndexLastEntries()
    {
        _index ??= new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = _index.Count; i < Count; i++)
        {
            _index.Add(_entries[i].Key, i);
        }
    }

    private int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_index is not null)
        {
            return _index.TryGetValue(key, out int index) ? index : -1;
        }

        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_entries[i].Key, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Makes <see cref="EquatableDictionary{TValue}"/>s; collection expressions call it.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "As ImmutableDictionary, which people know.")]
public static class EquatableDictionary
{
    /// <summary>Copies the entries into a new dictionary.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="entries">The entries; their order is kept.</param>
    /// <returns>The dictionary.</returns>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public static EquatableDictionary<TValue> Create<TValue>(ReadOnlySpan<KeyValuePair<string, TValue>> entries) =>
        entries.IsEmpty ? EquatableDictionary<TValue>.Empty : new(entries.ToArray());

    /// <summary>Copies the entries into a new dictionary.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="entries">The entries; their order is kept.</param>
    /// <returns>The dictionary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or one of the keys is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public static EquatableDictionary<TValue> ToEquatableDictionary<TValue>(this IEnumerable<KeyValuePair<string, TValue>> entries) =>
        entries as EquatableDictionary<TValue> ?? new(entries);
}
