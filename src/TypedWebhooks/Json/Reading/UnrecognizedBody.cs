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
}
