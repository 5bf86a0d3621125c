using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>An AsyncAPI document, and what its version means for how it is read.</summary>
internal sealed class AsyncApiDocument
{
    private AsyncApiDocument(SchemaDocument document, JsonObject root, bool isVersion2)
    {
        Document = document;
        Root = root;
        IsVersion2 = isVersion2;
    }

    public SchemaDocument Document { get; }

    public JsonObject Root { get; }

    /// <summary>Whether channels say what is sent and received; from version 3 on operations do.</summary>
    public bool IsVersion2 { get; }

    public static bool Recognizes(JsonNode root) => root.Get("asyncapi") is JsonString or JsonNumber;

    /// <summary>The document; null, with why, where its version is none that is read.</summary>
    public static AsyncApiDocument? TryCreate(SchemaDocument document, out JsonNode place, out string why)
    {
        JsonObject? root = document.Root as JsonObject;
        JsonNode? stated = root.Get("asyncapi");
        place = stated ?? document.Root!;
        if (root is null || stated is null)
        {
            why = "The document does not say which version of AsyncAPI it is: it has no member asyncapi";
            return null;
        }

        // YAML reads 3.0 as a number.
        string version = stated is JsonString text ? text.Value : stated is JsonNumber number ? number.RawText : "";
        string[] parts = version.Split('-')[0].Split('.');
        why = $"'{version}' is no version of AsyncAPI that is read: only 2 and 3 are"
            + (parts[0] == "1" ? ". The AsyncAPI converter makes version 2 of a document of version 1" : "");
        bool isNumbers = parts.Length <= 3 && parts.All(static part => part.Length is > 0 and < 4 && part.All(static c => c is >= '0' and <= '9'));
        return isNumbers && (parts[0] is "2" or "3") ? new(document, root, parts[0] == "2") : null;
    }
}
