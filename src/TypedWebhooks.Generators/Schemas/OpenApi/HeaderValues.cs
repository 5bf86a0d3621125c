using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.OpenApi;

/// <summary>What a header can be: what its schema lists or, where that lists nothing, its example.</summary>
internal static class HeaderValues
{
    public static IReadOnlyList<string> Of(JsonNode parameter)
    {
        JsonNode? schema = parameter.Get("schema");
        if (schema.Get("const") is JsonString constant)
        {
            return [constant.Value];
        }

        string[] listed = [.. schema.Items("enum").OfType<JsonString>().Select(static value => value.Value)];
        return listed.Length > 0 ? listed
            : (parameter.Text("example") ?? schema.Text("example") ?? (schema.Items("examples").FirstOrDefault() as JsonString)?.Value) is { Length: > 0 } example ? [example]
            : [];
    }
}
