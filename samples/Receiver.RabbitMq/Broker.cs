using RabbitMQ.Client;

namespace Receiver;

/// <summary>The connection to RabbitMQ, made when it is first wanted and again when it is gone, and the queues.</summary>
internal sealed class Broker(IConfiguration configuration) : IAsyncDisposable
{
    public const string Queue = "webhooks";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;

    public async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsOpen: true })
            {
                return _connection;
            }

            // Without recovery in the background: what waits for the broker is told at once that it is gone, and the provider with it.
            ConnectionFactory factory = new()
            {
                Uri = new(configuration["RabbitMq"] ?? "amqp://localhost"),
                AutomaticRecoveryEnabled = false,
                ConsumerDispatchConcurrency = 16,
            };
            IConnection connection = await factory.CreateConnectionAsync(cancellationToken);
            await DeclareAsync(connection, cancellationToken);
            return _connection = connection;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    /// <summary>Declares the queue of deliveries, and the one of those that ten attempts have not handled, for somebody to look at.</summary>
    private static async Task DeclareAsync(IConnection connection, CancellationToken cancellationToken)
    {
        await using IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        string parked = Queue + ".parked";
        await channel.QueueDeclareAsync(parked, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        Dictionary<string, object?> arguments = new()
        {
            // Quorum queues are on disk before they confirm, and count how often a message was delivered.
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = 10,
            ["x-dead-letter-exchange"] = "",
            ["x-dead-letter-routing-key"] = parked,

            // A message moves to the other queue without being lost on the way, which takes a queue that refuses what is too much.
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        };
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken);
    }
}
