using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>
/// Takes verified deliveries to handle them later: a queue, a table. It gets bytes and no parsed event, so that the receiver and the one who
/// handles them may have different versions of the schema.
/// </summary>
public interface IWebhookSink
{
    /// <summary>
    /// Whether it knows a delivery that it has had already by its <see cref="WebhookDelivery.Key"/>, and takes it once. Else the receiver asks the
    /// ledger first.
    /// </summary>
    bool KnowsDuplicates => false;

    /// <summary>Takes a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>A task that completes when the delivery is durable, and not before: the provider is told 200 then.</returns>
    /// <remarks>Any exception says that it is not taken; the provider is told to send it again.</remarks>
    ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken);
}
