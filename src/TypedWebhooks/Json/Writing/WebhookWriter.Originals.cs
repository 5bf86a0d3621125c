using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>The original JSON of members whose values cannot say all of it.</content>
public readonly partial struct WebhookWriter
{
    private bool TryGetOriginal(int member, out JsonElement original)
    {
        original = default;
        return _originals is not null && _originals.TryGetValue(_names[member], out original);
    }

    /// <summary>Writes a member from its original, if there is one and it still means the member's value.</summary>
    /// <returns>Whether it is written.</returns>
    private bool TryWriteOriginal<T>(int member, T value, WebhookValueReader<T> read, Func<T, T, bool>? areEqual = null)
    {
        if (!TryGetOriginal(member, out JsonElement original) || original.ValueKind == JsonValueKind.Undefined)
        {
            return false;
        }

        WebhookReader reader = new(Encoding.UTF8.GetBytes(original.GetRawText()));
        T meaning = read(ref reader);
        if (!IsWrittenAsItIs(member) && (reader.Failed || !(areEqual is null ? ValueEquality<T>.Comparer.Equals(meaning, value) : areEqual(meaning, value))))
        {
            return false;
        }

        WriteName(member);
        WriteRaw(_writer, original);
        return true;
    }

    /// <summary>Whether a member's original is written whatever the member's value is.</summary>
    private bool IsWrittenAsItIs(int member) => _originals is { AsTheyAre: { } names } && names.Contains(_names[member]);

    /// <summary>
    /// Equal values, for this purpose, are written in the same way. <see cref="DateTimeOffset"/> compares its instant
    /// only, and would hide a changed offset.
    /// </summary>
    private static bool AreWrittenAlike<T>(T left, T right) => left is DateTimeOffset leftTime && right is DateTimeOffset rightTime
        ? leftTime.EqualsExact(rightTime)
        : ValueEquality<T>.Comparer.Equals(left, right);

    private static bool AreWrittenAlike<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!AreWrittenAlike(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreWrittenAlike<TValue>(
        IReadOnlyDictionary<string, TValue> left,
        IReadOnlyDictionary<string, TValue> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (KeyValuePair<string, TValue> entry in left)
        {
            if (!right.TryGetValue(entry.Key, out TValue? value) || !AreWrittenAlike(entry.Value, value))
            {
                return false;
            }
        }

        return true;
    }
}
