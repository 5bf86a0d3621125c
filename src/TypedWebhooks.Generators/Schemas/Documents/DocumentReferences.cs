using System;
using System.Collections.Generic;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.Documents;

/// <summary>A part of a document, and the document.</summary>
internal readonly record struct LocatedNode(SchemaDocument Document, JsonNode Node)
{
    public SchemaLocation Location => Document.At(Node);

    public LocatedNode In(JsonNode node) => new(Document, node);
}

/// <summary>
/// Follows the references of OpenAPI and AsyncAPI documents to what is no schema: path items, bodies, parameters, messages. They lead to a
/// place in the same file, or in another one of the provider; nothing is fetched.
/// </summary>
internal sealed class DocumentReferences
{
    /// <summary>Of references that lead to references there are not more than this, unless they go round.</summary>
    private const int MaxSteps = 16;

    private readonly Dictionary<string, SchemaDocument> _byAddress = new(StringComparer.Ordinal);
    private readonly SchemaDiagnostics _diagnostics;

    public DocumentReferences(IEnumerable<SchemaDocument> documents, SchemaDiagnostics diagnostics)
    {
        _diagnostics = diagnostics;
        foreach (SchemaDocument document in documents)
        {
            _byAddress[document.File.Address] = document;
        }
    }

    /// <summary>The documents that references may lead to.</summary>
    public IEnumerable<SchemaDocument> Documents => _byAddress.Values;

    /// <summary>What a node is or, if it is a reference, what that leads to; null, and nothing said, where that is nothing.</summary>
    public LocatedNode? TryFollow(LocatedNode at)
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            if (at.Node.Get("$ref") is not JsonString reference)
            {
                return at;
            }

            if (Find(at.Document, reference.Value) is not { } target)
            {
                return null;
            }

            at = target;
        }

        return null;
    }

    /// <summary>The same, and the node itself, said so, where it leads nowhere: it is a reference still.</summary>
    public LocatedNode FollowOrStay(LocatedNode at) => Follow(at) ?? at;

    /// <summary>What a node is or, if it is a reference, what that leads to; null, and said so, where that is nothing.</summary>
    public LocatedNode? Follow(LocatedNode at)
    {
        LocatedNode first = at;
        for (int step = 0; step < MaxSteps; step++)
        {
            if (at.Node is not JsonObject o || !o.TryGet("$ref", out JsonNode? node) || node is not JsonString reference)
            {
                return at;
            }

            if (Find(at.Document, reference.Value) is not { } target)
            {
                _diagnostics.Report(Descriptors.TWH2002_ReferenceHasNoTarget, at.Document.At(reference), reference.Value, "none of the provider's WebhookSchema items has this path, or the file has no such place");
                return null;
            }

            at = target;
        }

        _diagnostics.Report(Descriptors.TWH2002_ReferenceHasNoTarget, first.Location, first.Node.Text("$ref") ?? "$ref", "it leads to itself");
        return null;
    }

    private LocatedNode? Find(SchemaDocument from, string reference)
    {
        (string file, string? fragment) = SchemaUri.Split(reference);
        SchemaDocument? document = from;
        if (file.Length > 0 && !_byAddress.TryGetValue(SchemaUri.Resolve(from.File.Address, file), out document)
            && !_byAddress.TryGetValue(SchemaPath.Normalize(from.File.Address + "/../" + SchemaUri.Unescape(file)), out document))
        {
            return null;
        }

        if (!JsonPointer.TryParse(fragment ?? "", out IReadOnlyList<string> tokens))
        {
            return null;
        }

        JsonNode? at = JsonPointer.Walk(document!.Root, tokens);

        return at is null ? null : new(document, at);
    }
}
