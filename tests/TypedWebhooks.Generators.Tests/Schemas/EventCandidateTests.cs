using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using TypedWebhooks.Generators.Tests.Schemas.Names;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>Which schemas are events. One that is none is said to be so at its place, and takes no event down.</summary>
public sealed class EventCandidateTests
{
    private const string NoObject = "TWH2010: An event is an object, and this branch does not describe one: no event is made of it";

    private const string Money = """{ "type": "object", "properties": { "amount": { "type": "integer" } } }""";

    private static readonly string s_paid = Schema.Event("paid"), s_lost = Schema.Event("lost");

    [Theory]
    [InlineData("""{ "type": "string" }""", "hooks.json(4,1): " + NoObject)]
    [InlineData("""{ "type": "array", "items": {} }""", "hooks.json(4,1): " + NoObject)]
    [InlineData("""{ "enum": ["a", "b"] }""", "hooks.json(4,1): " + NoObject)]
    [InlineData("{}", "hooks.json(4,1): " + NoObject)]
    [InlineData("true", "hooks.json(4,1): " + NoObject)]
    [InlineData("""{ "$ref": "#/oneOf/2" }""", "hooks.json(4,1): " + NoObject)]
    [InlineData("""{ "oneOf": [{ "type": "string" }] }""", "hooks.json(4,1): " + NoObject)]
    [InlineData("5", "hooks.json(4,1): TWH2010: A schema is an object, true or false, not a number")]
    [InlineData("""{ "$ref": "#/nowhere" }""", "hooks.json(4,11): TWH2002: The reference '#/nowhere' leads nowhere: an object there has no 'nowhere'")]
    [InlineData("""{ "type": "null" }""", "")]
    [InlineData("""{ "$ref": "#" }""", "")]
    [InlineData("""{ "$ref": "#/oneOf/0" }""", "")]
    public void BranchThatIsNoEvent_TakesNothingDown(string branch, string said) =>
        AssertEvents(["LostEvent", "PaidEvent"], said, GeneratorHarness.Acme(Schema.Of(s_paid, s_lost, branch)));

    [Theory]
    [InlineData("""{ "type": "string" }""", "hooks.json(3,1): " + NoObject)]
    [InlineData("5", "hooks.json(3,1): TWH2010: A schema is an object, true or false, not a number")]
    [InlineData("""{ "type": "null" }""", "")]
    public void OnlyEvent_IsOneWhateverIsBesideIt(string branch, string said) =>
        AssertEvents(["PaidEvent"], said, GeneratorHarness.Acme(Schema.Of([s_paid, branch])));

    [Fact]
    public void BranchThatIsDefinedElsewhere_IsSpokenOfWhereItIsABranch() => AssertEvents(
        ["LostEvent", "PaidEvent"],
        "hooks.json(4,1): " + NoObject,
        GeneratorHarness.Acme($$"""
            { "$defs": { "Name": { "type": "string" } }, "oneOf": [
            {{s_paid}}, {{s_lost}},

            { "$ref": "#/$defs/Name" }] }
            """));

    [Fact]
    public void BranchInsideOfABranch_TakesNothingDown() => AssertEvents(
        ["LostEvent", "PaidEvent"],
        "hooks.json(3,1): " + NoObject,
        GeneratorHarness.Acme(Schema.Of([$$"""{ "oneOf": [{{s_paid}},""" + "\n" + """{ "type": "array" }] }""", s_lost])));

