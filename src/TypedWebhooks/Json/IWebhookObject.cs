using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>A generated record that reads itself: the part of it that generated code and the library's converter call.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
public interface IWebhookObject<TSelf>
    where TSelf : WebhookObject, IWebhookObject<TSelf>
{
    /// <summary>Reads one from where a reader stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The record; <see langword="null"/> when the reader has failed, or only tries whether the JSON fits.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    static abstract TSelf? ReadFrom(ref WebhookReader reader);
}
