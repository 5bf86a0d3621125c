using System;
using System.Globalization;
using System.Threading.Tasks;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>
/// Kills what can be killed while deliveries are on their way, and counts what became of them:
/// <c>dotnet run -c Release --project tests/TypedWebhooks.PostgreSql.Kill -- 10000</c>. The processes that are killed are this program as well.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["receiver", string port]:
                await Receiver.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
                return 0;
            case ["worker"]:
                await Worker.RunAsync();
                return 0;
            default:
                int deliveries = args is [string count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 10_000;
                int kills = args is [_, string number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 30;
                if (PostgresServer.FindBinaries() is not { } binaries)
                {
                    Console.WriteLine("There is no PostgreSQL here.");
                    return 2;
                }

                KillFigures figures = await KillRun.RunAsync(binaries, deliveries, kills, Console.Out);
                Console.WriteLine(figures);
                return figures.IsRight ? 0 : 1;
        }
    }
}
