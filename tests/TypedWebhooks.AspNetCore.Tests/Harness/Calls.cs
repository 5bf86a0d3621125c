using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.AspNetCore.Tests;

/// <summary>What handlers were called with, and what they do then.</summary>
internal sealed class Calls
{
    private readonly ConcurrentQueue<Call> _all = new();

    /// <summary>What a handler does; nothing where it is not set.</summary>
    public Func<Call, CancellationToken, Task>? Then { get; set; }

    public IReadOnlyList<Call> All => [.. _all];

    public int Count => _all.Count;

    /// <summary>The names of the records, in the order in which they came.</summary>
    public string Types => string.Join(',', _all.Select(static call => call.Event.GetType().Name));

    /// <summary>A handler of any provider's events.</summary>
    public async Task TakeAsync(object e, WebhookContext context, CancellationToken cancellationToken)
    {
        Call call = new(e, context.Id, context.Index, context.Attempt, context);
        _all.Enqueue(call);
        if (Then is { } then)
        {
            await then(call, cancellationToken);
        }
    }
}

internal sealed record Call(object Event, string Id, int Index, int Attempt, WebhookContext Context);
