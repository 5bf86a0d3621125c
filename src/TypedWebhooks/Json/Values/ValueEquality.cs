using System.Collections.Generic;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>How the items of a list or the values of a map are compared.</summary>
internal static class ValueEquality<T>
{
    /// <summary>The type's own equality, except that <see cref="JsonElement"/>, which has none, goes by its JSON value.</summary>
    public static IEqualityComparer<T> Comparer { get; } =
        typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?)
            ? (IEqualityComparer<T>)(object)new JsonElementEquality()
            : EqualityComparer<T>.Default;
}

/// <summary>Compares elements, also nullable ones, by their JSON value.</summary>
internal sealed class JsonElementEquality : IEqualityComparer<JsonElement>, IEqualityComparer<JsonElement?>
{
    public bool Equals(JsonElement x, JsonElement y) => CanonicalJson.AreEqual(x, y);

    public int GetHashCode(JsonElement obj) => CanonicalJson.GetHashCode(obj);

    public bool Equals(JsonElement? x, JsonElement? y) =>
        x is { } left && y is { } right ? CanonicalJson.AreEqual(left, right) : x.HasValue == y.HasValue;

    public int GetHashCode(JsonElement? obj) => obj is { } element ? CanonicalJson.GetHashCode(element) : 0;
}
