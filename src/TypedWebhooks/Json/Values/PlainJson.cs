using System;
using System.Buffers;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Copies a value out of a <see cref="Utf8JsonReader"/> that allows more than RFC 8259 does, as plain JSON: without comments and trailing commas.</summary>
internal static class PlainJson
{
    /// <summary>Copies the value, and moves the reader to its last token. Strings and numbers stay byte for byte as they are.</summary>
    /// <param name="reader">Stands at the first token of the value.</param>
    /// <exception cref="JsonException">The value is broken.</exception>
    public static ReadOnlySpan<byte> Take(ref Utf8JsonReader reader)
    {
        ArrayBufferWriter<byte> json = new();
        int outside = reader.CurrentDepth;
        bool isSeparated = true;
        while (true)
        {
            JsonTokenType token = reader.TokenType;
            if (token is not (JsonTokenType.Comment or JsonTokenType.EndObject or JsonTokenType.EndArray) && !isSeparated)
            {
                json.Write(","u8);
            }

            Write(json, reader);
            isSeparated = token is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName
                || (token == JsonTokenType.Comment && isSeparated);
            if (reader.CurrentDepth == outside && token is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Comment))
            {
                return json.WrittenSpan;
            }

            if (!reader.Read())
            {
                throw new JsonException("The JSON object is not complete.");
            }
        }
    }

    private static void Write(ArrayBufferWriter<byte> json, in Utf8JsonReader reader)
    {
        bool isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        if (reader.TokenType == JsonTokenType.Comment)
        {
            return;
        }

        if (isText)
        {
            json.Write("\""u8);
        }

        if (reader.HasValueSequence)
        {
            foreach (ReadOnlyMemory<byte> segment in reader.ValueSequence)
            {
                json.Write(segment.Span);
            }
        }
        else
        {
            json.Write(reader.ValueSpan);
        }

        if (isText)
        {
            json.Write("\""u8);
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            json.Write(":"u8);
        }
    }
}
