using System;
using System.Text.Json;

namespace TypedWebhooks.PostgreSql;

/// <summary>
/// Tells a body that will never be an event from a handler that failed to read some JSON of its own: both throw the same, and only the first is
/// not worth another try.
/// </summary>
internal static class StoredBody
{
    public static bool CouldBeEvent(WebhookProvider provider, WebhookContext context)
    {
        try
        {
            ReadOnlyMemory<byte>? json = WebhookPayload.TryFind(provider, context.Headers, context.Body);
            return json is { } found && (provider.BodyKind == WebhookBodyKind.JsonLines ? AreLines(found.Span) : IsValue(found.Span, provider.HasBatches));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool AreLines(ReadOnlySpan<byte> json)
    {
        while (json.Length > 0)
        {
            int end = json.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? json : json[..end]).Trim(" \t\r"u8);
            if (line.Length > 0 && !IsValue(line, canBeArray: false))
            {
                return false;
            }

            json = end < 0 ? [] : json[(end + 1)..];
        }

        return true;
    }

    private static bool IsValue(ReadOnlySpan<byte> json, bool canBeArray)
    {
        Utf8JsonReader reader = new(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        if (!reader.Read() || !(reader.TokenType == JsonTokenType.StartObject || (canBeArray && reader.TokenType == JsonTokenType.StartArray)))
        {
            return false;
        }

        // Anything behind the value throws.
        reader.Skip();
        return !reader.Read();
    }
}
