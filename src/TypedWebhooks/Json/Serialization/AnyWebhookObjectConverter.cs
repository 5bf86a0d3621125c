using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedWebhooks.Json;

/// <summary>
/// Writes records of whatever provider where only their base is known, as in a list of all that has come in. Without it
/// System.Text.Json would write what the base has, and leave everything else out.
/// </summary>
public sealed class AnyWebhookObjectConverter : JsonConverter<WebhookObject>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(WebhookObject).IsAssignableFrom(typeToConvert);

    /// <summary>Refuses to read: nothing says what the JSON is.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override WebhookObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"The JSON may be of any provider. Read it as the root of one provider's events instead of {nameof(WebhookObject)}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WebhookObject value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
