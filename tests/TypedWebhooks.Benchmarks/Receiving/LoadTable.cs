#if GITHUB
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.GitHub;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks.Receiving;

/// <summary>
/// Signed deliveries over loopback to receivers that do nothing with them: deliveries a second, the slowest hundredth, and the receiver's
/// work and bytes a delivery; the sender works on the same cores. Each way has a process of its own, and each round asks all of them. No two bodies are equal.
/// </summary>
internal static class LoadTable
{
    private const int Rounds = 15, Deliveries = 2_000, Senders = 4;

    public static async Task PrintAsync()
    {
        if (GitHubBodies.Folder is not { } folder)
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
            return;
        }

        GitHubBodies.Load();
        GitHubExample[] examples =
        [
            .. GitHubExample.ReadAll(folder).Where(static example => GitHubEvent.Parse(example.Event, example.Body) is not UnrecognizedGitHubEvent),
        ];
        await PrintAsync("GitHub's examples in turn", examples);
        await PrintAsync("pull_request.opened", [new GitHubExample("pull_request", GitHubBodies.Compact)]);
    }

    private static async Task PrintAsync(string title, GitHubExample[] examples)
    {
        Receiver[] receivers = [.. Enumerable.Range(0, LoadServer.Ways.Length).Select(static way => new Receiver(way))];
        try
        {
            examples = await KnownToAllAsync(receivers, examples);
            Console.WriteLine($"### {title}: {examples.Length} bodies, {examples.Average(static example => example.Body.Length):N0} bytes on average, {Senders} senders");
            Console.WriteLine();
            int serial = 0;
            for (int warm = 0; warm < 10; warm++)
            {
                foreach (Receiver receiver in receivers)
                {
                    await RoundAsync(receiver, Sign(examples, ref serial));
                }
            }

            Round[][] rounds = [.. receivers.Select(static _ => new Round[Rounds])];
            for (int round = 0; round < Rounds; round++)
            {
                for (int way = 0; way < receivers.Length; way++)
                {
                    rounds[way][round] = await RoundAsync(receivers[way], Sign(examples, ref serial));
                }
            }

            Console.WriteLine("| | deliveries/s | × the first | × Octokit's | p50, ms | p99, ms | CPU of the receiver, µs a delivery | × the first | × Octokit's | bytes a delivery | × Octokit's |");
            Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
            Round[] octokit = rounds[^1];
            for (int way = 0; way < rounds.Length; way++)
            {
                Round[] mine = rounds[way];
                double bytes = Median.Of([.. mine.Select(static round => round.Bytes)]);
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"| {LoadServer.Ways[way]} | {Median.Of([.. mine.Select(static round => round.Rate)]):N0} | {Ratio(mine, rounds[0], static round => round.Rate):0.00} | {Ratio(mine, octokit, static round => round.Rate):0.00} ")
                    + string.Create(CultureInfo.InvariantCulture, $"| {Median.Of([.. mine.Select(static round => round.P50)]):0.00} | {Median.Of([.. mine.Select(static round => round.P99)]):0.0} ")
                    + string.Create(CultureInfo.InvariantCulture, $"| {Median.Of([.. mine.Select(static round => round.Cpu)]):N0} | {Ratio(mine, rounds[0], static round => round.Cpu):0.00} | {Ratio(mine, octokit, static round => round.Cpu):0.00} ")
                    + string.Create(CultureInfo.InvariantCulture, $"| {bytes:N0} | {bytes / Median.Of([.. octokit.Select(static round => round.Bytes)]):0.00} |"));
            }

            Console.WriteLine();
        }
        finally
        {
            foreach (Receiver receiver in receivers)
            {
                receiver.Dispose();
            }
        }
    }

    /// <summary>Those that each of them answers with 200: Octokit's records refuse some that GitHub's schemas have.</summary>
    private static async Task<GitHubExample[]> KnownToAllAsync(Receiver[] receivers, GitHubExample[] examples)
    {
        List<GitHubExample> known = [];
        int serial = -1_000_000;
        foreach (GitHubExample example in examples)
        {
            bool isKnown = true;
            foreach (Receiver receiver in receivers)
            {
                isKnown &= await receiver.SendAsync(Sign([example], ref serial, 1)[0]) == 200;
            }

            if (isKnown)
            {
                known.Add(example);
            }
        }

        return [.. known];
    }

    private static async Task<Round> RoundAsync(Receiver receiver, Signed[] deliveries)
    {
        (long bytes, long ticks) = await receiver.SpentAsync();
        double[] times = new double[deliveries.Length];
        int next = -1, refused = 0;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < deliveries.Length; i = Interlocked.Increment(ref next))
            {
                long sent = Stopwatch.GetTimestamp();
                if (await receiver.SendAsync(deliveries[i]) != 200)
                {
                    Interlocked.Increment(ref refused);
                }

                times[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
        })));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (refused > 0)
        {
            throw new InvalidOperationException($"{refused} deliveries were not answered with 200.");
        }

        (long bytesAfter, long ticksAfter) = await receiver.SpentAsync();
        Array.Sort(times);
        return new(deliveries.Length / seconds, times[times.Length / 2], times[times.Length * 99 / 100], (bytesAfter - bytes) / (double)deliveries.Length, TimeSpan.FromTicks(ticksAfter - ticks).TotalMicroseconds / deliveries.Length);
    }

    private static Signed[] Sign(GitHubExample[] examples, ref int serial, int count = Deliveries)
    {
        Signed[] signed = new Signed[count];
        for (int i = 0; i < count; i++)
        {
            GitHubExample example = examples[i % examples.Length];

            // White space that differs makes another body of it, and the same event.
            byte[] body = [.. example.Body, .. Encoding.ASCII.GetBytes(Convert.ToString(serial++, 2).Replace('0', ' ').Replace('1', '\n'))];
            signed[i] = new(example.Event, body, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(LoadServer.Secret), body)));
        }

        return signed;
    }

    private static double Ratio(Round[] mine, Round[] others, Func<Round, double> of) => Median.Of([.. mine.Zip(others, (mine, other) => of(mine) / of(other))]);

    private sealed record Signed(string Event, byte[] Body, string Signature);

    private sealed record Round(double Rate, double P50, double P99, double Bytes, double Cpu);

    private sealed class Receiver : IDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _client;

        public Receiver(int way)
        {
            ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
            if (!Environment.ProcessPath!.Contains("Benchmarks", StringComparison.Ordinal))
            {
                start.ArgumentList.Add(typeof(LoadTable).Assembly.Location);
            }

            start.ArgumentList.Add(LoadServer.Argument);
            start.ArgumentList.Add(way.ToString(CultureInfo.InvariantCulture));
            _process = Process.Start(start)!;
            _client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(_process.StandardOutput.ReadLine()!) };
        }

        public async Task<int> SendAsync(Signed signed)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/hooks") { Content = new ByteArrayContent(signed.Body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            request.Headers.TryAddWithoutValidation("X-GitHub-Event", signed.Event);
            request.Headers.TryAddWithoutValidation("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958");
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signed.Signature);
            using HttpResponseMessage response = await _client.SendAsync(request);
            return (int)response.StatusCode;
        }

        /// <summary>What its process has allocated, in bytes, and worked, in ticks.</summary>
        public async Task<(long Bytes, long Ticks)> SpentAsync()
        {
            string[] spent = (await _client.GetStringAsync(new Uri("/spent", UriKind.Relative))).Split(' ');
            return (long.Parse(spent[0], CultureInfo.InvariantCulture), long.Parse(spent[1], CultureInfo.InvariantCulture));
        }

        public void Dispose()
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
            _client.Dispose();
        }
    }
}
#endif
