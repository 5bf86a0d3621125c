using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace TypedWebhooks.PostgreSql;

/// <summary>A delivery as columns.</summary>
internal static class DeliveryColumns
{
    /// <summary>What a delivery is read from, in the order in which <see cref="ReadAsync"/> looks for it.</summary>
    public const string List = "scope, id, provider, account, body, headers::text, coverage, trace_parent, received_at";

    public const int Count = 9;

    public static async ValueTask<WebhookDelivery> ReadAsync(NpgsqlDataReader reader, int first, CancellationToken cancellationToken) => new()
    {
        Key = new(PostgresText.Decode(reader.GetString(first)), PostgresText.Decode(reader.GetString(first + 1))),
        Provider = PostgresText.Decode(reader.GetString(first + 2)),
        Account = await TextAsync(reader, first + 3, cancellationToken).ConfigureAwait(false),
        Body = await reader.IsDBNullAsync(first + 4, cancellationToken).ConfigureAwait(false)
            ? ReadOnlyMemory<byte>.Empty
            : await reader.GetFieldValueAsync<byte[]>(first + 4, cancellationToken).ConfigureAwait(false),
        Headers = HeaderColumn.Read(await reader.IsDBNullAsync(first + 5, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(first + 5)),
        Coverage = (WebhookCoverage)reader.GetInt32(first + 6),
        TraceParent = await TextAsync(reader, first + 7, cancellationToken).ConfigureAwait(false),
        ReceivedAt = new DateTimeOffset(reader.GetDateTime(first + 8), TimeSpan.Zero),
    };

    private static async ValueTask<string?> TextAsync(NpgsqlDataReader reader, int column, CancellationToken cancellationToken) =>
        await reader.IsDBNullAsync(column, cancellationToken).ConfigureAwait(false) ? null : PostgresText.Decode(reader.GetString(column));
}
