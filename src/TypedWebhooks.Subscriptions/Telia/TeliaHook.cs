using System.Text.Json;

namespace TypedWebhooks.Subscriptions;

/// <summary>An event of Telia Sign's catalogue, which can be subscribed to.</summary>
public sealed class TeliaHook
{
    internal TeliaHook(string eventType, string? description, JsonElement? payloadSchema)
    {
        EventType = eventType;
        Description = description;
        PayloadSchema = payloadSchema;
    }

    /// <summary>The event's name. The catalogue has it in lower case: <c>signatorysigned</c>.</summary>
    public string EventType { get; }

    /// <summary>What has happened when it comes.</summary>
    public string? Description { get; }

    /// <summary>The shape of its body, with a type's name in the place of each value.</summary>
    public JsonElement? PayloadSchema { get; }
}
