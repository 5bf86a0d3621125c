using System;
using System.Threading.Tasks;

namespace TypedWebhooks.AspNetCore;

/// <content>Waits for the handling of a delivery, and not for ever.</content>
internal sealed partial class WebhookReceiver<TEvent>
{
    /// <summary>How long a handler has to come to its end once its token is cancelled, before the provider is answered.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Waits for the work as long as the provider may be kept waiting. A handler that pays no heed to its token goes on by itself, and is settled
    /// or released at its end: a claim that was given back while it still works would have the event handled twice at the same time.
    /// </summary>
    private async ValueTask<WebhookAnswer> WaitAsync(Work work)
    {
        work.TakeBody();
        ValueTask<WebhookAnswer> running = work.RunAsync();
        if (running.IsCompletedSuccessfully)
        {
            return running.Result;
        }

        Task<WebhookAnswer> task = running.AsTask();
        try
        {
            return await task.WaitAsync(work.Timeout + s_grace, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            if (task.IsCompleted)
            {
                // It has come to its end meanwhile.
                return await task.ConfigureAwait(false);
            }

            work.Detach();
            return WebhookAnswer.TimedOut;
        }
    }
}
