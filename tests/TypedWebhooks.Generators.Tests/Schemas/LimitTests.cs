using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
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
        Assert.Contains("Other.OtherEvent", generated.TypeNames);
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
        Assert.DoesNotContain("M2001", generated.TypeCode("Acme.BigEvent"), StringComparison.Ordinal);
    }

    [Fact]
    public void TypesOverTheLimit_AreJsonElementAndSaidSoOnce()
    {
        // As many enums as may be, and three more: the events' own records do not count.
        string[] events = [.. Enumerable.Range(0, (Limits.Types / 1000) + 1).Select(static e => Schema.Event(
            FormattableString.Invariant($"e{e}"),
            string.Join(",", Enumerable.Range(0, e < Limits.Types / 1000 ? 1000 : 3).Select(m => FormattableString.Invariant($$"""
                "m{{m}}": { "enum": ["a", "b"] }
                """)))))];

        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(events)));

        string said = Assert.Single(generated.Printed, static line => line.Contains("TWH2008", StringComparison.Ordinal));
        Assert.EndsWith("TWH2008: The provider has more than 20000 types; from here on they are JsonElement", said, StringComparison.Ordinal);
        Assert.Equal(Limits.Types, generated.TypeNames.Count(name => generated.TypeCode(name).Contains("public enum ", StringComparison.Ordinal)));
        Assert.Contains("public global::System.Text.Json.JsonElement? M2", generated.TypeCode("Acme.E20Event"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_GivesEachLimit()
    {
        string page = System.IO.File.ReadAllText(SharedFiles.InProject("docs/rules/TWH2008.md"));
        IEnumerable<string> limits = typeof(Limits)
            .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)
            .Select(static limit => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)limit.GetRawConstantValue()!:N0}"));
        IEnumerable<string> rows = page.Split('\n').Where(static line => line.StartsWith("| a", StringComparison.Ordinal) || line.StartsWith("| one", StringComparison.Ordinal))
            .Select(static row => row.Split('|')[2].Trim().Split(' ')[0]);
        Assert.Equal(limits.Order(), rows.Order());
        Assert.Contains($"more than {JsonNodeReader.MaxDepth} levels deep", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyErrorsInALargeFile_AreAllReported()
    {
        // 19,000 references into nowhere in 5 MB: each wants the line that it stands in.
        string padding = new('x', 200);
        string members = string.Join(",\n", Enumerable.Range(0, 1900).Select(i => FormattableString.Invariant($$"""  "m{{i}}": { "$ref": "#/{{padding}}/{{i}}" }""")));
        SchemaText schema = GeneratorHarness.Acme(Schema.Of([.. Enumerable.Range(0, 10).Select(i => Schema.Event("e" + i, members))]));
        Stopwatch clock = Stopwatch.StartNew();

        Generated generated = GeneratorHarness.Run(schema);

        output.WriteLine($"{generated.Diagnostics.Length} in {clock.Elapsed}");
        Assert.Equal(19000, generated.Diagnostics.Count(static d => d.Id == "TWH2002"));
    }

    private static SchemaText Other() => new("/consumer/schemas/other/hooks.json", Schema.Of(Schema.Event("ping")), ("Provider", "Other"));
}
