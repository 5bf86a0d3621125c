using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Subscriptions;

/// <summary>JSON between text and the wire.</summary>
internal static class JsonText
{
    public static JsonElement Parse(string text) => JsonSerializer.Deserialize(text, SubscriptionJson.Plain.JsonElement);

    /// <summary>The items of an array. One that cannot be read makes the list unreadable: a shorter one would hide it.</summary>
    public static List<T>? Items<T>(JsonElement array, Func<JsonElement, T?> read)
        where T : class
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        List<T> items = [];
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (read(element) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return items;
    }

    public static HttpContent Content(string json)
    {
        ByteArrayContent content = new(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
