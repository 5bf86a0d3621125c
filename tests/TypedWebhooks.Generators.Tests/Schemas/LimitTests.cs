using System;
using System.Diagnostics;
using System.Linq;
using TypedWebhooks.Generators.Schemas;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>Schemas that are too large.</summary>
public sealed class LimitTests(ITestOutputHelper output)
{
    [Fact]
    public void FileOverTheLimit_IsLeftOutAndSaidSo()
    {
        string text = Schema.Of(Schema.Event("ping")) + new string(' ', Limits.FileLength);

        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(text), Other());

        Assert.Equal(
            [FormattableString.Invariant($"hooks.json(1,1): TWH2008: The file has {text.Length} characters; a schema may have {Limits.FileLength}, and this one is left out")],
            generated.Printed);
        Assert.Contains("Other.OtherEvent.g.cs", generated.Sources.Keys);
        Assert.DoesNotContain("Acme.AcmeEvent.g.cs", generated.Sources.Keys);
    }

    [Fact]
    public void EventsOverTheLimit_AreLeftOutAndSaidSo()
    {
        string enumeration = string.Join(",", Enumerable.Range(0, 2001).Select(static i => FormattableString.Invariant($"\"e{i}\"")));

        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme($$"""{ "type": "object", "properties": { "type": { "enum": [{{enumeration}}] } } }""", ("EventType", "/type")));

        Assert.Contains("hooks.json(1,1): TWH2008: This schema would be 2001 events; at most 2000 are allowed", generated.Printed);
        Assert.Equal(2000, generated["Acme.AcmeEventTypes.g.cs"].Split("public const string").Length - 1);
    }

    [Fact]
    public void MembersOverTheLimit_AreAdditionalProperties()
    {
        string members = string.Join(",", Enumerable.Range(0, Limits.Members + 5).Select(static i => FormattableString.Invariant($"\"m{i}\":true")));

        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(Schema.Event("big", members))));

        Assert.Contains("TWH2008: BigEvent has 2006 members; those after the first 2000 are additional properties", string.Join("\n", generated.Printed), StringComparison.Ordinal);
        Assert.DoesNotContain("M2001", generated["Acme.BigEvent.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void ManyErrorsInALargeFile_AreAllReportedInTime()
    {
        // 19,000 references into nowhere in 5 MB: each wants the line that it stands in.
        string padding = new('x', 200);
        string members = string.Join(",\n", Enumerable.Range(0, 1900).Select(i => FormattableString.Invariant($$"""  "m{{i}}": { "$ref": "#/{{padding}}/{{i}}" }""")));
        SchemaText schema = GeneratorHarness.Acme(Schema.Of([.. Enumerable.Range(0, 10).Select(i => Schema.Event("e" + i, members))]));
        Stopwatch clock = Stopwatch.StartNew();

        Generated generated = GeneratorHarness.Run(schema);

        output.WriteLine($"{generated.Diagnostics.Length} in {clock.Elapsed}");
        Assert.Equal(19000, generated.Diagnostics.Count(static d => d.Id == "TWH2002"));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    private static SchemaText Other() => new("/consumer/schemas/other/hooks.json", Schema.Of(Schema.Event("ping")), ("Provider", "Other"));
}
