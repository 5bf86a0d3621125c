using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.PostgreSql;

/// <summary>Headers as a column: an array of pairs, since a header may be there several times, and their order counts.</summary>
internal static class HeaderColumn
{
    public static string Write(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartArray();
            foreach ((string name, string value) in headers)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(PostgresText.Encode(name));
                writer.WriteStringValue(PostgresText.Encode(value));
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Read(string? column)
    {
        List<KeyValuePair<string, string>> headers = [];
        if (column is not null)
        {
            using JsonDocument document = JsonDocument.Parse(column);
            foreach (JsonElement header in document.RootElement.EnumerateArray())
            {
                headers.Add(new(PostgresText.Decode(header[0].GetString() ?? ""), PostgresText.Decode(header[1].GetString() ?? "")));
            }
        }

        return headers;
    }
}
