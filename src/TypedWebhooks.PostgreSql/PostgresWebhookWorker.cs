using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.PostgreSql;

/// <summary>
/// Drains the inbox: fetches deliveries of the providers that have an <see cref="IWebhookProcessor"/> in this process, has each handled in a scope
/// of its own, and writes down what became of it. Any number of workers share a table. Register it with <c>AddPostgresWebhookWorker</c>.
/// </summary>
/// <remarks>
/// A handler's token fires after <see cref="PostgresWebhookWorkerOptions.HandlerTimeout"/>, or when another worker has the delivery, or when the
/// host's shutdown timeout is over. Until then handlers that run when the host stops may end; nothing new is fetched.
/// </remarks>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a database or a handler throws, the worker goes on.")]
public sealed class PostgresWebhookWorker : BackgroundService
{
    /// <summary>How long there is, after the host waits no longer, to give back what was not finished.</summary>
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(3);

    private readonly WebhookQueue _queue;
    private readonly InboxSignal _signal;
    private readonly DeliveryHandling _handling;
    private readonly PostgresWebhookWorkerOptions _options;
    private readonly ILogger _logger;
    private readonly DatabaseOutage _outage;
    private readonly InboxMetrics _metrics = new();
    private readonly Dictionary<string, IWebhookProcessor> _processors = [];
    private readonly ConcurrentDictionary<DeliveryRun, bool> _inHand = new();
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationTokenSource _giveUp = new();

    internal PostgresWebhookWorker(
        WebhookTable table, PostgresWebhookWorkerOptions options, IEnumerable<IWebhookProcessor> processors, IServiceScopeFactory scopes, ILogger logger)
    {
        options.Validate();
        _queue = new WebhookQueue(table);
        _signal = table.Signal;
        _options = options;
        _logger = logger;
        _outage = new DatabaseOutage(logger);
        _slots = new SemaphoreSlim(options.Parallelism);
        foreach (IWebhookProcessor processor in processors)
        {
            _processors.TryAdd(processor.Provider.Name, processor);
        }

        _handling = new DeliveryHandling(_queue, options, _processors, scopes, _metrics, _outage, logger);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (ExecuteTask is { IsCompleted: false } unfinished)
        {
            await _abort.CancelAsync().ConfigureAwait(false);
            await Task.WhenAny(unfinished, Task.Delay(s_lastWords, CancellationToken.None)).ConfigureAwait(false);
            await _giveUp.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _metrics.Dispose();
        if (ExecuteTask is not { IsCompleted: false })
        {
            // A handler that hangs holds on to them; the process ends anyway.
            _abort.Dispose();
            _giveUp.Dispose();
            _slots.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_processors.Count == 0)
        {
            WorkerLog.NoProcessors(_logger);
        }

        using CancellationTokenSource drained = new();
        Task beside = Task.WhenAll(RenewAsync(drained.Token), CountAsync(drained.Token));
        await FetchAsync(stoppingToken).ConfigureAwait(false);
        for (int i = 0; i < _options.Parallelism; i++)
        {
            // Whoever has them all knows that nothing runs.
            await _slots.WaitAsync(_giveUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await drained.CancelAsync().ConfigureAwait(false);
        await beside.ConfigureAwait(false);
    }

    private async Task FetchAsync(CancellationToken stopping)
    {
        string[] providers = [.. _processors.Keys.Select(PostgresText.EncodeKey)];
        int failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            Task slot = _slots.WaitAsync(stopping);
            await slot.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!slot.IsCompletedSuccessfully)
            {
                break;
            }

            int free = 1;
            while (free < _options.BatchSize && _slots.Wait(0, CancellationToken.None))
            {
                free++;
            }

            TimeSpan pause;
            int begun = 0;
            try
            {
                long[] mine = [.. _inHand.Keys.Where(static run => run.IsKept).Select(static run => run.Stored.Seq)];

                // Not given up when the host stops: what the statement has fetched by then would be out of reach until its lease runs out.
                List<StoredDelivery> claimed = providers.Length == 0 ? [] : await _queue.ClaimAsync(providers, mine, free, _options.Lease, _giveUp.Token).ConfigureAwait(false);
                failures = 0;
                _outage.Succeed();
                foreach (StoredDelivery delivery in claimed)
                {
                    Begin(delivery, stopping.IsCancellationRequested);
                    begun++;
                }

                pause = begun == free ? TimeSpan.Zero : _options.PollInterval;
            }
            catch (Exception e) when (!_giveUp.IsCancellationRequested)
            {
                _outage.Fail(e);
                pause = DatabaseOutage.Delay(++failures);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            if (begun < free)
            {
                _slots.Release(free - begun);
            }

            if (pause > TimeSpan.Zero)
            {
                await (failures == 0 ? _signal.WaitAsync(pause, stopping) : Task.Delay(pause, stopping)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Begin(StoredDelivery delivery, bool isStopping)
    {
        DeliveryRun run = new(delivery, _options.HandlerTimeout, _abort.Token);
        _inHand.TryAdd(run, true);
        _ = Task.Run(async () =>
        {
            try
            {
                await (isStopping ? _handling.ReleaseAsync(run, _giveUp.Token) : _handling.HandleAsync(run, _abort.Token, _giveUp.Token)).ConfigureAwait(false);
            }
            finally
            {
                _inHand.TryRemove(run, out _);
                run.Dispose();
                _slots.Release();
                if (delivery.IsOrdered)
                {
                    // The next of its key was not to be had before.
                    _signal.Set();
                }
            }
        });
    }

    private async Task RenewAsync(CancellationToken drained)
    {
        using PeriodicTimer timer = new(_options.Lease / 3);
        while (await TickAsync(timer, drained).ConfigureAwait(false))
        {
            DeliveryRun[] kept = [.. _inHand.Keys.Where(static run => run.IsKept)];
            if (kept.Length == 0)
            {
                continue;
            }

            try
            {
                HashSet<long> renewed = await _queue.RenewAsync([.. kept.Select(static run => run.Stored)], _options.Lease, drained).ConfigureAwait(false);
                _outage.Succeed();
                foreach (DeliveryRun run in kept.Where(run => !renewed.Contains(run.Stored.Seq) && !run.IsHandled))
                {
                    run.Lose();
                }
            }
            catch (Exception e)
            {
                if (!drained.IsCancellationRequested)
                {
                    _outage.Fail(e);
                }
            }
        }
    }

    private async Task CountAsync(CancellationToken drained)
    {
        HashSet<string> told = [];
        using PeriodicTimer timer = new(_options.StatisticsInterval);
        do
        {
            try
            {
                List<InboxStatistics> statistics = await _queue.CountAsync(drained).ConfigureAwait(false);
                _metrics.Set(statistics, _processors.Keys);
                foreach (InboxStatistics waiting in statistics.Where(s => s.Depth > 0 && !_processors.ContainsKey(s.Provider) && told.Add(s.Provider)))
                {
                    WorkerLog.NoProcessor(_logger, PostgresText.Line(waiting.Provider, 200));
                }
            }
            catch (Exception e)
            {
                if (!drained.IsCancellationRequested)
                {
                    _outage.Fail(e);
                }
            }
        }
        while (await TickAsync(timer, drained).ConfigureAwait(false));
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
