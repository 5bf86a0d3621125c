using Xunit;

namespace TypedWebhooks.Samples.Tests;

/// <summary>The sample with RabbitMQ, beside a broker that goes and comes.</summary>
public sealed class RabbitMqTests
{
    [SkippableFact]
    public async Task Delivery_IsHandledFromTheQueue_AndWithoutTheBrokerItIsRefused()
    {
        Skip.IfNot(RabbitMqServer.IsInstalled, "There is no RabbitMQ here (Debian's package rabbitmq-server).");
        await using RabbitMqServer broker = new();
        await broker.StartAsync();
        await using Sample sample = await Sample.StartAsync("Receiver.RabbitMq", "net10.0", ("RabbitMq", broker.Address));

        string first = Guid.NewGuid().ToString();
        Assert.Equal(200, await sample.PostTeliaAsync(first));
        Assert.Contains(", attempt 1 of ", await sample.WaitForAsync("completed " + first), StringComparison.Ordinal);
        Assert.Equal(401, await sample.PostTeliaAsync(first, secret: "another"));

        await broker.StopAsync();
        string second = Guid.NewGuid().ToString();
        Assert.Equal(503, await sample.PostTeliaAsync(second));

        // The provider sends it again.
        await broker.StartAsync();
        await DeliverAsync(sample, second);
        await sample.WaitForAsync("completed " + second);
        Assert.Equal((1, 1), (sample.Count("completed " + first), sample.Count("completed " + second)));
    }

    [SkippableFact]
    public async Task ConfirmedDelivery_OutlivesTheReceiverAndTheBroker()
    {
        Skip.IfNot(RabbitMqServer.IsInstalled, "There is no RabbitMQ here (Debian's package rabbitmq-server).");
        await using RabbitMqServer broker = new();
        await broker.StartAsync();
        string[] ids = [.. Enumerable.Range(0, 100).Select(static _ => Guid.NewGuid().ToString())];
        string handled;
        await using (Sample sample = await Sample.StartAsync("Receiver.RabbitMq", "net10.0", ("RabbitMq", broker.Address)))
        {
            int[] statuses = await Task.WhenAll(ids.Select(id => sample.PostTeliaAsync(id)));
            await sample.KillAsync();
            Assert.All(statuses, static status => Assert.Equal(200, status));
            handled = sample.Output;
        }

        await broker.StopAsync();
        await broker.StartAsync();
        await using Sample next = await Sample.StartAsync("Receiver.RabbitMq", "net10.0", ("RabbitMq", broker.Address));
        string[] left = [.. ids.Where(id => !handled.Contains("completed " + id, StringComparison.Ordinal))];
        foreach (string id in left)
        {
            await next.WaitForAsync("completed " + id);
        }
    }

    /// <summary>Sends until it is taken, as a provider does.</summary>
    private static async Task DeliverAsync(Sample sample, string id)
    {
        for (int i = 0; await sample.PostTeliaAsync(id) != 200; i++)
        {
            Assert.True(i < 60, "The delivery is never taken:\n" + sample.Output);
            await Task.Delay(500);
        }
    }
}
