extern alias generator;
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using generator::TypedWebhooks.Generators.Baselines;
using generator::TypedWebhooks.Generators.Catalogs;
using generator::TypedWebhooks.Generators.Evolution;
using generator::TypedWebhooks.Generators.Items;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks;

/// <summary>What a baseline adds to a build of GitHub's schemas: beside reading them, which a build does anyway.</summary>
internal static class UpdateCost
{
    private const int WarmingRuns = 20;
    private const int Runs = 15;

    public static void Print()
    {
        if (GitHubBodies.Folder is not { } folder || Path.Combine(folder, "../github-history") is var history && !Directory.Exists(history))
        {
            Console.WriteLine("Updates: not measured, the history of GitHub's schemas is not at ../shared/corpus beside the repository.");
            return;
        }

        Baseline old = Surface(State(history, "v7.0.2"));
        ProviderFiles now = State(history, "v7.4.0") with { Pins = PinnedNamesReader.Read(old) };
        Baseline current = Surface(now);
        OriginalReading reading = ProviderReader.ReadOriginal(now, CancellationToken.None);
        string text = BaselineWriter.Write(current);
        Baseline accepted = BaselineReader.Read(text, CancellationToken.None, out _)!.Baseline;
        (string What, Action Do)[] steps =
        [
            ("reading the schemas, which a build does anyway", () => ProviderReader.ReadOriginal(now, CancellationToken.None)),
            ("making the surface of what was read", () => CatalogBaseline.Of(reading, CancellationToken.None)),
            ("reading the lock file", () => BaselineReader.Read(text, CancellationToken.None, out _)),
            ("comparing, where nothing has changed", () => Comparison.Compare(accepted, current, CancellationToken.None)),
            ("comparing v7.0.2 with v7.4.0", () => Comparison.Compare(old, current, CancellationToken.None)),
        ];
        double[][] times = [.. steps.Select(static _ => new double[Runs])];
        for (int run = -WarmingRuns; run < Runs; run++)
        {
            for (int i = 0; i < steps.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                steps[i].Do();
                if (run >= 0)
                {
                    times[i][run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }
        }

        Console.WriteLine($"### A baseline of GitHub's schemas ({text.Length / 1000} kB, {Comparison.Compare(old, current, CancellationToken.None).Count} changes)");
        Console.WriteLine();
        Console.WriteLine("| | ms | × reading |");
        Console.WriteLine("|---|--:|--:|");
        double floor = Median.Of(times[0]);
        for (int i = 0; i < steps.Length; i++)
        {
            double median = Median.Of(times[i]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {steps[i].What} | {median:0.0} | {median / floor:0.00} |"));
        }

        Console.WriteLine();
    }

    private static Baseline Surface(ProviderFiles files) => CatalogBaseline.Of(ProviderReader.ReadOriginal(files, CancellationToken.None), CancellationToken.None)!.Baseline;

    /// <summary>The files of a release: what every commit up to it has left there.</summary>
    private static ProviderFiles State(string history, string tag)
    {
        SortedDictionary<string, string> blobs = new(StringComparer.Ordinal);
        using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(history, "index.json")));
        foreach (JsonElement state in index.RootElement.EnumerateArray())
        {
            foreach (JsonProperty file in state.GetProperty("changed").EnumerateObject())
            {
                blobs.Remove(file.Name);
                if (file.Value.GetString() is { } blob)
                {
                    blobs.Add(file.Name, blob);
                }
            }

            if (state.TryGetProperty("tags", out JsonElement tags) && tags.EnumerateArray().Any(t => t.GetString() == tag))
            {
                break;
            }
        }

        SchemaMetadata metadata = new("GitHub", "", "", "header /action", "", "", "", "", "", "", "");
        return ProviderFiles.Group(
            [
                .. blobs.Where(static file => file.Key.EndsWith(".json", StringComparison.Ordinal)).Select(file => SchemaDocument.Read(
                    new("/consumer/schemas/" + file.Key, File.ReadAllText(Directory.GetFiles(Path.Combine(history, "blobs"), file.Value + "*").Single()), IsMap: false, metadata),
                    CancellationToken.None)),
            ],
            "Consumer").Single();
    }
}
