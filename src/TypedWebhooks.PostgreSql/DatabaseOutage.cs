using System;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.PostgreSql;

/// <summary>Says once that the database cannot be asked, and once that it can again.</summary>
internal sealed class DatabaseOutage(ILogger logger)
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private int _isDown;

    public void Fail(Exception exception)
    {
        if (Interlocked.Exchange(ref _isDown, 1) == 0)
        {
            WorkerLog.DatabaseFailed(logger, exception);
        }
    }

    public void Succeed()
    {
        if (Volatile.Read(ref _isDown) == 1 && Interlocked.Exchange(ref _isDown, 0) == 1)
        {
            WorkerLog.DatabaseIsBack(logger);
        }
    }

    /// <summary>How long to wait after so many failures in a row.</summary>
    public static TimeSpan Delay(int failures) => BackOff.Delay(s_first, s_longest, failures);
}
