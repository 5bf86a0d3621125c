using System;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>What definitions of one key are called where they are not one.</summary>
public sealed class DefinitionNameTests
{
    private static readonly string s_integer = Data("integer"), s_string = Data("string"), s_boolean = Data("boolean");

    [Fact]
    public void DefinitionThatOtherFilesHaveOtherwise_IsCalledAfterItsEvent() => Assert.Equal(
        "OrderLostData OrderPaidData",
        BundledProvider.Types(BundledProvider.Event("order.paid", s_integer), BundledProvider.Event("order.lost", s_string)));

    [Fact]
    public void DefinitionThatSeveralFilesShare_HasItsKey() => Assert.Equal(
        "Data OrderLostData",
        BundledProvider.Types(BundledProvider.Event("order.paid", s_integer), BundledProvider.Event("order.lost", s_string), BundledProvider.Event("order.placed", s_integer)));

    /// <summary>Neither has it, or it would be the other's as soon as a file is gone: each is called after the first file that has it.</summary>
    [Fact]
    public void TwoDefinitionsThatSeveralFilesShare_AreToldApart() => Assert.Equal(
        "AData BData",
        BundledProvider.Types(BundledProvider.Event("a", s_integer), BundledProvider.Event("b", s_string), BundledProvider.Event("c", s_integer), BundledProvider.Event("d", s_string)));

    [Fact]
    public void DefinitionInAFileOfSeveralEvents_IsCalledAfterTheFile() => Assert.Equal(
        "OrderPaidData OrdersData",
        BundledProvider.Types(
            BundledProvider.Event("order.paid", s_integer),
            BundledProvider.File("orders", Schema.Of(Schema.Event("order.lost", """ "data": { "$ref": "#/$defs/Data" } """) + "," + Schema.Event("order.found"), s_string))));

    /// <summary>Many exporters put the event itself among the definitions too, in each file under its own name or under one.</summary>
    [Theory]
    [InlineData("OrderPaid", "OrderLost")]
    [InlineData("Event", "Event")]
    public void DefinitionInAFileThatRefersToItsEvent_IsCalledAfterTheEvent(string one, string other)
    {
        SchemaText File(string file, string name, string key, string data) => BundledProvider.File(
            file,
            $$"""{ "$ref": "#/$defs/{{key}}", "$defs": { {{data}}, "{{key}}": {{Schema.Event(name, """ "data": { "$ref": "#/$defs/Data" } """)}} } }""");
        Assert.Equal("OrderLostData OrderPaidData", BundledProvider.Types(File("a", "order.paid", one, s_integer), File("b", "order.lost", other, s_string)));
    }

    /// <summary>A file's name says whose a definition is; where files are called alike, their folders say it.</summary>
    [Fact]
    public void DefinitionsOfFilesThatNoEventOwns_AreCalledAfterTheFiles()
    {
        SchemaText Common(string folder, string definitions) => new($"/consumer/schemas/acme/{folder}/parts.json", $$"""{ "$defs": { {{definitions}} } }""", ("Provider", "Acme"), ("Format", "json-schema"));
        Generated generated = GeneratorHarness.Run(
            Common("a", s_integer),
            Common("b", s_string),
            BundledProvider.Event("order.paid", "", "a/parts.json#/$defs/Data"),
            BundledProvider.Event("order.lost", "", "b/parts.json#/$defs/Data"));
        Assert.Equal("APartsData BPartsData", BundledProvider.Types(generated));
        Assert.Empty(generated.Printed);
    }

    [Fact]
    public void DefinitionThatIsCalledSo_ComesBeforeOneThatIsCalledAfterItsFile()
    {
        Generated generated = GeneratorHarness.Run(
            BundledProvider.Event("order.lost", s_integer),
            BundledProvider.Event("order.paid", s_string + ", " + s_boolean.Replace("Data", "OrderLostData", StringComparison.Ordinal), "#/$defs/OrderLostData"));
        Assert.Equal("OrderLostData OrderLostDataPayload", BundledProvider.Types(generated));
        Assert.Contains("bool? Id", generated.TypeCode("Acme.OrderLostData"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatStandsInSuchADefinition_IsCalledAfterIt()
    {
        string Nested(string type) => $$""" "Data": { "type": "object", "properties": { "lines": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "{{type}}" } } } } } } """;
        Assert.Equal(
            "OrderLostData OrderLostDataLine OrderPaidData OrderPaidDataLine",
            BundledProvider.Types(BundledProvider.Event("order.paid", Nested("integer")), BundledProvider.Event("order.lost", Nested("string"))));
    }

    [Fact]
    public void KeyThatIsNoIdentifier_IsNotSpokenOfWhereAnEventStandsBeforeIt() => Assert.Equal(
        "OrderLost_2fa OrderPaid_2fa",
        BundledProvider.Types(
            BundledProvider.Event("order.paid", s_integer.Replace("Data", "2fa", StringComparison.Ordinal), "#/$defs/2fa"),
            BundledProvider.Event("order.lost", s_string.Replace("Data", "2fa", StringComparison.Ordinal), "#/$defs/2fa")));

    private static string Data(string type) => $$""" "Data": { "type": "object", "properties": { "id": { "type": "{{type}}" } } } """;
}
