using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Members that are arrays or maps.</content>
public readonly partial struct WebhookWriter
{
    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="writer">Where it goes.</param>
    /// <param name="items">The items.</param>
    /// <param name="writeItem">Writes one item.</param>
    public static void WriteListValue<T>(Utf8JsonWriter writer, EquatableList<T> items, Action<Utf8JsonWriter, T> writeItem)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(writeItem);
        writer.WriteStartArray();
        for (int i = 0; i < items.Count; i++)
        {
            writeItem(writer, items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object whose members are no fixed ones.</summary>
    /// <typeparam name="TValue">The type of their values.</typeparam>
    /// <param name="writer">Where it goes.</param>
    /// <param name="map">The members.</param>
    /// <param name="writeValue">Writes one value.</param>
    public static void WriteMapValue<TValue>(
        Utf8JsonWriter writer,
        EquatableDictionary<TValue> map,
        Action<Utf8JsonWriter, TValue> writeValue)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(writeValue);
        writer.WriteStartObject();
        for (int i = 0; i < map.Count; i++)
        {
            (string name, TValue value) = map.EntryAt(i);
            writer.WritePropertyName(name);
            writeValue(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes an array whose items say all that their JSON did: strings, booleans, objects.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="items">The items.</param>
    /// <param name="writeItem">Writes one item.</param>
    public void WriteList<T>(int member, EquatableList<T> items, Action<Utf8JsonWriter, T> writeItem)
    {
        WriteName(member);
        WriteListValue(_writer, items, writeItem);
    }

    /// <summary>Writes an array; as it came, while that still means these items.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="items">The items.</param>
    /// <param name="writeItem">Writes one item.</param>
    /// <param name="readItem">Reads one item, as it was read.</param>
    public void WriteList<T>(
        int member,
        EquatableList<T> items,
        Action<Utf8JsonWriter, T> writeItem,
        WebhookValueReader<T> readItem)
    {
        if (_originals is null || !TryWriteOriginalList(member, items, readItem))
        {
            WriteList(member, items, writeItem);
        }
    }

    /// <summary>Writes a map whose values say all that their JSON did: strings, booleans, objects.</summary>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="map">The map.</param>
    /// <param name="writeValue">Writes one value.</param>
    public void WriteMap<TValue>(int member, EquatableDictionary<TValue> map, Action<Utf8JsonWriter, TValue> writeValue)
    {
        WriteName(member);
        WriteMapValue(_writer, map, writeValue);
    }

    /// <summary>Writes a map; as it came, while that still means these values.</summary>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="map">The map.</param>
    /// <param name="writeValue">Writes one value.</param>
    /// <param name="readValue">Reads one value, as it was read.</param>
    public void WriteMap<TValue>(
        int member,
        EquatableDictionary<TValue> map,
        Action<Utf8JsonWriter, TValue> writeValue,
        WebhookValueReader<TValue> readValue)
    {
        if (_originals is null || !TryWriteOriginalMap(member, map, readValue))
        {
            WriteMap(member, map, writeValue);
        }
    }

    // The lambdas of these two take something along, which costs an object each; so they are made only where they are needed.
    private bool TryWriteOriginalList<T>(int member, EquatableList<T> items, WebhookValueReader<T> readItem) =>
        TryWriteOriginal(member, items, (ref reader) => reader.ReadList(readItem), AreWrittenAlike<T>);

    private bool TryWriteOriginalMap<TValue>(int member, EquatableDictionary<TValue> map, WebhookValueReader<TValue> readValue) =>
        TryWriteOriginal(member, map, (ref reader) => reader.ReadMap(readValue), AreWrittenAlike<TValue>);
}
