using System.Collections.Generic;

namespace TypedWebhooks.Generators.Json;

/// <summary>Looks into values that may be of another kind than is expected, or absent.</summary>
internal static class JsonLookup
{
    /// <summary>A member's value; null where there is none, or the value is no object.</summary>
    public static JsonNode? Get(this JsonNode? node, string name) => node is JsonObject o && o.TryGet(name, out JsonNode? value) ? value : null;

    /// <summary>A member's string; null where it is no string, or an empty one.</summary>
    public static string? Text(this JsonNode? node, string name) => node.Get(name) is JsonString { Value: { Length: > 0 } text } ? text : null;

    /// <summary>Whether a member is <c>true</c>.</summary>
    public static bool IsTrue(this JsonNode? node, string name) => node.Get(name) is JsonBoolean { Value: true };

    /// <summary>The members of the object that a member is; none where it is no object.</summary>
    public static IEnumerable<JsonMember> Members(this JsonNode? node, string name)
    {
        if (node.Get(name) is JsonObject o)
        {
            foreach (JsonMember member in o.Members)
            {
                yield return member;
            }
        }
    }

    /// <summary>The items of the array that a member is; none where it is no array.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node, string name)
    {
        if (node.Get(name) is JsonArray array)
        {
            foreach (JsonNode item in array.Items)
            {
                yield return item;
            }
        }
    }
}
