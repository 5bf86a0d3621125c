using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace TypedWebhooks.AspNetCore;

/// <content>Hands a delivery to a sink. Its bytes are not parsed here, so that nothing is lost that only a later schema knows.</content>
internal sealed partial class WebhookReceiver<TEvent>
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a sink or a ledger throws, the provider is told to come again.")]
    private async ValueTask<WebhookAnswer> StoreAsync(Func<IServiceProvider, IWebhookSink> find, WebhookSettings settings, WebhookDelivery delivery, bool isKnown)
    {
        // It is stored also where the sender hangs up meanwhile, and given up when it takes as long as a handler may.
        using CancellationTokenSource timeout = new(settings.Options.HandlerTimeout, _time);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _shutdown.Handlers);
        AsyncServiceScope scope = _scopes.CreateAsyncScope();
        try
        {
            WebhookClaim? claim = null;
            try
            {
                IWebhookSink sink = find(scope.ServiceProvider);
                if (isKnown && !sink.KnowsDuplicates)
                {
                    (claim, WebhookAnswer? answer) = await ClaimAsync(settings, delivery.Key, stop.Token).ConfigureAwait(false);
                    if (answer is { } known)
                    {
                        return known;
                    }
                }

                // A sink that pays no heed to its token is not waited for.
                await sink.AcceptAsync(delivery, stop.Token).AsTask().WaitAsync(settings.Options.HandlerTimeout + s_grace, _time).ConfigureAwait(false);
                WebhookLog.Stored(_logger, delivery.Provider, delivery.Key.Id);
            }
            catch (Exception e)
            {
                WebhookLog.SinkFailed(_logger, delivery.Provider, delivery.Key.Id, e);
                await ReleaseAsync(delivery.Key, claim).ConfigureAwait(false);
                return WebhookAnswer.SinkDown;
            }

            await SettleAsync(delivery.Key, claim).ConfigureAwait(false);
            return WebhookAnswer.Stored(settings.Reply);
        }
        finally
        {
            await DisposeAsync(scope, delivery.Key).ConfigureAwait(false);
        }
    }
}
