using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

/// <summary>A table in a schema that is a test's own, and what it takes to fill and to drain it.</summary>
public sealed class TestTable : IAsyncDisposable
{
    private readonly List<IHost> _hosts = [];

    private TestTable(string connectionString, Action<PostgresWebhookOptions>? configure)
    {
        ConnectionString = connectionString;
        Options = new() { Schema = "Test " + Guid.NewGuid().ToString("N") };
        configure?.Invoke(Options);
        DataSource = NpgsqlDataSource.Create(connectionString);
        Ledger = new(DataSource, Options);
        Inbox = new(DataSource, Options);
    }

    public string ConnectionString { get; }

    public PostgresWebhookOptions Options { get; }

    public NpgsqlDataSource DataSource { get; }

    public PostgresWebhookLedger Ledger { get; }

    public PostgresWebhookInbox Inbox { get; }

    /// <summary>All that any worker has said.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public string Name => $"\"{Options.Schema}\".\"{Options.Table}\"";

    public static async Task<TestTable> CreateAsync(string connectionString, Action<PostgresWebhookOptions>? configure)
    {
        TestTable table = new(connectionString, configure);
        await new PostgresWebhookSchema(table.DataSource, table.Options).CreateAsync();
        return table;
    }

    public static WebhookDelivery Delivery(string id, string body = "{}", string provider = "Shop") =>
        new() { Key = new(provider, id), Provider = provider, Body = Encoding.UTF8.GetBytes(body), ReceivedAt = DateTimeOffset.UtcNow };

    public ValueTask AcceptAsync(string id, string body = "{}", string provider = "Shop") => Inbox.AcceptAsync(Delivery(id, body, provider), default);

    /// <summary>Starts a worker, as a process of its own would: with connections, services and log of its own.</summary>
    public Task<IHost> StartWorkerAsync(Action<PostgresWebhookWorkerOptions>? configure = null, params ScriptedProcessor[] processors) =>
        StartWorkerAsync(configure, services =>
        {
            foreach (ScriptedProcessor processor in processors)
            {
                services.AddSingleton<IWebhookProcessor>(processor);
            }
        });

    public async Task<IHost> StartWorkerAsync(Action<PostgresWebhookWorkerOptions>? configure, Action<IServiceCollection> register)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(new QueueLogger(Log));
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddPostgresWebhooks(ConnectionString, options =>
        {
            options.Schema = Options.Schema;
            options.Table = Options.Table;
            options.OrderingKey = Options.OrderingKey;
            options.ParkedHoldsUpItsKey = Options.ParkedHoldsUpItsKey;
            options.KeepsHandledBodies = Options.KeepsHandledBodies;
            options.Retention = Options.Retention;
            options.PurgeInterval = Options.PurgeInterval;
        });
        builder.Services.AddPostgresWebhookWorker(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(20);
            options.RetryDelay = TimeSpan.FromMilliseconds(20);
            options.StatisticsInterval = TimeSpan.FromMilliseconds(200);
            configure?.Invoke(options);
        });
        register(builder.Services);
        IHost host = builder.Build();
        _hosts.Add(host);
        await host.StartAsync();
        return host;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using NpgsqlCommand command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<string> StateOfAsync(string id) => ScalarAsync<string>($"select state from {Name} where id = '{id}'");

    public Task<long> CountAsync(string state) => ScalarAsync<long>($"select count(*) from {Name} where state = '{state}'");

    /// <summary>Waits until as many deliveries as that are in a state.</summary>
    public async Task WaitForAsync(string state, long count, int seconds = 20)
    {
        for (Stopwatch clock = Stopwatch.StartNew(); await CountAsync(state) != count; await Task.Delay(20))
        {
            Assert.True(clock.Elapsed.TotalSeconds < seconds, $"Not {count} are {state}. {string.Join('\n', Log)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IHost host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await using (NpgsqlCommand drop = DataSource.CreateCommand($"drop schema if exists \"{Options.Schema}\" cascade"))
        {
            await drop.ExecuteNonQueryAsync();
        }

        await DataSource.DisposeAsync();
    }

    private sealed class QueueLogger(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

/// <summary>Handles deliveries as a test says, and writes down which.</summary>
public sealed class ScriptedProcessor(string provider, Func<WebhookContext, ISet<int>, CancellationToken, Task>? script = null) : IWebhookProcessor
{
    public WebhookProvider Provider { get; } = new(provider);

    /// <summary>The identifiers, in the order in which they came.</summary>
    public ConcurrentQueue<string> Begun { get; } = new();

    public async ValueTask ProcessAsync(WebhookContext context, IServiceProvider services, ISet<int> handled, CancellationToken cancellationToken)
    {
        Begun.Enqueue(context.Id);
        if (script is not null)
        {
            await script(context, handled, cancellationToken);
        }
    }
}
