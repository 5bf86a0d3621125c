using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text.Json;
using TypedWebhooks.Tests.Prix;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests;

/// <summary>Events that are written by hand, printed, and met by another serializer.</summary>
public sealed class HandWrittenTests
{
    private static readonly string s_signed = Providers.Examples.Read("schemas/telia/examples/signatorysigned.json");

    [Fact]
    public void Maps_AreWrittenAsDictionariesAre()
    {
        EquatableDictionary<string> expected = new([new("a", "b"), new("c", "d")]);
        EquatableDictionary<string> initialized = new() { ["a"] = "b", ["c"] = "d" };
        EquatableDictionary<string> expression = [new("a", "b"), new("c", "d")];
        EquatableDictionary<string> converted = new Dictionary<string, string> { ["a"] = "b", ["c"] = "d" };
        EquatableDictionary<string>? none = (Dictionary<string, string>?)null;
        Assert.Equal(expected, initialized);
        Assert.Equal(expected, expression);
        Assert.Equal(expected, converted);
        Assert.Equal(expected, new SortedDictionary<string, string> { ["a"] = "b", ["c"] = "d" }.ToEquatableDictionary());
        Assert.Null(none);
        Assert.Empty(EquatableDictionary<string>.Empty);
        Assert.Throws<ArgumentException>(static () => (EquatableDictionary<string>)[new("a", "b"), new("a", "c")]);
    }

    [Fact]
    public void Lists_AreWrittenAsArraysAre()
    {
        EquatableList<int> expected = [1, 2];
        EquatableList<int> array = new[] { 1, 2 };
        EquatableList<int> list = new List<int> { 1, 2 };
        int[] source = [1, 2];
        EquatableList<int> copy = source;
        source[0] = 7;
        Assert.Equal(expected, array);
        Assert.Equal(expected, list);
        Assert.Equal(expected, copy);
        Assert.Equal(expected, Enumerable.Range(1, 2).ToEquatableList());
    }

    [Fact]
    public void ToString_SaysWhatIsThere()
    {
        TeliaEvent e = TeliaEvent.Parse(s_signed);
        Assert.DoesNotContain("AdditionalProperties", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("OriginalValues", e.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("SignatorySignedEvent { EventType = signatorysigned, ", e.ToString(), StringComparison.Ordinal);
        Assert.Contains("SignatoryId = 00000000-0000-0000-0000-000000000000", e.ToString(), StringComparison.Ordinal);

        TeliaEvent more = TeliaEvent.Parse(s_signed.TrimEnd()[..^1] + ""","ssn":"311280-888Y","other":{"a":1}}""");
        Assert.Contains("AdditionalProperties = {ssn, other}", more.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("311280", more.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToStringOfAnUnrecognizedEvent_HasNothingOfItsBody()
    {
        TeliaEvent e = TeliaEvent.Parse("""{"EventType":"archived","ssn":"311280-888Y"}""");
        Assert.Equal(
            "UnrecognizedTeliaEvent { EventType = archived, Reason = UnknownEventType, Message = The schema has no event type \"archived\"., Json = 44 characters }",
            e.ToString());
    }

    [Fact]
    public void ToStringOfJson_SaysHowMuchItIs()
    {
        JsonElement json = JsonDocument.Parse("""{"a":{"secret":1},"b":[1,2],"c":"text","d":1.50,"e":null}""").RootElement;
        EquatableDictionary<JsonElement> map = new() { ["a"] = json.GetProperty("a"), ["b"] = json.GetProperty("b"), ["c"] = json.GetProperty("c"), ["d"] = json.GetProperty("d"), ["e"] = json.GetProperty("e") };
        Assert.Equal("{a: {1 members}, b: [2 items], c: text, d: 1.50, e: null}", map.ToString());
        EquatableList<JsonElement> list = [json.GetProperty("a")];
        Assert.Equal("[{1 members}]", list.ToString());
    }

    /// <summary>What is only known as a record of some provider is written whole all the same.</summary>
    [Fact]
    public void RecordsOfAnyProvider_AreWrittenAsTheyAre()
    {
        TeliaEvent e = TeliaEvent.Parse(s_signed);
        SignatorySignedEventData part = Assert.IsType<SignatorySignedEvent>(e).EventData;
        PrixEvent other = PrixEvent.Parse("""{"eventType":"other","x":[1]}""");
        TypedWebhooks.Json.WebhookObject?[] all = [e, part, other, null];
        string expected = $"[{JsonSerializer.Serialize(e)},{JsonSerializer.Serialize(part)},{JsonSerializer.Serialize(other)},null]";
        Assert.Equal(expected, JsonSerializer.Serialize(all));
        Assert.Equal(JsonSerializer.Serialize(e), JsonSerializer.Serialize<TypedWebhooks.Json.InexactWebhookObject>(e));
        Assert.Throws<NotSupportedException>(static () => JsonSerializer.Deserialize<TypedWebhooks.Json.WebhookObject>(s_signed));
    }

    [Theory]
    [InlineData("SIGNED")]
    [InlineData("nobody knows")]
    public void EnumsAsKeys_AreTheSchemasTexts(string other)
    {
        Dictionary<SignatureStatus, int> counts = JsonSerializer.Deserialize<Dictionary<SignatureStatus, int>>("""{"DONE":2,"WAITING":1}""")!;
        Assert.Equal(2, counts[SignatureStatus.Done]);
        Assert.Equal("""{"DONE":2,"WAITING":1}""", JsonSerializer.Serialize(counts));
        Assert.Equal([SignatureStatus.Unrecognized], JsonSerializer.Deserialize<Dictionary<SignatureStatus, int>>($$"""{"{{other}}":1}""")!.Keys);
        Assert.Equal(SignatureStatus.Done, JsonSerializer.Deserialize("\"DONE\"", PrixJsonContext.Default.SignatureStatus));
    }

    [Fact]
    public void NewtonsoftJson_IsStopped()
    {
        TeliaEvent e = TeliaEvent.Parse(s_signed);
        SignatorySignedEventData part = Assert.IsType<SignatorySignedEvent>(e).EventData;
        TeliaEvent unrecognized = TeliaEvent.Parse("{}");
        foreach (object value in new object[] { e, part, unrecognized, new { Nested = e }, new[] { part }, new Union<string, long>(7) })
        {
            AssertStopped(() => Newtonsoft.Json.JsonConvert.SerializeObject(value));
        }

        AssertStopped(static () => Newtonsoft.Json.JsonConvert.DeserializeObject<SignatorySignedEvent>(s_signed));
        AssertStopped(static () => Newtonsoft.Json.JsonConvert.DeserializeObject<SignatorySignedEventData>("{}"));
        Assert.ThrowsAny<Exception>(static () => Newtonsoft.Json.JsonConvert.DeserializeObject<PrixEvent>("{}"));
    }

    [Fact]
    public void DataContractSerializer_IsStopped()
    {
        TeliaEvent e = TeliaEvent.Parse(s_signed);
        DataContractSerializer serializer = new(e.GetType());
        Assert.ThrowsAny<Exception>(() => serializer.WriteObject(Stream.Null, e));
    }

    /// <summary>Newtonsoft.Json calls back by reflection.</summary>
    private static void AssertStopped(Action serialize)
    {
        Exception thrown = Assert.ThrowsAny<Exception>(serialize);
        Assert.Contains("System.Text.Json", Assert.IsType<NotSupportedException>(thrown.InnerException ?? thrown).Message, StringComparison.Ordinal);
    }
}
