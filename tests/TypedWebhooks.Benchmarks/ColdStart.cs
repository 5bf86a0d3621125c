using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Measuring;
using TypedWebhooks.Benchmarks.Rivals;
using TypedWebhooks.Benchmarks.Telia;

namespace TypedWebhooks.Benchmarks;

/// <summary>The first event of a fresh process, which a function that was just started waits for.</summary>
internal static class ColdStart
{
    /// <summary>What a child process is started with; the way follows it.</summary>
    public const string Argument = "--cold-child";

    private const int Rounds = 7;

    public static void Print()
    {
        (string Name, string Ours, string Rival)[] pairs =
        [
            ("Telia signatorysigned", "telia", "telia-rival"),
            ("Telia signatorysigned, through JsonSerializer", "telia-context", "telia-rival"),
#if GITHUB
            ("GitHub pull_request.opened", "github", "github-rival"),
#endif
        ];
        Console.WriteLine("### The first event of a fresh process");
        Console.WriteLine();
        Console.WriteLine("| | TypedWebhooks, ms | System.Text.Json generated, ms | ratio |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach ((string name, string ours, string rival) in pairs)
        {
            List<(double Ours, double Rival)> rounds = [];
            for (int i = 0; i < Rounds; i++)
            {
                rounds.Add((Start(ours), Start(rival)));
            }

            Console.WriteLine(
                $"| {name} | {Median.Of([.. rounds.Select(static r => r.Ours)]):0.0} | {Median.Of([.. rounds.Select(static r => r.Rival)]):0.0} | {Median.Of([.. rounds.Select(static r => r.Ours / r.Rival)]):0.00} |");
        }

        Console.WriteLine();
    }

    /// <summary>Reads one event in this process, which has read none, and says how many milliseconds it took.</summary>
    public static string Measure(string way)
    {
        byte[] body = SmallBodies.Telia;
#if GITHUB
        if (way.StartsWith("github", StringComparison.Ordinal))
        {
            body = Convert.FromBase64String(Console.In.ReadLine()!);
        }
#endif
        long start = Stopwatch.GetTimestamp();
        object? e = way switch
        {
            "telia" => TeliaEvent.Parse(body),
            "telia-context" => JsonSerializer.Deserialize(body, TeliaJsonContext.Default.TeliaEvent),
            "telia-rival" => JsonSerializer.Deserialize(body, RivalContext.Default.TeliaRival),
#if GITHUB
            "github" => GitHub.GitHubEvent.Parse("pull_request", body),
            "github-rival" => JsonSerializer.Deserialize(body, RivalContext.Default.RivalPullRequestEvent),
#endif
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GC.KeepAlive(e);
        return elapsed.ToString(CultureInfo.InvariantCulture);
    }

    private static double Start(string way)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (!Environment.ProcessPath!.Contains("Benchmarks", StringComparison.Ordinal))
        {
            start.ArgumentList.Add(typeof(ColdStart).Assembly.Location);
        }

        start.ArgumentList.Add(Argument);
        start.ArgumentList.Add(way);
        using Process child = Process.Start(start)!;
#if GITHUB
        if (way.StartsWith("github", StringComparison.Ordinal))
        {
            // Making the body here keeps the making out of the child.
            GitHubBodies.Load();
            child.StandardInput.WriteLine(Convert.ToBase64String(GitHubBodies.Compact));
        }
#endif
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
