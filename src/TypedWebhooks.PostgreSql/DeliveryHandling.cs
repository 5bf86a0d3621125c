using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.PostgreSql;

/// <summary>Has a delivery handled, and writes down what became of it.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a handler throws is its delivery's failure, and nobody else's.")]
internal sealed class DeliveryHandling(
    WebhookQueue queue,
    PostgresWebhookWorkerOptions options,
    Dictionary<string, IWebhookProcessor> processors,
    IServiceScopeFactory scopes,
    InboxMetrics metrics,
    DatabaseOutage outage,
    ILogger logger)
{
    private const int MaxErrorLength = 500;
    private const string DiedEachTime = "Each worker that had it died, or lost it, before it was through.";
    private const string NoEvent = "its body is no event, and never will be.";

    /// <summary>Handles a delivery.</summary>
    /// <param name="run">The delivery.</param>
    /// <param name="abort">Fires when the host does not wait any longer for handlers.</param>
    /// <param name="giveUp">Fires when it does not even wait for the table.</param>
    public async Task HandleAsync(DeliveryRun run, CancellationToken abort, CancellationToken giveUp)
    {
        StoredDelivery stored = run.Stored;
        if (stored.Attempt > options.MaxAttempts)
        {
            WorkerLog.ParkedAtOnce(logger, stored.Delivery.Provider, IdOf(run), DiedEachTime);
            await SaveAsync(run, "parked", token => queue.ParkAsync(stored, DiedEachTime, token), giveUp).ConfigureAwait(false);
            return;
        }

        using Activity? activity = Start(stored);
        WebhookContext context = new(stored.Delivery, attempt: stored.Attempt);
        IWebhookProcessor processor = processors[stored.Delivery.Provider];
        Exception? exception = null;
        try
        {
            AsyncServiceScope scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                await processor.ProcessAsync(context, scope.ServiceProvider, stored.Handled, run.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            exception = e;
        }

        string outcome = await EndAsync(run, processor, context, exception, abort, giveUp).ConfigureAwait(false);
        activity?.SetTag("webhook.outcome", outcome);
        if (outcome is not "handled")
        {
            activity?.SetStatus(ActivityStatusCode.Error, outcome);
        }
    }

    /// <summary>Gives a delivery back with which nothing was begun.</summary>
    public Task<string> ReleaseAsync(DeliveryRun run, CancellationToken giveUp) =>
        SaveAsync(run, "released", token => queue.ReleaseAsync(run.Stored, token), giveUp);

    private static Activity? Start(StoredDelivery stored)
    {
        // A trace of its own, since hours may lie between, with a link to that of the receiver.
        ActivityLink[]? links = ActivityContext.TryParse(stored.Delivery.TraceParent, null, isRemote: true, out ActivityContext received) ? [new(received)] : null;
        Activity.Current = null;
        Activity? activity = InboxMetrics.Activities.StartActivity($"process {stored.Delivery.Provider}", ActivityKind.Consumer, parentContext: default, links: links);
        activity?.SetTag("messaging.operation.type", "process");
        activity?.SetTag("webhook.provider", stored.Delivery.Provider);
        activity?.SetTag("webhook.attempt", stored.Attempt);
        return activity;
    }

    private async Task<string> EndAsync(
        DeliveryRun run, IWebhookProcessor processor, WebhookContext context, Exception? exception, CancellationToken abort, CancellationToken giveUp)
    {
        StoredDelivery stored = run.Stored;
        if (exception is null)
        {
            return await SaveAsync(run, "handled", token => queue.SettleAsync(stored, token), giveUp).ConfigureAwait(false);
        }

        if (run.IsLost)
        {
            return Lose(run);
        }

        if (exception is OperationCanceledException && abort.IsCancellationRequested)
        {
            WorkerLog.Released(logger, stored.Delivery.Provider, IdOf(run));
            return await ReleaseAsync(run, giveUp).ConfigureAwait(false);
        }

        string error = TextOf(exception);
        if (exception is JsonException && !StoredBody.CouldBeEvent(processor.Provider, context))
        {
            WorkerLog.ParkedAtOnce(logger, stored.Delivery.Provider, IdOf(run), NoEvent);
            return await SaveAsync(run, "parked", token => queue.ParkAsync(stored, error, token), giveUp).ConfigureAwait(false);
        }

        if (stored.Attempt >= options.MaxAttempts)
        {
            WorkerLog.Parked(logger, stored.Delivery.Provider, IdOf(run), stored.Attempt, exception);
            return await SaveAsync(run, "parked", token => queue.ParkAsync(stored, error, token), giveUp).ConfigureAwait(false);
        }

        TimeSpan delay = BackOff.Delay(options.RetryDelay, options.MaxRetryDelay, stored.Attempt);
        WorkerLog.Failed(logger, stored.Delivery.Provider, IdOf(run), stored.Attempt, delay, exception);
        return await SaveAsync(run, "failed", token => queue.RetryAsync(stored, delay, error, token), giveUp).ConfigureAwait(false);
    }

    /// <summary>Tells the table, for as long as it takes: what was handled and is not written down is handled again.</summary>
    private async Task<string> SaveAsync(DeliveryRun run, string outcome, Func<CancellationToken, Task<bool>> save, CancellationToken giveUp)
    {
        TimeSpan duration = run.Elapsed;
        run.End();
        for (int failures = 0; !giveUp.IsCancellationRequested;)
        {
            try
            {
                bool isMine = await save(giveUp).ConfigureAwait(false);
                outage.Succeed();
                if (!isMine && failures == 0)
                {
                    return Lose(run);
                }

                // After a failure one cannot tell: the first try may have been written down before the connection broke.
                metrics.Count(run.Stored.Delivery.Provider, outcome, duration);
                return outcome;
            }
            catch (Exception e) when (!giveUp.IsCancellationRequested)
            {
                outage.Fail(e);
                await Task.Delay(DatabaseOutage.Delay(++failures), giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return Lose(run);
    }

    private string Lose(DeliveryRun run)
    {
        WorkerLog.Lost(logger, run.Stored.Delivery.Provider, IdOf(run));
        metrics.Count(run.Stored.Delivery.Provider, "lost", run.Elapsed);
        return "lost";
    }

    private static string IdOf(DeliveryRun run) => PostgresText.Line(run.Stored.Delivery.Key.Id, 100);

    /// <summary>The exception for the table, where it stands beside the body that it may quote, and is deleted with it.</summary>
    private static string TextOf(Exception exception)
    {
        string text = $"{exception.GetType()}: {exception.Message}";
        if (exception is WebhookBatchException { InnerException: { } first })
        {
            text = string.Create(CultureInfo.InvariantCulture, $"{text} The first: {first.GetType()}: {first.Message}");
        }

        return PostgresText.Line(text, MaxErrorLength);
    }
}
