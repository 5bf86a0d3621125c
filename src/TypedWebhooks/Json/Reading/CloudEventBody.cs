using System;
using System.Buffers;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// Reads the request of a CloudEvent in whichever mode it comes (CloudEvents 1.0.2, HTTP protocol binding, clause 3). In
/// structured mode the body is the whole event. In binary mode it is the event's data, and the attributes are headers: that is
/// first written as the structured event that says the same, so that there is one way to read both.
/// </summary>
public static class CloudEventBody
{
    private const string CloudEvents = "application/cloudevents";
    private const string StructuredJson = CloudEvents + "+json";
    private const string Batch = CloudEvents + "-batch";
    private const string BatchJson = Batch + "+json";
    private const string Prefix = "ce-";

    /// <summary>What is written here is read at once by our own reader, so only what JSON asks for is escaped.</summary>
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Has the event of a request parsed.</summary>
    /// <typeparam name="T">What the event becomes.</typeparam>
    /// <param name="headers">The request's headers, names in any case; one with several values comes several times.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="parse">Parses the event in its structured form. It must not keep the span.</param>
    /// <param name="plainAttributes">The attributes that the schema has as numbers or booleans; a header has only text.</param>
    /// <returns>What <paramref name="parse"/> returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> or <paramref name="parse"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The request is a batch, or in another format than JSON; its data call themselves JSON and are none; or a header is
    /// no percent-encoded UTF-8.
    /// </exception>
    public static T Parse<T>(
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlySpan<byte> body,
        WebhookParser<T> parse,
        params string[] plainAttributes) => Parse(headers, body, parse, mayBeBatch: false, plainAttributes);

    /// <summary>Has the events of a request parsed, which may also be a batch of them (JSON event format, clause 4).</summary>
    /// <typeparam name="T">What the events become.</typeparam>
    /// <param name="headers">The request's headers, names in any case; one with several values comes several times.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="parse">Parses a batch, or one event in its structured form. It must not keep the span.</param>
    /// <param name="plainAttributes">The attributes that the schema has as numbers or booleans; a header has only text.</param>
    /// <returns>What <paramref name="parse"/> returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> or <paramref name="parse"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The request is in another format than JSON; its data call themselves JSON and are none; or a header is no percent-encoded UTF-8.
    /// </exception>
    public static T ParseBatch<T>(
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlySpan<byte> body,
        WebhookParser<T> parse,
        params string[] plainAttributes) => Parse(headers, body, parse, mayBeBatch: true, plainAttributes);

    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "CloudEvents' attributes are lower case.")]
    private static T Parse<T>(
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlySpan<byte> body,
        WebhookParser<T> parse,
        bool mayBeBatch,
        string[] plainAttributes)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(parse);
        string? contentType = null;
        List<(string Name, string Value)> attributes = [];
        foreach ((string name, string value) in headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                contentType ??= value;
            }
            else if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                attributes.Add((name[Prefix.Length..].ToLowerInvariant(), value));
            }
        }

        return IsStructured(MediaType(contentType), attributes, mayBeBatch)
            ? parse(body)
            : parse(ToStructured(attributes, contentType, body, plainAttributes));
    }

    /// <summary>
    /// By the content type. One that says nothing of CloudEvents goes with binary mode, where its headers are there; without them
    /// the body itself has to be the event, whatever it is called.
    /// </summary>
    private static bool IsStructured(string mediaType, List<(string Name, string Value)> attributes, bool mayBeBatch)
    {
        if (mediaType.StartsWith(CloudEvents, StringComparison.OrdinalIgnoreCase))
        {
            bool isJson = mediaType.Equals(StructuredJson, StringComparison.OrdinalIgnoreCase) || (mayBeBatch && mediaType.Equals(BatchJson, StringComparison.OrdinalIgnoreCase));
            return isJson ? true : throw new JsonException(
                mediaType.StartsWith(Batch, StringComparison.OrdinalIgnoreCase)
                    ? mayBeBatch ? $"The batch of CloudEvents is in the format {mediaType}, not in {BatchJson}." : "The request is a batch of CloudEvents, not one."
                    : $"The CloudEvent is in the format {mediaType}, not in {StructuredJson}.");
        }

        return !attributes.Exists(static attribute => attribute.Name == "type");
    }

    private static ReadOnlySpan<byte> ToStructured(
        List<(string Name, string Value)> attributes,
        string? contentType,
        ReadOnlySpan<byte> data,
        string[] plainAttributes)
    {
        ArrayBufferWriter<byte> json = new(data.Length + 512);
        using Utf8JsonWriter writer = new(json, s_options);
        writer.WriteStartObject();
        foreach ((string name, string value) in attributes)
        {
            byte[] text = CloudEventHeader.Decode(name, value);
            writer.WritePropertyName(name);
            if (Array.IndexOf(plainAttributes, name) >= 0 && IsPlain(text))
            {
                writer.WriteRawValue(text, skipInputValidation: true);
            }
            else
            {
                writer.WriteStringValue(text);
            }
        }

        if (!string.IsNullOrEmpty(contentType))
        {
            writer.WriteString("datacontenttype"u8, contentType);
        }

        WriteData(writer, MediaType(contentType), data);
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenSpan;
    }

    /// <summary>Data that are not JSON are bytes, which the structured form has in Base64 (JSON event format, clause 3.1).</summary>
    private static void WriteData(Utf8JsonWriter writer, string mediaType, ReadOnlySpan<byte> data)
    {
        bool isJson = mediaType.Length == 0 || mediaType.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
        if (isJson && !data.IsEmpty)
        {
            data = data.StartsWith("\uFEFF"u8) ? data[3..] : data;

            // Behind a second value there might be members that would pass for attributes.
            JsonCursor cursor = new(data);
            cursor.Skip();
            if (!cursor.IsAtEnd())
            {
                throw JsonFault.At(data, cursor.At, "The JSON text goes on after its value.");
            }

            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(data, skipInputValidation: true);
        }
        else if (!data.IsEmpty)
        {
            writer.WriteBase64String("data_base64"u8, data);
        }
    }

    /// <summary>Whether a text is an integer or a boolean as CloudEvents write it.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        JsonCursor cursor = new(text);
        return text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8) || (cursor.TryReadInteger(out _) && cursor.IsAtEnd());
    }

    /// <summary>A content type without its parameters.</summary>
    private static string MediaType(string? contentType) => (contentType ?? "").Split(';')[0].Trim();
}
