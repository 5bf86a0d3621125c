using System;
using System.Globalization;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Errors of a JSON text, each with the place where it is, as System.Text.Json gives its own.</summary>
internal static class JsonFault
{
    /// <summary>The error that a text has. <see cref="Utf8JsonReader"/> finds it again and says where it is.</summary>
    public static JsonException Broken(ReadOnlySpan<byte> json, int maxDepth) =>
        Syntax(json, maxDepth) ?? At(json, InvalidUtf8(json), "The JSON text is not valid UTF-8.");

    /// <summary>A text that should be an object: it is something else, or no JSON at all.</summary>
    /// <param name="json">The text.</param>
    /// <param name="at">Where the object should begin.</param>
    /// <param name="maxDepth">How deep the text may be.</param>
    public static JsonException NoObject(ReadOnlySpan<byte> json, int at, int maxDepth) =>
        Syntax(json, maxDepth) ?? At(json, at, "The JSON text is no object.");

    /// <summary>An error at a place.</summary>
    public static JsonException At(ReadOnlySpan<byte> json, int at, string message)
    {
        ReadOnlySpan<byte> before = json[..Math.Min(at, json.Length)];
        int line = before.Count((byte)'\n');
        int position = before.Length - (before.LastIndexOf((byte)'\n') + 1);

        // Without a path: within a larger value System.Text.Json then adds its own.
        return new JsonException(
            string.Create(CultureInfo.InvariantCulture, $"{message} LineNumber: {line} | BytePositionInLine: {position}."),
            path: null,
            line,
            position);
    }

    private static JsonException? Syntax(ReadOnlySpan<byte> json, int maxDepth)
    {
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = maxDepth });
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
    }

    /// <summary>Where the first bytes are that are no UTF-8. The reader does not look into strings.</summary>
    private static int InvalidUtf8(ReadOnlySpan<byte> json)
    {
        int at = 0;
        while (at < json.Length && System.Text.Rune.DecodeFromUtf8(json[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
