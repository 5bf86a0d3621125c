using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>
/// The channels of version 2. They speak from our side: to what we <c>subscribe</c> is sent to us, and what we may <c>publish</c> the
/// provider receives.
/// </summary>
internal sealed class ChannelReader(AsyncApiDocument asyncApi, DocumentReferences references, Items.SchemaDiagnostics diagnostics)
{
    public IEnumerable<MessageUse> Sent() => Messages("subscribe");

    public IEnumerable<MessageUse> Received() => Messages("publish");

    /// <summary>What the document has instead of something that is sent to us.</summary>
    public string Lacks => Messages("publish").Any()
        ? "the document's channels have publish alone, which is what others send to it, and no subscribe, which is what it sends"
        : "none of the document's channels has subscribe, which is what it sends to others";

    private IEnumerable<MessageUse> Messages(string direction)
    {
        if (asyncApi.Root.Get("channels") is { } channels and not JsonObject)
        {
            diagnostics.Report(Descriptors.TWH2010_InvalidSchema, asyncApi.Document.At(channels), $"channels is an object with a channel for each address, not {channels.Kind}");
        }

        foreach (JsonMember member in asyncApi.Root.Members("channels"))
        {
            LocatedNode channel = references.FollowOrStay(new(asyncApi.Document, member.Value));
            if (channel.Node is not JsonObject)
            {
                diagnostics.Report(Descriptors.TWH2010_InvalidSchema, channel.Location, $"A channel is an object with subscribe or publish, not {channel.Node.Kind}");
                continue;
            }

            if (channel.Node.Get(direction) is not { } operation)
            {
                continue;
            }

            LocatedNode at = references.FollowOrStay(channel.In(operation));
            if (at.Node.Get("message") is null)
            {
                diagnostics.Report(Descriptors.TWH2010_InvalidSchema, at.Location, $"The operation {direction} of '{member.Name}' has no message, so nothing is known of what comes");
                continue;
            }

            foreach (MessageUse use in MessageUse.In(at, member.Name, asyncApi.Document.At(member.NameSpan), at, references))
            {
                yield return use;
            }
        }
    }
}
