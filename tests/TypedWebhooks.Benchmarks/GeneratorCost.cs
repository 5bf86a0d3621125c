using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks;

/// <summary>What the generator adds to a build: beside the compiler's own work on what it emits, and as schemas grow.</summary>
internal static class GeneratorCost
{
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
    }

    private static void PrintGitHub(string folder)
    {
        SchemaFile[] schemas = GitHubSchemas.Read(folder);
        CSharpCompilation empty = Compiler.Compile();
        Time(() => empty.Emit(Stream.Null));

        double cold = Time(() => Compiler.CreateDriver(schemas).RunGenerators(empty));
        double warm = Median.Of([.. Enumerable.Range(0, 5).Select(_ => Time(() => Compiler.CreateDriver(schemas).RunGenerators(empty)))]);

        GeneratorDriver driver = Compiler.CreateDriver(schemas).RunGenerators(empty);
        int edited = Array.FindIndex(schemas, static schema => schema.Path.EndsWith("pull_request/opened.schema.json", StringComparison.Ordinal));
        string text = schemas[edited].GetText().ToString();
        List<double> edits = [];
        for (int i = 0; i < 5; i++)
        {
            SchemaFile changed = schemas[edited].With(text.Replace("The pull request number.", $"The number, {i}.", StringComparison.Ordinal));
            edits.Add(Time(() => driver.ReplaceAdditionalText(schemas[edited], changed).RunGenerators(empty)));
        }

        double keystroke = Median.Of([.. Enumerable.Range(0, 5).Select(i => Time(() => driver.RunGenerators(Compiler.Compile($"class Edit{i};"))))]);

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
        Console.WriteLine($"| after an edit of one schema | {Median.Of(edits):N0} | {Median.Of(edits) / compile:0.00} |");
        Console.WriteLine($"| after an edit of the consumer's code | {keystroke:N1} | {keystroke / compile:0.000} |");
        Console.WriteLine();
        Console.WriteLine($"Emitted: {characters / events:N0} characters and {image / events:N0} bytes of IL and metadata an event, shared types included.");
        Console.WriteLine();
    }

    private static void PrintGrowth()
    {
        CSharpCompilation empty = Compiler.Compile();
        Compiler.CreateDriver([SyntheticSchema.Of(50)]).RunGenerators(empty);
        Console.WriteLine("### Generating a provider of so many small events");
        Console.WriteLine();
        Console.WriteLine("| events | ms | µs an event |");
        Console.WriteLine("|--:|--:|--:|");
        foreach (int count in s_counts)
        {
            SchemaFile schema = SyntheticSchema.Of(count);
            double time = Median.Of([.. Enumerable.Range(0, 5).Select(_ => Time(() => Compiler.CreateDriver([schema]).RunGenerators(empty)))]);
            Console.WriteLine($"| {count:N0} | {time:N1} | {time * 1000 / count:N0} |");
        }

        Console.WriteLine();
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
