using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

[Collection(PostgresTests.Name)]
public sealed class InboxTests(PostgresFixture fixture)
{
    [SkippableFact]
    public async Task SameDeliveryHundredTimesAtOnce_IsStoredOnce()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await table.AcceptAsync("1"))));
        Assert.Equal(1, await table.CountAsync("pending"));
    }

    [SkippableTheory]
    [InlineData("parked")]
    [InlineData("done")]
    public async Task DuplicateOfOneThatIsParkedOrDone_IsNotStoredAgain(string state)
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop", (_, _, _) => state == "done" ? Task.CompletedTask : throw new InvalidOperationException());
        await table.StartWorkerAsync(static options => options.MaxAttempts = 1, shop);
        await table.AcceptAsync("1");
        await table.WaitForAsync(state, 1);

        await table.AcceptAsync("1");

        await Task.Delay(200);
        Assert.Equal(0, await table.CountAsync("pending"));
        Assert.Single(shop.Begun);
    }

    [SkippableFact]
    public async Task Delivery_ComesOutAsItWentIn()
    {
        await using TestTable table = await fixture.NewTableAsync();
        byte[] body = [.. Enumerable.Range(0, 3_000_000).Select(static i => (byte)(i * 31))];
        WebhookDelivery delivery = new()
        {
            Key = new("Shop/a\0c\ud800me", "id \0 \\u0000 \udc00"),
            Provider = "Shop",
            Account = "a\0c\ud800me",
            Body = body,
            Headers = [new("Content-Type", "application/json"), new("X-Twice", "1"), new("X-Twice", "2 \0 \ud800 \"\\ \u00e5")],
            Coverage = WebhookCoverage.Body | WebhookCoverage.Timestamp,
            ReceivedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        };
        WebhookContext? seen = null;
        ScriptedProcessor shop = new("Shop", (context, _, _) =>
        {
            seen = context;
            return Task.CompletedTask;
        });
        await table.StartWorkerAsync(null, shop);

        await table.Inbox.AcceptAsync(delivery, default);
        await table.WaitForAsync("done", 1);

        Assert.Equal(body, seen!.Body.ToArray());
        Assert.Equal(delivery.Headers, seen.Delivery.Headers);
        Assert.Equal(delivery with { Body = default, Headers = [] }, seen.Delivery with { Body = default, Headers = [] });
        Assert.Equal(1, seen.Attempt);
    }

    [SkippableTheory]
    [InlineData(false, "0 0")]
    [InlineData(true, "2 1")]
    public async Task HandledBody_IsKeptOnlyWhereAskedFor(bool isKept, string expected)
    {
        await using TestTable table = await fixture.NewTableAsync(options => options.KeepsHandledBodies = isKept);
        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop"));
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
        Assert.Equal(expected, await table.ScalarAsync<string>($"select coalesce(length(body), 0) || ' ' || (headers is not null)::int from {table.Name}"));
    }

    [SkippableFact]
    public async Task DeliveryThatTheLedgerHasClaimed_WaitsForTheClaim_AndIsNotLost()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop");
        await table.StartWorkerAsync(null, shop);
        WebhookClaim dies = await table.Ledger.TryClaimAsync(new("Shop", "dies"), TimeSpan.FromMilliseconds(500), default);
        WebhookClaim settles = await table.Ledger.TryClaimAsync(new("Shop", "settles"), TimeSpan.FromMinutes(1), default);
        await table.AcceptAsync("dies");
        await table.AcceptAsync("settles");
        await Task.Delay(100);
        Assert.Empty(shop.Begun);

        await table.Ledger.SettleAsync(new("Shop", "settles"), settles, default);

        await table.WaitForAsync("done", 2);
        Assert.Equal(["dies"], shop.Begun);
        Assert.Equal(WebhookClaimState.Claimed, dies.State);
    }

    [SkippableFact]
    public async Task KeyThatTheInboxHas_IsNotClaimedByTheLedger()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await table.AcceptAsync("1");
        Assert.Equal(WebhookClaimState.InProgress, (await table.Ledger.TryClaimAsync(new("Shop", "1"), TimeSpan.FromMinutes(1), default)).State);
        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop"));
        await table.WaitForAsync("done", 1);
        Assert.Equal(WebhookClaimState.Done, (await table.Ledger.TryClaimAsync(new("Shop", "1"), TimeSpan.FromMinutes(1), default)).State);
    }

    [SkippableFact]
    public async Task WeakenedServer_StillCommitsToDiskBeforeItIsTold()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await using Npgsql.NpgsqlDataSource weak = Npgsql.NpgsqlDataSource.Create(table.ConnectionString + ";Options=-csynchronous_commit=off");
        PostgresWebhookInbox inbox = new(weak, table.Options);
        await table.TriggerAsync("insert", "new.last_error := current_setting('synchronous_commit');");

        await inbox.AcceptAsync(TestTable.Delivery("1"), default);

        Assert.Equal("on", await table.ScalarAsync<string>($"select last_error from {table.Name}"));
        await using Npgsql.NpgsqlCommand after = weak.CreateCommand("show synchronous_commit");
        Assert.Equal("off", await after.ExecuteScalarAsync());
    }
}
