using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>Reads messages: the schema of what comes, and what the document says of it.</summary>
internal sealed class MessageReader(AsyncApiDocument asyncApi, DocumentReferences references, SchemaDiagnostics diagnostics)
{
    private readonly HeaderSchemas _headers = new(references);
    private int _read;
    private int _withSiblings;

    /// <summary>Whether keywords beside a <c>$ref</c> count in all the schemas that were read.</summary>
    public bool RefHasSiblings => _read > 0 && _withSiblings == _read;

    /// <summary>The event that a message is; null, and said so, where it is none that can be read.</summary>
    public DeclaredEvent? Read(MessageUse use)
    {
        LocatedNode at = references.FollowOrStay(use.Message);
        if (at.Node is not JsonObject)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, at.Location, $"A message is an object with a payload, not {at.Node.Kind}");
            return null;
        }

        if (at.Node.Get("$ref") is not null)
        {
            // That it leads nowhere has been said.
            return null;
        }

        MergedObject message = MergedObject.Of(at, asyncApi.IsVersion2, references);
        (string key, SchemaLocation place, SchemaDocument document) = Key(use, at, message);
        if (!TryReadPayload(key, place, at, message, out LocatedNode? schema) || !TryReadContentType(key, message, out string? contentType, out SchemaLocation? bodyPlace))
        {
            return null;
        }

        MergedObject? operation = use.Operation is { } sole ? MergedObject.Of(sole, asyncApi.IsVersion2, references) : null;
        return new(key, place, schema?.Document ?? document, schema?.Node)
        {
            Description = Describe(message) ?? (operation is null ? null : Describe(operation)),
            IsObsolete = IsObsolete(message) || (operation is not null && IsObsolete(operation)),
            Headers = _headers.Of(message),
            Examples = [.. message.Items("examples").Select(static example => example.Node.Get("payload")).OfType<JsonNode>()],
            IsLine = contentType is not null && MediaTypeName.IsLines(contentType),
            Form = contentType is null ? null : MediaTypeName.FormOf(contentType),
            BodyPlace = bodyPlace ?? place,
        };
    }

    /// <summary>What identifies the message to machines or, failing that, what it is called where it is used.</summary>
    private (string Key, SchemaLocation Place, SchemaDocument Document) Key(MessageUse use, LocatedNode at, MergedObject message)
    {
        foreach (string member in asyncApi.IsVersion2 ? (string[])["messageId", "name"] : ["name"])
        {
            if (message.Get(member)?.First is { Node: JsonString { Value: { Length: > 0 } text } } found)
            {
                return (text, found.Location, found.Document);
            }
        }

        return (use.Key, use.Place, use.Place.File == use.Message.Document.File ? use.Message.Document : use.Place.File == at.Document.File ? at.Document : asyncApi.Document);
    }

    /// <summary>The schema of the payload, which may be none; false where it is written in a language that is not read.</summary>
    private bool TryReadPayload(string key, SchemaLocation place, LocatedNode at, MergedObject message, out LocatedNode? schema)
    {
        schema = at.Node.Get("payload") is { } payload ? at.In(payload) : null;
        JsonString? format = message.Get("schemaFormat")?.First.Node as JsonString;
        SchemaLocation formatPlace = message.Get("schemaFormat")?.First.Location ?? place;
        if (schema is { } stated && references.TryFollow(stated) is { } target && SchemaFormat.Of(target.Node) is { } own)
        {
            (format, formatPlace) = (own, target.Document.At(own));
            if (SchemaFormat.IsRead(own.Value) && target.Node.Get("schema") is null)
            {
                diagnostics.Report(Descriptors.TWH2010_InvalidSchema, target.Location, $"The payload of '{key}' has a schemaFormat and no schema");
                return false;
            }

            schema = target.Node.Get("schema") is { } inner ? target.In(inner) : null;
        }

        if (format is not null && !SchemaFormat.IsRead(format.Value))
        {
            diagnostics.Report(
                Descriptors.TWH2015_DocumentNotRead,
                formatPlace,
                $"The payload of '{key}' is described in '{format.Value}', which is not read, so no event is made of it: schemas are read that are AsyncAPI's own, JSON Schema, or OpenAPI's");
            return false;
        }

        _read++;
        _withSiblings += SchemaFormat.RefHasSiblings(format?.Value) ? 1 : 0;
        return true;
    }

    /// <summary>The media type of the body, which is JSON where the document says nothing; false where it is something else.</summary>
    private bool TryReadContentType(string key, MergedObject message, out string? contentType, out SchemaLocation? place)
    {
        MergedObject? own = message.Get("contentType");
        JsonNode? stated = own?.First.Node ?? asyncApi.Root.Get("defaultContentType");
        place = own?.First.Location ?? (stated is null ? null : asyncApi.Document.At(stated));
        contentType = stated is JsonString { Value: { Length: > 0 } text } ? MediaTypeName.Of(text) : null;
        if (contentType is null || MediaTypeName.IsJson(contentType) || MediaTypeName.FormOf(contentType) is not null)
        {
            return true;
        }

        diagnostics.Report(
            Descriptors.TWH2010_InvalidSchema,
            place!.Value,
            own is null
                ? $"Messages of this document are no JSON but {contentType}, so no event is made of those that say nothing else"
                : $"The body of '{key}' is no JSON but {contentType}, so no event is made of it");
        return false;
    }

    private static bool IsObsolete(MergedObject node) => node.IsTrue("deprecated") || node.IsTrue("x-deprecated");

    private string? Describe(MergedObject node)
    {
        string[] tags = [.. node.Items("tags").Select(tag => references.FollowOrStay(tag).Node.Text("name")).OfType<string>()];
        MergedObject? seeAlso = node.Get("externalDocs") is { } docs ? new([.. docs.Layers.Select(references.FollowOrStay)]) : null;
        return EventProse.Of(
            [node.Text("title"), node.Text("summary"), node.Text("description")],
            tags,
            seeAlso?.Text("url"),
            seeAlso?.Text("description"));
    }
}
