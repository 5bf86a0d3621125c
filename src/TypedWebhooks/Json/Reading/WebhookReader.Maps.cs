using System;
using System.Collections.Generic;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Objects whose members are no fixed ones.</content>
public ref partial struct WebhookReader
{
    /// <summary>Reads an object whose members are no fixed ones.</summary>
    /// <typeparam name="TValue">The type of their values.</typeparam>
    /// <param name="readValue">Reads one value.</param>
    /// <returns>The members; empty when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public EquatableDictionary<TValue> ReadMap<TValue>(WebhookValueReader<TValue> readValue) => ReadMap(readValue, required: []);

    /// <summary>Reads an object whose members are no fixed ones, although some have to be there.</summary>
    /// <typeparam name="TValue">The type of their values.</typeparam>
    /// <param name="readValue">Reads one value.</param>
    /// <param name="required">The names of the members that have to be there, each once.</param>
    /// <returns>The members; empty when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public EquatableDictionary<TValue> ReadMap<TValue>(WebhookValueReader<TValue> readValue, ReadOnlySpan<string> required)
    {
        ArgumentNullException.ThrowIfNull(readValue);
        if (!TryEnterObject())
        {
            return EquatableDictionary<TValue>.Empty;
        }

        if (_isTrial)
        {
            CheckMap(readValue, required);
            return EquatableDictionary<TValue>.Empty;
        }

        EquatableDictionary<TValue> map = new();
        for (bool isFirst = true; _cursor.NextName(isFirst); isFirst = false)
        {
            ReadOnlySpan<byte> raw = _cursor.ReadName(out bool isEscaped);
            if (!TryDecode(raw, isEscaped, out string name))
            {
                FailUndecodable("name");
                return EquatableDictionary<TValue>.Empty;
            }

            TValue value = readValue(ref this);
            if (!Failed && !map.TryAdd(name, value))
            {
                Fail("The member occurs twice.");
            }

            if (Failed)
            {
                PrependName(name);
                return EquatableDictionary<TValue>.Empty;
            }
        }

        foreach (string name in required)
        {
            if (!map.ContainsKey(name))
            {
                FailMissing(name);
                return EquatableDictionary<TValue>.Empty;
            }
        }

        return map.Count == 0 ? EquatableDictionary<TValue>.Empty : map;
    }

    /// <summary>Steps over a map in a trial. Whether a name occurs twice is only seen when the map is read.</summary>
    private void CheckMap<TValue>(WebhookValueReader<TValue> readValue, ReadOnlySpan<string> required)
    {
        HashSet<string>? missing = required.IsEmpty ? null : new(required.Length, StringComparer.Ordinal);
        foreach (string name in required)
        {
            missing!.Add(name);
        }

        for (bool isFirst = true; !Failed && _cursor.NextName(isFirst); isFirst = false)
        {
            ReadOnlySpan<byte> name = _cursor.ReadName(out bool isEscaped);
            if (isEscaped && !IsText(name))
            {
                FailUndecodable("name");
                return;
            }

            missing?.Remove(JsonText.ToUtf16(name, isEscaped));
            readValue(ref this);
        }

        if (missing is null)
        {
            return;
        }

        foreach (string name in missing)
        {
            FailMissing(name);
        }
    }
}
