namespace TypedWebhooks.Json;

/// <summary>A generated batch, of which the library reads all but the members of its envelope.</summary>
/// <typeparam name="TSelf">The batch.</typeparam>
/// <typeparam name="TEvent">The root of the provider's events.</typeparam>
public interface IWebhookBatch<TSelf, TEvent> : IWebhookObject<TSelf>
    where TSelf : WebhookBatch<TEvent>, IWebhookBatch<TSelf, TEvent>, new()
    where TEvent : WebhookObject, IWebhookObject<TEvent>
{
    /// <summary>Reads the envelope with the events in it.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The batch; <see langword="null"/> where the reader has failed, or there is no envelope.</returns>
    static abstract TSelf? ReadEnvelope(ref WebhookReader reader);

    /// <summary>Reads one event, which is all that the reader has.</summary>
    /// <param name="reader">The reader; <see cref="WebhookReader.EventName"/> is the part of the event's name that is not in the body.</param>
    /// <returns>The event.</returns>
    static abstract TEvent ReadItem(ref WebhookReader reader);

    /// <summary>Makes the event that stands for what is none.</summary>
    /// <param name="body">What there is instead.</param>
    /// <returns>The event.</returns>
    static abstract TEvent Unrecognized(UnrecognizedBody body);
}
