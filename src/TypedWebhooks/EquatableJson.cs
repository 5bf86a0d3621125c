using System;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>
/// A <see cref="JsonElement"/> that is compared by its JSON value: objects whatever the order of their members,
/// numbers by their exact value (<c>1.0</c> is <c>1</c>), strings by their text however it is escaped. Members of an
/// event record that have no better type are kept in it, so that records stay comparable by value.
/// </summary>
/// <param name="value">The element. It has to be usable for as long as this value is.</param>
public readonly struct EquatableJson(JsonElement value) : IEquatable<EquatableJson>
{
    /// <summary>The element.</summary>
    public JsonElement Value { get; } = value;

    /// <summary>Unwraps the element.</summary>
    /// <param name="json">The wrapped element.</param>
    public static implicit operator JsonElement(EquatableJson json) => json.Value;

    /// <summary>Wraps an element.</summary>
    /// <param name="value">The element.</param>
    public static implicit operator EquatableJson(JsonElement value) => new(value);

    /// <summary>Tells whether two JSON values are equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are.</returns>
    public static bool operator ==(EquatableJson left, EquatableJson right) => left.Equals(right);

    /// <summary>Tells whether two JSON values differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(EquatableJson left, EquatableJson right) => !left.Equals(right);

    /// <summary>Wraps an element.</summary>
    /// <param name="value">The element.</param>
    /// <returns>The wrapped element.</returns>
    public static EquatableJson FromJsonElement(JsonElement value) => new(value);

    /// <summary>Unwraps the element.</summary>
    /// <returns>The element.</returns>
    public JsonElement ToJsonElement() => Value;

    /// <inheritdoc/>
    public bool Equals(EquatableJson other) => CanonicalJson.AreEqual(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => CanonicalJson.GetHashCode(Value);

    /// <summary>The JSON text as it was written; empty when there is no value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value.ValueKind == JsonValueKind.Undefined ? "" : Value.GetRawText();
}
