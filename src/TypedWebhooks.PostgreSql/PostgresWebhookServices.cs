using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TypedWebhooks;
using TypedWebhooks.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers ledger, inbox and worker.</summary>
[SuppressMessage("ApiDesign", "RS0026:Do not add multiple public overloads with optional parameters", Justification = "No argument fits both.")]
public static class PostgresWebhookServices
{
    /// <summary>
    /// Registers the ledger as <see cref="IWebhookLedger"/>, and the inbox as <see cref="IWebhookSink"/> and by its own name; and
    /// <see cref="PostgresWebhookSchema"/>, which creates the table when it is told to.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPostgresWebhooks(this IServiceCollection services, string connectionString, Action<PostgresWebhookOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return Add(services, _ => WebhookDataSource.Build(connectionString), isOurs: true, configure);
    }

    /// <summary>The same, over a data source that is somebody else's, who disposes it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataSource">Finds it, once. Its arrays have to be enabled, which they are unless it was built slim.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPostgresWebhooks(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource, Action<PostgresWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return Add(services, dataSource, isOurs: false, configure);
    }

    /// <summary>
    /// Registers the worker that drains the inbox of <c>AddPostgresWebhooks</c>, of the providers whose handlers the generated <c>Add…Webhooks</c> has
    /// registered. A receiver may do without, where another process has one.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPostgresWebhookWorker(this IServiceCollection services, Action<PostgresWebhookWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        PostgresWebhookWorkerOptions options = new();
        configure?.Invoke(options);
        options.Validate();
        services.TryAddSingleton(provider => new PostgresWebhookWorker(
            provider.GetRequiredService<WebhookDataSource>().Table,
            options,
            provider.GetRequiredService<IEnumerable<IWebhookProcessor>>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<ILogger<PostgresWebhookWorker>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PostgresWebhookWorker>(static provider => provider.GetRequiredService<PostgresWebhookWorker>()));
        return services;
    }

    private static IServiceCollection Add(IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource, bool isOurs, Action<PostgresWebhookOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        PostgresWebhookOptions options = new();
        configure?.Invoke(options);
        services.AddSingleton(provider => new WebhookDataSource(dataSource(provider), isOurs, options));
        services.AddSingleton(static provider => new PostgresWebhookSchema(provider.GetRequiredService<WebhookDataSource>().Table));
        services.AddSingleton(static provider => new PostgresWebhookLedger(provider.GetRequiredService<WebhookDataSource>().Table));
        services.AddSingleton(static provider => new PostgresWebhookInbox(provider.GetRequiredService<WebhookDataSource>().Table));

        // Not only where there is none: the ledger in memory, which comes with the receivers, may have been registered before.
        services.AddSingleton<IWebhookLedger>(static provider => provider.GetRequiredService<PostgresWebhookLedger>());
        services.AddSingleton<IWebhookSink>(static provider => provider.GetRequiredService<PostgresWebhookInbox>());
        services.AddSingleton<IHostedService>(provider => new PostgresWebhookPurge(
            provider.GetRequiredService<PostgresWebhookLedger>(), options.PurgeInterval, provider.GetRequiredService<ILogger<PostgresWebhookLedger>>()));
        return services;
    }
}
