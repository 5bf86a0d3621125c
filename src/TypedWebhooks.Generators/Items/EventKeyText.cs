using System;
using System.Collections.Generic;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>Reads where an event's name stands, as the <c>EventType</c> metadata and the event map write it.</summary>
internal static class EventKeyText
{
    /// <summary>
    /// Reads <c>/type</c>, <c>/context/type</c>, <c>header /action</c> or <c>header X-GitHub-Event /action?</c>. Parts behind
    /// the first may be absent, since some events of such providers have no second level. Empty text is no key.
    /// </summary>
    public static bool TryParse(string text, out EventKey? key)
    {
        key = null;
        List<EventKeyPart> parts = [];
        string[] words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            bool named = string.Equals(words[i], "header", StringComparison.Ordinal) && i + 1 < words.Length && words[i + 1][0] != '/';
            string word = named ? words[i] + " " + words[++i] : words[i];
            if (!TryParsePart(word, out EventKeyPart? part))
            {
                return false;
            }

            parts.Add(parts.Count > 0 ? part! with { IsOptional = true } : part!);
        }

        key = parts.Count == 0 ? null : new(parts.ToEquatableArray(), ".");
        return parts.Count <= 3;
    }

    /// <summary>Reads one part: a JSON pointer, or <c>header</c> and the header's name; with <c>?</c> behind it where it may be absent.</summary>
    public static bool TryParsePart(string text, out EventKeyPart? part)
    {
        part = null;
        bool optional = text.EndsWith("?", StringComparison.Ordinal);
        string stem = optional ? text.Substring(0, text.Length - 1) : text;
        if (stem == "header" || stem.StartsWith("header ", StringComparison.Ordinal))
        {
            string header = stem.Substring(6).Trim();
            part = new(header, EquatableArray<string>.Empty, optional);
            return header.IndexOfAny([' ', '/']) < 0;
        }

        // The empty pointer is the body itself, which is an object and no name.
        if (!JsonPointer.TryParse(stem, out IReadOnlyList<string> path) || path.Count == 0 || !WireName.IsUnicode(stem))
        {
            return false;
        }

        part = new(null, path.ToEquatableArray(), optional);
        return true;
    }
}
