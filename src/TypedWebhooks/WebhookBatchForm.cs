namespace TypedWebhooks;

/// <summary>How the body of a batch came, and is written back.</summary>
public enum WebhookBatchForm
{
    /// <summary>As the provider says that batches come: an envelope with an array in it, an array, or a line an event.</summary>
    Declared,

    /// <summary>An array of events, without the envelope that the provider says is around it.</summary>
    Array,

    /// <summary>One event alone, or what had no events in it and stands for one that is not recognized.</summary>
    Event,
}
