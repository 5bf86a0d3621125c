using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.OpenApi;

/// <summary>Reads what a header can be.</summary>
internal static class HeaderValues
{
    public static DeclaredHeader Of(string name, JsonNode parameter)
    {
        JsonNode? schema = parameter.Get("schema");
        string[] listed = schema.Get("const") is JsonString constant ? [constant.Value] : [.. schema.Items("enum").OfType<JsonString>().Select(static value => value.Value)];
        return new(name, listed, parameter.Text("example") ?? schema.Text("example") ?? (schema.Items("examples").FirstOrDefault() as JsonString)?.Value);
    }
}
