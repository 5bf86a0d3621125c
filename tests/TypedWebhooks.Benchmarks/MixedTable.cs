#if GITHUB
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.GitHub;
using TypedWebhooks.Benchmarks.Measuring;
using TypedWebhooks.Benchmarks.Rivals;

namespace TypedWebhooks.Benchmarks;

/// <summary>The traffic that a receiver has: GitHub's published examples in turn, each once a round; warm, and from the process's first round on.</summary>
internal static class MixedTable
{
    /// <summary>What a child process is started with; the way, the bodies and the copies follow it.</summary>
    public const string Argument = "--mixed-child";

    private const int FirstRounds = 100, Children = 7;

    private static readonly string[] s_ways = ["Utf8JsonReader, bare scan", "JsonDocument.Parse", "TypedWebhooks, Parse(span)", "System.Text.Json generated, told the type", "Octokit.Webhooks 4.2.3"];

    public static void Print()
    {
        if (GitHubBodies.Folder is not { } folder)
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
            return;
        }

        DirectoryInfo work = Directory.CreateTempSubdirectory("mixed");
        try
        {
            string bodies = Path.Combine(work.FullName, "bodies"), copies = Path.Combine(work.FullName, "Copies.dll");
            GitHubExample[] all =
            [
                .. GitHubExample.ReadAll(folder)
                    .Select(static example => (example, type: GitHubEvent.Parse(example.Event, example.Body).GetType()))
                    .Where(static pair => pair.type != typeof(UnrecognizedGitHubEvent))
                    .Select(static pair => pair.example with { Copy = GitHubCopies.NameOf(pair.type) }),
            ];
            GitHubCopies.Emit(typeof(GitHubEvent).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(GitHubEvent)) && !type.IsAbstract && type != typeof(UnrecognizedGitHubEvent)), copies);
            GitHubExample[] examples = [.. all.Where(example => Enumerable.Range(0, s_ways.Length).All(way => CanRead(way, example, copies)))];
            GitHubExample.Save(examples, bodies);
            Console.WriteLine($"### Mixed traffic: {examples.Length} of GitHub's {all.Length} valid examples in turn, {examples.Average(static example => example.Body.Length):N0} bytes on average");
            Console.WriteLine();
            PrintWarm(examples, copies);
            PrintFirst(bodies, copies);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Reads all bodies again and again in this process, which has read none, and says how many milliseconds the first round and all rounds took.</summary>
    public static string Measure(string way, string bodies, string copies)
    {
        GitHubExample[] examples = GitHubExample.Load(bodies);
        long start = Stopwatch.GetTimestamp();
        Action read = Reader(int.Parse(way, CultureInfo.InvariantCulture), examples, copies);
        read();
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        for (int i = 1; i < FirstRounds; i++)
        {
            read();
        }

        return string.Create(CultureInfo.InvariantCulture, $"{first} {Stopwatch.GetElapsedTime(start).TotalMilliseconds}");
    }

    private static void PrintWarm(GitHubExample[] examples, string copies)
    {
        List<Method> methods = [.. s_ways.Select((name, way) =>
        {
            Action read = Reader(way, examples, copies);
            return new Method(name, () =>
            {
                read();
                return null;
            });
        })];
        Contest.WarmUp(methods);
        IReadOnlyList<Score> scores = [.. Contest.Run(methods).Select(score => score with { Nanoseconds = score.Nanoseconds / examples.Length, Bytes = score.Bytes / examples.Length })];
        Report.Print("Warm: an event", "Octokit's", scores, scores[^1]);
    }

    private static void PrintFirst(string bodies, string copies)
    {
        double[][] first = [.. s_ways.Select(static _ => new double[Children])], all = [.. s_ways.Select(static _ => new double[Children])];
        for (int round = 0; round < Children; round++)
        {
            for (int way = 0; way < s_ways.Length; way++)
            {
                string[] times = ChildProcess.Run(Argument, way.ToString(CultureInfo.InvariantCulture), bodies, copies).Split(' ');
                (first[way][round], all[way][round]) = (double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
            }
        }

        Console.WriteLine($"### The first {FirstRounds} rounds of a fresh process");
        Console.WriteLine();
        Console.WriteLine($"| | the first round, ms | × Octokit's | {FirstRounds} rounds, ms | × the bare scan | × Octokit's |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        for (int way = 0; way < s_ways.Length; way++)
        {
            Console.WriteLine($"| {s_ways[way]} | {Median.Of(first[way]):N0} | {Ratio(first[way], first[^1]):0.00} | {Median.Of(all[way]):N0} | {Ratio(all[way], all[0]):0.0} | {Ratio(all[way], all[^1]):0.00} |");
        }

        Console.WriteLine();
    }

    private static double Ratio(double[] times, double[] others) => Median.Of([.. times.Zip(others, static (mine, other) => mine / other)]);

    private static bool CanRead(int way, GitHubExample example, string copies)
    {
        try
        {
            Reader(way, [example], copies)();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Console.Error.WriteLine($"{s_ways[way]} cannot read an example of {example.Event}: {e.Message} {e.InnerException?.Message}");
            return false;
        }
    }

    /// <summary>Reads all bodies once in one of the ways.</summary>
    private static Action Reader(int way, GitHubExample[] examples, string copies)
    {
        switch (way)
        {
            case 0:
                return () =>
                {
                    foreach (GitHubExample example in examples)
                    {
                        ParsingTable.Scan(example.Body);
                    }
                };
            case 1:
                return () =>
                {
                    foreach (GitHubExample example in examples)
                    {
                        using JsonDocument document = JsonDocument.Parse(example.Body);
                    }
                };
            case 2:
                return () =>
                {
                    foreach (GitHubExample example in examples)
                    {
                        GitHubEvent.Parse(example.Event, example.Body);
                    }
                };
            case 3:
                JsonTypeInfo[] types = Types(examples, copies);
                return () =>
                {
                    for (int i = 0; i < examples.Length; i++)
                    {
                        JsonSerializer.Deserialize(examples[i].Body, types[i]);
                    }
                };
            default:
                OctokitRival octokit = new();
                return () =>
                {
                    foreach (GitHubExample example in examples)
                    {
                        octokit.Read(example.Event, example.Body);
                    }
                };
        }
    }

    /// <summary>The copies' types, one for each example.</summary>
    private static JsonTypeInfo[] Types(GitHubExample[] examples, string copies)
    {
        Assembly assembly = Assembly.LoadFrom(copies);
        JsonSerializerContext context = (JsonSerializerContext)assembly.GetType(GitHubCopies.ContextName)!.GetProperty("Default")!.GetValue(null)!;
        return [.. examples.Select(example => context.GetTypeInfo(assembly.GetType(example.Copy)!)!)];
    }
}
#endif
