using System.Threading.Channels;

namespace TypedWebhooks.Demo;

/// <summary>What the receiver did with an event: its C# object, its name on the wire, and a line to read.</summary>
internal sealed record Received(object Event, string EventType, string Members);

/// <summary>The events that have arrived, in order, until somebody takes them.</summary>
internal sealed class Inbox
{
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();

    /// <summary>What keeping an event has to wait for, such as a database that does not answer; nothing where it is not set.</summary>
    public Task? Obstacle { get; set; }

    /// <summary>Keeps an event that the schema knows.</summary>
    public async Task KeepAsync(object e, string eventType, string members, CancellationToken cancellationToken)
    {
        if (Obstacle is { } obstacle)
        {
            await obstacle.WaitAsync(cancellationToken);
        }

        _received.Writer.TryWrite(new Received(e, eventType, members));
    }

    /// <summary>
    /// Keeps an event that the schema does not know. It is answered with 200 all the same: the body has arrived, and a provider
    /// that is told otherwise only sends it again.
    /// </summary>
    public Task ParkAsync(object e, string eventType, UnrecognizedReason reason, string? jsonPath)
    {
        _received.Writer.TryWrite(new Received(e, eventType, jsonPath is null ? $"{reason}" : $"{reason} at {jsonPath}"));
        return Task.CompletedTask;
    }

    /// <summary>Takes the oldest event, or <see langword="null"/> when none has arrived.</summary>
    public Received? Take() => _received.Reader.TryRead(out Received? received) ? received : null;

    /// <summary>Takes one event after the other, as they arrive.</summary>
    public IAsyncEnumerable<Received> TakeAllAsync(CancellationToken cancellationToken) => _received.Reader.ReadAllAsync(cancellationToken);
}
