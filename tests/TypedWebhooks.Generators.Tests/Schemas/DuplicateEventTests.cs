using System;
using System.Linq;
using System.Text.RegularExpressions;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using TypedWebhooks.Generators.Tests.Schemas.Names;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>A name that two events have is said at the second one, with the place of the first, and all other events live.</summary>
public sealed class DuplicateEventTests
{
    private static string Branch(string type, string more = "") =>
        $$"""{ "type": "object", "properties": { "type": {{type}}{{more}} } }""";

    /// <summary>Schemas in which a <c>§</c> stands before the first and before the second place that have one name; and that name.</summary>
    public static TheoryData<string, string, string> Duplicates => new()
    {
        {
            "constants", "made",
            Schema.Of(Branch("""{ "const": §"made" }"""), Branch("""{ "const": §"made" }""", """, "id": true"""), Branch("""{ "const": "gone" }"""))
        },
        {
            "equal branches", "made",
            Schema.Of(Branch("""{ "const": §"made" }"""), Branch("""{ "const": §"made" }"""), Branch("""{ "const": "gone" }"""))
        },
        {
            "a constant and an enum of one value", "made",
            Schema.Of(Branch("""{ "const": §"made" }"""), Branch("""{ "enum": [§"made"] }"""), Branch("""{ "const": "gone" }"""))
        },
        {
            "an enum of several, which holds another's constant", "made",
            Schema.Of(
                Branch("""{ "const": §"made" }"""),
                """{ "properties": { §"type": { "enum": ["gone", "made"] } } }""",
                Branch("""{ "const": "lost" }"""),
                Branch("""{ "const": "found" }"""))
        },
        {
            "a constant that is written once for both", "made",
            """
            { "$defs": { "Made": { "const": "made" } }, "oneOf": [
            { "properties": { §"type": { "$ref": "#/$defs/Made" } } },
            { "properties": { §"type": { "$ref": "#/$defs/Made" }, "id": true } },
            { "properties": { "type": { "const": "gone" } } }
            ] }
            """
        },
        {
            "a base that is both", "made",
            """
            { "$defs": { "Made": { "type": "object", "properties": { "type": { "const": "made" } } } }, "oneOf": [
            §{ "allOf": [{ "$ref": "#/$defs/Made" }], "properties": { "id": { "type": "string" } } },
            §{ "allOf": [{ "$ref": "#/$defs/Made" }], "properties": { "no": { "type": "string" } } },
            { "properties": { "type": { "const": "gone" } } }
            ] }
            """
        },
        {
            "references", "b",
            $$"""
            {
              "oneOf": [ {"$ref":"#/$defs/A"}, {"$ref":"#/$defs/B"}, {"$ref":"#/$defs/C"}, {"$ref":"#/$defs/D"}, {"$ref":"#/$defs/E"}, {"$ref":"#/$defs/F"} ],
              "$defs": {
                "A": {{Branch("""{ "const": "a" }""")}},
                "B": {{Branch("""{ "const": §"b" }""")}},
                "C": {{Branch("""{ "const": "c" }""")}},
                "D": {{Branch("""{ "const": "d" }""")}},
                "E": {{Branch("""{ "const": "e" }""")}},
                "F": {{Branch("""{ "const": §"b" }""", """, "id": true""")}}
              }
            }
            """
        },
        { "deep in the body", "a", Schema.Of(Nested("§\"a\""), Nested("§\"a\""), Nested("\"b\"")) },
        { "beside a constant that all have", "a", Schema.Of(Versioned("§\"a\""), Versioned("§\"a\""), Versioned("\"b\"")) },
        {
            "beside members of all", "a",
            $$"""
            { "type": "object", "properties": { "id": true }, "oneOf": [
            {{Branch("""{ "const": §"a" }""")}}, {{Branch("""{ "const": §"a" }""")}}, {{Branch("""{ "const": "b" }""")}}
            ] }
            """
        },
        {
            "definitions alone", "b",
            $$"""
            { "$defs": {
              "A": {{Branch("""{ "const": "a" }""")}},
              "B": {{Branch("""{ "const": §"b" }""")}},
              "C": {{Branch("""{ "const": §"b" }""", """, "id": true""")}}
            } }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Duplicates))]
    public void Duplicate_IsSaidAtTheSecondAndTheOthersLive(string what, string name, string marked)
    {
        (string schema, string said) = Marked(marked, name);
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(schema));
        Assert.Equal((what, said), (what, Assert.Single(generated.Printed)));
        generated.AssertCompiles();
        Assert.Equal(Constants(schema), Names(generated));
    }

    /// <summary>Where the project says where the name stands, a duplicate is one all the same.</summary>
    [Theory]
    [MemberData(nameof(Duplicates))]
    public void Duplicate_IsSaidWhereTheKeyIsGiven(string what, string name, string marked)
    {
        (string schema, string said) = Marked(marked, name);
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(schema, ("EventType", what == "deep in the body" ? "/data/type" : "/type")));
        Assert.Equal(said, Assert.Single(generated.Printed));
        Assert.Equal(Constants(schema), Names(generated));
    }

    [Fact]
    public void DuplicateOfAnotherFile_LeavesTheOthers()
    {
        Generated generated = GeneratorHarness.Run(
            BundledProvider.File("gone", Schema.Event("gone")),
            BundledProvider.File("made", Schema.Event("made")),
            BundledProvider.File("made2", Schema.Event("made", "\"id\": true")));
        Assert.Equal("made2.schema.json(1,38): TWH2004: The event 'made' is declared twice; the first declaration is at made.schema.json line 1, column 38", Assert.Single(generated.Printed));
        Assert.Equal(["gone", "made"], Names(generated));
    }

    [Fact]
    public void TwoFilesOfOneName_AreADuplicate()
    {
        Generated generated = GeneratorHarness.Run(
            BundledProvider.File("made", Schema.Event("made")),
            BundledProvider.File("made2", Schema.Event("made", "\"id\": true")));
        Assert.Equal("made2.schema.json(1,38): TWH2004: The event 'made' is declared twice; the first declaration is at made.schema.json line 1, column 38", Assert.Single(generated.Printed));
        Assert.Equal(["made"], Names(generated));
    }

    [Fact]
    public void NamesThatDifferInCase_AreADuplicateWhereCaseIsIgnored()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(
            Schema.Of(Schema.Event("made"), Schema.Event("Made"), Schema.Event("gone")),
            ("EventTypeComparison", "OrdinalIgnoreCase")));
        Assert.Equal("hooks.json(3,38): TWH2004: The event 'Made' is declared twice; the first declaration is at line 2, column 38", Assert.Single(generated.Printed));
        Assert.Equal(["gone", "made"], Names(generated));
    }

    [Fact]
    public void NamesOfTwoParts_AreADuplicateWhereBothPartsAre()
    {
        static string Of(string kind, string verb, string more = "") =>
            $$"""{ "properties": { "kind": { "const": "{{kind}}" }, "verb": { "const": "{{verb}}" }{{more}} } }""";
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(
            Schema.Of(Of("thing", "made"), Of("thing", "gone"), Of("thing", "made", ", \"id\": true"), Of("part", "made")),
            ("EventType", "/kind /verb")));
        Assert.Equal("hooks.json(4,68): TWH2004: The event 'thing.made' is declared twice; the first declaration is at line 2, column 68", Assert.Single(generated.Printed));
        Assert.Equal(["part.made", "thing.gone", "thing.made"], Names(generated));
    }

    /// <summary>A branch without a name is no variant of the only one that has one.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/type")]
    public void BranchWithoutAName_IsSaidBesideTheOnlyOneThatHasOne(string key)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(
            Schema.Of([Branch("""{ "const": "made" }""", """, "x": { "type": "string" }"""), """{ "type": "object", "properties": { "q": { "type": "string" } } }"""]),
            ("EventType", key)));
        generated.AssertCompiles();
        Assert.StartsWith("hooks.json(3,1): TWH2005: ", string.Join("\n", generated.Printed), StringComparison.Ordinal);
        Assert.DoesNotContain("string? Q", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
    }

    /// <summary>Several forms of one event, which are no several events.</summary>
    [Fact]
    public void BranchesOfOneName_AreOneEvent()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of([Schema.Event("made", "\"a\": true"), Schema.Event("made", "\"b\": true")])));
        Assert.Empty(generated.Printed);
        Assert.Equal(["made"], Names(generated));
    }

    [Fact]
    public void DefinitionThatIsAChoiceOfEvents_IsAllOfThem()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme($$"""{ "$defs": { "Hooks": {{Schema.Of([Schema.Event("made"), Schema.Event("gone")])}} } }"""));
        Assert.Empty(generated.Printed);
        Assert.Equal(["gone", "made"], Names(generated));
    }

    [Fact]
    public void DefinitionsUnderBothNames_AreAllLookedAt()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme($$"""{ "$defs": { "A": {{Schema.Event("made")}} }, "definitions": { "B": {{Schema.Event("gone")}} } }"""));
        Assert.Empty(generated.Printed);
        Assert.Equal(["gone", "made"], Names(generated));
    }

    [Fact]
    public void SecondEventMap_IsOneTooMany()
    {
        Generated generated = GeneratorHarness.Run(
        [
            .. MappedProvider.Of("""{ "eventType": "/type", "events": { "made": "order.json" } }""", ("order.json", MappedProvider.Order)),
            new SchemaText("/consumer/schemas/acme/more.map.json", """{ "eventType": "/type", "events": { "gone": null } }""", ("Provider", "Acme"), ("Schema", "map")),
        ]);
        Assert.Equal(
            "more.map.json(1,1): TWH2012: The provider has another event map, acme.map.json, which is the one that is used: put what both say into one, and name it with Map on the items",
            Assert.Single(generated.Printed));
    }

    private static string Nested(string type) => $$"""{ "type": "object", "properties": { "data": { "properties": { "type": { "const": {{type}} } } } } }""";

    private static string Versioned(string type) => $$"""{ "properties": { "specversion": { "const": "1.0" }, "type": { "const": {{type}} } } }""";

    /// <summary>The schema without its marks, and what is to be said of their places.</summary>
    private static (string Schema, string Said) Marked(string marked, string name)
    {
        int first = marked.IndexOf('§', StringComparison.Ordinal), second = marked.LastIndexOf('§') - 1;
        string schema = marked.Replace("§", "", StringComparison.Ordinal);
        (int Line, int Column) At(int position)
        {
            string before = schema[..position];
            return (before.Count(static c => c == '\n') + 1, position - before.LastIndexOf('\n'));
        }

        return (schema, FormattableString.Invariant($"hooks.json({At(second).Line},{At(second).Column}): TWH2004: The event '{name}' is declared twice; the first declaration is at line {At(first).Line}, column {At(first).Column}"));
    }

    private static string[] Constants(string schema) =>
        [.. Regex.Matches(schema, """(?:"const": |"enum": \[)("[^"]*")(?:, ("[^"]*"))?""")
            .SelectMany(static match => match.Groups.Values.Skip(1))
            .Where(static group => group.Success && group.Value.StartsWith("\"1", StringComparison.Ordinal) is false)
            .Select(static group => group.Value.Trim('"'))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private static string[] Names(Generated generated) =>
        [.. Regex.Matches(generated["Acme.AcmeEventTypes.g.cs"], "const string \\w+ = \"([^\"]*)\"").Select(static name => name.Groups[1].Value).Order(StringComparer.Ordinal)];
}
