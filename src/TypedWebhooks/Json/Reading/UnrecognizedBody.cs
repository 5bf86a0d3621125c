using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>A body that is a JSON object, but none of the provider's events.</summary>
public sealed class UnrecognizedBody
{
    internal UnrecognizedBody(string eventType, JsonElement json, UnrecognizedReason reason, string? jsonPath, string message)
    {
        EventType = eventType;
        Json = json;
        Reason = reason;
        JsonPath = jsonPath;
        Message = message;
    }

    /// <summary>The event type that the body names; empty when it names none.</summary>
    public string EventType { get; }

    /// <summary>The body as it came. It stands on its own.</summary>
    public JsonElement Json { get; }

    /// <summary>Why it is none of the provider's events.</summary>
    public UnrecognizedReason Reason { get; }

    /// <summary>Where it does not fit the schema of its event type; <see langword="null"/> unless that is the reason.</summary>
    public string? JsonPath { get; }

    /// <summary>The reason in a sentence, for logs.</summary>
    public string Message { get; }

    /// <summary>
    /// The same body as a handshake, where it is one: it names in the place of an event, or has no event type and says in one of its own
    /// members, what the provider calls a handshake.
    /// </summary>
    /// <param name="handshakes">The names that are not those of events.</param>
    /// <returns>This body, or the handshake.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="handshakes"/> is <see langword="null"/>.</exception>
    public UnrecognizedBody OrHandshake(Utf8Names handshakes)
    {
        System.ArgumentNullException.ThrowIfNull(handshakes);
        int index = Reason is UnrecognizedReason.UnknownEventType or UnrecognizedReason.MissingEventType ? handshakes.IndexOf(EventType) : -1;
        if (index < 0 && Reason == UnrecognizedReason.MissingEventType && Json.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in Json.EnumerateObject())
            {
                index = index < 0 ? handshakes.IndexOf(WebhookReader.TextIn(member.Value)) : index;
            }
        }

        return index < 0 ? this : new(handshakes[index], Json, UnrecognizedReason.Handshake, null, $"It is the handshake \"{handshakes[index]}\", and no event.");
    }
}
