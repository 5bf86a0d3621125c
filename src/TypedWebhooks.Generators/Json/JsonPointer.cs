using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace TypedWebhooks.Generators.Json;

/// <summary>JSON pointers (RFC 6901): into schemas as well as into bodies.</summary>
internal static class JsonPointer
{
    /// <summary>The names and indices that a pointer goes along; none for the empty one, which is the whole. False where the text is none.</summary>
    public static bool TryParse(string pointer, out IReadOnlyList<string> tokens)
    {
        tokens = [];
        if (pointer.Length == 0)
        {
            return true;
        }

        string[] raw = pointer.Split('/');
        if (raw[0].Length > 0 || raw.Any(static token => !IsEscapedWell(token)))
        {
            return false;
        }

        tokens = [.. raw.Skip(1).Select(Unescape)];
        return true;
    }

    /// <summary>A token without its escapes.</summary>
    public static string Unescape(string token) => token.Replace("~1", "/").Replace("~0", "~");

    /// <summary>A token as it is written in a pointer.</summary>
    public static string Escape(string token) => token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The pointer that goes along some names and indices.</summary>
    public static string Of(IEnumerable<string> tokens) => string.Concat(tokens.Select(static token => "/" + Escape(token)));

    /// <summary>What a token leads to from a value: a member of an object, or an item of an array.</summary>
    public static JsonNode? Step(JsonNode node, string token) => node switch
    {
        JsonObject o when o.TryGet(token, out JsonNode? value) => value,
        JsonArray array when TryIndex(token, out int index) && index < array.Items.Length => array.Items[index],
        _ => null,
    };

    /// <summary>What tokens lead to from a value, one after the other; null where they lead nowhere.</summary>
    public static JsonNode? Walk(JsonNode? node, IEnumerable<string> tokens)
    {
        foreach (string token in tokens)
        {
            node = node is null ? null : Step(node, token);
        }

        return node;
    }

    /// <summary>Whether a token is the index of an item: digits, and no zero in front of others.</summary>
    public static bool IsIndex(string token) => TryIndex(token, out _);

    private static bool TryIndex(string token, out int index)
    {
        index = 0;
        return (token.Length == 1 || !token.StartsWith("0", StringComparison.Ordinal))
            && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    private static bool IsEscapedWell(string token)
    {
        for (int i = token.IndexOf('~'); i >= 0; i = token.IndexOf('~', i + 1))
        {
            if (i + 1 == token.Length || token[i + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        return true;
    }
}
