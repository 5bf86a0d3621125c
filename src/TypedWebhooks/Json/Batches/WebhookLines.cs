using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Reads and writes JSON Lines (<c>application/x-ndjson</c>): a JSON value a line, each of them an event.</summary>
public static class WebhookLines
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// Reads a batch. A line ends with a line feed, a carriage return or both, the last one also with the text; one with nothing but
    /// white space is none. A body that is one array is read as that array.
    /// </summary>
    /// <typeparam name="TBatch">The batch.</typeparam>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="utf8Lines">The lines, in UTF-8.</param>
    /// <param name="eventName">The part of the events' names that is not in the body; null where there is none.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="JsonException">
    /// A line is no JSON: nothing is read of a body that may have been cut off. <see cref="JsonException.LineNumber"/> says which, from 0.
    /// </exception>
    public static TBatch Parse<TBatch, TEvent>(ReadOnlySpan<byte> utf8Lines, string? eventName = null)
        where TBatch : WebhookBatch<TEvent>, IWebhookBatch<TBatch, TEvent>, new()
        where TEvent : WebhookObject, IWebhookObject<TEvent>
    {
        utf8Lines = utf8Lines.StartsWith("\uFEFF"u8) ? utf8Lines[3..] : utf8Lines;
        List<TEvent> events = [];
        TBatch? only = null;
        int lines = 0, number = 0;
        while (!utf8Lines.IsEmpty)
        {
            int end = utf8Lines.IndexOfAny((byte)'\n', (byte)'\r');
            ReadOnlySpan<byte> line = end < 0 ? utf8Lines : utf8Lines[..end];
            if (line.ContainsAnyExcept(" \t"u8))
            {
                only = ReadLine<TBatch, TEvent>(line, eventName, number);
                lines++;
                if (only.Form == WebhookBatchForm.Event)
                {
                    events.AddRange(only.Events);
                }
                else
                {
                    events.Add(TBatch.Unrecognized(new UnrecognizedBody("", Element(line), UnrecognizedReason.SchemaMismatch, "$", "An event is a JSON object, and this is an array.")));
                }
            }

            number++;
            int ending = end < 0 ? utf8Lines.Length : end + (utf8Lines[end..].StartsWith("\r\n"u8) ? 2 : 1);
            utf8Lines = utf8Lines[ending..];
        }

        return lines == 1 && only!.Form != WebhookBatchForm.Event ? only : new TBatch { Events = new EquatableList<TEvent>(events.ToArray()) };
    }

    /// <summary>Writes events, each on a line of its own.</summary>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="events">The events.</param>
    /// <returns>The lines, in UTF-8.</returns>
    /// <exception cref="JsonException">An event has a value that cannot be written; the message tells which.</exception>
    public static byte[] Write<TEvent>(EquatableList<TEvent> events)
        where TEvent : WebhookObject
    {
        ArgumentNullException.ThrowIfNull(events);
        ArrayBufferWriter<byte> text = new();
        ArrayBufferWriter<byte> line = new();
        using Utf8JsonWriter writer = new(line, s_options);
        foreach (TEvent e in events)
        {
            line.Clear();
            writer.Reset(line);
            e.WriteTo(writer);
            writer.Flush();
            WriteLine(text, line.WrittenSpan);
        }

        return text.WrittenSpan.ToArray();
    }

    /// <summary>What is written as it came may have line breaks, though only between tokens: within a string JSON has none.</summary>
    private static void WriteLine(ArrayBufferWriter<byte> text, ReadOnlySpan<byte> json)
    {
        foreach (byte b in json)
        {
            if (b is not ((byte)'\n' or (byte)'\r'))
            {
                text.GetSpan(1)[0] = b;
                text.Advance(1);
            }
        }

        text.Write("\n"u8);
    }

    private static TBatch ReadLine<TBatch, TEvent>(ReadOnlySpan<byte> line, string? eventName, int number)
        where TBatch : WebhookBatch<TEvent>, IWebhookBatch<TBatch, TEvent>, new()
        where TEvent : WebhookObject, IWebhookObject<TEvent>
    {
        try
        {
            WebhookReader reader = new(line) { EventName = eventName };
            TBatch batch = TBatch.ReadFrom(ref reader)!;
            reader.EndDocument();
            return batch;
        }
        catch (JsonException e)
        {
            throw new JsonException(
                string.Create(CultureInfo.InvariantCulture, $"Line {number + 1} is no JSON: {e.Message}"),
                e.Path,
                number,
                e.BytePositionInLine,
                e);
        }
    }

    private static JsonElement Element(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        return JsonElement.ParseValue(ref reader);
    }
}
