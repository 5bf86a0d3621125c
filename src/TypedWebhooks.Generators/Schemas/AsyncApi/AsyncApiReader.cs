using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>
/// Finds the events of an AsyncAPI document: the messages that its application sends, or those that an event map names. Their schemas it
/// leaves to whoever reads JSON Schema.
/// </summary>
internal sealed class AsyncApiReader(AsyncApiDocument asyncApi, DocumentReferences references, EventMap? map, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private readonly MessageReader _messages = new(asyncApi, references, diagnostics);
    private readonly HashSet<JsonNode> _seen = [];
    private readonly List<DeclaredEvent> _events = [];

    public DeclaringDocument Read()
    {
        ChannelReader channels = new(asyncApi, references, diagnostics);
        OperationReader operations = new(asyncApi, references, diagnostics);
        if (map?.Discover is { } discover)
        {
            ReadDiscovered(discover);
        }
        else
        {
            HashSet<JsonNode> received = [.. (asyncApi.IsVersion2 ? channels.Received() : operations.Received()).Select(Node)];
            foreach (MessageUse use in asyncApi.IsVersion2 ? channels.Sent() : operations.Sent())
            {
                Add(use, received.Contains(Node(use)));
            }
        }

        return new(asyncApi.Document, BaseUri: null, _messages.RefHasSiblings, _events)
        {
            Lacks = asyncApi.IsVersion2 ? channels.Lacks : operations.Lacks,
            Candidates = "#/components/messages/*",
        };
    }

    /// <summary>The messages that an event map's patterns lead to; those that lead to schemas are not for this reader.</summary>
    private void ReadDiscovered(EventDiscovery discover)
    {
        foreach (IReadOnlyList<string> exclusion in discover.Exclusions)
        {
            _seen.UnionWith(JsonGlob.Select(asyncApi.Root, exclusion).Select(match => references.FollowOrStay(new(asyncApi.Document, match.Node)).Node));
        }

        foreach (JsonString pattern in discover.PathItems)
        {
            IReadOnlyList<string> tokens = EventDiscovery.Tokens(pattern)!;
            foreach (GlobMatch match in JsonGlob.Select(asyncApi.Root, tokens))
            {
                foreach (MessageUse use in MessageUse.In(new(asyncApi.Document, match.Node), match.Name, asyncApi.Document.At(match.Node), null, references))
                {
                    Add(use, isReceived: false);
                }
            }

            if (!references.Documents.Any(document => JsonGlob.Select(document.Root!, tokens).Any()))
            {
                diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map!.Document.At(pattern), $"No message matches '{pattern.Value}'");
            }
        }
    }

    private void Add(MessageUse use, bool isReceived)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_seen.Add(Node(use)) || _messages.Read(use) is not { } e)
        {
            return;
        }

        if (isReceived)
        {
            diagnostics.Report(
                Descriptors.TWH2026_MessageBothWays,
                use.Place,
                $"The message '{e.Name}' is sent to us, and is received from us as well: where it only goes the other way, leave it out of what is sent");
        }

        _events.Add(e);
    }

    /// <summary>What is one message, however many channels have it.</summary>
    private JsonNode Node(MessageUse use) => references.FollowOrStay(use.Message).Node;
}
