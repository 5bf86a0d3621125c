using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

[Collection(PostgresTests.Name)]
public sealed class WorkerTests(PostgresFixture fixture)
{
    [SkippableFact]
    public async Task TwoWorkers_ShareTheWork_AndHandleEachOnce()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor first = new("Shop", static (_, _, ct) => Task.Delay(5, ct));
        ScriptedProcessor second = new("Shop", static (_, _, ct) => Task.Delay(5, ct));
        await table.StartWorkerAsync(null, first);
        await table.StartWorkerAsync(null, second);

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () => await table.AcceptAsync($"{i}"))));
        await table.WaitForAsync("done", 300);

        Assert.Equal(300, first.Begun.Concat(second.Begun).Distinct().Count());
        Assert.Equal(300, first.Begun.Count + second.Begun.Count);
        Assert.True(first.Begun.Count > 20 && second.Begun.Count > 20, $"{first.Begun.Count} and {second.Begun.Count}");
    }

    [SkippableFact]
    public async Task Poison_IsTriedAsOftenAsItSays_Parked_Replayed_AndHandled()
    {
        await using TestTable table = await fixture.NewTableAsync();
        bool isMended = false;
        ConcurrentQueue<int> attempts = new();
        ScriptedProcessor shop = new("Shop", (context, _, _) =>
        {
            attempts.Enqueue(context.Attempt);
            return isMended ? Task.CompletedTask : throw new InvalidOperationException("no stock\nleft \0");
        });
        await table.StartWorkerAsync(static options => options.MaxAttempts = 3, shop);
        await table.AcceptAsync("poison", """{"a":1}""");
        await table.AcceptAsync("poison 2");
        await table.WaitForAsync("parked", 2);

        Assert.Equal([1, 1, 2, 2, 3, 3], attempts.Order());
        IReadOnlyList<ParkedWebhook> parked = await table.Inbox.GetParkedAsync("Shop", 1);
        ParkedWebhook one = Assert.Single(parked);
        Assert.Equal(("poison", 3, "System.InvalidOperationException: no stock left  "), (one.Delivery.Key.Id, one.Attempts, one.Error));
        Assert.Equal("""{"a":1}""", System.Text.Encoding.UTF8.GetString(one.Delivery.Body.Span));
        Assert.Equal("poison 2", Assert.Single(await table.Inbox.GetParkedAsync(after: one.Number)).Delivery.Key.Id);
        Assert.Empty(await table.Inbox.GetParkedAsync("Other"));

        isMended = true;
        Assert.True(await table.Inbox.ReplayAsync(one.Delivery.Key));
        Assert.False(await table.Inbox.ReplayAsync(new("Shop", "unknown")));
        await table.WaitForAsync("done", 1);
        Assert.Equal(1, attempts.Last());
        Assert.False(await table.Inbox.ReplayAsync(one.Delivery.Key));

        Assert.True(await table.Inbox.DeleteAsync(new("Shop", "poison 2")));
        Assert.False(await table.Inbox.DeleteAsync(new("Shop", "poison 2")));
        await table.AcceptAsync("poison 2");
        Assert.Equal("done", await table.StateOfAsync("poison 2"));
    }

    [SkippableTheory]
    [InlineData("{", true)]
    [InlineData("42", true)]
    [InlineData("{} {}", true)]
    [InlineData("", true)]
    [InlineData("""{"a":1}""", false)]
    public async Task JsonException_ParksAtOnce_OnlyWhereTheBodyIsBroken(string body, bool parksAtOnce)
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop", static (_, _, _) => throw new JsonException("of a handler, or of the body"));
        await table.StartWorkerAsync(static options => options.MaxAttempts = 3, shop);
        await table.AcceptAsync("1", body);
        await table.WaitForAsync("parked", 1);
        Assert.Equal(parksAtOnce ? 1 : 3, shop.Begun.Count);
    }

    [SkippableFact]
    public async Task Batch_HasItsHandledEventsPassedOver()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ConcurrentQueue<string> before = new();
        ScriptedProcessor shop = new("Shop", (context, handled, _) =>
        {
            before.Enqueue(string.Join(' ', handled.Order()));
            handled.Add(context.Attempt * 2);
            return context.Attempt == 3 ? Task.CompletedTask : throw new InvalidOperationException();
        });
        await table.StartWorkerAsync(null, shop);
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
        Assert.Equal(["", "2", "2 4"], before);
    }

    [SkippableFact]
    public async Task OneKey_IsHandledOneAtATime_InTheOrderOfReceipt_AndOthersAreNotHeldUp()
    {
        await using TestTable table = await fixture.NewTableAsync(static options =>
            options.OrderingKey = static delivery => delivery.Key.Id[0] == '-' ? null : delivery.Key.Id[..1]);
        ConcurrentDictionary<string, int> running = new();
        ConcurrentQueue<string> ended = new();
        int overlaps = 0;
        async Task Script(WebhookContext context, ISet<int> handled, CancellationToken ct)
        {
            string key = context.Id[..1];
            if (running.AddOrUpdate(key, 1, static (_, n) => n + 1) > 1 && key != "-")
            {
                Interlocked.Increment(ref overlaps);
            }

            await Task.Delay(Random.Shared.Next(8), ct);
            running.AddOrUpdate(key, 0, static (_, n) => n - 1);
            if (context.Attempt == 1 && context.Id.EndsWith('7'))
            {
                throw new InvalidOperationException();
            }

            ended.Enqueue(context.Id);
        }

        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop", Script));
        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop", Script));
        await Task.WhenAll("abcd-".Select(key => Task.Run(async () =>
        {
            for (int i = 0; i < 30; i++)
            {
                await table.AcceptAsync($"{key}{i}");
            }
        })));
        await table.WaitForAsync("done", 150);

        Assert.Equal(0, overlaps);
        foreach (char key in "abcd")
        {
            Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{key}{i}"), ended.Where(id => id[0] == key));
        }
    }

    [SkippableFact]
    public async Task ManyReceiversOfOneKey_AreNeverHandledAtTheSameTime()
    {
        await using TestTable table = await fixture.NewTableAsync(static options => options.OrderingKey = static _ => "one");
        int running = 0, overlaps = 0;
        async Task Script(WebhookContext context, ISet<int> handled, CancellationToken ct)
        {
            if (Interlocked.Increment(ref running) > 1)
            {
                Interlocked.Increment(ref overlaps);
            }

            await Task.Delay(1, ct);
            Interlocked.Decrement(ref running);
        }

        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop", Script));
        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop", Script));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () => await table.AcceptAsync($"{i}"))));
        await table.WaitForAsync("done", 200, 40);
        Assert.Equal(0, overlaps);
    }

    [SkippableFact]
    public async Task DeliveryThatIsSlowToCommit_IsStillBeforeTheNextOfItsKey()
    {
        await using TestTable table = await fixture.NewTableAsync(static options => options.OrderingKey = static _ => "one");
        await table.TriggerAsync("insert", "if new.id = 'slow' then perform pg_sleep(0.7); end if;");
        ScriptedProcessor shop = new("Shop");
        await table.StartWorkerAsync(null, shop);

        // It has its number by then, and nobody sees it.
        Task slow = Task.Run(async () => await table.AcceptAsync("slow"));
        await Task.Delay(300);
        await table.AcceptAsync("fast");
        await slow;

        await table.WaitForAsync("done", 2);
        Assert.Equal(["slow", "fast"], shop.Begun);
    }

    [SkippableFact]
    public async Task SettlingThatFailsForLongerThanTheLease_IsTriedAgain_AndTheDeliveryIsNotHandledTwice()
    {
        await using TestTable table = await fixture.NewTableAsync();
        string soon = await table.ScalarAsync<string>("select (clock_timestamp() + interval '3 s')::text");
        await table.TriggerAsync("update", $"if clock_timestamp() < '{soon}' and (new.token is null or new.token = old.token) then raise 'Only claims pass.'; end if;");
        ScriptedProcessor shop = new("Shop");
        await table.StartWorkerAsync(static options => options.Lease = TimeSpan.FromMilliseconds(300), shop);
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
        Assert.Single(shop.Begun);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ParkedDelivery_HoldsUpItsKey_OnlyWhereAskedTo(bool holdsUp)
    {
        await using TestTable table = await fixture.NewTableAsync(options =>
        {
            options.OrderingKey = static _ => "one";
            options.ParkedHoldsUpItsKey = holdsUp;
        });
        bool isMended = false;
        ScriptedProcessor shop = new("Shop", (context, _, _) => context.Id == "1" && !isMended ? throw new InvalidOperationException() : Task.CompletedTask);
        await table.AcceptAsync("1");
        await table.AcceptAsync("2");
        await table.StartWorkerAsync(static options => options.MaxAttempts = 1, shop);
        await table.WaitForAsync("parked", 1);
        if (!holdsUp)
        {
            await table.WaitForAsync("done", 1);
        }

        await Task.Delay(200);
        Assert.Equal(holdsUp ? ["1"] : ["1", "2"], shop.Begun);
        isMended = true;
        await table.Inbox.ReplayAsync(new("Shop", "1"));
        await table.WaitForAsync("done", 2);
        Assert.Equal(holdsUp ? ["1", "1", "2"] : ["1", "2", "1"], shop.Begun);
    }

    [SkippableFact]
    public async Task ProviderThatNobodyHandlesHere_IsLeftAlone_AndSaidOnce()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop");
        await table.AcceptAsync("other", provider: "Other");
        await table.StartWorkerAsync(null, shop);
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
        await Task.Delay(700);

        Assert.Equal(0, await table.ScalarAsync<int>($"select attempt from {table.Name} where id = 'other'"));
        Assert.Single(table.Log, static line => line.Contains("Deliveries of Other are waiting", StringComparison.Ordinal));

        ScriptedProcessor other = new("Other");
        await table.StartWorkerAsync(null, other);
        await table.WaitForAsync("done", 2);
        Assert.Equal((1, 1), (shop.Begun.Count, other.Begun.Count));
    }

    [SkippableFact]
    public async Task HandlerThatTakesLongerThanItsLease_KeepsIt()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop", static (_, _, ct) => Task.Delay(1500, ct));
        await table.StartWorkerAsync(static options => options.Lease = TimeSpan.FromMilliseconds(300), shop);
        await table.StartWorkerAsync(static options => options.Lease = TimeSpan.FromMilliseconds(300), shop);
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
        Assert.Single(shop.Begun);
    }

    [SkippableFact]
    public async Task WorkerThatDied_HasItsDeliveryHandledByAnother_AndAfterTooManyItIsParked()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await table.AcceptAsync("1");
        await table.AcceptAsync("kills");

        // What a worker leaves that has died with it in hand: the attempt, its token, and a lease.
        await table.ScalarAsync<long>($"with x as (update {table.Name} set attempt = case id when '1' then 1 else 15 end, token = 1, due_at = clock_timestamp() + interval '300 ms' returning 1) select count(*) from x");
        ConcurrentQueue<int> attempts = new();
        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop", (context, _, _) =>
        {
            attempts.Enqueue(context.Attempt);
            return Task.CompletedTask;
        }));
        await table.WaitForAsync("done", 1);
        await table.WaitForAsync("parked", 1);
        Assert.Equal([2], attempts);
        Assert.Equal("kills", Assert.Single(await table.Inbox.GetParkedAsync()).Delivery.Key.Id);
    }

    [SkippableFact]
    public async Task DeliveryThatAnotherHasMeanwhile_IsCancelled_AndWhatTheFirstSaysChangesNothing()
    {
        await using TestTable table = await fixture.NewTableAsync();
        TaskCompletionSource cancelled = new();
        ScriptedProcessor shop = new("Shop", async (_, _, ct) =>
        {
            await using CancellationTokenRegistration registration = ct.Register(cancelled.SetResult);
            await cancelled.Task;
        });
        await table.StartWorkerAsync(static options => options.Lease = TimeSpan.FromMilliseconds(300), shop);
        await table.AcceptAsync("1");
        while (shop.Begun.IsEmpty)
        {
            await Task.Delay(10);
        }

        await table.ScalarAsync<long>($"with x as (update {table.Name} set token = 1, due_at = now() + interval '1 hour' returning 1) select count(*) from x");
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Task.Delay(300);
        Assert.Equal("pending", await table.StateOfAsync("1"));
        Assert.Equal(1, await table.ScalarAsync<long>($"select token from {table.Name}"));
    }

    [SkippableFact]
    public async Task HandlerTimeout_CancelsTheToken_AndCountsAsAFailure()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop", static (context, _, ct) => context.Attempt == 1 ? Task.Delay(Timeout.Infinite, ct) : Task.CompletedTask);
        await table.StartWorkerAsync(static options => options.HandlerTimeout = TimeSpan.FromMilliseconds(200), shop);
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
        Assert.Equal(2, shop.Begun.Count);
    }

    [SkippableFact]
    public async Task HandlerThatHangs_DoesNotKeepItsDeliveryForEver()
    {
        await using TestTable table = await fixture.NewTableAsync();
        TaskCompletionSource never = new();
        ScriptedProcessor shop = new("Shop", (context, _, _) => context.Attempt == 1 ? never.Task : Task.CompletedTask);
        await table.StartWorkerAsync(
            static options =>
            {
                options.HandlerTimeout = TimeSpan.FromMilliseconds(200);
                options.Lease = TimeSpan.FromMilliseconds(300);
            },
            shop);
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
        never.SetResult();
    }

    [SkippableFact]
    public async Task HostThatStops_LetsHandlersEnd_AndFetchesNothingNew()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop", static (_, _, ct) => Task.Delay(700, ct));
        IHost host = await table.StartWorkerAsync(static options => options.Parallelism = 2, shop);
        for (int i = 0; i < 6; i++)
        {
            await table.AcceptAsync($"{i}");
        }

        while (shop.Begun.Count < 2)
        {
            await Task.Delay(10);
        }

        await host.StopAsync();

        Assert.Equal((2L, 4L), (await table.CountAsync("done"), await table.CountAsync("pending")));
        Assert.Equal(4, await table.ScalarAsync<long>($"select count(*) from {table.Name} where state = 'pending' and token is null and attempt = 0"));
    }

    [SkippableFact]
    public async Task HostThatWaitsNoLonger_HasItGivenBack_AndTheAttemptDoesNotCount()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ScriptedProcessor shop = new("Shop", static (_, _, ct) => Task.Delay(Timeout.Infinite, ct));
        IHost host = await table.StartWorkerAsync(null, shop);
        await table.AcceptAsync("1");
        while (shop.Begun.IsEmpty)
        {
            await Task.Delay(10);
        }

        using CancellationTokenSource soon = new(200);
        await host.StopAsync(soon.Token).ContinueWith(static _ => { });

        Assert.Equal(1, await table.ScalarAsync<long>($"select count(*) from {table.Name} where state = 'pending' and token is null and attempt = 0 and due_at <= clock_timestamp()"));
    }

    [SkippableFact]
    public async Task ServerThatIsKilledAndComesBack_CostsNothing_AndIsSaidOnce()
    {
        await using TestTable table = await fixture.NewTableAsync();
        Skip.If(fixture.Own is null, "The server is not ours to kill.");
        ScriptedProcessor shop = new("Shop", static (_, _, ct) => Task.Delay(30, ct));
        await table.StartWorkerAsync(static options => options.Lease = TimeSpan.FromSeconds(3), shop);
        for (int i = 0; i < 100; i++)
        {
            await table.AcceptAsync($"{i}");
        }

        await fixture.Own!.KillAsync();
        await Task.Delay(1500);
        await Assert.ThrowsAnyAsync<Exception>(async () => await table.AcceptAsync("while it is down"));
        await fixture.Own.StartAsync();
        NpgsqlConnection.ClearAllPools();
        for (int i = 0; i < 100; i++)
        {
            await table.AcceptAsync($"after {i}");
        }

        await table.WaitForAsync("done", 200, 40);
        Assert.Equal(200, shop.Begun.Distinct().Count());
        Assert.True(shop.Begun.Count <= 200 + 16, $"{shop.Begun.Count}");
        Assert.Single(table.Log, static line => line.Contains("The inbox cannot be asked.", StringComparison.Ordinal));
        Assert.Single(table.Log, static line => line.Contains("The inbox can be asked again.", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task TableThatIsNotThereYet_IsWaitedFor()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await using (NpgsqlCommand drop = table.DataSource.CreateCommand($"drop table {table.Name}"))
        {
            await drop.ExecuteNonQueryAsync();
        }

        await table.StartWorkerAsync(null, new ScriptedProcessor("Shop"));
        await Task.Delay(500);
        await new PostgresWebhookSchema(table.DataSource, table.Options).CreateAsync();
        await table.AcceptAsync("1");
        await table.WaitForAsync("done", 1);
    }

    [SkippableFact]
    public async Task DepthAgeAndOutcomes_AreMeasured_AndTheTraceIsLinked()
    {
        await using TestTable table = await fixture.NewTableAsync();
        ConcurrentDictionary<string, double> gauges = new();
        ConcurrentQueue<string> outcomes = new();
        using MeterListener listener = new();
        listener.InstrumentPublished = static (instrument, l) =>
        {
            if (instrument.Meter.Name == "TypedWebhooks")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            string text = string.Join(' ', tags.ToArray().Select(static tag => tag.Value));
            if (text.Contains("Metered", StringComparison.Ordinal))
            {
                gauges[instrument.Name] = value;
                outcomes.Enqueue(text);
            }
        });
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (tags.ToArray().Any(static tag => tag.Value is "Metered"))
            {
                gauges[instrument.Name] = value;
            }
        });
        listener.Start();
        ConcurrentQueue<Activity> activities = new();
        using ActivityListener tracer = new()
        {
            ShouldListenTo = static source => source.Name == "TypedWebhooks",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(tracer);

        TaskCompletionSource gate = new();
        ScriptedProcessor shop = new("Metered", (context, _, _) => context.Id == "fails" ? throw new InvalidOperationException() : gate.Task);
        await table.StartWorkerAsync(static options => options.MaxAttempts = 1, shop);
        await table.Inbox.AcceptAsync(
            TestTable.Delivery("1", provider: "Metered") with { ReceivedAt = DateTimeOffset.UtcNow.AddHours(-1), TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }, default);
        await table.AcceptAsync("2", provider: "Metered");
        await table.AcceptAsync("fails", provider: "Metered");
        await table.WaitForAsync("parked", 1);
        await Task.Delay(600);
        listener.RecordObservableInstruments();
        Assert.Equal((2, 1), (gauges["webhook.inbox.depth"], gauges["webhook.inbox.parked"]));
        Assert.InRange(gauges["webhook.inbox.age"], 3600, 3700);

        gate.SetResult();
        await table.WaitForAsync("done", 2);
        await Task.Delay(600);
        listener.RecordObservableInstruments();
        Assert.Equal((0, 0), (gauges["webhook.inbox.depth"], gauges["webhook.inbox.age"]));
        Assert.Equal(2, outcomes.Count(static text => text == "Metered handled"));
        Assert.Contains("Metered parked", outcomes);
        Assert.True(gauges.ContainsKey("webhook.inbox.duration"));
        Activity[] mine = [.. activities.Where(static a => a.DisplayName == "process Metered")];
        Assert.Equal(3, mine.Length);
        Activity linked = Assert.Single(mine, static a => a.Links.Any());
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", linked.Links.Single().Context.TraceId.ToString());
        Assert.NotEqual(linked.TraceId, linked.Links.Single().Context.TraceId);
        Assert.Equal((ActivityKind.Consumer, "process"), (linked.Kind, linked.GetTagItem("messaging.operation.type")));
        Assert.Single(mine, static a => a.Status == ActivityStatusCode.Error);
    }

    [SkippableFact]
    public async Task NoLog_HasABodyOrAHeader()
    {
        await using TestTable table = await fixture.NewTableAsync();
        int calls = 0;
        ScriptedProcessor shop = new("Shop", (context, _, _) => (calls++ % 2) == 0 ? throw new InvalidOperationException("failed") : throw new JsonException("'B0DY' is invalid"));
        await table.StartWorkerAsync(static options => options.MaxAttempts = 2, shop);
        for (int i = 0; i < 4; i++)
        {
            await table.Inbox.AcceptAsync(TestTable.Delivery($"{i}\r\nforged line", "B0DY") with { Headers = [new("X-Token", "S3CRET")] }, default);
        }

        await table.WaitForAsync("parked", 4);
        Assert.NotEmpty(table.Log);
        Assert.DoesNotContain(table.Log, static line => line.Contains("B0DY", StringComparison.Ordinal) || line.Contains("S3CRET", StringComparison.Ordinal) || line.Contains("\nforged", StringComparison.Ordinal));
    }
}
