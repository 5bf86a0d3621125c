using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;

namespace TypedWebhooks.Generators.Schemas.OpenApi;

/// <summary>
/// Finds the events of an OpenAPI document: its <c>webhooks</c> or, before version 3.1, its <c>x-webhooks</c>, and those of its
/// <c>callbacks</c> that an event map names. Their schemas it leaves to whoever reads JSON Schema.
/// </summary>
internal sealed class OpenApiReader(OpenApiDocument openApi, DocumentReferences references, EventMap? map, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private static readonly string[] s_webhooks = ["webhooks", "x-webhooks"];

    private readonly SchemaDocument _document = openApi.Document;
    private readonly List<DeclaredEvent> _events = [];
    private readonly OperationReader _operations = new(references, diagnostics);

    public DeclaringDocument Read()
    {
        if (map?.Discover is { } discover)
        {
            ReadDiscovered(discover);
        }
        else
        {
            foreach (string keyword in s_webhooks)
            {
                if (openApi.Root.TryGet(keyword, out JsonNode? webhooks))
                {
                    ReadPathItems(webhooks, keyword);
                }
            }

            ReportCallbacks();
        }

        return new(_document, openApi.Self, RefHasSiblings: !openApi.IsVersion30, _events)
        {
            Place = _document.At(openApi.Version),
            Lacks = openApi.IsVersion30 ? "the document has no x-webhooks" : "the document has no webhooks",
        };
    }

    private void ReadPathItems(JsonNode node, string keyword)
    {
        if (node is not JsonObject items)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, _document.At(node), $"{keyword} is an object with a path item for each event, not {node.Kind}");
            return;
        }

        // As an extension it may have a text beside the path items, or be no more than that.
        foreach (JsonMember item in items.Members.Where(item => keyword == s_webhooks[0] || item.Value is not JsonString))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _events.AddRange(_operations.InPathItem(item.Name, _document.At(item.NameSpan), new(_document, item.Value)));
        }
    }

    /// <summary>The path items and callbacks that an event map's patterns lead to; those that lead to schemas are not for this reader.</summary>
    private void ReadDiscovered(EventDiscovery discover)
    {
        HashSet<JsonNode> excluded = [.. discover.Exclusions.SelectMany(exclusion => JsonGlob.Select(openApi.Root, exclusion)).Select(static match => match.Node)];
        foreach (JsonString pattern in discover.PathItems)
        {
            foreach (GlobMatch match in JsonGlob.Select(openApi.Root, EventDiscovery.Tokens(pattern)!).Where(match => !excluded.Contains(match.Node)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (LocatedNode item in PathItems(match.Node))
                {
                    _events.AddRange(_operations.InPathItem(match.Name, _document.At(match.Node), item));
                }
            }
        }
    }

    /// <summary>
    /// Callbacks go to an address that a request has given. Most are answers to that request alone, so they are events only where an
    /// event map says so.
    /// </summary>
    private void ReportCallbacks()
    {
        if (FirstCallback() is { } first)
        {
            diagnostics.Report(
                Descriptors.TWH2023_CallbacksNotRead,
                _document.At(first.NameSpan),
                $"The callbacks of the document, of which this is the first, are not read: to make events of them, say in an event map \"discover\": \"#/paths/*/*/callbacks/{JsonPointer.Escape(first.Name)}\"");
        }
    }

    /// <summary>A callback's path items, each under an expression; or a path item itself.</summary>
    private IEnumerable<LocatedNode> PathItems(JsonNode node)
    {
        if (references.Follow(new(_document, node)) is not { } target)
        {
            return [];
        }

        return target.Node is JsonObject o && !OperationReader.IsPathItem(o)
            ? o.Members.Where(static m => m.Value is JsonObject).Select(member => new LocatedNode(target.Document, member.Value))
            : [target];
    }

    private JsonMember? FirstCallback()
    {
        foreach (JsonMember operation in openApi.Root.Members("paths").Select(static path => path.Value).OfType<JsonObject>().SelectMany(static item => item.Members))
        {
            foreach (JsonMember callback in operation.Value.Members("callbacks"))
            {
                return callback;
            }
        }

        return null;
    }
}
