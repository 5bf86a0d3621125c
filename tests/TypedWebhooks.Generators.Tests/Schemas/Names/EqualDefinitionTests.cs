using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>
/// Definitions that several files have. Those that are equal are one type; those that are not are called after their files, and
/// after the event where a file is that of one.
/// </summary>
public sealed class EqualDefinitionTests
{
    private const string Data = """ "Data": { "type": "object", "description": "What it is about.", "required": ["id"], "properties": { "id": { "type": "integer" }, "state": { "enum": ["open", "closed"] } } } """;

    /// <summary>Definitions that refer to one another, so that neither is equal before the other is.</summary>
    private const string Circle = """
        "Data": { "type": "object", "properties": { "owner": { "$ref": "#/$defs/User" } } },
        "User": { "type": "object", "properties": { "name": { "type": "string" }, "last": { "$ref": "#/$defs/Data" } } }
        """;

    [Fact]
    public void EqualDefinitions_AreOneType()
    {
        SchemaText[] schemas = [.. ((string[])["order.paid", "order.placed", "order.lost"]).Select(static name => BundledProvider.Event(name, Data))];
        Assert.Equal("Data DataState", BundledProvider.Types(schemas));

        EmittedEvents events = new("Acme", schemas);
        foreach (string name in (string[])["order.paid", "order.placed", "order.lost"])
        {
            string json = """{"type":"NAME","data":{"id":1,"state":"open","more":[1]}}""".Replace("NAME", name, StringComparison.Ordinal);
            dynamic e = events.Parse(json);
            Assert.Equal("Data", e.Data.GetType().Name);
            Assert.Equal(json, events.Write(e));
        }
    }

    [Fact]
    public void DefinitionsThatReferToOneAnother_AreAsEqualAsAny() =>
        Assert.Equal("Data User", BundledProvider.Types(BundledProvider.Event("order.paid", Circle), BundledProvider.Event("order.lost", Circle)));

    [Fact]
    public void DefinitionsThatReferToDifferentOnes_AreDifferent() => Assert.Equal(
        "OrderLostData OrderLostUser OrderPaidData OrderPaidUser",
        BundledProvider.Types(
            BundledProvider.Event("order.paid", Circle),
            BundledProvider.Event("order.lost", Circle.Replace("\"name\"", "\"login\"", StringComparison.Ordinal))));

    /// <summary>The first two are equal all the way, whatever comes third; which are not is found out link by link.</summary>
    [Fact]
    public void DefinitionsWhoseTargetsReferToDifferentOnes_AreDifferent()
    {
        string Chain(string type) => $$"""
            "Data": { "type": "object", "properties": { "next": { "$ref": "#/$defs/Next" } } },
            "Next": { "type": "object", "properties": { "last": { "$ref": "#/$defs/Last" } } },
            "Last": { "type": "object", "properties": { "id": { "type": "{{type}}" } } }
            """;
        Assert.Equal("Data Last Next OrderFoundData OrderFoundLast OrderFoundNext", BundledProvider.Types(
            BundledProvider.Event("order.paid", Chain("integer")),
            BundledProvider.Event("order.lost", Chain("integer")),
            BundledProvider.Event("order.found", Chain("string"))));
    }

    /// <summary>What was told from the others by one target is not taken for one of them when another target tells these apart.</summary>
    [Fact]
    public void DefinitionsThatDifferInOneTargetOrInAnother_AreAllDifferent()
    {
        string Definitions(string other, string last) => $$"""
            "Data": { "type": "object", "properties": { "other": { "$ref": "#/$defs/Other" }, "next": { "$ref": "#/$defs/Next" } } },
            "Other": { "type": "object", "properties": { "id": { "type": "{{other}}" } } },
            "Next": { "type": "object", "properties": { "last": { "$ref": "#/$defs/Last" } } },
            "Last": { "type": "object", "properties": { "id": { "type": "{{last}}" } } }
            """;
        Assert.Equal("AData ALast ANext AOther BData CLast CNext Data Other", BundledProvider.Types(
            BundledProvider.Event("a", Definitions("string", "integer")),
            BundledProvider.Event("b", Definitions("integer", "integer")),
            BundledProvider.Event("c", Definitions("integer", "string")),
            BundledProvider.Event("d", Definitions("integer", "string"))));
    }

