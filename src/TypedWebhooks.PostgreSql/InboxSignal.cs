using System;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.PostgreSql;

/// <summary>Wakes the worker of the same process; one that is awake looks once more.</summary>
internal sealed class InboxSignal : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(0);

    public void Set()
    {
        // Two that come at the same time only make the worker look twice.
        if (_semaphore.CurrentCount == 0)
        {
            _semaphore.Release();
        }
    }

    public void Dispose() => _semaphore.Dispose();

    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => _semaphore.WaitAsync(timeout, cancellationToken);
}
