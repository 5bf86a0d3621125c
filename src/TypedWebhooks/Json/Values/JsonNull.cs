using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>The JSON value <c>null</c>; unlike the default of <see cref="JsonElement"/> it is a value.</summary>
internal static class JsonNull
{
    public static JsonElement Element { get; } = Parse();

    private static JsonElement Parse()
    {
        Utf8JsonReader reader = new("null"u8);
        return JsonElement.ParseValue(ref reader);
    }
}
