using System.IO;
using System.Threading.Tasks;
using TypedWebhooks.PostgreSql.Kill;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

/// <summary>The short one; docs/inbox.md has the figures of the long one, and how to run it.</summary>
public sealed class KillTests
{
    [SkippableFact]
    public async Task ReceiversWorkersAndTheServer_AreKilled_AndNothingIsLost()
    {
        string? binaries = PostgresServer.FindBinaries();
        Skip.If(binaries is null, "There is no PostgreSQL here that could be killed: no initdb (Debian's package postgresql).");

        await using StringWriter log = new();
        KillFigures figures = await KillRun.RunAsync(binaries!, 500, 3, log);

        Assert.True(figures.IsRight, $"{figures}\n{log}");
        Assert.Equal((1, 1, 1), (figures.ReceiverKills, figures.WorkerKills, figures.ServerKills));
    }
}
