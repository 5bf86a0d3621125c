using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace TypedWebhooks.PostgreSql;

/// <summary>The table as a queue: who fetches a row has it until its lease runs out, and says under his token what has become of it.</summary>
internal sealed class WebhookQueue
{
    private readonly WebhookTable _table;
    private readonly string _claim;
    private readonly string _renew;
    private readonly string _settle;
    private readonly string _retry;
    private readonly string _release;
    private readonly string _park;
    private readonly string _statistics;

    public WebhookQueue(WebhookTable table)
    {
        _table = table;
        string holdingUp = table.Options.ParkedHoldsUpItsKey ? "in ('pending', 'parked')" : "= 'pending'";

        // Each provider is looked up in the index, so that a backlog of one that nobody here handles costs nothing. Of an ordered key only the first
        // is fetched, also while it is at work or waits for its retry: it is pending until it is done.
        _claim = $"""
            with due as materialized (
                select d.seq from unnest($1) as p(provider) cross join lateral (
                    select q.seq, q.due_at from {table.Name} q
                    where q.state = 'pending' and q.provider = p.provider and q.due_at <= now() and q.seq <> all($2)
                        and (q.ordering_key is null or not exists (
                            select from {table.Name} e
                            where e.scope = q.scope and e.ordering_key = q.ordering_key and e.seq < q.seq and e.state {holdingUp}))
                    order by q.due_at, q.seq limit $3 for update skip locked) d
                order by d.due_at, d.seq limit $3)
            update {table.Name} t set attempt = t.attempt + 1, token = $4, due_at = clock_timestamp() + $5
            from due where t.seq = due.seq
            returning {string.Join(", ", DeliveryColumns.List.Split(", ").Select(static column => "t." + column))}, t.seq, t.attempt, t.handled, t.ordering_key is not null
            """;
        _renew = $"""
            update {table.Name} t set due_at = clock_timestamp() + $3
            from unnest($1, $2) as mine(seq, token)
            where t.seq = mine.seq and t.token = mine.token and t.state = 'pending'
            returning t.seq
            """;
        string kept = table.Options.KeepsHandledBodies ? "" : "body = null, headers = null, ";
        const string Mine = "where seq = $1 and token = $2 and state = 'pending'";
        _settle = $"update {table.Name} set state = 'done', settled_at = clock_timestamp(), token = null, {kept}last_error = null, handled = array[]::integer[] {Mine}";
        _retry = $"update {table.Name} set token = null, due_at = clock_timestamp() + $3, handled = $4, last_error = $5 {Mine}";
        _release = $"update {table.Name} set token = null, due_at = clock_timestamp(), handled = $3, attempt = attempt - 1 {Mine}";
        _park = $"update {table.Name} set state = 'parked', settled_at = clock_timestamp(), token = null, handled = $3, last_error = $4 {Mine}";
        _statistics = $"""
            select provider, count(*) filter (where state = 'pending'),
                greatest(extract(epoch from clock_timestamp() - min(received_at) filter (where state = 'pending')), 0)::double precision,
                count(*) filter (where state = 'parked')
            from {table.Name} where state in ('pending', 'parked') group by provider
            """;
    }

    /// <summary>Fetches deliveries that are due.</summary>
    /// <remarks>Only those of <c>providers</c>, and none of <c>mine</c>: what the caller has in hand it does not want twice, though a lease has run out.</remarks>
    public async Task<List<StoredDelivery>> ClaimAsync(string[] providers, long[] mine, int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        long token = ClaimToken.Next();
        List<StoredDelivery> claimed = [];
        await using NpgsqlCommand command = _table.DataSource.CreateCommand(_claim).Add(providers).Add(mine).Add(count).Add(token).Add(lease);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            claimed.Add(new(
                reader.GetInt64(DeliveryColumns.Count),
                token,
                reader.GetInt32(DeliveryColumns.Count + 1),
                reader.GetBoolean(DeliveryColumns.Count + 3),
                new HashSet<int>(await reader.GetFieldValueAsync<int[]>(DeliveryColumns.Count + 2, cancellationToken).ConfigureAwait(false)),
                await DeliveryColumns.ReadAsync(reader, 0, cancellationToken).ConfigureAwait(false)));
        }

        claimed.Sort(static (left, right) => left.Seq.CompareTo(right.Seq));
        return claimed;
    }

    /// <summary>Renews leases.</summary>
    /// <returns>Those that still were the caller's.</returns>
    public async Task<HashSet<long>> RenewAsync(IReadOnlyCollection<StoredDelivery> mine, TimeSpan lease, CancellationToken cancellationToken)
    {
        HashSet<long> renewed = [];
        await using NpgsqlCommand command = _table.DataSource.CreateCommand(_renew)
            .Add(mine.Select(static delivery => delivery.Seq).ToArray()).Add(mine.Select(static delivery => delivery.Token).ToArray()).Add(lease);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            renewed.Add(reader.GetInt64(0));
        }

        return renewed;
    }

    /// <summary>Says that it was handled.</summary>
    /// <returns>Whether it was the caller's to say so; if not, another has it, and may handle it once more.</returns>
    public Task<bool> SettleAsync(StoredDelivery delivery, CancellationToken cancellationToken) =>
        EndAsync(Command(_settle, delivery), cancellationToken);

    /// <summary>Says that it failed, and when it is tried again.</summary>
    public Task<bool> RetryAsync(StoredDelivery delivery, TimeSpan delay, string error, CancellationToken cancellationToken) =>
        EndAsync(Command(_retry, delivery).Add(delay).Add(delivery.Handled.ToArray()).Add(error), cancellationToken);

    /// <summary>Gives it back as if it had not been fetched.</summary>
    public Task<bool> ReleaseAsync(StoredDelivery delivery, CancellationToken cancellationToken) =>
        EndAsync(Command(_release, delivery).Add(delivery.Handled.ToArray()), cancellationToken);

    /// <summary>Says that it failed for the last time.</summary>
    public Task<bool> ParkAsync(StoredDelivery delivery, string error, CancellationToken cancellationToken) =>
        EndAsync(Command(_park, delivery).Add(delivery.Handled.ToArray()).Add(error), cancellationToken);

    /// <summary>Counts what waits and what is parked.</summary>
    public async Task<List<InboxStatistics>> CountAsync(CancellationToken cancellationToken)
    {
        List<InboxStatistics> statistics = [];
        await using NpgsqlCommand command = _table.DataSource.CreateCommand(_statistics);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            bool hasAge = !await reader.IsDBNullAsync(2, cancellationToken).ConfigureAwait(false);
            statistics.Add(new(PostgresText.Decode(reader.GetString(0)), reader.GetInt64(1), hasAge ? TimeSpan.FromSeconds(reader.GetDouble(2)) : TimeSpan.Zero, reader.GetInt64(3)));
        }

        return statistics;
    }

    private static async Task<bool> EndAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    private NpgsqlCommand Command(string sql, StoredDelivery delivery) => _table.DataSource.CreateCommand(sql).Add(delivery.Seq).Add(delivery.Token);
}
