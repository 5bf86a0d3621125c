using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>What stands in place in several events of one kind, and is equal there, is one type; the kind's own record has it where all have it.</summary>
public sealed class KindTypeTests
{
    private const string Data = """ "data": { "type": "object", "properties": { "id": { "type": "string" }, "state": { "enum": ["open", "closed"] } } } """;
    private const string Other = """ "data": { "type": "object", "properties": { "no": { "type": "integer" } } } """;

    [Fact]
    public void EqualParts_AreOneTypeCalledAfterTheKind() =>
        Assert.Equal("OrderData OrderDataState", Types(("order", "paid", Data), ("order", "lost", Data)));

    [Fact]
    public void KindsOwnRecord_HasTheMemberThatAllItsEventsHave()
    {
        EmittedEvents events = new("Acme", [.. Schemas(("order", "paid", Data), ("order", "lost", Data))]);
        dynamic e = events.Parse("""{"kind":"order","action":"paid","data":{"id":"1","state":"open"}}""");
        System.Type kind = ((object)e).GetType().BaseType!;
        Assert.Equal("OrderEvent", kind.Name);
        Assert.Equal("OrderData", kind.GetProperty("Data")!.PropertyType.Name);
        Assert.Equal("1", e.Data.Id);
    }

    [Fact]
    public void PartThatDiffers_IsCalledAfterItsEvent() =>
        Assert.Equal("OrderData OrderDataState OrderSentData", Types(("order", "paid", Data), ("order", "lost", Data), ("order", "sent", Other)));

    /// <summary>The order of the events makes no difference, neither to what is one type nor to its name.</summary>
    [Fact]
    public void TwoPairs_AreCalledAfterTheFirstOfEachByName()
    {
        (string, string, string)[] events = [("order", "paid", Data), ("order", "sent", Other), ("order", "lost", Data), ("order", "kept", Other)];
        Assert.Equal("OrderDataState OrderKeptData OrderLostData", Types(events));
        Assert.Equal("OrderDataState OrderKeptData OrderLostData", Types([.. events.Reverse()]));
    }

    [Fact]
    public void EventAloneInItsKind_KeepsItsOwn() =>
        Assert.Equal("OrderPaidData OrderPaidDataState UserMadeData UserMadeDataState", Types(("order", "paid", Data), ("user", "made", Data)));

    private static string Types(params (string Kind, string Action, string Members)[] events) => BundledProvider.Types([.. Schemas(events)]);

    private static IEnumerable<SchemaText> Schemas(params (string Kind, string Action, string Members)[] events) => events.Select(static e => new SchemaText(
        $"/consumer/schemas/acme/{e.Kind}-{e.Action}.json",
        $$"""{ "type": "object", "properties": { "kind": { "const": "{{e.Kind}}" }, "action": { "const": "{{e.Action}}" }, {{e.Members}} } }""",
        ("Format", "json-schema"),
        ("EventType", "/kind /action")));
}
