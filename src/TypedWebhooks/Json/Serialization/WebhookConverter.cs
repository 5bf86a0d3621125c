using System;
using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedWebhooks.Json;

/// <summary>
/// The System.Text.Json converter of one generated record: it takes the bytes of the value out of the serializer's
/// reader and lets generated code read them. Comments, trailing commas and more than 64 levels are taken where the options
/// take them; how the members are called and written is the schema's to say.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class WebhookConverter<T> : JsonConverter<T>
    where T : class
{
    /// <summary><see langword="true"/>: a body that is <c>null</c> is refused, not turned into a null event.</summary>
    public sealed override bool HandleNull => true;

    /// <summary>Reads the record.</summary>
    /// <param name="reader">Stands at the first token of the value; afterwards at its last.</param>
    /// <param name="typeToConvert">The record's type.</param>
    /// <param name="options">Say whether there may be comments, trailing commas or many levels; for the rest, the schema says how the record is read.</param>
    /// <returns>The record; <see langword="null"/> for a <c>null</c> inside a larger value.</returns>
    /// <exception cref="JsonException">
    /// The JSON is broken, or does not fit the schema; <see cref="JsonException.Path"/> then tells where, from the value on.
    /// </exception>
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null && reader.CurrentDepth > 0)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject && IsObject)
        {
            throw new JsonException("The JSON text is no object.");
        }

        ArgumentNullException.ThrowIfNull(options);

        // 0 stands for the default. What the reader has let pass is not too deep, however deep the value itself lies.
        int maxDepth = Math.Max(options.MaxDepth, JsonCursor.DefaultMaxDepth);
        if (options.AllowTrailingCommas || options.ReadCommentHandling != JsonCommentHandling.Disallow || reader.TokenType != JsonTokenType.StartObject)
        {
            return ReadWhole(PlainJson.Take(ref reader), maxDepth);
        }

        ReadOnlySpan<byte> value = ObjectBytes.Take(ref reader, out byte[]? rented);
        return rented is null ? ReadWhole(value, maxDepth) : ReadCopy(value, rented, maxDepth);
    }

    /// <summary>Writes the record.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The record; <see langword="null"/> is written as <c>null</c>.</param>
    /// <param name="options">Are not used: the schema says how the record is written.</param>
    /// <exception cref="JsonException">The record has a value that cannot be written; the message tells which.</exception>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        WriteValue(writer, value);
    }

    /// <summary>Reads the record from the start of the JSON text that is its value.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The record, or <see langword="null"/> when the reader has failed.</returns>
    protected abstract T? ReadValue(ref WebhookReader reader);

    /// <summary>Writes the record.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The record, never <see langword="null"/>.</param>
    protected abstract void WriteValue(Utf8JsonWriter writer, T value);

    /// <summary>Whether the value has to be an object.</summary>
    private protected virtual bool IsObject => true;

    private T ReadWhole(ReadOnlySpan<byte> value, int maxDepth)
    {
        WebhookReader reader = new(value, maxDepth);
        T result = ReadValue(ref reader) ?? throw new JsonException(reader.MismatchMessage, reader.MismatchPath, null, null);
        reader.EndDocument();
        return result;
    }

    private T ReadCopy(ReadOnlySpan<byte> value, byte[] rented, int maxDepth)
    {
        try
        {
            return ReadWhole(value, maxDepth);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
