using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.OpenApi;

/// <summary>Reads path items and their operations: what a provider sends, and what it says of it.</summary>
internal sealed class OperationReader(DocumentReferences references, SchemaDiagnostics diagnostics)
{
    /// <summary>The methods by which an event is sent. By any other it would have no body, or be no event.</summary>
    private static readonly string[] s_usual = ["post", "put"];

    private static readonly string[] s_methods = ["post", "put", "get", "delete", "options", "head", "patch", "trace", "query"];

    private readonly MediaTypes _mediaTypes = new(diagnostics);

    public static bool IsPathItem(JsonObject node) => node.Members.Any(static member => s_methods.Contains(member.Name) || member.Name == "additionalOperations");

    /// <summary>The events of a path item: one for each of its operations, which are nearly always one.</summary>
    /// <param name="key">What the document calls the path item.</param>
    /// <param name="place">Where it does.</param>
    public IEnumerable<DeclaredEvent> InPathItem(string key, SchemaLocation place, LocatedNode reference)
    {
        if (references.Follow(reference) is not { } item)
        {
            yield break;
        }

        if (item.Node is not JsonObject pathItem)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, item.Location, $"A path item is an object with an operation, such as post, not {item.Node.Kind}");
            yield break;
        }

        int count = 0;
        foreach (JsonMember operation in Operations(pathItem))
        {
            count++;
            if (!s_usual.Contains(operation.Name, StringComparer.OrdinalIgnoreCase))
            {
                bool hasBody = operation.Value.Get("requestBody") is not null || operation.Value.Get("$ref") is not null;
                diagnostics.Report(
                    Descriptors.TWH2018_UnusualOperation,
                    item.Document.At(operation.NameSpan),
                    $"Webhooks are sent by POST or PUT, and '{key}' is said to come by {operation.Name.ToUpperInvariant()}; {(hasBody ? "the event is read all the same" : "it has no body, so no event is made of it")}");
                if (!hasBody)
                {
                    continue;
                }
            }

            if (Operation(key, place, item, pathItem, operation) is { } e)
            {
                yield return e;
            }
        }

        if (count == 0)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, place, $"'{key}' has no operation, such as post, so it is no event");
        }
    }

    private static IEnumerable<JsonMember> Operations(JsonObject pathItem) => pathItem.Members
        .Where(static member => s_methods.Contains(member.Name))
        .Concat(pathItem.Members("additionalOperations"));

    private DeclaredEvent? Operation(string key, SchemaLocation place, LocatedNode item, JsonObject pathItem, JsonMember member)
    {
        if (references.Follow(item.In(member.Value)) is not { } at)
        {
            return null;
        }

        if (at.Node is not JsonObject operation)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, at.Location, $"An operation is an object, not {at.Node.Kind}");
            return null;
        }

        if (!operation.TryGet("requestBody", out JsonNode? node))
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, at.Document.At(member.NameSpan), $"The operation of '{key}' has no requestBody, so no event comes with it");
            return null;
        }

        if (references.Follow(at.In(node)) is not { } body || _mediaTypes.Json(key, body) is not { } content)
        {
            return null;
        }

        LocatedNode? schema = content.Schema;
        return new(key, place, schema?.Document ?? at.Document, schema?.Node)
        {
            Description = Describe(operation, pathItem),
            IsObsolete = operation.IsTrue("deprecated"),
            Headers = [.. Headers(at.Document, pathItem, operation)],
            Examples = content.Examples(references),
            IsLine = content.IsLine,
            Form = content.Form,
            BodyPlace = content.Place,
        };
    }

    /// <summary>The parameters in the header, those of the operation before those of its path item.</summary>
    private IEnumerable<DeclaredHeader> Headers(SchemaDocument document, JsonObject pathItem, JsonObject operation)
    {
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonObject owner in (JsonObject[])[operation, pathItem])
        {
            foreach (JsonNode node in owner.Items("parameters"))
            {
                JsonNode? parameter = references.Follow(new(document, node))?.Node;
                if (parameter.Text("in") == "header" && parameter.Text("name") is { } name && known.Add(name))
                {
                    LocatedNode? schema = parameter.Get("schema") is { } stated ? references.Follow(new(document, stated)) : null;
                    string? example = parameter.Text("example") ?? parameter.Members("examples").Select(static named => named.Value.Text("value")).FirstOrDefault(static value => value is not null);
                    yield return DeclaredHeader.Of(name, schema?.Node, example);
                }
            }
        }
    }

    /// <summary>What the document says of the event, for people.</summary>
    private static string? Describe(JsonObject operation, JsonObject pathItem)
    {
        string? summary = operation.Text("summary") ?? pathItem.Text("summary");
        string? description = operation.Text("description") ?? pathItem.Text("description");
        JsonNode? seeAlso = operation.Get("externalDocs");
        return EventProse.Of([summary, description], [.. operation.Items("tags").OfType<JsonString>().Select(static tag => tag.Value)], seeAlso.Text("url"), seeAlso.Text("description"));
    }
}
