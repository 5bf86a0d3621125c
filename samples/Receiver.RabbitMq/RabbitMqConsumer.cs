using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using TypedWebhooks;

namespace Receiver;

/// <summary>Takes deliveries out of the queue and hands them to the handlers.</summary>
internal sealed class RabbitMqConsumer(Broker broker, IEnumerable<IWebhookProcessor> processors, IServiceScopeFactory scopes, ILogger<RabbitMqConsumer> logger) : BackgroundService
{
    private readonly Dictionary<string, IWebhookProcessor> _processors = processors.ToDictionary(static processor => processor.Provider.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ConsumeAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "The broker is gone; deliveries wait in their queue.");
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    /// <summary>Consumes for as long as the channel is there.</summary>
    private async Task ConsumeAsync(CancellationToken stopping)
    {
        IConnection connection = await broker.ConnectAsync(stopping);
        await using IChannel channel = await connection.CreateChannelAsync(cancellationToken: stopping);
        await channel.BasicQosAsync(0, prefetchCount: 16, global: false, stopping);
        TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += (_, message) => HandleAsync(channel, message, stopping);
        await channel.BasicConsumeAsync(Broker.Queue, autoAck: false, consumer, stopping);
        await closed.Task.WaitAsync(stopping);
    }

    private async Task HandleAsync(IChannel channel, BasicDeliverEventArgs message, CancellationToken stopping)
    {
        int attempt = 1 + Convert.ToInt32(message.BasicProperties.Headers!.TryGetValue("x-delivery-count", out object? count) ? count : 0, CultureInfo.InvariantCulture);
        try
        {
            WebhookDelivery delivery = DeliveryMessage.Read(message);
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();

            // The set would say which events of a batch earlier attempts have handled. A message cannot keep it, so all of them are handled again.
            await _processors[delivery.Provider].ProcessAsync(new(delivery, attempt: attempt), scope.ServiceProvider, new HashSet<int>(), stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(e, "Attempt {Attempt} of delivery {Id} has failed.", attempt, message.BasicProperties.MessageId);
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(60, 1 << attempt)), stopping);
            await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true, stopping);
            return;
        }

        // Only what is handled is acknowledged; what a process had that dies before goes to another one.
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, stopping);
    }
}
