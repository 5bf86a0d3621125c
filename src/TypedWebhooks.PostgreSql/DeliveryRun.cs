using System;
using System.Diagnostics;
using System.Threading;

namespace TypedWebhooks.PostgreSql;

/// <summary>A delivery that a worker has in hand, from when it was fetched until the table knows what became of it.</summary>
internal sealed class DeliveryRun : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource _cancellation;
    private readonly TimeSpan _timeout;
    private volatile bool _isLost;
    private volatile bool _isHandled;

    /// <param name="stored">The delivery.</param>
    /// <param name="timeout">How long its handler may take.</param>
    /// <param name="abort">Fires when the host does not wait any longer.</param>
    public DeliveryRun(StoredDelivery stored, TimeSpan timeout, CancellationToken abort)
    {
        Stored = stored;
        _timeout = timeout;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(abort);
        _cancellation.CancelAfter(timeout);
    }

    public StoredDelivery Stored { get; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>The handler's token.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Whether another worker has it now.</summary>
    public bool IsLost => _isLost;

    /// <summary>Whether the handler is through, so that only the table has to be told.</summary>
    public bool IsHandled => _isHandled;

    /// <summary>Whether it is to be kept from other workers: a handler that hangs does not keep its delivery for ever.</summary>
    public bool IsKept => !_isLost && (_isHandled || Elapsed < _timeout);

    public void End() => _isHandled = true;

    /// <summary>Another worker has it: what the handler does is done twice from here on.</summary>
    public void Lose()
    {
        _isLost = true;
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended.
        }
    }

    public void Dispose() => _cancellation.Dispose();
}
