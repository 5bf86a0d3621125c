using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// What a newer version of a record knows that the older one did not: members, and values of enums. A delivery of the older version may
/// have had them all the same. They are then read as the newer version has them, and nothing stays where it would not be looked for.
/// </summary>
public sealed class UpgradedMembers
{
    private readonly HashSet<string> _members;
    private readonly HashSet<string> _values;
    private readonly HashSet<string> _given;

    /// <summary>Names what is new.</summary>
    /// <param name="members">The wire names of the members that the older record does not have.</param>
    /// <param name="values">The wire names of those that may have values which the older record did not list.</param>
    /// <param name="given">The wire names of those that somebody else says, who knows them better.</param>
    /// <exception cref="ArgumentNullException">One of the arguments is <see langword="null"/>.</exception>
    public UpgradedMembers(string[] members, string[] values, params string[] given)
    {
        _members = new(members, StringComparer.Ordinal);
        _values = new(values, StringComparer.Ordinal);
        _given = new(given, StringComparer.Ordinal);
    }

    /// <summary>What the newer record does not know either.</summary>
    /// <param name="older">The additional properties of the older record.</param>
    /// <returns>Those of them that are still additional.</returns>
    public EquatableDictionary<JsonElement>? Additional(EquatableDictionary<JsonElement>? older)
    {
        if (older is null || !older.Keys.Any(IsKnown))
        {
            return older;
        }

        EquatableDictionary<JsonElement> rest = new(older.Where(property => !IsKnown(property.Key)));
        return rest.Count == 0 ? null : rest;
    }

    /// <summary>What the older record kept of values that its members' types could not hold.</summary>
    /// <param name="older">The original values of the older record.</param>
    /// <returns>The same, so that <see cref="Read{T}"/> can read again what may be known now.</returns>
    public EquatableDictionary<JsonElement>? Originals(EquatableDictionary<JsonElement>? older) =>
        older is null || !older.Keys.Any(_values.Contains) ? older : new EquatableDictionary<JsonElement>(older) { AsTheyAre = _values };

    /// <summary>Reads again what the newer record knows of what the older one did not.</summary>
    /// <typeparam name="T">The newer record.</typeparam>
    /// <param name="value">It, made of what the older one knew.</param>
    /// <param name="additional">The additional properties of the older record.</param>
    /// <param name="originals">The original values of the older record.</param>
    /// <returns>The newer record; <paramref name="value"/> itself where there is nothing of that kind.</returns>
    /// <exception cref="JsonException">What the older record did not know does not fit the newer one.</exception>
    public T Read<T>(T value, EquatableDictionary<JsonElement>? additional, EquatableDictionary<JsonElement>? originals = null)
        where T : WebhookObject, IWebhookObject<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        EquatableDictionary<JsonElement>? members = additional is not null && additional.Keys.Any(_members.Contains) ? additional : null;
        if (members is null && (originals is null || !originals.Keys.Any(_values.Contains)))
        {
            return value;
        }

        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            value.WriteTo(writer);
        }

        return Reread.As<T>(members is null ? json.WrittenSpan : With(json.WrittenMemory, members));
    }

    private bool IsKnown(string name) => _members.Contains(name) || _given.Contains(name);

    /// <summary>The object with the members that are new to it; one that it has already, such as its name, has to be the same.</summary>
    private byte[] With(ReadOnlyMemory<byte> json, EquatableDictionary<JsonElement> additional)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        ArrayBufferWriter<byte> whole = new();
        using (Utf8JsonWriter writer = new(whole))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (_members.Contains(member.Name) && additional.TryGetValue(member.Name, out JsonElement other) && !ValueEquality<JsonElement>.Comparer.Equals(member.Value, other))
                {
                    throw new JsonException($"The older version's '{member.Name}' is not that of the newer one.");
                }

                writer.WritePropertyName(member.Name);
                WebhookWriter.WriteRaw(writer, member.Value);
            }

            foreach ((string name, JsonElement value) in additional.Where(property => _members.Contains(property.Key) && !document.RootElement.TryGetProperty(property.Key, out _)))
            {
                writer.WritePropertyName(name);
                WebhookWriter.WriteRaw(writer, value);
            }

            writer.WriteEndObject();
        }

        return whole.WrittenSpan.ToArray();
    }
}
