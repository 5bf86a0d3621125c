using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks;

/// <summary>What it brings to read a body's equal objects once: GitHub's events, emitted with and without, on each published example.</summary>
internal static class SharingTable
{
    private const int Rounds = 15;

    private delegate object Parser(string eventName, ReadOnlySpan<byte> body);

    public static void Print()
    {
        if (GitHubBodies.Folder is not { } folder)
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
            return;
        }

        Parser shared = Load(folder, "Shared");
        Parser separate = Load(folder, "Separate");
        List<GitHubExample> examples = [.. GitHubExample.ReadAll(folder).Where(example => !shared(example.Event, example.Body).GetType().Name.StartsWith("Unrecognized", StringComparison.Ordinal))];
        List<IReadOnlyList<Method>> contests = [.. examples.Select(example => Methods(example.Event, example.Body, shared, separate))];

        // Before the examples: so many methods are called for them that the JIT's last tier would not be done with these in time.
        List<Method> made = [];
#if GITHUB
        GitHubBodies.Load();
        made = [.. Methods("pull_request", GitHubBodies.Compact, shared, separate), new("System.Text.Json generated", () => JsonSerializer.Deserialize(GitHubBodies.Compact, Rivals.RivalContext.Default.RivalPullRequestEvent))];
#endif
        Contest.WarmUp([.. made]);
        IReadOnlyList<Score> compact = Contest.Run(made);
        Contest.WarmUp([.. contests.Take(20).SelectMany(static methods => methods)]);
        List<(double Time, double Bytes)> ratios = [];
        foreach (IReadOnlyList<Method> methods in contests)
        {
            IReadOnlyList<Score> scores = Contest.Run(methods, Rounds);
            ratios.Add((scores[1].To(scores[2]), (double)scores[1].Bytes / scores[2].Bytes));
        }

        Console.WriteLine($"### Equal objects shared: GitHub's {examples.Count} published examples, compact");
        Console.WriteLine();
        Console.WriteLine("| shared over separate | median | least | most | below 0.95 | above 1.05 |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        PrintRow("time", [.. ratios.Select(static ratio => ratio.Time)]);
        PrintRow("bytes allocated", [.. ratios.Select(static ratio => ratio.Bytes)]);
        Console.WriteLine();

#if GITHUB
        Report.Print($"GitHub pull_request.opened, compact, {GitHubBodies.Compact.Length:N0} bytes", "`generated`", compact, compact[^1]);
#endif
    }

    private static void PrintRow(string name, IReadOnlyList<double> ratios) => Console.WriteLine(
        $"| {name} | {Median.Of(ratios):0.00} | {ratios.Min():0.00} | {ratios.Max():0.00} | {ratios.Count(static ratio => ratio < 0.95)} | {ratios.Count(static ratio => ratio > 1.05)} |");

    private static IReadOnlyList<Method> Methods(string eventName, byte[] body, Parser shared, Parser separate) =>
    [
        new("Utf8JsonReader, bare scan", () => ParsingTable.Scan(body)),
        new("TypedWebhooks, equal objects shared", () => shared(eventName, body)),
        new("TypedWebhooks, separate", () => separate(eventName, body)),
    ];

    private static Parser Load(string folder, string equalObjects)
    {
        CSharpCompilation empty = Compiler.Compile();
        Compiler.CreateDriver(GitHubSchemas.Read(folder, ("EqualObjects", equalObjects))).RunGeneratorsAndUpdateCompilation(empty, out Compilation emitted, out _);
        MethodInfo parse = Compiler.Load(emitted).GetType("Consumer.GitHub.GitHubEvent")!.GetMethod("Parse", [typeof(string), typeof(ReadOnlySpan<byte>)])!;
        return parse.CreateDelegate<Parser>();
    }
}