    [Theory]
    [InlineData("white space", "\": ", "\":\n\t")]
    [InlineData("escapes", "open", "\\u006fpen")]
    public void WayOfWriting_DoesNotCount(string what, string one, string other)
    {
        _ = what;
        Assert.Equal("Data DataState", BundledProvider.Types(BundledProvider.Event("order.paid", Data), BundledProvider.Event("order.lost", Data.Replace(one, other, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("value of an enum", "closed", "lost")]
    [InlineData("description", "What it is about", "What it was about")]
    [InlineData("order", "\"open\", \"closed\"", "\"closed\", \"open\"")]
    [InlineData("keyword", "\"required\"", "\"x\"")]
    [InlineData("type", "integer", "number")]
    public void WhatIsSaid_Counts(string what, string one, string other)
    {
        _ = what;
        Assert.Equal("OrderLostData OrderLostDataState OrderPaidData OrderPaidDataState", BundledProvider.Types(
            BundledProvider.Event("order.paid", Data),
            BundledProvider.Event("order.lost", Data.Replace(one, other, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("another keyword for definitions", """{ "$ref": "#/$defs/Part" }""", """{ "$ref": "#/definitions/Part" }""", "Data Part PartInner PartOther")]
    [InlineData("path", """{ "$ref": "#/$defs/Part" }""", """{ "$ref": "order-paid.schema.json#/$defs/Part" }""", "Data Part PartInner PartOther")]
    [InlineData("place in a definition", """{ "$ref": "#/$defs/Part/properties/inner" }""", """{ "$ref": "#/definitions/Part/properties/inner" }""", "Data PartInner")]
    [InlineData("other place in a definition", """{ "$ref": "#/$defs/Part/properties/inner" }""", """{ "$ref": "#/definitions/Part/properties/other" }""", "OrderLostData OrderPaidData PartInner PartOther")]
    [InlineData("own document", """{ "$ref": "#" }""", """{ "$ref": "#" }""", "OrderLost OrderLostData OrderPaid OrderPaidData")]
    public void Reference_CountsByItsTarget(string what, string one, string other, string types)
    {
        _ = what;
        const string Inner = """{ "type": "object", "properties": { "id": true } }""";
        string part = $$""" "Part": { "type": "object", "properties": { "inner": {{Inner}}, "other": {{Inner}} } } """;
        string Definitions(string reference) => $$""" "Data": { "type": "object", "properties": { "part": {{reference}} } } """;
        Assert.Equal(types, BundledProvider.Types(
            BundledProvider.Event("order.paid", Definitions(one) + ", " + part),
            BundledProvider.File("order.lost", $$"""
                {
                  "type": "object", "properties": { "type": { "const": "order.lost" }, "data": { "$ref": "#/definitions/Data" } },
                  "definitions": { {{Definitions(other)}}, {{part}} }
                }
                """)));
    }

    [Theory]
    [InlineData(""" "Data": { "$id": "data", "type": "object", "properties": { "id": true } } """, "Data DataPayload")]
    [InlineData(""" "Data": { "type": "object", "properties": { "part": { "$id": "part", "type": "object", "properties": { "id": true } } } } """, "OrderLostData OrderLostDataPart OrderPaidData OrderPaidDataPart")]
    [InlineData(""" "Data": { "$anchor": "data", "type": "object", "properties": { "id": true } } """, "OrderLostData OrderPaidData")]
    [InlineData(""" "Data": { "type": "object", "properties": { "part": { "$dynamicAnchor": "part", "type": "object", "properties": { "id": true } } } } """, "OrderLostData OrderLostDataPart OrderPaidData OrderPaidDataPart")]
    public void DefinitionWithANameOfItsOwn_StaysWhatItIs(string definition, string types)
    {
        Generated generated = GeneratorHarness.Run(BundledProvider.Event("order.paid", definition), BundledProvider.Event("order.lost", definition));
        Assert.Equal(types, BundledProvider.Types(generated));
    }

    /// <summary>What a reference is beside its keywords differs by draft.</summary>
    [Fact]
    public void DefinitionsOfDifferentDrafts_AreDifferent()
    {
        const string Definitions = """ "Data": { "$ref": "#/$defs/Part", "properties": { "id": true } }, "Part": { "type": "object", "properties": { "name": { "type": "string" } } } """;
        SchemaText old = BundledProvider.File("order.lost", $$"""
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "properties": { "type": { "const": "order.lost" }, "data": { "$ref": "#/$defs/Data" } }, "$defs": { {{Definitions}} }
            }
            """);
        Assert.Equal("OrderLostPart OrderPaidData OrderPaidPart", BundledProvider.Types(BundledProvider.Event("order.paid", Definitions), old));
    }

    [Fact]
    public void ReferenceToNowhere_IsReportedOnceForAll()
    {
        string definitions = Circle.Replace("#/$defs/User", "#/$defs/Nobody", StringComparison.Ordinal);
        Generated generated = GeneratorHarness.Run(BundledProvider.Event("order.paid", definitions), BundledProvider.Event("order.lost", definitions));
        Assert.Equal("Data", BundledProvider.Types(generated));
        Assert.Equal(["order-lost.schema.json(1,184): TWH2002: The reference '#/$defs/Nobody' leads nowhere: an object there has no 'Nobody'"], generated.Printed);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1", "2")]
    [InlineData("1", "true")]
    [InlineData("null", "[]")]
    [InlineData("""{ "$ref": "#/$defs/Data" }""", """{ "$ref": "#/$defs/Data" }""")]
    [InlineData("""{ "$defs": { "Data": { "$defs": { "Data": true } } } }""", """{ "$defs": { "Data": { "$defs": { "Data": false } } } }""")]
    [InlineData("""{ "properties": { "$ref": { "type": "string" }, "id": { "$ref": 1 } } }""", """{ "properties": { "$ref": { "type": "string" }, "id": { "$ref": 2 } } }""")]
    public void HostileDefinition_TakesNothingDown(string one, string other)
    {
        Generated generated = GeneratorHarness.Run(BundledProvider.Event("order.paid", $"\"Data\": {one}"), BundledProvider.Event("order.lost", $"\"Data\": {other}"));
        generated.AssertCompiles();
        Assert.Superset(new HashSet<string> { "Acme.OrderPaidEvent", "Acme.OrderLostEvent" }, generated.TypeNames.ToHashSet());
    }

    [Fact]
    public void EqualDefinitionsOfOneDocument_AreOneTypeToo()
    {
        string Part(string keyword) => $$""" "{{keyword}}": { "Part": { "type": "object", "properties": { "id": true } } } """;
        Assert.Equal("Data Part", BundledProvider.Types(BundledProvider.Event(
            "order.paid",
            $$"""
            "Data": { "type": "object", "properties": { "a": { "$ref": "#/$defs/Data/$defs/Part" }, "b": { "$ref": "#/$defs/Data/definitions/Part" } }, {{Part("$defs")}}, {{Part("definitions")}} }
            """)));
    }

    /// <summary>Each definition refers to the next one, and only the last ones differ: all that refers to them differs, link by link.</summary>
    [Fact]
    public void LongChainsOfDefinitions_AreToldApartQuickly()
    {
        string Chain(string end) => string.Join(",", Enumerable.Range(0, 20000).Select(static i => FormattableString.Invariant($$"""
            "D{{i}}": { "$ref": "#/$defs/D{{i + 1}}" }
            """))) + $$""", "D20000": { "type": "{{end}}" }, "Data": { "type": "object", "properties": { "id": { "type": "integer" } } } """;
        Stopwatch clock = Stopwatch.StartNew();
        Generated generated = GeneratorHarness.Run(BundledProvider.Event("order.paid", Chain("string")), BundledProvider.Event("order.lost", Chain("integer")));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Contains("Acme.Data", generated.TypeNames);
    }

    [Fact]
    public void OrderOfTheFiles_MakesNoDifference()
    {
        SchemaText[] schemas =
        [
            BundledProvider.Event("order.paid", Circle),
            BundledProvider.Event("order.placed", Data),
            BundledProvider.Event("order.lost", Circle),
            BundledProvider.Event("order.found", Data.Replace("open", "opened", StringComparison.Ordinal)),
        ];
        Assert.Equal("Data OrderFoundData OrderFoundDataState OrderPlacedData OrderPlacedDataState User", BundledProvider.Types(schemas));
        Assert.Equal(GeneratorHarness.Run(schemas).Sources, GeneratorHarness.Run([.. schemas.Reverse()]).Sources);
    }

    [Fact]
    public void FileThatIsDropped_RenamesNothingWhereAllAreEqual()
    {
        SchemaText[] schemas = [.. ((string[])["order.paid", "order.placed", "order.lost"]).Select(static name => BundledProvider.Event(name, Circle))];
        foreach (SchemaText dropped in schemas)
        {
            Assert.Equal("Data User", BundledProvider.Types([.. schemas.Where(schema => schema != dropped)]));
        }
    }

    [Fact]
    public void BaseOfEventsInSeveralFiles_IsOneRecord()
    {
        SchemaText File(string name) => BundledProvider.File(name, $$"""
            {
              "allOf": [{ "$ref": "#/$defs/Order" }], "properties": { "type": { "const": "{{name}}" } },
              "$defs": { "Order": { "type": "object", "properties": { "id": { "type": "integer" } } } }
            }
            """);
        Dictionary<string, SortedDictionary<string, string>> names = CatalogNames.Of([File("order.paid"), File("order.lost")]);
        Assert.Equal("OrderEvent ", names["order.paid"][" base"]);
        Assert.Equal("OrderEvent ", names["order.lost"][" base"]);
    }
}
