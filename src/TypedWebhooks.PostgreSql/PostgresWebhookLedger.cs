using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace TypedWebhooks.PostgreSql;

/// <summary>
/// A ledger that any number of machines share. A claim is one statement, and leases run by the database's clock, so that no machine's own
/// counts. Register it with <c>AddPostgresWebhooks</c>.
/// </summary>
public sealed class PostgresWebhookLedger : IWebhookLedger
{
    private const int Claimed = 0;
    private const int Done = 2;

    private readonly WebhookTable _table;
    private readonly string _claim;
    private readonly string _settle;
    private readonly string _release;
    private readonly string _purge;

    /// <summary>Makes one.</summary>
    /// <param name="dataSource">The database; its arrays have to be enabled, which they are unless it was built slim.</param>
    /// <param name="options">The table and how long its rows are kept.</param>
    public PostgresWebhookLedger(NpgsqlDataSource dataSource, PostgresWebhookOptions? options = null)
        : this(new WebhookTable(dataSource ?? throw new ArgumentNullException(nameof(dataSource)), options ?? new()))
    {
    }

    internal PostgresWebhookLedger(WebhookTable table)
    {
        _table = table;

        // The second branch sees the table as it was before the statement: a row that another has put there since is not in it, nor is any then
        // in the answer, which is read as "somebody has it".
        _claim = $"""
            with mine as (
                insert into {table.Name} as t (scope, id, provider, state, received_at, attempt, token, due_at)
                values ($1, $2, $1, 'ledger', clock_timestamp(), 1, $3, clock_timestamp() + $4)
                on conflict (scope, id) do update
                    set attempt = t.attempt + 1, token = excluded.token, due_at = clock_timestamp() + $4
                    where t.state = 'ledger' and t.due_at <= clock_timestamp()
                returning t.attempt)
            select {Claimed}, attempt from mine
            union all
            select case state when 'done' then {Done} else 1 end, 0 from {table.Name}
            where scope = $1 and id = $2 and not exists (select from mine)
            """;

        // A delivery that the inbox has been given meanwhile is the claimant's as long as its claim holds.
        _settle = $"""
            update {table.Name} set state = 'done', settled_at = clock_timestamp(), token = null, body = null, headers = null, last_error = null
            where scope = $1 and id = $2 and token = $3 and state in ('ledger', 'pending')
            """;
        _release = $"""
            update {table.Name} set token = null, due_at = clock_timestamp()
            where scope = $1 and id = $2 and token = $3 and state in ('ledger', 'pending')
            """;
        _purge = $"""
            delete from {table.Name} where seq in (
                select seq from {table.Name}
                where (state = 'done' and settled_at < now() - $1) or (state = 'ledger' and due_at < now() - $1)
                limit $2 for update skip locked)
            """;
    }

    /// <inheritdoc/>
    public async ValueTask<WebhookClaim> TryClaimAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken)
    {
        long token = ClaimToken.Next();
        await using NpgsqlCommand command = _table.DataSource.CreateCommand(_claim).Add(PostgresText.EncodeKey(key.Provider)).Add(PostgresText.EncodeKey(key.Id)).Add(token).Add(lease);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return new(WebhookClaimState.InProgress);
        }

        return reader.GetInt32(0) switch
        {
            Claimed => new(WebhookClaimState.Claimed, reader.GetInt32(1), token),
            Done => new(WebhookClaimState.Done),
            _ => new(WebhookClaimState.InProgress),
        };
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken) => EndAsync(_settle, key, claim, cancellationToken);

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken) => EndAsync(_release, key, claim, cancellationToken);

    /// <summary>
    /// Deletes what was handled longer ago than the retention. A service of <c>AddPostgresWebhooks</c> does so by itself; parked deliveries and
    /// those that are not handled stay.
    /// </summary>
    /// <param name="cancellationToken">Gives it up; what was deleted until then is.</param>
    /// <returns>How many rows are gone.</returns>
    public async Task<long> PurgeAsync(CancellationToken cancellationToken = default)
    {
        const int BatchSize = 1000;
        long sum = 0;
        int count;
        do
        {
            await using NpgsqlCommand command = _table.DataSource.CreateCommand(_purge).Add(_table.Options.Retention).Add(BatchSize);
            count = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            sum += count;
        }
        while (count == BatchSize);

        return sum;
    }

    private async ValueTask EndAsync(string sql, WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = _table.DataSource.CreateCommand(sql).Add(PostgresText.EncodeKey(key.Provider)).Add(PostgresText.EncodeKey(key.Id)).Add(claim.Token);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
