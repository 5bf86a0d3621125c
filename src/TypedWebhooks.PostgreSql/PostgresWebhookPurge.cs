using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.PostgreSql;

/// <summary>Deletes what is older than the retention, in each process that has the ledger; rows that another is deleting are passed over.</summary>
internal sealed class PostgresWebhookPurge(PostgresWebhookLedger ledger, TimeSpan interval, ILogger<PostgresWebhookLedger> logger) : BackgroundService
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What cannot be deleted now is deleted later.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (interval <= TimeSpan.Zero)
        {
            return;
        }

        while (true)
        {
            // Machines that were started together do not purge together.
            await Task.Delay(BackOff.Delay(interval, interval, 1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await ledger.PurgeAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    WorkerLog.PurgeFailed(logger, e);
                }
            }
        }
    }
}
