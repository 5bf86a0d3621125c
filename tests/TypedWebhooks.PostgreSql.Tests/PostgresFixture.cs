using System;
using System.Threading.Tasks;
using Npgsql;
using TypedWebhooks.PostgreSql.Kill;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

/// <summary>The server of all tests: the one that TYPEDWEBHOOKS_POSTGRES names, else one of our own, else none.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    public const string Variable = "TYPEDWEBHOOKS_POSTGRES";

    /// <summary>Our own server, which a test may kill.</summary>
    public PostgresServer? Own { get; private set; }

    public string? ConnectionString { get; private set; }

    public async Task InitializeAsync()
    {
        ConnectionString = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(ConnectionString))
        {
            Own = PostgresServer.FindBinaries() is { } binaries ? await PostgresServer.StartNewAsync(binaries) : null;
            ConnectionString = Own?.ConnectionString;
        }
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (Own is not null)
        {
            await Own.DisposeAsync();
        }
    }

    /// <summary>A table of a test's own.</summary>
    public async Task<TestTable> NewTableAsync(Action<PostgresWebhookOptions>? configure = null)
    {
        Skip.If(ConnectionString is null, $"There is no PostgreSQL here: neither {Variable} nor initdb (Debian's package postgresql).");
        return await TestTable.CreateAsync(ConnectionString!, configure);
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
