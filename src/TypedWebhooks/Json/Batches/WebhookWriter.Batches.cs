using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>The events of a batch.</content>
public readonly partial struct WebhookWriter
{
    /// <summary>Writes the member of an envelope in which the events are.</summary>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="events">The events.</param>
    /// <param name="path">Where they stand.</param>
    public void WriteEvents<TEvent>(int member, EquatableList<TEvent> events, BatchPath path)
        where TEvent : WebhookObject
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(path);
        WriteName(member);
        BatchWriter.Write(_writer, TryGetOriginal(member, out JsonElement original) ? original : default, path.Array.AsSpan(1), path.Item, events);
    }
}
