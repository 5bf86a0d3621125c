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
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Benchmarks.Measuring;
using TypedWebhooks.Benchmarks.Rivals;

namespace TypedWebhooks.Benchmarks;

/// <summary>The first event of a fresh process, of a provider with few events and with many: the same event each time, issues.opened.</summary>
internal static partial class FirstTable
{
    /// <summary>What a child process is started with; the way, the assembly and the body follow it.</summary>
    public const string Argument = "--first-child";

    private const int Rounds = 7;
    private const string Ours = "ours", Rival = "rival", Octokit = "octokit";

    /// <summary>Where schemas of GitHub's events lie: of one, and of twenty.</summary>
    private static readonly string[] s_one = ["issues/opened"], s_twenty = ["issues/", "issue_comment/", "push/"];

    private delegate object Parser(string eventName, ReadOnlySpan<byte> body);

    public static void Print()
    {
        if (GitHubBodies.Folder is not { } folder)
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
            return;
        }

        DirectoryInfo work = Directory.CreateTempSubdirectory("first");
        try
        {
            string body = Path.Combine(work.FullName, "body");
            GitHubExample.Save([GitHubExample.ReadAll(folder).First(static example => example.Event == "issues" && example.Body.AsSpan().StartsWith("{\"action\":\"opened\""u8)) with { Copy = "Copies.IssuesOpenedEvent" }], body);
            List<(string Way, string Path, int Events)> ways = [];
            foreach (string[]? prefixes in new[] { s_one, s_twenty, null })
            {
                string ours = Path.Combine(work.FullName, $"Ours{ways.Count}.dll"), rival = Path.Combine(work.FullName, $"Rival{ways.Count}.dll");
                Type[] events = Emit(folder, prefixes, ours);
                GitHubCopies.Emit(events, rival);
                ways.Add((Ours, ours, events.Length));
                ways.Add((Rival, rival, events.Length));
            }

            ways.Add((Octokit, "none", 0));
            PrintTimes(ways, body);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Reads one event in this process, which has read none, and says how many milliseconds and bytes it took.</summary>
    public static string Measure(string way, string path, string body)
    {
        GitHubExample example = GitHubExample.Load(body)[0];
        Assembly? assembly = way == Octokit ? null : Assembly.LoadFrom(path);
        Parser? parse = way == Ours ? assembly!.GetType("Consumer.GitHub.GitHubEvent")!.GetMethod("Parse", [typeof(string), typeof(ReadOnlySpan<byte>)])!.CreateDelegate<Parser>() : null;
        PropertyInfo? context = way == Rival ? assembly!.GetType(GitHubCopies.ContextName)!.GetProperty("Default") : null;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        object? e = way switch
        {
            Ours => parse!(example.Event, example.Body),
            Rival => JsonSerializer.Deserialize(example.Body, ((JsonSerializerContext)context!.GetValue(null)!).GetTypeInfo(assembly!.GetType(example.Copy)!)!),
            _ => new OctokitRival().Read(example.Event, example.Body),
        };
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return e!.GetType().Name.StartsWith("IssuesOpened", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{elapsed} {bytes}")
            : throw new InvalidOperationException(e.ToString());
    }

    private static void PrintTimes(List<(string Way, string Path, int Events)> ways, string body)
    {
        double[][] times = [.. ways.Select(static _ => new double[Rounds])], bytes = [.. ways.Select(static _ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < ways.Count; i++)
            {
                string[] figures = ChildProcess.Run(Argument, ways[i].Way, ways[i].Path, body).Split(' ');
                (times[i][round], bytes[i][round]) = (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture));
            }
        }

        Console.WriteLine("### The first event of a fresh process, by the provider's event types");
        Console.WriteLine();
        Console.WriteLine("| | event types | ms | × Octokit's | bytes allocated |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach ((string way, string name) in new[] { (Ours, "TypedWebhooks, Parse(span)"), (Rival, "System.Text.Json generated, told the type"), (Octokit, "Octokit.Webhooks 4.2.3") })
        {
            for (int i = 0; i < ways.Count; i++)
            {
                if (ways[i].Way == way)
                {
                    double ratio = Median.Of([.. times[i].Zip(times[^1], static (mine, other) => mine / other)]);
                    Console.WriteLine($"| {name} | {(way == Octokit ? "all" : ways[i].Events)} | {Median.Of(times[i]):0.0} | {ratio:0.00} | {Median.Of(bytes[i]):N0} |");
                }
            }
        }

        Console.WriteLine();
    }

    /// <summary>Emits and compiles the events of some schema files.</summary>
    /// <returns>The events' records.</returns>
    private static Type[] Emit(string folder, string[]? prefixes, string path)
    {
        Compiler.CreateDriver(Reached(GitHubSchemas.Read(folder), prefixes))
            .RunGeneratorsAndUpdateCompilation(Compiler.Compile(), out Microsoft.CodeAnalysis.Compilation emitted, out _);
        var result = ((CSharpCompilation)emitted).Emit(path);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Take(5)));
        }

        Assembly assembly = Assembly.LoadFrom(path);
        Type root = assembly.GetType("Consumer.GitHub.GitHubEvent")!;
        return [.. assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract && !type.Name.StartsWith("Unrecognized", StringComparison.Ordinal))];
    }

    /// <summary>The schemas whose paths begin so, and what they refer to. A schema that is there for others alone would be an event.</summary>
    private static IEnumerable<SchemaFile> Reached(SchemaFile[] schemas, string[]? prefixes)
    {
        if (prefixes is null)
        {
            return schemas;
        }

        Queue<SchemaFile> open = new(schemas.Where(schema => prefixes.Any(prefix => schema.Path.StartsWith("/consumer/github/" + prefix, StringComparison.Ordinal))));
        HashSet<SchemaFile> reached = [.. open];
        while (open.TryDequeue(out SchemaFile? schema))
        {
            foreach (Match reference in Reference().Matches(schema.GetText().ToString()))
            {
                SchemaFile target = schemas.First(candidate => candidate.Path.EndsWith('/' + reference.Groups[1].Value, StringComparison.Ordinal));
                if (reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        return reached;
    }

    /// <summary>A reference to another file.</summary>
    [GeneratedRegex("\"\\$ref\"\\s*:\\s*\"([^#\"]+)")]
    private static partial Regex Reference();
}
#endif
