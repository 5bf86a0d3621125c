using System;
using System.Linq;
using System.Threading.Tasks;
using Npgsql;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

[Collection(PostgresTests.Name)]
public sealed class LedgerTests(PostgresFixture fixture)
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);
    private static readonly WebhookKey s_key = new("Shop", "1");

    [SkippableFact]
    public async Task HundredClaimsAtOnceOfTwoMachines_OneWins()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await using NpgsqlDataSource other = NpgsqlDataSource.Create(table.ConnectionString);
        PostgresWebhookLedger second = new(other, table.Options);

        WebhookClaim[] claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            Task.Run(async () => await (i % 2 == 0 ? table.Ledger : second).TryClaimAsync(s_key, s_lease, default))));

        Assert.Equal(1, Assert.Single(claims, static claim => claim.State == WebhookClaimState.Claimed).Attempt);
        Assert.Equal(99, claims.Count(static claim => claim.State == WebhookClaimState.InProgress));
    }

    [SkippableFact]
    public async Task Settled_IsDone()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await table.Ledger.SettleAsync(s_key, await table.Ledger.TryClaimAsync(s_key, s_lease, default), default);

        Assert.Equal(WebhookClaimState.Done, (await table.Ledger.TryClaimAsync(s_key, s_lease, default)).State);
        Assert.Equal(WebhookClaimState.Claimed, (await table.Ledger.TryClaimAsync(new("Shop/acme", "1"), s_lease, default)).State);
    }

    [SkippableFact]
    public async Task Released_IsClaimedAgain_AndCounted()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await table.Ledger.ReleaseAsync(s_key, await table.Ledger.TryClaimAsync(s_key, s_lease, default), default);

        WebhookClaim second = await table.Ledger.TryClaimAsync(s_key, s_lease, default);

        Assert.Equal((WebhookClaimState.Claimed, 2), (second.State, second.Attempt));
    }

    [SkippableFact]
    public async Task LeaseThatRanOut_IsClaimedByAnother_AndTheLateOneChangesNothing()
    {
        await using TestTable table = await fixture.NewTableAsync();
        WebhookClaim late = await table.Ledger.TryClaimAsync(s_key, TimeSpan.FromMilliseconds(50), default);
        await Task.Delay(100);
        WebhookClaim current = await table.Ledger.TryClaimAsync(s_key, s_lease, default);
        Assert.Equal((WebhookClaimState.Claimed, 2), (current.State, current.Attempt));

        await table.Ledger.ReleaseAsync(s_key, late, default);
        Assert.Equal(WebhookClaimState.InProgress, (await table.Ledger.TryClaimAsync(s_key, s_lease, default)).State);
        await table.Ledger.SettleAsync(s_key, late, default);
        Assert.Equal(WebhookClaimState.InProgress, (await table.Ledger.TryClaimAsync(s_key, s_lease, default)).State);

        await table.Ledger.SettleAsync(s_key, current, default);
        Assert.Equal(WebhookClaimState.Done, (await table.Ledger.TryClaimAsync(s_key, s_lease, default)).State);
    }

    [SkippableFact]
    public async Task ClaimOfARowThatWasPurged_DoesNotSettleTheNewOne()
    {
        await using TestTable table = await fixture.NewTableAsync(static options => options.Retention = TimeSpan.FromMilliseconds(1));
        WebhookClaim late = await table.Ledger.TryClaimAsync(s_key, TimeSpan.FromMilliseconds(1), default);
        await Task.Delay(50);
        Assert.Equal(1, await table.Ledger.PurgeAsync());
        await table.Ledger.TryClaimAsync(s_key, s_lease, default);

        await table.Ledger.SettleAsync(s_key, late, default);

        Assert.Equal("ledger", await table.StateOfAsync("1"));
    }

    [SkippableFact]
    public async Task Retention_PurgesWhatIsDoneLongEnough_AndNothingElse()
    {
        await using TestTable table = await fixture.NewTableAsync(static options => options.Retention = TimeSpan.FromHours(1));
        foreach (string id in new[] { "old", "young" })
        {
            await table.Ledger.SettleAsync(new("Shop", id), await table.Ledger.TryClaimAsync(new("Shop", id), s_lease, default), default);
        }

        await table.Ledger.TryClaimAsync(new("Shop", "claimed"), s_lease, default);
        await table.AcceptAsync("pending");
        await table.AcceptAsync("parked");
        await table.ScalarAsync<long>($"with x as (update {table.Name} set state = 'parked', settled_at = now() - interval '2 hours' where id = 'parked' returning 1) select count(*) from x");
        await table.ScalarAsync<long>($"with x as (update {table.Name} set due_at = now() - interval '2 hours' where id = 'pending' returning 1) select count(*) from x");
        await table.ScalarAsync<long>($"with x as (update {table.Name} set settled_at = now() - interval '2 hours' where id = 'old' returning 1) select count(*) from x");

        Assert.Equal(1, await table.Ledger.PurgeAsync());
        Assert.Equal("claimed parked pending young", await table.ScalarAsync<string>($"select string_agg(id, ' ' order by id) from {table.Name}"));
    }

    [SkippableFact]
    public async Task MoreThanABatch_IsPurgedWhole()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await table.ScalarAsync<long>($"""
            with x as (insert into {table.Name} (scope, id, provider, state, received_at, due_at, settled_at)
            select 'Shop', i::text, 'Shop', 'done', now(), now(), now() - interval '30 days' from generate_series(1, 2500) i returning 1) select count(*) from x
            """);

        Assert.Equal(2500, await table.Ledger.PurgeAsync());
    }

    [SkippableFact]
    public async Task Host_PurgesByItself()
    {
        await using TestTable table = await fixture.NewTableAsync(static options =>
        {
            options.Retention = TimeSpan.FromMilliseconds(1);
            options.PurgeInterval = TimeSpan.FromMilliseconds(50);
        });
        await table.Ledger.SettleAsync(s_key, await table.Ledger.TryClaimAsync(s_key, s_lease, default), default);

        await table.StartWorkerAsync();

        await table.WaitForAsync("done", 0);
    }

    [SkippableTheory]
    [InlineData("nul \0 and half a pair \ud800 and a backslash \\ and \\u0000")]
    [InlineData("' ; drop table \"x\"; --")]
    [InlineData("\U0001F600 \u2028")]
    [InlineData("long")]
    public async Task AnyText_IsAKey(string id)
    {
        await using TestTable table = await fixture.NewTableAsync();
        WebhookKey key = new(id, id == "long" ? new string('\u0444', 5000) : id);
        await table.Ledger.SettleAsync(key, await table.Ledger.TryClaimAsync(key, s_lease, default), default);
        Assert.Equal(WebhookClaimState.Done, (await table.Ledger.TryClaimAsync(key, s_lease, default)).State);
        Assert.Equal(WebhookClaimState.Claimed, (await table.Ledger.TryClaimAsync(new(key.Provider, key.Id + "x"), s_lease, default)).State);
    }

    [SkippableFact]
    public async Task ServerThatIsNotThere_Throws()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await using NpgsqlDataSource nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=x;Password=x;Timeout=2");
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await new PostgresWebhookLedger(nowhere).TryClaimAsync(s_key, s_lease, default));
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await new PostgresWebhookInbox(nowhere).AcceptAsync(TestTable.Delivery("1"), default));
    }
}
