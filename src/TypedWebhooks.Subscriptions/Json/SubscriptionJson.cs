using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedWebhooks.Subscriptions;

/// <summary>What is sent and read, for System.Text.Json.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeliaSubscriptionBody))]
[JsonSerializable(typeof(QuicklySignWebhookBody))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SubscriptionJson : JsonSerializerContext
{
    /// <summary>Writes addresses and names as they are, with no <c>\u0026</c> in place of an ampersand: nothing of it gets into a page.</summary>
    public static SubscriptionJson Plain { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}

/// <summary>The body of Telia's creation, its members in the documentation's order.</summary>
internal sealed record TeliaSubscriptionBody(string? Description, string Uri, string EventType, Dictionary<string, string>? Headers);

/// <summary>The body of QuicklySign's creation, its members in the documentation's order.</summary>
internal sealed record QuicklySignWebhookBody(
    [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("webhook")] QuicklySignWebhookMembers Webhook,
    [property: JsonPropertyName("client_id")] string ClientId);

/// <summary>What QuicklySign is to watch, and whom it is to call.</summary>
internal sealed record QuicklySignWebhookMembers(
    [property: JsonPropertyName("entity_key")] string EntityKey,
    [property: JsonPropertyName("callback")] string Callback);
