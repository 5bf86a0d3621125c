using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Rules;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using TypedWebhooks.Generators.Tests.Schemas.Random;
using TypedWebhooks.Generators.Tests.Schemas.Suite;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Ajv;

/// <summary>
/// What Ajv accepts is read without a mismatch: an event may let through more than its schema, never less. The official suite
/// has few data for each schema; here each schema meets far more.
/// </summary>
public sealed partial class AjvTests(ITestOutputHelper output)
{
    [AjvFact]
    public void RandomBodies_AreReadWhereAjvAcceptsThem()
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : 200;
        int done = 0, judged = 0, accepted = 0;
        List<string> wrong = [];
        for (ulong batch = 0; done < wanted; batch++)
        {
            RandomProvider provider = RandomProvider.Make(batch, isSound: true);
            string[][] bodies = [.. provider.Schemas.Select((_, i) => provider.Bodies(i).Where(IsComparable).ToArray())];
            IReadOnlyList<AjvVerdict> verdicts = AjvOracle.Judge(provider.Schemas.Select((schema, i) => new AjvJob("2019-09", schema, bodies[i])));
            Assert.Equal(provider.Schemas.Count, verdicts.Count);
            for (int i = 0; i < verdicts.Count; i++)
            {
                judged += verdicts[i].Accepts is null ? 0 : 1;
                foreach (string body in Accepted(bodies[i], verdicts[i]))
                {
                    accepted++;
                    object e = provider.Parse(body);
                    if (!RandomProvider.IsRecognized(e))
                    {
                        wrong.Add($"{Provider.Describe(e)}\n{provider.Schemas[i]}\n{body}");
                    }
                }
            }

            done += provider.Schemas.Count;
        }

        output.WriteLine($"{done} schemas, {judged} of them schemas to Ajv, which accepts {accepted} bodies; {wrong.Count} of these are not read");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Take(5)));
        Assert.True(accepted > done);
    }

    [AjvSharedTheory("suites/json-schema")]
    [InlineData("draft4", "draft-04")]
    [InlineData("draft7", "draft-07")]
    [InlineData("draft2020-12", "2020-12")]
    public void DataOfTheWholeFile_AreReadWhereAjvAcceptsThem(string draft, string dialect)
    {
        SuiteGroup[] groups = [.. SuiteGroup.Load(draft).Where(static group => !group.Names)];
        IReadOnlyList<SuiteProvider> providers = SuiteProvider.Of(groups);
        Dictionary<SuiteGroup, SuiteTest[]> tests = providers
            .SelectMany(static provider => provider.Groups.Select(group => (group, provider.Groups.SelectMany(static other => other.Tests).DistinctBy(static test => test.Data).Where(static test => IsComparable(test.Data)).ToArray())))
            .ToDictionary();
        IReadOnlyList<AjvVerdict> verdicts = AjvOracle.Judge(groups.Select(group => new AjvJob(dialect, group.Schema, [.. tests[group].Select(static test => test.Data)])));
        Assert.Equal(groups.Length, verdicts.Count);

        GeneratorHarness.CreateDriver(providers.SelectMany(static provider => provider.Files()))
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile("Suite", []), out Compilation compilation, out _);
        Assembly assembly = OfficialSuiteTests.Load(compilation);
        int accepted = 0;
        List<string> wrong = [];
        foreach ((SuiteGroup group, AjvVerdict verdict) in groups.Zip(verdicts))
        {
            SuiteProvider provider = providers.First(provider => provider.Groups.Contains(group));
            foreach (SuiteTest test in tests[group].Where((_, i) => verdict.Accepts is { } accepts && accepts[i]))
            {
                accepted++;
                if (provider.Misread(assembly, group, test with { IsValid = true }) is { } why)
                {
                    wrong.Add($"{group}: {why}\n    {group.Schema}\n    {test.Data}");
                }
            }
        }

        output.WriteLine($"{draft}: {groups.Length} schemas, {verdicts.Count(static verdict => verdict.Accepts is not null)} of them schemas to Ajv, which accepts {accepted} of {tests.Values.Sum(static each => each.Length)} data; {wrong.Count} of these are not read");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(30)));
        Assert.True(accepted > groups.Length);
    }

    [AjvFact]
    public void SchemaOfEventMaps_AcceptsWhatTheGeneratorTakes()
    {
        string[] maps = [.. Maps().Concat(Texts(EventMapSchemaTests.Examples))];
        string[] taken = [.. maps.Where(static map => EventMapSchemaTests.Errors(map).Length == 0)];
        string[] refused = [.. Texts(EventMapSchemaTests.Refused)];
        AjvVerdict verdict = AjvOracle.Judge([new("draft-07", File.ReadAllText(SharedFiles.InProject("schemas/event-map.schema.json")), [.. taken, .. refused], IsStrict: true)])[0];
        output.WriteLine($"{taken.Length} maps that are taken, {refused.Length} that are refused");
        Assert.Null(verdict.Error);
        Assert.Empty(taken.Where((_, i) => !verdict.Accepts![i]));
        Assert.Empty(refused.Where((_, i) => verdict.Accepts![taken.Length + i]));
        Assert.True(taken.Length > 30);
    }

    private static IEnumerable<string> Texts(IEnumerable<object[]> rows) => rows.Select(static row => (string)row[0]);

    /// <summary>The event maps of this repository, those in files and those in the tests' own text, and the ones in <c>../shared</c>.</summary>
    private static IEnumerable<string> Maps()
    {
        string tests = SharedFiles.InProject("tests");
        IEnumerable<string> files = Directory.EnumerateFiles(tests, "*.map.json", SearchOption.AllDirectories).Select(static path => File.ReadAllText(path));
        IEnumerable<string> inline = Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .SelectMany(static path => MapInText().Matches(File.ReadAllText(path)).Select(static map => EventSources.Unmarked(map.Groups[1].Value)));
        IEnumerable<string> shared = SharedFiles.HasShared("event-map.md")
            ? File.ReadLines(SharedFiles.InShared("event-map.md")).Where(static line => line.StartsWith("{\"$schema\"", StringComparison.Ordinal))
            : [];
        return files.Concat(inline).Concat(shared).Distinct();
    }

    [GeneratedRegex("(?<!\\$)\"\"\"\\s*(\\{\\s*\"(?:eventType|body|events|names|discover)\".*?\\})\\s*\"\"\"", RegexOptions.Singleline)]
    private static partial Regex MapInText();

    private static IEnumerable<string> Accepted(IReadOnlyList<string> values, AjvVerdict verdict) =>
        values.Where((_, i) => verdict.Accepts is { } accepts && accepts[i]);

    /// <summary>JavaScript's numbers are doubles: what is larger than those of C# are whole is not the same number there.</summary>
    private static bool IsComparable(string json) => !LargeNumber().IsMatch(json);

    [GeneratedRegex("[0-9]{16}|[0-9]e[0-9]{2}")]
    private static partial Regex LargeNumber();
}
