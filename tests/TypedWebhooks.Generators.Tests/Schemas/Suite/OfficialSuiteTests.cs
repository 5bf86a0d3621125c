using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Suite;

/// <summary>
/// The JSON-Schema-Test-Suite, the optional tests included. A shape may let through more than its schema, never less: whatever a schema
/// accepts is read as its event, and written back as it came. Required and optional groups are 1,705 in all.
/// </summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    /// <summary>What a schema accepts and its event does not, by the test's file and description, and why.</summary>
    private static readonly Dictionary<string, string> s_narrower = new()
    {
        ["optional/bignum: a bignum is an integer"] = "an integer is a long",
        ["optional/bignum: a negative bignum is an integer"] = "an integer is a long",
        ["optional/float-overflow: valid if optional overflow handling is implemented"] = "an integer is a long",
    };

    /// <summary>Most groups of these are those of the next draft too. Every fourth is run, and all where TYPEDWEBHOOKS_FUZZ is set.</summary>
    private static readonly string[] s_sampled = ["draft6", "draft2019-09"];

    [SharedTheory("suites/json-schema")]
    [InlineData("draft4", 199)]
    [InlineData("draft6", 276)]
    [InlineData("draft7", 321)]
    [InlineData("draft2019-09", 448)]
    [InlineData("draft2020-12", 461)]
    public void WhatASchemaAccepts_IsReadAndWrittenBack(string draft, int count)
    {
        IReadOnlyList<SuiteGroup> groups = SuiteGroup.Load(draft);
        Assert.Equal(count, groups.Count);
        if (s_sampled.Contains(draft) && Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ") is null)
        {
            groups = [.. groups.Where(static (_, i) => i % 4 == 0)];
        }

        IReadOnlyList<SuiteProvider> providers = SuiteProvider.Of(groups);

        // A schema that makes the generator go round in circles ends here.
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        Stopwatch clock = Stopwatch.StartNew();
        GeneratorDriver driver = GeneratorHarness.CreateDriver(providers.SelectMany(static provider => provider.Files()))
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile("Suite", []), out Compilation compilation, out ImmutableArray<Diagnostic> diagnostics, patience.Token);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        output.WriteLine($"generated in {clock.Elapsed}");

        Assembly assembly = Load(compilation);
        output.WriteLine($"compiled in {clock.Elapsed}");
        int accepted = 0, read = 0, keptOut = 0;
        List<string> refused = [], wrong = [];
        foreach (SuiteProvider provider in providers)
        {
            foreach (SuiteGroup group in provider.Groups)
            {
                IReadOnlyList<Diagnostic> objections = provider.Objections(group, diagnostics);
                if (objections.Count > 0)
                {
                    refused.Add($"{group}: {objections[0]}");
                    continue;
                }

                accepted++;
                foreach (SuiteTest test in group.Tests)
                {
                    read++;
                    keptOut += test.IsValid ? 0 : 1;
                    if (provider.Misread(assembly, group, test) is { } why && !s_narrower.ContainsKey($"{group.Set[(draft.Length + 1)..]}: {test.Description}"))
                    {
                        wrong.Add($"{group}: {test.Description}: {why}\n    {group.Schema}\n    {test.Data}");
                    }
                }
            }
        }

        output.WriteLine($"{draft}: {accepted} of {groups.Count} groups accepted, {read} tests read, {keptOut} of them of invalid data, {wrong.Count} wrong, in {clock.Elapsed}");
        Report(refused);
        Report(wrong);
        Assert.Empty(wrong);
        Assert.Empty(refused);
    }

    private void Report(List<string> lines)
    {
        foreach (string line in lines)
        {
            output.WriteLine(line.Length > 1500 ? line[..1500] : line);
        }
    }

    internal static Assembly Load(Compilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(static d => d.Severity > DiagnosticSeverity.Hidden).Take(5));
        Assert.True(result.Success);
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }
}
