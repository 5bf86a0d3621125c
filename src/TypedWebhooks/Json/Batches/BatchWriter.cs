using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// Writes the events of a batch into what came around them. That is taken over byte for byte, since it may have what no member
/// of a record could: a name twice, or half a surrogate pair.
/// </summary>
internal static class BatchWriter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = int.MaxValue };

    /// <summary>Writes a value with the events in it.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="original">The value as it came; a default one where the events were all that it said.</param>
    /// <param name="array">The names that lead from the value to the array.</param>
    /// <param name="item">The names that lead from an item to its event.</param>
    /// <param name="events">The events.</param>
    public static void Write<TEvent>(Utf8JsonWriter writer, JsonElement original, ReadOnlySpan<byte[]> array, byte[][] item, EquatableList<TEvent> events)
        where TEvent : WebhookObject
    {
        if (original.ValueKind == JsonValueKind.Undefined)
        {
            WriteAnew(writer, array, item, events);
            return;
        }

        byte[] json = Encoding.UTF8.GetBytes(original.GetRawText());
        JsonCursor cursor = new(json, int.MaxValue);
        if (!BatchSearch.TryFindArray(ref cursor, array, out _))
        {
            WriteAnew(writer, array, item, events);
            return;
        }

        (int start, int end) = BatchSearch.SkipItem(ref cursor);
        ArrayBufferWriter<byte> text = new(json.Length);
        text.Write(json.AsSpan(0, start));
        WriteItems(text, json.AsSpan(start, end - start), item, events);
        text.Write(json.AsSpan(end));
        writer.WriteRawValue(text.WrittenSpan, skipInputValidation: true);
    }

    /// <summary>Writes an array anew, and of its items those as they came that still hold the same event.</summary>
    private static void WriteItems<TEvent>(ArrayBufferWriter<byte> text, ReadOnlySpan<byte> array, byte[][] item, EquatableList<TEvent> events)
        where TEvent : WebhookObject
    {
        List<Range> items = [];
        JsonCursor cursor = new(array, int.MaxValue);
        cursor.Peek();
        cursor.Enter();
        while (cursor.NextItem(isFirst: items.Count == 0))
        {
            cursor.Peek();
            (int start, int end) = BatchSearch.SkipItem(ref cursor);
            items.Add(start..end);
        }

        text.Write("["u8);
        for (int i = 0; i < events.Count; i++)
        {
            text.Write(i > 0 ? ","u8 : default);
            byte[] e = Json(writer => events[i].WriteTo(writer));
            ReadOnlySpan<byte> original = i < items.Count ? array[items[i]] : default;
            text.Write(!original.IsEmpty && Holds(original, item, e) ? original : Json(writer => WriteItem(writer, item, events[i])));
        }

        text.Write("]"u8);
    }

    private static bool Holds(ReadOnlySpan<byte> original, byte[][] item, byte[] e)
    {
        ReadOnlySpan<byte> inside = BatchSearch.TryFindEvent(original, item, int.MaxValue, out Range found, out _) ? original[found] : original;
        return inside.SequenceEqual(e) || CanonicalJson.AreEqual(Element(inside), Element(e));
    }

    private static JsonElement Element(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> text = new();
        using Utf8JsonWriter writer = new(text, s_options);
        write(writer);
        writer.Flush();
        return text.WrittenSpan.ToArray();
    }

    private static void WriteAnew<TEvent>(Utf8JsonWriter writer, ReadOnlySpan<byte[]> array, byte[][] item, EquatableList<TEvent> events)
        where TEvent : WebhookObject
    {
        foreach (byte[] name in array)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(name);
        }

        writer.WriteStartArray();
        for (int i = 0; i < events.Count; i++)
        {
            WriteItem(writer, item, events[i]);
        }

        writer.WriteEndArray();
        WriteEnds(writer, array.Length);
    }

    private static void WriteItem(Utf8JsonWriter writer, byte[][] item, WebhookObject e)
    {
        foreach (byte[] name in item)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(name);
        }

        e.WriteTo(writer);
        WriteEnds(writer, item.Length);
    }

    private static void WriteEnds(Utf8JsonWriter writer, int count)
    {
        for (int i = 0; i < count; i++)
        {
            writer.WriteEndObject();
        }
    }
}
