using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using TypedWebhooks.PostgreSql.Kill.Orders;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>A process that handles what is stored. What it has handled it writes into a table of the test, in a transaction of its own.</summary>
internal static class Worker
{
    public static async Task RunAsync()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(NpgsqlDataSource.Create(Settings.ConnectionString));
        builder.Services.AddPostgresWebhooks(static services => services.GetRequiredService<NpgsqlDataSource>());
        builder.Services.AddPostgresWebhookWorker(static options =>
        {
            // Short, so that what a killed worker had in hand is soon another's.
            options.Lease = TimeSpan.FromSeconds(3);
            options.PollInterval = TimeSpan.FromMilliseconds(200);
            options.RetryDelay = TimeSpan.FromMilliseconds(200);
        });
        builder.Services.AddScoped<IOrdersEventHandler, Recorder>();
        builder.Services.AddOrdersWebhooks();
        using IHost host = builder.Build();
        await host.StartAsync();
        Console.WriteLine("ready");
        await host.WaitForShutdownAsync();
    }

    private sealed class Recorder(NpgsqlDataSource database, WebhookContext context) : IOrdersEventHandler
    {
        public ValueTask HandleAsync(OrderPaidEvent e, CancellationToken cancellationToken) => RecordAsync(e.Id, cancellationToken);

        public ValueTask HandleAsync(OrderShippedEvent e, CancellationToken cancellationToken) => RecordAsync(e.Id, cancellationToken);

        public ValueTask HandleAsync(UnrecognizedOrdersEvent e, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing else was sent.");

        private async ValueTask RecordAsync(string id, CancellationToken cancellationToken)
        {
            await Task.Delay(Random.Shared.Next(15), cancellationToken);
            await using NpgsqlCommand insert = database.CreateCommand("insert into handled (id, process, attempt) values ($1, $2, $3)");
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Environment.ProcessId });
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = context.Attempt });
            await insert.ExecuteNonQueryAsync(cancellationToken);

            // Between the work and settling, so that kills fall there as well.
            await Task.Delay(Random.Shared.Next(15), cancellationToken);
        }
    }
}
