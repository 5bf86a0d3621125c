using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TypedWebhooks.Json;

/// <summary>
/// The System.Text.Json converter of one generated enum, also where it is the key of a dictionary. A text that the
/// schema does not list is read as the value 0, <c>Unrecognized</c>; here, unlike in a record, it is not kept.
/// </summary>
/// <typeparam name="T">The enum. Its underlying type is <see cref="int"/>, and its values are the texts' indices plus 1.</typeparam>
public sealed class WebhookEnumConverter<T> : JsonConverter<T>, IWebhookConverter
    where T : struct, Enum
{
    private readonly Utf8Names _names;

    /// <summary>Makes the converter.</summary>
    /// <param name="names">The texts of the enum, in the order of its values.</param>
    /// <exception cref="ArgumentException">The enum is not one of 32 bits.</exception>
    public WebhookEnumConverter(Utf8Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (Unsafe.SizeOf<T>() != sizeof(int))
        {
            throw new ArgumentException("The enum has to be one of 32 bits.", nameof(names));
        }

        _names = names;
    }

    JsonConverter IWebhookConverter.Converter => this;

    JsonTypeInfo IWebhookConverter.CreateTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, this);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? ReadText(reader)
            : throw new JsonException("Expected a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Text(value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadText(reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Text(value));
    }

    private T ReadText(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        int value = _names.IndexOf(raw) + 1;
        if (reader.ValueIsEscaped)
        {
            using DecodedText text = new(raw, stackalloc byte[256]);
            value = text.IsText
                ? _names.IndexOf(text.Utf8) + 1
                : throw new JsonException("The string holds half a surrogate pair, which is no text.");
        }

        return Unsafe.As<int, T>(ref value);
    }

    private JsonEncodedText Text(T value) => WebhookWriter.EnumText(Unsafe.As<T, int>(ref value), _names);
}
