using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace TypedWebhooks.PostgreSql;

/// <summary>
/// Stores verified deliveries for a <see cref="PostgresWebhookWorker"/>, in this process or another. One that it has had already, handled, parked
/// or neither, is not stored again.
/// </summary>
public sealed class PostgresWebhookInbox : IWebhookSink
{
    /// <summary>
    /// Who has told a provider 200 has to have the delivery on the disk, whatever the server's default is. A setting that waits for more than that
    /// is left alone.
    /// </summary>
    private const string CommitOnDisk = "select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'";

    /// <summary>
    /// Numbers are given before a transaction commits, so that a later one may be seen, and handled, before an earlier one. Who stores deliveries of
    /// one key does so one after the other, and they are seen in their order.
    /// </summary>
    private const string KeyLock = "select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 2004379698))";

    private readonly WebhookTable _table;
    private readonly string _insert;
    private readonly string _parked;
    private readonly string _lockParked;
    private readonly string _replay;
    private readonly string _delete;

    /// <summary>Makes one.</summary>
    /// <param name="dataSource">The database; its arrays have to be enabled, which they are unless it was built slim.</param>
    /// <param name="options">The table, and what deliveries are put in order by.</param>
    public PostgresWebhookInbox(NpgsqlDataSource dataSource, PostgresWebhookOptions? options = null)
        : this(new WebhookTable(dataSource ?? throw new ArgumentNullException(nameof(dataSource)), options ?? new()))
    {
    }

    internal PostgresWebhookInbox(WebhookTable table)
    {
        _table = table;

        // What the ledger only knows of has not been handled, so it is taken over. Where a claim holds, it is the claimant's until then.
        _insert = $"""
            insert into {table.Name} as t (scope, id, provider, account, state, body, headers, coverage, trace_parent, ordering_key, received_at, due_at)
            values ($1, $2, $3, $4, 'pending', $5, $6::jsonb, $7, $8, $9, $10, clock_timestamp())
            on conflict (scope, id) do update
                set seq = excluded.seq, provider = excluded.provider, account = excluded.account, state = 'pending', body = excluded.body,
                    headers = excluded.headers, coverage = excluded.coverage, trace_parent = excluded.trace_parent,
                    ordering_key = excluded.ordering_key, received_at = excluded.received_at, attempt = 0
                where t.state = 'ledger'
            """;
        _parked = $"""
            select {DeliveryColumns.List}, seq, attempt, last_error, settled_at from {table.Name}
            where state = 'parked' and seq > $1 and ($2::text is null or provider = $2) order by seq limit $3
            """;
        const string ByKey = "scope = $1 and id = $2 and state = 'parked'";
        _lockParked = $"select pg_advisory_xact_lock(hashtextextended(scope || ' ' || ordering_key, 2004379698)) from {table.Name} where {ByKey} and ordering_key is not null";

        // One that has not held up those behind it comes after them now: they may be at work.
        _replay = $"""
            update {table.Name} set {(table.Options.ParkedHoldsUpItsKey ? "" : "seq = default, ")}
                state = 'pending', attempt = 0, due_at = clock_timestamp(), settled_at = null, token = null
            where {ByKey}
            """;
        _delete = $"""
            update {table.Name} set state = 'done', settled_at = clock_timestamp(), body = null, headers = null, last_error = null
            where {ByKey}
            """;
    }

    /// <inheritdoc/>
    public bool KnowsDuplicates => true;

    /// <inheritdoc/>
    public async ValueTask AcceptAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        string scope = PostgresText.EncodeKey(delivery.Key.Provider);
        string? orderingKey = _table.Options.OrderingKey?.Invoke(delivery) is { } key ? PostgresText.EncodeKey(key) : null;

        // One round trip, and one transaction, since nothing in between ends it.
        await using NpgsqlBatch batch = _table.DataSource.CreateBatch();
        batch.BatchCommands.Add(new(CommitOnDisk));
        if (orderingKey is not null)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(KeyLock).Add(scope).Add(orderingKey));
        }

        NpgsqlBatchCommand insert = new(_insert);
        batch.BatchCommands.Add(insert
            .Add(scope)
            .Add(PostgresText.EncodeKey(delivery.Key.Id))
            .Add(PostgresText.EncodeKey(delivery.Provider))
            .Add(Encode(delivery.Account))
            .Add(delivery.Body)
            .Add(HeaderColumn.Write(delivery.Headers))
            .Add((int)delivery.Coverage)
            .Add(Encode(delivery.TraceParent))
            .Add(orderingKey)
            .Add(delivery.ReceivedAt.UtcDateTime));
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        if (insert.RecordsAffected > 0)
        {
            _table.Signal.Set();
        }
    }

    /// <summary>Reads parked deliveries, in the order of their receipt.</summary>
    /// <param name="provider">Those of one provider; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Those behind this <see cref="ParkedWebhook.Number"/>, to go on after a first list.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The deliveries.</returns>
    public async Task<IReadOnlyList<ParkedWebhook>> GetParkedAsync(string? provider = null, int limit = 100, long after = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        List<ParkedWebhook> parked = [];
        await using NpgsqlCommand command = _table.DataSource.CreateCommand(_parked).Add(after).Add(provider is null ? null : PostgresText.EncodeKey(provider)).Add(limit);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            parked.Add(new()
            {
                Delivery = await DeliveryColumns.ReadAsync(reader, 0, cancellationToken).ConfigureAwait(false),
                Number = reader.GetInt64(DeliveryColumns.Count),
                Attempts = reader.GetInt32(DeliveryColumns.Count + 1),
                Error = await reader.IsDBNullAsync(DeliveryColumns.Count + 2, cancellationToken).ConfigureAwait(false) ? "" : reader.GetString(DeliveryColumns.Count + 2),
                ParkedAt = new DateTimeOffset(reader.GetDateTime(DeliveryColumns.Count + 3), TimeSpan.Zero),
            });
        }

        return parked;
    }

    /// <summary>
    /// Has a parked delivery tried again, from the first attempt on. The events of a batch that were handled are not handled again. Where there is an
    /// order it comes last, unless <see cref="PostgresWebhookOptions.ParkedHoldsUpItsKey"/> has kept its place.
    /// </summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>Whether it was parked.</returns>
    public async Task<bool> ReplayAsync(WebhookKey key, CancellationToken cancellationToken = default)
    {
        await using NpgsqlBatch batch = _table.DataSource.CreateBatch();
        NpgsqlBatchCommand replay = new(_replay);
        batch.BatchCommands.Add(WithKey(new(_lockParked), key));
        batch.BatchCommands.Add(WithKey(replay, key));
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        if (replay.RecordsAffected == 0)
        {
            return false;
        }

        _table.Signal.Set();
        return true;
    }

    /// <summary>
    /// Gives a parked delivery up. Its body is deleted, and it is known as done for the retention, so that it is not stored when the provider sends
    /// it again.
    /// </summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>Whether it was parked.</returns>
    public async Task<bool> DeleteAsync(WebhookKey key, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand command = _table.DataSource.CreateCommand(_delete).Add(PostgresText.EncodeKey(key.Provider)).Add(PostgresText.EncodeKey(key.Id));
        bool isDeleted = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
        _table.Signal.Set();
        return isDeleted;
    }

    private static NpgsqlBatchCommand WithKey(NpgsqlBatchCommand command, WebhookKey key) =>
        command.Add(PostgresText.EncodeKey(key.Provider)).Add(PostgresText.EncodeKey(key.Id));

    private static string? Encode(string? text) => text is null ? null : PostgresText.Encode(text);
}
