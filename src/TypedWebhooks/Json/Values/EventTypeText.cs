using System;

namespace TypedWebhooks.Json;

/// <summary>
/// The event type as a body spelled it, where the provider's event types are compared without regard to case. A record
/// keeps it to be written back as it came. It says nothing about the record's value, so all of them are equal.
/// </summary>
/// <param name="text">The spelling, or <see langword="null"/> when it is the schema's own.</param>
public readonly struct EventTypeText(string? text) : IEquatable<EventTypeText>
{
    /// <summary>The spelling, or <see langword="null"/> when it is the schema's own.</summary>
    public string? Text { get; } = text;

    /// <summary>They are always equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/>.</returns>
    public static bool operator ==(EventTypeText left, EventTypeText right) => left.Equals(right);

    /// <summary>They never differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="false"/>.</returns>
    public static bool operator !=(EventTypeText left, EventTypeText right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EventTypeText other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EventTypeText;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>The spelling; empty when it is the schema's own.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text ?? "";
}
