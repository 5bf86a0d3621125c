using System;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>The language in which a payload's schema is written, as a media type says it.</summary>
internal static class SchemaFormat
{
    /// <summary>AsyncAPI's own schemas and JSON Schema, of which they are a dialect, and those of OpenAPI 3.0, which adds <c>nullable</c>.</summary>
    public static bool IsRead(string format) => Stem(format) is "application/vnd.aai.asyncapi" or "application/schema" or "application/vnd.oai.openapi";

    /// <summary>Whether keywords beside a <c>$ref</c> count, as in JSON Schema from 2019-09 on. AsyncAPI's own schemas are those of draft-07.</summary>
    public static bool RefHasSiblings(string? format) =>
        format is not null && Stem(format) == "application/schema" && format.IndexOf("version=", StringComparison.OrdinalIgnoreCase) is >= 0 and var version
        && format.IndexOf("draft-0", version, StringComparison.OrdinalIgnoreCase) < 0;

    /// <summary>What a value is that says its own format (version 3's multi-format schema); null where it is a schema itself.</summary>
    public static JsonString? Of(JsonNode node) => node.Get("schemaFormat") as JsonString;

    private static string Stem(string format)
    {
        string name = MediaTypeName.Of(format);
        int suffix = name.LastIndexOf('+');
        return suffix > 0 && (name.Substring(suffix) is "+json" or "+yaml") ? name.Substring(0, suffix) : name;
    }
}
