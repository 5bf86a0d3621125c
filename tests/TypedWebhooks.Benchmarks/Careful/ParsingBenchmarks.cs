using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks.Careful;

/// <summary>The contests of <see cref="ParsingTable"/>, one method at a time.</summary>
public class ParsingBenchmarks
{
    private Method? _method;

    /// <summary>The names of all contests and their methods.</summary>
    public static IEnumerable<string> Cases => ParsingTable.Contests()
        .Concat(WritingTable.Contests().Select(static contest => (contest.Title, Body: System.Array.Empty<byte>(), contest.Methods)))
        .SelectMany(static contest => contest.Methods.Select(method => $"{contest.Title}: {method.Name}"));

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Find() => _method = ParsingTable.Contests()
        .Concat(WritingTable.Contests().Select(static contest => (contest.Title, Body: System.Array.Empty<byte>(), contest.Methods)))
        .SelectMany(static contest => contest.Methods.Select(method => (Name: $"{contest.Title}: {method.Name}", Method: method)))
        .First(candidate => candidate.Name == Case).Method;

    [Benchmark]
    public object? Run() => _method!.Run();
}
