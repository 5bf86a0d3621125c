using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Json.Schema;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.Suite;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Oracle;

/// <summary>
/// JsonSchema.Net, which knows draft 2020-12 and runs in this very process: what it accepts is read without a mismatch. Each schema of
/// the official suite meets the data of all schemas of its file.
/// </summary>
public sealed class JsonSchemaNetTests(ITestOutputHelper output)
{
    /// <summary>Integers beyond a <c>long</c>, which is what an integer is read into.</summary>
    private const int LargeIntegers = 8;

    /// <summary>Numbers with a fraction that are so large that the oracle takes them for integers.</summary>
    private const int LargeFractions = 2;

    [SharedFact("suites/json-schema")]
    public void DataOfTheWholeFile_AreReadWhereTheOracleAcceptsThem()
    {
        SuiteGroup[] groups = [.. SuiteGroup.Load("draft2020-12").Where(static group => !group.Names)];
        IReadOnlyList<SuiteProvider> providers = SuiteProvider.Of(groups);
        GeneratorHarness.CreateDriver(providers.SelectMany(static provider => provider.Files()))
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile("Suite", []), out Compilation compilation, out _);
        Assembly assembly = OfficialSuiteTests.Load(compilation);
        int schemas = 0, data = 0, accepted = 0, large = 0, fractions = 0;
        List<string> wrong = [];
        foreach (SuiteProvider provider in providers)
        {
            SuiteTest[] tests = [.. provider.Groups.SelectMany(static group => group.Tests).DistinctBy(static test => test.Data)];
            foreach (SuiteGroup group in provider.Groups)
            {
                if (Read(group.Schema) is not { } schema)
                {
                    continue;
                }

                schemas++;
                data += tests.Length;
                foreach (SuiteTest test in tests.Where(test => IsAccepted(schema, test.Data)))
                {
                    accepted++;
                    if (provider.Misread(assembly, group, test with { IsValid = true }) is { } why)
                    {
                        bool isLarge = IsBeyondLong(test.Data);
                        bool isFraction = isLarge && test.Data.Contains('.', StringComparison.Ordinal);
                        large += isLarge && !isFraction ? 1 : 0;
                        fractions += isFraction ? 1 : 0;
                        wrong.AddRange(isLarge ? [] : [$"{group}: {why}\n    {group.Schema}\n    {test.Data}"]);
                    }
                }
            }
        }

        output.WriteLine($"{groups.Length} schemas, {schemas} of them schemas to JsonSchema.Net, which accepts {accepted} of {data} data; {wrong.Count} of these are not read, and {large} are integers beyond a long, {fractions} fractions of that size");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(30)));
        Assert.Equal((LargeIntegers, LargeFractions), (large, fractions));
        Assert.True(schemas > groups.Length * 9 / 10);
        Assert.True(accepted > groups.Length);
    }

    /// <summary>The schema in a registry of its own; null where it is none to the oracle.</summary>
    private static JsonSchema? Read(string schema)
    {
        try
        {
            return JsonSchema.FromText(schema, new BuildOptions { SchemaRegistry = new() });
        }
        catch (Exception e) when (e is JsonSchemaException or JsonException or ArgumentException or InvalidOperationException or RefResolutionException)
        {
            return null;
        }
    }

    private static bool IsAccepted(JsonSchema schema, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return schema.Evaluate(document.RootElement).IsValid;
    }

    private static bool IsBeyondLong(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement is { ValueKind: JsonValueKind.Number } number
            && number.GetDouble() is var value && double.IsInteger(value) && Math.Abs(value) >= long.MaxValue;
    }
}
