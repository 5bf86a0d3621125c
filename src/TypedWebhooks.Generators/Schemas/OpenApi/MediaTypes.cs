using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.OpenApi;

/// <summary>What a request body is said to be: the media type that is read, of those that there are.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Schema">Its schema, or that of each of its lines; null where it has none.</param>
/// <param name="IsLine">Whether the schema is that of a line.</param>
/// <param name="Form">What kind of form it is; null where it is JSON.</param>
internal sealed record MediaType(SchemaLocation Place, LocatedNode MediaObject, LocatedNode? Schema, bool IsLine, string? Form)
{
    /// <summary>The values that the document gives as examples of it.</summary>
    public IReadOnlyList<JsonNode> Examples(DocumentReferences references)
    {
        List<JsonNode> found = [];
        if (MediaObject.Node is JsonObject media)
        {
            if (media.TryGet("example", out JsonNode? example))
            {
                found.Add(example);
            }

            foreach (JsonMember named in media.Members("examples"))
            {
                JsonNode? at = references.Follow(MediaObject.In(named.Value))?.Node;
                if ((at.Get("value") ?? at.Get("dataValue")) is { } value)
                {
                    found.Add(value);
                }
            }
        }

        return found;
    }
}

/// <summary>Chooses among the media types of a request body.</summary>
internal sealed class MediaTypes(SchemaDiagnostics diagnostics)
{
    /// <summary>The JSON that a request body is, or that is a field of its form; null, and said so, where it is neither.</summary>
    /// <param name="key">What the document calls the event.</param>
    public MediaType? Json(string key, LocatedNode body)
    {
        if (body.Node is not JsonObject o || !o.TryGet("content", out JsonNode? node) || node is not JsonObject { Members.Length: > 0 } content)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, body.Location, $"The requestBody of '{key}' has no content, an object with a media type such as application/json");
            return null;
        }

        List<MediaType> json = [.. content.Members.Where(static member => MediaTypeName.IsJson(Name(member))).Select(member => Read(body, member))];
        if (json.Count > 0)
        {
            JsonNode? first = json[0].Schema?.Node;
            if (json.Skip(1).FirstOrDefault(other => !IsSame(first, other.Schema?.Node)) is { } other)
            {
                diagnostics.Report(
                    Descriptors.TWH2019_SeveralBodies,
                    other.Place,
                    $"The body of '{key}' has several media types of JSON with different schemas; the first one is followed");
            }

            return json[0];
        }

        if (content.Members.FirstOrDefault(static member => MediaTypeName.FormOf(Name(member)) is not null) is { Name: not null } form)
        {
            return Read(body, form) with { Form = MediaTypeName.FormOf(Name(form)) };
        }

        diagnostics.Report(
            Descriptors.TWH2010_InvalidSchema,
            body.Document.At(content.Members[0].NameSpan),
            $"The body of '{key}' is no JSON but {content.Members[0].Name}, so no event is made of it");
        return null;
    }

    private static MediaType Read(LocatedNode body, JsonMember member)
    {
        SchemaLocation place = body.Document.At(member.NameSpan);
        JsonObject? media = member.Value as JsonObject;
        bool isLine = media is not null && !media.TryGet("schema", out _) && media.TryGet("itemSchema", out _);
        JsonNode? schema = media is not null && (media.TryGet("schema", out JsonNode? whole) || media.TryGet("itemSchema", out whole)) ? whole : null;
        return new(place, body.In(member.Value), schema is null ? null : body.In(schema), isLine || MediaTypeName.IsLines(Name(member)), null);
    }

    /// <summary>Whether two schemas are one: the same reference, or the same text.</summary>
    private static bool IsSame(JsonNode? left, JsonNode? right) =>
        left is null || right is null ? left == right : JsonNode.AreEqual(left, right);

    private static string Name(JsonMember member) => MediaTypeName.Of(member.Name);
}
