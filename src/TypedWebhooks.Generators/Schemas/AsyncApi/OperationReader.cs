using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>
/// The operations of version 3. They speak from the side of the document's application: what it does with <c>action: send</c> comes to
/// us. A reply is the answer to a request and no event.
/// </summary>
internal sealed class OperationReader(AsyncApiDocument asyncApi, DocumentReferences references, Items.SchemaDiagnostics diagnostics)
{
    public IEnumerable<MessageUse> Sent() => Messages("send");

    public IEnumerable<MessageUse> Received() => Messages("receive");

    /// <summary>What the document has instead of something that is sent to us.</summary>
    public string Lacks => asyncApi.Root.Members("operations").Any()
        ? "none of the document's operations has the action send, which is what it sends to others"
        : "the document has no operations, which say what it sends";

    private IEnumerable<MessageUse> Messages(string action)
    {
        if (asyncApi.Root.Get("operations") is { } operations and not JsonObject)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, asyncApi.Document.At(operations), $"operations is an object with an operation under each name, not {operations.Kind}");
        }

        foreach (JsonMember member in asyncApi.Root.Members("operations"))
        {
            LocatedNode operation = references.FollowOrStay(new(asyncApi.Document, member.Value));
            if (operation.Node.Get("$ref") is not null)
            {
                // That it leads nowhere has been said.
                continue;
            }

            JsonNode? stated = operation.Node.Get("action");
            if (stated is not JsonString { Value: "send" or "receive" } direction)
            {
                diagnostics.Report(
                    Descriptors.TWH2010_InvalidSchema,
                    stated is null ? asyncApi.Document.At(member.NameSpan) : operation.Document.At(stated),
                    $"The operation '{member.Name}' has no action, send or receive, so it is not known whether its messages come to us");
            }
            else if (direction.Value == action)
            {
                foreach (MessageUse use in Messages(member, operation))
                {
                    yield return use;
                }
            }
        }
    }

    /// <summary>The messages that an operation lists or, where it lists none, all of its channel.</summary>
    private IEnumerable<MessageUse> Messages(JsonMember member, LocatedNode operation)
    {
        if (operation.Node.Get("messages") is { } messages)
        {
            if (messages is not JsonArray)
            {
                diagnostics.Report(Descriptors.TWH2010_InvalidSchema, operation.Document.At(messages), $"The messages of an operation are an array of references, not {messages.Kind}");
                return [];
            }

            return MessageUse.In(operation, member.Name, asyncApi.Document.At(member.NameSpan), operation, references);
        }

        if (operation.Node.Get("channel") is not { } reference)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, asyncApi.Document.At(member.NameSpan), $"The operation '{member.Name}' has neither messages nor a channel, so nothing is known of what comes");
            return [];
        }

        LocatedNode channel = references.FollowOrStay(operation.In(reference));
        int count = channel.Node.Members("messages").Count();
        return channel.Node.Get("messages") is null ? [] : MessageUse.In(channel, member.Name, asyncApi.Document.At(member.NameSpan), null, references)
            .Select(use => count == 1 ? use with { Operation = operation } : use);
    }
}
