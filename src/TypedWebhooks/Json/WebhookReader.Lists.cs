using System;
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
        if (!TryTake(JsonTokenType.StartArray, "an array"))
        {
            return EquatableList<T>.Empty;
        }

        T[] items = [];
        int count = 0;
        while (PeekToken() != JsonTokenType.EndArray)
        {
            T item = readItem(ref this);
            if (Failed)
            {
                PrependIndex(count);
                return EquatableList<T>.Empty;
            }

            if (count == items.Length)
            {
                Array.Resize(ref items, Math.Max(4, count * 2));
            }

            items[count++] = item;
        }

        _isPeeked = false;
        if (count == 0)
        {
            return EquatableList<T>.Empty;
        }

        Array.Resize(ref items, count);
        return new EquatableList<T>(items);
    }
}
