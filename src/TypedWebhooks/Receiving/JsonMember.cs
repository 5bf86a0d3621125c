using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Looks one member up in a JSON text, without reading the rest.</summary>
internal static class JsonMember
{
    /// <summary>Finds a text or a number.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="path">The names of the members that lead to it.</param>
    /// <returns>
    /// The text, or the number as it is written; <see langword="null"/> where it is not there, is there twice, is something else, or the JSON is
    /// found to be broken on the way: a key that two readers could read differently is none.
    /// </returns>
    public static string? FindText(ReadOnlySpan<byte> json, string[] path)
    {
        Utf8JsonReader reader = new(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        try
        {
            string? found = null;
            return reader.Read() && TryFind(ref reader, path, 0, ref found) ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A name or a text that is no Unicode.
            return null;
        }
    }

    /// <returns>False where the member is there twice.</returns>
    private static bool TryFind(ref Utf8JsonReader reader, string[] path, int depth, ref string? found)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return true;
        }

        bool isSeen = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isNext = reader.ValueTextEquals(path[depth]);
            reader.Read();
            if (!isNext)
            {
                reader.Skip();
                continue;
            }

            if (isSeen)
            {
                return false;
            }

            isSeen = true;
            if (depth + 1 < path.Length)
            {
                if (!TryFind(ref reader, path, depth + 1, ref found))
                {
                    return false;
                }

                continue;
            }

            found = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => null,
            };
            reader.Skip();
        }

        return true;
    }
}