    /// <summary>What is said of the whole does not tell whose the types are: they are called after their events.</summary>
    [Fact]
    public void BranchThatIsNoObject_RenamesNothing()
    {
        string Data(string name) => Schema.Event(name, """ "data": { "type": "object", "properties": { "id": true } } """);
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(Data("paid"), Data("lost"), """{ "type": "string" }""")));
        Assert.Equal("LostData PaidData", BundledProvider.Types(generated));
    }

    /// <summary>An event whose own alternatives only say which members it has is one event.</summary>
    [Theory]
    [InlineData("""{ "required": ["a"] }""", """{ "required": ["b"] }""")]
    [InlineData("""{ "properties": { "a": { "type": "string" } } }""", """{ "properties": { "b": { "type": "string" } } }""")]
    public void BranchThatHasAlternatives_IsOneEvent(string one, string other)
    {
        string paid = $$"""{ "properties": { "type": { "const": "paid" } }, "anyOf": [{{one}}, {{other}}] }""";
        AssertEvents(["LostEvent", "PaidEvent"], "", GeneratorHarness.Acme(Schema.Of([paid, s_lost])));
        AssertEvents(["PaidEvent"], "", GeneratorHarness.Acme(paid));
    }

    /// <summary>Beside branches that only say what has to be there, those with members are no events either.</summary>
    [Fact]
    public void EventSomeOfWhoseAlternativesOnlyRequire_IsOneEvent() => AssertEvents(
        ["LostEvent", "PaidEvent"],
        "",
        BundledProvider.File("lost", s_lost),
        BundledProvider.File("paid", """
            {
              "type": "object", "properties": { "type": { "const": "paid" }, "id": { "type": "integer" } },
              "anyOf": [{ "properties": { "kind": { "const": "a" } } }, { "properties": { "kind": { "const": "b" } } }, { "required": ["id"] }]
            }
            """));

    /// <summary>Once the branches were multiplied by one another.</summary>
    [Fact]
    public void BranchesThatAreAllOfThem_AreLookedAtOnce() =>
        AssertEvents(["LostEvent", "PaidEvent"], "", GeneratorHarness.Acme(Schema.Of([s_paid, s_lost, .. Enumerable.Repeat("""{ "anyOf": [{ "$ref": "#" }, { "$ref": "#" }] }""", 40)])));

    [Theory]
    [InlineData("""{ "$schema": "x", "type": "string" }""", "it does not describe an object")]
    [InlineData("""{ "$schema": "x" }""", "it does not describe an object")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/$defs/A" }, { "$ref": "#/$defs/B" }], "$defs": { "A": { "properties": { "a": true } }, "B": { "properties": { "b": true } } } }""", "no constant tells its alternatives apart")]
    public void DocumentThatIsNoObject_IsNoEvent(string schema, string why)
    {
        AssertEvents([], $"hooks.json(1,1): TWH2010: No event is made of this schema: {why}", GeneratorHarness.Acme(schema));
        AssertEvents(
            ["LostEvent", "PaidEvent"],
            $"hooks.json(1,1): TWH2013: No event is made of this schema: {why}, and no other schema refers to it. Leave it out of the WebhookSchema item",
            GeneratorHarness.Acme(schema),
            BundledProvider.File("paid", s_paid),
            BundledProvider.File("lost", s_lost));
    }

    [Fact]
    public void DocumentThatIsNoObject_IsAPartWhereAMapNamesTheEvents() =>
        Assert.Empty(MappedProvider.Errors("""{ "eventType": "/type", "events": { "paid": "paid.json" } }""", ("paid.json", s_paid), ("name.json", """{ "type": "string" }""")));

    [Fact]
    public void DocumentThatIsNoObject_IsNoEventOfAMap() => Assert.Equal(
        ["name.json(1,1): TWH2010: The event map takes this schema for an event, but it does not describe an object"],
        MappedProvider.Errors("""{ "eventType": "/type", "discover": { "schemas": "*.json", "names": "path" } }""", ("paid.json", s_paid), ("name.json", """{ "type": "string" }""")));

    [Fact]
    public void DocumentWithoutAName_IsNoEventAndSaidSo() => AssertEvents(
        ["LostEvent", "PaidEvent"],
        "money.schema.json(1,1): TWH2013: No event is made of this schema: it has no constant at '/type', where the other events' names stand, and no other schema refers to it. If it is none, leave it out of the WebhookSchema item; if it is one, name it in an event map",
        BundledProvider.File("money", Money),
        BundledProvider.File("paid", s_paid),
        BundledProvider.File("lost", s_lost));

    [Fact]
    public void DocumentsWithoutAName_AreSpokenOfWhereTheyHideTheEvents() => AssertEvents(
        [],
        """money.schema.json(1,1): TWH2005: The schema does not say how its events are named: no member has another constant in each of them; 1 of 2 schemas have no constant, the first in money.schema.json: leave out of the item what is no event. Say where the name stands with EventType="/type" on the item, or in an event map money.schema.map.json beside the schema, to begin with: {"eventType":"/type","events":{"some.event":"money.schema.json"}}""",
        BundledProvider.File("money", Money),
        BundledProvider.File("paid", s_paid));

    [Fact]
    public void DefinitionThatOnlyOtherDocumentsReferTo_IsAPart() => AssertEvents(
        ["LostEvent", "PaidEvent"],
        "",
        BundledProvider.File("common", $$"""{ "$defs": { "Money": {{Money}}, "Names": { "enum": ["paid", "lost"] } } }"""),
        BundledProvider.File("paid", Schema.Event("paid", """ "sum": { "$ref": "common.schema.json#/$defs/Money" } """)),
        BundledProvider.File("lost", s_lost));

    [Fact]
    public void DefinitionThatNothingRefersTo_IsNoEventAndSaidSo()
    {
        Generated generated = GeneratorHarness.Run(
            BundledProvider.File("common", $$"""{ "$defs": { "Money": {{Money}} } }"""),
            BundledProvider.File("paid", s_paid),
            BundledProvider.File("lost", s_lost));
        Assert.StartsWith("common.schema.json(1,23): TWH2013: No event is made of this schema", generated.Printed.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void BranchWithoutAName_IsAnEventThatLacksIt() => AssertEvents(
        ["LostEvent", "PaidEvent"],
        "hooks.json(4,1): TWH2005: This event has no constant at '/type', where the events' names stand",
        GeneratorHarness.Acme(Schema.Of(s_paid, s_lost, Money)));

    private static void AssertEvents(string[] events, string said, params SchemaText[] schemas)
    {
        Generated generated = GeneratorHarness.Run(schemas);
        Assert.Equal(said, string.Join("\n", generated.Printed));
        generated.AssertCompiles();
        Assert.Equal(events, generated.EventNames);
    }
}
