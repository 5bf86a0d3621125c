using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TypedWebhooks.Json;

/// <summary>The System.Text.Json converter of a generated batch, which may be any JSON value.</summary>
/// <typeparam name="T">The batch.</typeparam>
public sealed class WebhookBatchConverter<T> : WebhookConverter<T>, IWebhookConverter
    where T : WebhookObject, IWebhookObject<T>
{
    JsonConverter IWebhookConverter.Converter => this;

    private protected override bool IsObject => false;

    JsonTypeInfo IWebhookConverter.CreateTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, this);

    /// <inheritdoc/>
    protected override T? ReadValue(ref WebhookReader reader) => T.ReadFrom(ref reader);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
}
