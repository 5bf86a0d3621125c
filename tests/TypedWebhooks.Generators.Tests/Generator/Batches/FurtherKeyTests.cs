using System;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Batches;

/// <summary>Names that stand in one place or else in another (map key <c>also</c>), and events whose bodies have none.</summary>
public sealed class FurtherKeyTests
{
    private const string Schemas = """
        { "$defs": {
            "paid": { "type": "object", "required": ["code"], "properties": { "code": { "type": "string" }, "amount": { "type": "integer" } } },
            "notice": { "type": "object", "required": ["type", "id"], "properties": { "type": { "const": "ach.notice" }, "id": { "type": "string" } } },
            "ping": { "type": "object", "required": ["kind", "version"], "properties": { "kind": { "const": "ping" }, "version": { "type": "integer" }, "type": { "type": "string" } } }
        } }
        """;

    private const string Map = """
        { "eventType": "/code", "events": { "PAID": "hooks.json#/$defs/paid" },
          "also": [
            { "eventType": "/type", "events": { "ach.notice": "hooks.json#/$defs/notice" } },
            { "eventType": ["/kind", "/version"], "separator": "@", "events": { "ping@1": "hooks.json#/$defs/ping" } } ] }
        """;

    private static readonly Lazy<EmittedEvents> s_acme = new(static () => MappedProvider.Load(Map, ("hooks.json", Schemas)));

    [Theory]
    [InlineData("""{"code":"PAID","amount":1}""", "PaidEvent", "PAID")]
    [InlineData("""{"type":"ach.notice","id":"i"}""", "AchNoticeEvent", "ach.notice")]
    [InlineData("""{"kind":"ping","version":1,"x":2}""", "Ping1Event", "ping@1")]
    [InlineData("""{"type":7,"kind":"ping","version":1.0}""", "UnrecognizedAcmeEvent", "7")]
    [InlineData("""{"code":"NEW","type":"ach.notice","id":"i"}""", "UnrecognizedAcmeEvent", "NEW")]
    [InlineData("""{"code":null,"type":"ach.notice","id":"i"}""", "AchNoticeEvent", "ach.notice")]
    [InlineData("""{"type":"other","kind":"ping","version":1}""", "UnrecognizedAcmeEvent", "other")]
    [InlineData("""{"kind":"ping"}""", "UnrecognizedAcmeEvent", "")]
    [InlineData("""{"type":"ach.notice"}""", "UnrecognizedAcmeEvent", "ach.notice")]
    [InlineData("""{}""", "UnrecognizedAcmeEvent", "")]
    public void PlacesThatAreAbsent_TheNextAreLookedAt(string json, string record, string eventType)
    {
        object e = s_acme.Value.Parse(json);
        Assert.Equal((record, eventType), (e.GetType().Name, BatchProvider.Get(e, "EventType")));
        Assert.True(BatchProvider.AreEqual(json, s_acme.Value.Write(e)), s_acme.Value.Write(e));
    }

    [Fact]
    public void EveryEvent_ItsNameIsNoMemberOfItsOwn()
    {
        Assert.Equal(["EventType", "Amount"], s_acme.Value.Properties("PaidEvent"));
        Assert.Equal(["EventType", "Id"], s_acme.Value.Properties("AchNoticeEvent"));
        Assert.Equal(["EventType", "Type"], s_acme.Value.Properties("Ping1Event"));
    }

    [Fact]
    public void MissingName_AllPlacesAreNamed()
    {
        object e = s_acme.Value.Parse("{}");
        Assert.Contains("'/code' or '/type' or '/kind' and '/version'", (string)BatchProvider.Get(e, "Message")!, StringComparison.Ordinal);
    }

    [Fact]
    public void NameTwice_IsRefused() => Assert.ThrowsAny<JsonException>(() => (object)s_acme.Value.Parse("""{"type":"x","type":"y"}"""));
}
