using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TypedWebhooks.Json;

/// <summary>The System.Text.Json converter of a generated record, which reads and writes itself.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class WebhookObjectConverter<T> : WebhookConverter<T>, IWebhookConverter
    where T : WebhookObject, IWebhookObject<T>
{
    JsonConverter IWebhookConverter.Converter => this;

    JsonTypeInfo IWebhookConverter.CreateTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, this);

    /// <inheritdoc/>
    protected override T? ReadValue(ref WebhookReader reader) => T.ReadFrom(ref reader);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
}
