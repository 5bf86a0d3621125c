using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.Random;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>
/// Some of a provider's events are dropped, or all come in another order: what the others have keeps its names.
/// <c>TYPEDWEBHOOKS_FUZZ</c> is the number of schemas, 60 unless it is set; the seed is fixed.
/// </summary>
/// <remarks>
/// What cannot be had, and does not come up here:
/// <list type="bullet">
/// <item>Two places of one rank that want one name: of <c>order</c>'s member <c>paid_item</c> and of <c>order.paid</c>'s member
/// <c>item</c>, of the events <c>a_b</c> and <c>a-b</c>, the first one has it.</item>
/// <item>An event that has its schema together with another one, be it as its body or to extend it, depends on that one: a group
/// of one event is none.</item>
/// <item>A definition whose key another file has for another definition: it is called after its file as long as there is that one.</item>
/// <item>A definition that is a case of one hierarchy and also something else is two records, and the first one has its name.</item>
/// <item>What several events of one kind have alike is called after the kind, as long as there are two of them that have it.</item>
/// <item>A type called like a kind's record, as GitHub's list of an installation's events is, has another name as long as there is that kind.</item>
/// <item>Where neither item nor map says where the events' names stand, the events do.</item>
/// </list>
/// </remarks>
public sealed class NameStabilityTests(ITestOutputHelper output)
{
    private const int Events = 5;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void RandomEvents_KeepTheirNames(bool isSound, bool inFiles)
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : 60;
        System.Random random = new(20241115);
        NameComparison comparison = new();
        for (int i = 0; i < count; i++)
        {
            (string[] events, string definitions) = Gen.Sample(RandomSchema.Events(Events, isSound), 30, new Rnd((ulong)random.NextInt64(), (ulong)random.NextInt64() | 1), 1)[0];
            SchemaText[] Of(IEnumerable<string> some) => inFiles ? Files(some, definitions) : [Document(some, definitions)];
            Dictionary<string, SortedDictionary<string, string>> all = CatalogNames.Of(Of(events));
            string name = i.ToString(CultureInfo.InvariantCulture);
            comparison.Compare(all, Of(events.Where(_ => random.Next(2) == 0)), name);
            comparison.Compare(all, Of(events.Reverse()), name);
        }

        // Two or three in a thousand schemas are, by way of allOf or oneOf, made of themselves: what those mean depends on where
        // the reading begins.
        comparison.AssertNone(output, atLeast: count * 20, circular: count / 200);
    }

    /// <summary>Where each file brings its own copy of all definitions, the names are those that they have in a file of their own.</summary>
    [Fact]
    public void RandomEventsThatBringTheirDefinitions_KeepTheirNames()
    {
        System.Random random = new(20241115);
        NameComparison comparison = new();
        for (int i = 0; i < 30; i++)
        {
            (string[] events, string definitions) = Gen.Sample(RandomSchema.Events(Events, isSound: true), 30, new Rnd((ulong)random.NextInt64(), (ulong)random.NextInt64() | 1), 1)[0];
            Dictionary<string, SortedDictionary<string, string>> all = CatalogNames.Of(Files(events, definitions));
            string name = i.ToString(CultureInfo.InvariantCulture);
            comparison.Compare(all, Bundles(events, definitions), name);
            comparison.Compare(all, Bundles(events.Where(_ => random.Next(2) == 0), definitions), name);
        }

        comparison.AssertNone(output, atLeast: 600);
    }

    [SharedTheory("corpus")]
    [InlineData("CdEvents", 20)]
    [InlineData("GitHub", 3)]
    public void RealEvents_KeepTheirNames(string provider, int subsets)
    {
        SchemaText[] schemas = provider == "GitHub" ? Corpus.GitHub : Corpus.CdEvents;
        Dictionary<string, SortedDictionary<string, string>> all = CatalogNames.Of(schemas);
        System.Random random = new(20241115);
        NameComparison comparison = new();
        for (int i = 0; i < subsets; i++)
        {
            int dropped = random.Next(1, 10);
            string Kind(SchemaText schema) => provider == "GitHub" ? System.IO.Path.GetDirectoryName(schema.Path)! : schema.Path; // of CDEvents each file is a kind
            HashSet<string> kinds = [.. schemas.Select(Kind).Distinct().Where(_ => random.Next(10) >= dropped)];
            bool IsKept(SchemaText schema) => kinds.Contains(Kind(schema)) || new[] { "/common/", "/installation/", "/links/", "/custom/", ".map." }.Any(part => schema.Path.Contains(part, StringComparison.Ordinal));
            comparison.Compare(all, schemas.Where(IsKept), $"{dropped} in 10 dropped");
        }

        comparison.AssertNone(output, atLeast: 10000);
    }

    private static SchemaText Document(IEnumerable<string> events, string definitions) =>
        GeneratorHarness.Acme($$"""{ "$defs": { {{definitions}} }, "oneOf": [ {{string.Join(",\n", events)}} ] }""", ("EventType", "/type"));

    private static SchemaText[] Files(IEnumerable<string> events, string definitions) =>
    [
        File("common", $$"""{ "$defs": { {{definitions}} } }"""),
        .. events.Select(static (e, i) => File(FormattableString.Invariant($"event{i}"), e.Replace("\"#/$defs/", "\"common.json#/$defs/", StringComparison.Ordinal))),
    ];

    private static IEnumerable<SchemaText> Bundles(IEnumerable<string> events, string definitions) =>
        events.Select((e, i) => File(FormattableString.Invariant($"event{i}"), $$"""{ "$defs": { {{definitions}} }, {{e.TrimStart()[1..]}}"""));

    private static SchemaText File(string name, string text) =>
        new($"/consumer/schemas/acme/{name}.json", text, ("Provider", "Acme"), ("EventType", "/type"), ("Format", "json-schema"));
}
