using System;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.OpenApi;

/// <summary>An OpenAPI document, and what its version means for how it is read.</summary>
internal sealed class OpenApiDocument
{
    private OpenApiDocument(SchemaDocument document, JsonObject root, JsonNode place, string version)
    {
        Version = place;
        Document = document;
        Root = root;
        IsVersion30 = version == "3.0" || version.StartsWith("3.0.", StringComparison.Ordinal);
        Self = root.TryGet("$self", out JsonNode? self) && self is JsonString { Value.Length: > 0 } uri ? uri.Value : null;
    }

    public SchemaDocument Document { get; }

    public JsonObject Root { get; }

    /// <summary>Where the document states its version.</summary>
    public JsonNode Version { get; }

    /// <summary>Whether schemas are those of OpenAPI 3.0, a vocabulary of its own; from 3.1 on they are JSON Schema 2020-12.</summary>
    public bool IsVersion30 { get; }

    /// <summary>The document's own URI (OpenAPI 3.2, <c>$self</c>).</summary>
    public string? Self { get; }

    public static bool Recognizes(JsonNode root) => root is JsonObject o && (o.TryGet("openapi", out JsonNode? version) || o.TryGet("swagger", out version)) && version is JsonString or JsonNumber;

    /// <summary>The document; null, with why, where its version is none that is read.</summary>
    public static OpenApiDocument? TryCreate(SchemaDocument document, out JsonNode place, out string why)
    {
        JsonObject root = (JsonObject)document.Root!;
        if (!root.TryGet("openapi", out JsonNode? stated))
        {
            root.TryGet("swagger", out stated);
            (place, why) = (stated!, "Swagger 2.0 has no webhooks, and is not read: convert the document to OpenAPI 3.1, and say which of its schemas are events in an event map");
            return null;
        }

        place = stated;
        string version = (stated as JsonString)?.Value ?? "";
        why = $"'{version}' is no version of OpenAPI that is read; these are 3.0, 3.1 and 3.2";
        return version is "3.0" or "3.1" or "3.2" || (version.Length > 4 && version.StartsWith("3.", StringComparison.Ordinal) && version[2] is '0' or '1' or '2' && version[3] == '.')
            ? new(document, root, stated, version)
            : null;
    }
}
