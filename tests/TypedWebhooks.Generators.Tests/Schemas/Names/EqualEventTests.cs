using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>Events that are definitions of several files: none is lost, and none is there twice.</summary>
public sealed class EqualEventTests
{
    private const string Line = """{ "type": "object", "properties": { "id": true } }""";

    private static readonly string s_withLine = Schema.Event("order.paid", """ "line": { "$ref": "#/$defs/Line" } """);

    private static readonly string s_paid = Schema.Event("order.paid", $""" "line": {Line} """), s_lost = Schema.Event("order.lost"), s_found = Schema.Event("order.found");

    [Fact]
    public void EventAmongTheDefinitionsOfTwoFiles_IsOneEvent() => Assert.Equal(
        ["OrderFoundEvent", "OrderLostEvent", "OrderPaidEvent"],
        Events(
            BundledProvider.File("a", $$"""{ "$defs": { "Paid": {{s_withLine}}, "Line": {{Line}}, "Lost": {{s_lost}} } }"""),
            BundledProvider.File("b", $$"""{ "$defs": { "Paid": {{s_withLine}}, "Line": {{Line}}, "Found": {{s_found}} } }""")));

    [Fact]
    public void EventThatTwoFilesReferTo_IsOneEvent()
    {
        string paid = $$"""{ "$ref": "#/$defs/Paid", "$defs": { "Paid": {{s_paid}} } }""";
        Assert.Equal(["OrderLostEvent", "OrderPaidEvent"], Events(BundledProvider.File("a", paid), BundledProvider.File("b", paid), BundledProvider.File("c", s_lost)));
    }

    [Fact]
    public void EventInABranchOfTwoFiles_IsOneEvent() => Assert.Equal(
        ["OrderFoundEvent", "OrderLostEvent", "OrderPaidEvent"],
        Events(
            BundledProvider.File("a", $$"""{ "oneOf": [{ "$ref": "#/$defs/Paid" }, {{s_lost}}], "$defs": { "Paid": {{s_paid}} } }"""),
            BundledProvider.File("b", $$"""{ "oneOf": [{ "$ref": "#/$defs/Paid" }, {{s_found}}], "$defs": { "Paid": {{s_paid}} } }""")));

    /// <summary>In the one file it is a part, in the other an event.</summary>
    [Fact]
    public void EventThatIsAPartInAnotherFile_IsStillAnEvent()
    {
        string batch = Schema.Event("batch", """ "events": { "type": "array", "items": { "$ref": "#/$defs/Paid" } } """);
        Assert.Equal(
            ["BatchEvent", "OrderLostEvent", "OrderPaidEvent"],
            Events(
                BundledProvider.File("a", $$"""{ "$defs": { "Batch": {{batch}}, "Paid": {{s_paid}} } }"""),
                BundledProvider.File("b", $$"""{ "$defs": { "Paid": {{s_paid}}, "Lost": {{s_lost}} } }""")));
    }

    /// <summary>What a map says of a definition it says of all that are equal to it: the first file's is no event of its own.</summary>
    [Fact]
    public void MapThatRefersToTheSecondFile_MeansTheEqualOneOfTheFirstToo()
    {
        string file = $$"""{ "$defs": { "Paid": {{s_paid}} } }""";
        EmittedEvents events = MappedProvider.Load("""{ "eventType": "/type", "events": { "paid": "b.json#/$defs/Paid" } }""", ("a.json", file), ("b.json", file));
        Assert.Equal("PaidEvent", MappedProvider.NameOf(events.Parse("""{"type":"paid","line":{"id":1}}""")));
        Assert.Equal("UnrecognizedAcmeEvent", MappedProvider.NameOf(events.Parse("""{"type":"order.paid","line":{"id":1}}""")));
    }

    [Fact]
    public void MapThatDiscoversEqualDefinitions_FindsThemOnce()
    {
        const string Paid = """{ "x-event-name": "order.paid", "type": "object", "properties": { "id": { "type": "integer" } } }""";
        string file = $$"""{ "$defs": { "Paid": {{Paid}} } }""";
        EmittedEvents events = MappedProvider.Load("""{ "eventType": "/type", "discover": { "schemas": "#/$defs/*", "names": "/x-event-name" } }""", ("a.json", file), ("b.json", file));
        Assert.Equal("OrderPaidEvent", MappedProvider.NameOf(events.Parse("""{"type":"order.paid","id":1}""")));
    }

    /// <summary>The files give the names, so what is equal is several events of one schema.</summary>
    [Fact]
    public void EqualDefinitionsThatTheirFilesName_AreEventsEach()
    {
        const string File = """{ "$ref": "#/$defs/Order", "$defs": { "Order": { "type": "object", "properties": { "id": { "type": "integer" } } } } }""";
        EmittedEvents events = MappedProvider.Load("""{ "eventType": "/type", "discover": { "schemas": "*.json", "names": "path" } }""", ("paid.json", File), ("lost.json", File));
        Assert.Equal("PaidEvent", MappedProvider.NameOf(events.Parse("""{"type":"paid","id":1}""")));
        Assert.Equal("LostEvent", MappedProvider.NameOf(events.Parse("""{"type":"lost","id":1}""")));
        Assert.Equal("OrderEvent", events.Type("PaidEvent").BaseType!.Name);
    }

    private static string[] Events(params SchemaText[] schemas)
    {
        Generated generated = GeneratorHarness.Run(schemas);
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        return [.. generated.EventNames];
    }
}
