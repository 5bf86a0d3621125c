using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks;

/// <summary>What the generator adds to a build: beside the compiler's own work on what it emits, and as schemas grow.</summary>
internal static class GeneratorCost
{
    private const int WarmingRuns = 60;

    private static readonly int[] s_counts = [10, 100, 500, 1000, 2000];

    public static void Print()
    {
        if (GitHubBodies.Folder is { } folder)
        {
            PrintGitHub(folder);
        }
        else
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
        }

        PrintGrowth();
        DocumentCost.Print();
    }

    private static void PrintGitHub(string folder)
    {
        SchemaFile[] schemas = GitHubSchemas.Read(folder);
        CSharpCompilation empty = Compiler.Compile();
        Time(() => empty.Emit(Stream.Null));

        double cold = Time(() => Compiler.CreateDriver(schemas).RunGenerators(empty));
        double warm = Median.Of([.. Enumerable.Range(0, 5).Select(_ => Time(() => Compiler.CreateDriver(schemas).RunGenerators(empty)))]);

        GeneratorDriver driver = Compiler.CreateDriver(schemas).RunGenerators(empty);
        SchemaFile edited = schemas.Single(static schema => schema.Path.EndsWith("pull_request/opened.schema.json", StringComparison.Ordinal));
        SchemaFile inserted = schemas.Single(static schema => schema.Path.EndsWith("branch_protection_rule/created.schema.json", StringComparison.Ordinal));
        double Edit(int i)
        {
            SchemaFile changed = edited.With(edited.GetText().ToString().Replace("The pull request number.", $"The number, {i}.", StringComparison.Ordinal));
            return Time(() => driver.ReplaceAdditionalText(edited, changed).RunGenerators(empty));
        }

        double Insert(int i)
        {
            SchemaFile added = inserted.With(inserted.GetText().ToString().Replace("created", $"added{i}", StringComparison.Ordinal), "/consumer/github/branch_protection_rule/added.schema.json");
            return Time(() => driver.AddAdditionalTexts([added]).RunGenerators(empty));
        }

        double first = Edit(-1);
        double edit = Warm(Edit), insertion = Warm(Insert), keystroke = Warm(i => Time(() => driver.RunGenerators(Compiler.Compile($"class Edit{i};"))));

        driver.RunGeneratorsAndUpdateCompilation(empty, out Compilation emitted, out _);
        string[] sources = [.. emitted.SyntaxTrees.Select(static tree => tree.ToString())];
        List<double> compiles = [];
        long image = 0;
        for (int i = 0; i < 3; i++)
        {
            compiles.Add(Time(() =>
            {
                using MemoryStream stream = new();
                if (!Compiler.Compile(sources).Emit(stream).Success)
                {
                    throw new InvalidOperationException("The emitted code does not compile.");
                }

                image = stream.Length;
            }));
        }

        int events = sources.Count(static source => source.Contains("public override string EventType =>", StringComparison.Ordinal));
        long characters = sources.Sum(static source => (long)source.Length);
        double compile = Median.Of(compiles);
        Console.WriteLine($"### Generating GitHub: {schemas.Length} schemas, {events} events, {sources.Length} files");
        Console.WriteLine();
        Console.WriteLine("| | ms | × the compiler |");
        Console.WriteLine("|---|--:|--:|");
        Console.WriteLine($"| the compiler's own work on the result: parse, bind, emit | {compile:N0} | 1.00 |");
        Console.WriteLine($"| generating, first run of the process | {cold:N0} | {cold / compile:0.00} |");
        Console.WriteLine($"| generating, warm | {warm:N0} | {warm / compile:0.00} |");
        Console.WriteLine($"| after an edit of one schema, first one of the process | {first:N0} | {first / compile:0.00} |");
        Console.WriteLine($"| after an edit of one schema | {edit:N0} | {edit / compile:0.000} |");
        Console.WriteLine($"| after an event is put before the others | {insertion:N0} | {insertion / compile:0.000} |");
        Console.WriteLine($"| after an edit of the consumer's code | {keystroke:N1} | {keystroke / compile:0.000} |");
        Console.WriteLine();
        Console.WriteLine($"Emitted: {characters / events:N0} characters and {image / events:N0} bytes of IL and metadata an event, shared types included.");
        Console.WriteLine();
    }

    private static void PrintGrowth()
    {
        CSharpCompilation empty = Compiler.Compile();
        SchemaFile warming = SyntheticSchema.Of(300);
        Warm(_ => Time(() => Compiler.CreateDriver([warming]).RunGenerators(empty)));
        Console.WriteLine("### Generating a provider of so many small events");
        Console.WriteLine();
        Console.WriteLine("| events | ms | µs an event | of these the collector's | KB an event |");
        Console.WriteLine("|--:|--:|--:|--:|--:|");
        foreach (int count in s_counts)
        {
            SchemaFile schema = SyntheticSchema.Of(count);
            (double time, double paused, double allocated) = Enumerable.Range(0, 9).Select(_ => Generate(schema, empty)).OrderBy(static run => run.Time).ElementAt(4);
            Console.WriteLine($"| {count:N0} | {time:N1} | {time * 1000 / count:N0} | {paused * 1000 / count:N0} | {allocated / 1024 / count:N0} |");
        }

        Console.WriteLine();
    }

    /// <summary>A run from nothing, with no garbage of another one to clear away: how long it took, how long the collector held it up, and what it allocated.</summary>
    private static (double Time, double Paused, double Allocated) Generate(SchemaFile schema, CSharpCompilation empty)
    {
        GC.Collect();
        TimeSpan paused = GC.GetTotalPauseDuration();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        double time = Time(() => Compiler.CreateDriver([schema]).RunGenerators(empty));
        return (time, (GC.GetTotalPauseDuration() - paused).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>
    /// What something costs in a process that has been at it for a while, as an editor's or the compiler server's has: the
    /// runtime compiles what is called often once more, beside the program, and takes a moment for that.
    /// </summary>
    private static double Warm(Func<int, double> run)
    {
        for (int i = 0; i < WarmingRuns; i++)
        {
            run(i);
        }

        Thread.Sleep(500);
        return Median.Of([.. Enumerable.Range(WarmingRuns, 21).Select(run)]);
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
