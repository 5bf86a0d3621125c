using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.AsyncApi;
using TypedWebhooks.Generators.Schemas.EventTypes;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using TypedWebhooks.Generators.Schemas.OpenApi;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>The dialects that there are, by the names that the <c>Format</c> metadata has for them, and how each is recognised.</summary>
internal static class SchemaFormats
{
    public const string JsonSchema = "json-schema", OpenApi = "openapi", AsyncApi = "asyncapi", EventTypes = "event-types";

    /// <summary>What the first catalogue of event types is called by those who name it after its provider.</summary>
    private const string FirstCatalogue = "telia";

    public const string Names = "json-schema, openapi, asyncapi and event-types";

    /// <summary>The dialect of a document, as its item states it or its content tells; empty where neither does.</summary>
    public static string Of(SchemaDocument document) => document.File.Metadata.Format switch
    {
        "" when EventTypeCatalogue.Recognizes(document.Root!) => EventTypes,
        "" when OpenApiDocument.Recognizes(document.Root!) => OpenApi,
        "" when AsyncApiDocument.Recognizes(document.Root!) => AsyncApi,
        "" when SchemaKeywords.Recognizes(document.Root!) => JsonSchema,
        var stated when string.Equals(stated, FirstCatalogue, System.StringComparison.OrdinalIgnoreCase) => EventTypes,
        var stated => stated.ToLowerInvariant(),
    };

    /// <summary>Why a document is in none of them.</summary>
    public static string Refusal(JsonNode root) => root is JsonObject { Members: { Length: > 0 } members }
        ? $"The file is an instance, as a payload is, and no schema: {Listed([.. members.Take(3).Select(static member => $"'{member.Name}'")])} {(members.Length == 1 ? "is no keyword" : "are no keywords")} of {Names}. If it is one, say which with Format on the item"
        : $"The file is {root.Kind} and no schema of a known format; these are {Names}. If it is one, say which with Format on the item";

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
}
