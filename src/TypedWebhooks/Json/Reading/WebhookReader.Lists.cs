using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Arrays.</content>
public ref partial struct WebhookReader
{
    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="readItem">Reads one item.</param>
    /// <returns>The items; none when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public EquatableList<T> ReadList<T>(WebhookValueReader<T> readItem)
    {
        ArgumentNullException.ThrowIfNull(readItem);
        if (Failed)
        {
            return EquatableList<T>.Empty;
        }

        if (_cursor.Peek() != '[')
        {
            FailExpecting("an array");
            return EquatableList<T>.Empty;
        }

        _cursor.Enter();
        if (_isTrial)
        {
            for (bool isFirst = true; !Failed && _cursor.NextItem(isFirst); isFirst = false)
            {
                readItem(ref this);
            }

            return EquatableList<T>.Empty;
        }

        // Most lists are short: their items wait on the stack until it is known how many there are.
        FirstItems<T> first = default;
        T[] items = [];
        int count = 0;
        while (_cursor.NextItem(isFirst: count == 0))
        {
            T item = readItem(ref this);
            if (Failed)
            {
                PrependIndex(count);
                return EquatableList<T>.Empty;
            }

            if (count < FirstItems<T>.Length)
            {
                first[count++] = item;
                continue;
            }

            if (count - FirstItems<T>.Length == items.Length)
            {
                Array.Resize(ref items, items.Length + count);
            }

            items[count++ - FirstItems<T>.Length] = item;
        }

        return count == 0 ? EquatableList<T>.Empty : ToList(first, items, count);
    }

    private static EquatableList<T> ToList<T>(ReadOnlySpan<T> first, T[] others, int count)
    {
        T[] items = new T[count];
        int onStack = Math.Min(count, first.Length);
        first[..onStack].CopyTo(items);
        others.AsSpan(0, count - onStack).CopyTo(items.AsSpan(onStack));
        return new EquatableList<T>(items);
    }

    [InlineArray(Length)]
    private struct FirstItems<T>
    {
        public const int Length = 8;

        private T _first;
    }
}
