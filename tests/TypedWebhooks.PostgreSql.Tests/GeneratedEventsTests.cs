using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.PostgreSql.Kill.Orders;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

/// <summary>The worker with generated events, as it is used.</summary>
[Collection(PostgresTests.Name)]
public sealed class GeneratedEventsTests(PostgresFixture fixture)
{
    [SkippableFact]
    public async Task Deliveries_AreParsedWhenTheyAreDrained_EachInAScopeOfItsOwn()
    {
        await using TestTable table = await fixture.NewTableAsync();
        Calls calls = new();
        await table.AcceptAsync("paid", """{"id":"1","type":"order.paid","amount":3}""", "Orders");
        await table.AcceptAsync("later", """{"id":"2","type":"order.refunded"}""", "Orders");
        await table.AcceptAsync("broken", """{"id":""", "Orders");
        await table.StartWorkerAsync(static options => options.Parallelism = 1, services =>
        {
            services.AddSingleton(calls);
            services.AddScoped<Scoped>();
            services.AddScoped<IOrdersEventHandler, Handler>();
            services.AddOrdersWebhooks();
        });

        await table.WaitForAsync("done", 2);
        await table.WaitForAsync("parked", 1);

        Assert.Equal(["paid 1 OrderPaidEvent", "disposed", "later 1 UnrecognizedOrdersEvent", "disposed"], calls);
        ParkedWebhook parked = Assert.Single(await table.Inbox.GetParkedAsync());
        Assert.Equal(("broken", 1), (parked.Delivery.Key.Id, parked.Attempts));
        Assert.StartsWith("System.Text.Json.Json", parked.Error, StringComparison.Ordinal);
    }

    private sealed class Calls : ConcurrentQueue<string>;

    private sealed class Scoped(Calls calls) : IDisposable
    {
        public void Dispose() => calls.Enqueue("disposed");
    }

    private sealed class Handler(Calls calls, WebhookContext context, Scoped scoped) : IOrdersEventHandler
    {
        public ValueTask HandleAsync(OrderPaidEvent e, CancellationToken cancellationToken) => Call(e);

        public ValueTask HandleAsync(OrderShippedEvent e, CancellationToken cancellationToken) => Call(e);

        public ValueTask HandleAsync(UnrecognizedOrdersEvent e, CancellationToken cancellationToken) => Call(e);

        private ValueTask Call(OrdersEvent e)
        {
            Assert.NotNull(scoped);
            calls.Enqueue($"{context.Id} {context.Attempt} {e.GetType().Name}");
            return default;
        }
    }
}
