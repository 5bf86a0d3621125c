using System;
using System.Diagnostics;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.PostgreSql;

/// <summary>Says once that the database cannot be asked, and once that it can again.</summary>
internal sealed class DatabaseOutage(ILogger logger)
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    /// <summary>After a restart each pooled connection fails once, while others work: that is still the same outage.</summary>
    private static readonly TimeSpan s_aftermath = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private bool _isDown;
    private bool _isSaid;
    private long? _end;

    public void Fail(Exception exception)
    {
        lock (_lock)
        {
            _isDown = true;
            if (_isSaid || (_end is { } end && Stopwatch.GetElapsedTime(end) < s_aftermath))
            {
                return;
            }

            _isSaid = true;
        }

        WorkerLog.DatabaseFailed(logger, exception);
    }

    public void Succeed()
    {
        if (!Volatile.Read(ref _isDown))
        {
            return;
        }

        lock (_lock)
        {
            _isDown = false;
            if (!_isSaid)
            {
                return;
            }

            _isSaid = false;
            _end = Stopwatch.GetTimestamp();
        }

        WorkerLog.DatabaseIsBack(logger);
    }

    /// <summary>How long to wait after so many failures in a row.</summary>
    public static TimeSpan Delay(int failures) => BackOff.Delay(s_first, s_longest, failures);
}
