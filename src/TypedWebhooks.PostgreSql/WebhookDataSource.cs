using System;
using System.Threading.Tasks;
using Npgsql;

namespace TypedWebhooks.PostgreSql;

/// <summary>The table of the container, and the connections to it where they are our own.</summary>
internal sealed class WebhookDataSource(NpgsqlDataSource dataSource, bool isOurs, PostgresWebhookOptions options) : IAsyncDisposable, IDisposable
{
    public WebhookTable Table { get; } = new(dataSource, options);

    public static NpgsqlDataSource Build(string connectionString)
    {
        // Slim, so that what is not used is trimmed away.
        NpgsqlSlimDataSourceBuilder builder = new(connectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        return builder.Build();
    }

    public ValueTask DisposeAsync() => isOurs ? dataSource.DisposeAsync() : default;

    public void Dispose()
    {
        if (isOurs)
        {
            dataSource.Dispose();
        }
    }
}
