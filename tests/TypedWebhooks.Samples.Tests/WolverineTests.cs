using TypedWebhooks.PostgreSql.Kill;
using Xunit;

namespace TypedWebhooks.Samples.Tests;

/// <summary>The sample with Wolverine's inbox, beside a database that is killed.</summary>
public sealed class WolverineTests
{
    [SkippableFact]
    public async Task Delivery_IsHandledOnce_AndWithoutTheDatabaseItIsRefused()
    {
        await using PostgresServer database = await StartDatabaseAsync();
        await using Sample sample = await StartAsync(database);

        string first = Guid.NewGuid().ToString();
        Assert.Equal(200, await sample.PostTeliaAsync(first));
        await sample.WaitForAsync("completed " + first);

        // It comes again, now that it has been handled, and twice as what nobody has handled yet.
        string second = Guid.NewGuid().ToString();
        Assert.Equal((200, 200, 200), (await sample.PostTeliaAsync(first), await sample.PostTeliaAsync(second), await sample.PostTeliaAsync(second)));
        await sample.WaitForAsync("completed " + second);

        await database.KillAsync();
        string third = Guid.NewGuid().ToString();
        Assert.Equal(503, await sample.PostTeliaAsync(third));

        await database.StartAsync();
        Assert.Equal(200, await sample.PostTeliaAsync(third));
        await sample.WaitForAsync("completed " + third);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal((1, 1, 1), (sample.Count("completed " + first), sample.Count("completed " + second), sample.Count("completed " + third)));
    }

    [SkippableFact]
    public async Task StoredDelivery_OutlivesTheProcess()
    {
        await using PostgresServer database = await StartDatabaseAsync();
        string[] ids = [.. Enumerable.Range(0, 20).Select(static _ => Guid.NewGuid().ToString())];
        string handled;
        await using (Sample sample = await StartAsync(database))
        {
            int[] statuses = await Task.WhenAll(ids.Select(id => sample.PostTeliaAsync(id)));
            await sample.KillAsync();
            Assert.All(statuses, static status => Assert.Equal(200, status));
            handled = sample.Output;
        }

        string[] left = [.. ids.Where(id => !handled.Contains("completed " + id, StringComparison.Ordinal))];
        Assert.NotEmpty(left);
        await using Sample next = await StartAsync(database);
        foreach (string id in left)
        {
            await next.WaitForAsync("completed " + id);
        }
    }

    private static async Task<PostgresServer> StartDatabaseAsync()
    {
        string? binaries = PostgresServer.FindBinaries();
        Skip.If(binaries is null, "There is no PostgreSQL here (Debian's package postgresql).");
        return await PostgresServer.StartNewAsync(binaries!);
    }

    private static Task<Sample> StartAsync(PostgresServer database) =>
        Sample.StartAsync("Receiver.Wolverine", "net10.0", ("ConnectionStrings__Wolverine", database.ConnectionString));
}
