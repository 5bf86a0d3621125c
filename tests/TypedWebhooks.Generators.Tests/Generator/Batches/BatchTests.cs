using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Batches;

/// <summary>Several events in one body: each is read for itself, and all that comes is kept.</summary>
public sealed class BatchTests
{
    private const string Follow = """{"type":"follow","user":"u"}""";
    private const string Message = """{"type":"message","text":"hello","more":[1.50]}""";

    [Fact]
    public void Envelope_ItsMembersAreThoseOfTheBatchAndItsEventsAreInOrder()
    {
        BatchProvider provider = BatchProvider.Envelope;
        object batch = provider.Parse($$$"""{"destination":"d","mode":"standby","sent":"2024-01-02T03:04:05.600Z","meta":{"n":7},"events":[{{{Follow}}},{{{Message}}},{{{Follow}}}],"count":3,"extra":{"x":null}}""");
        Assert.Equal(["FollowEvent", "MessageEvent", "FollowEvent"], BatchProvider.Describe(batch));
        Assert.Equal("d", BatchProvider.Get(batch, "Destination"));
        Assert.Equal("Standby", BatchProvider.Get(batch, "Mode")!.ToString());
        Assert.Equal(7L, Convert.ToInt64(BatchProvider.Get(BatchProvider.Get(batch, "Meta")!, "N"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(3L, Convert.ToInt64(BatchProvider.Get(batch, "Count"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["Destination", "Mode", "Sent", "Meta", "Count"], provider.Events.Properties("AcmeBatch"));
        Assert.Equal(WebhookBatchForm.Declared, BatchProvider.Get(batch, "Form"));
    }

    public static TheoryData<string, string, string[]> Bodies => new()
    {
        // An item that is none: one that is not known, does not fit, is no object, names itself twice.
        { "Envelope", $$$"""{"destination":"d","events":[{{{Follow}}},{"type":"new","a":1},{"type":"follow"},7,null,[{{{Follow}}}],"x",{},{"type":"follow","type":"follow","user":"u"},{{{Message}}}]}""", ["FollowEvent", "UnknownEventType new {\"type\":\"new\",\"a\":1}", "SchemaMismatch follow {\"type\":\"follow\"}", "SchemaMismatch  7", "SchemaMismatch  null", "SchemaMismatch  [" + Follow + "]", "SchemaMismatch  \"x\"", "MissingEventType  {}", "SchemaMismatch  {\"type\":\"follow\",\"type\":\"follow\",\"user\":\"u\"}", "MessageEvent"] },

        // An envelope that does not fit costs no event.
        { "Envelope", $$$"""{"events":[{{{Follow}}}]}""", ["FollowEvent"] },
        { "Envelope", $$$"""{"destination":7,"mode":null,"sent":"yesterday","meta":[],"count":"many","events":[{{{Follow}}}]}""", ["FollowEvent"] },
        { "Envelope", $$$"""{"destination":"a","destination":"b","events":[{{{Follow}}},{{{Message}}}],"\ud800":1}""", ["FollowEvent", "MessageEvent"] },
        { "Envelope", $$$"""{"mode":"asleep","meta":{"m":1},"sent":"2024-01-02T03:04:05.600+02:00","events":[{{{Message}}}]}""", ["MessageEvent"] },
        { "Envelope", """{"destination":"d","events":[]}""", [] },

        // No array in the place: one event, or one that is not recognized, but never none.
        { "Envelope", Follow, ["FollowEvent"] },
        { "Envelope", $$$"""[{{{Follow}}},{{{Message}}},5]""", ["FollowEvent", "MessageEvent", "SchemaMismatch  5"] },
        { "Envelope", """{"destination":"d"}""", ["MissingEventType  {\"destination\":\"d\"}"] },
        { "Envelope", """{"destination":"d","events":null}""", ["MissingEventType  {\"destination\":\"d\",\"events\":null}"] },
        { "Envelope", $$$"""{"events":{"0":{{{Follow}}}}}""", ["MissingEventType  {\"events\":{\"0\":" + Follow + "}}"] },
        { "Envelope", $$$"""{"events":[{{{Follow}}}],"events":[{{{Message}}}]}""", ["MissingEventType  {\"events\":[" + Follow + "],\"events\":[" + Message + "]}"] },
        { "Envelope", "null", ["SchemaMismatch  null"] },
        { "Envelope", " 5 ", ["SchemaMismatch  5"] },
        { "Envelope", "[]", [] },

        // Wrappers: with more in them, without the event, with two of it, and none.
        { "Wrapped", $$$"""{"live":"false","items":[{"Request":{"Event":{{{Follow}}}}},{"Request":{"Event":{{{Message}}}}}]}""", ["FollowEvent", "MessageEvent"] },
        { "Wrapped", $$$"""{"live":"false","items":[{"id":1,"Request":{"Event":{{{Follow}}},"x":[]},"\ud800":2},{"Request":{}},{"Request":{"Event":7}},{"Request":{"Event":{{{Follow}}},"Event":{{{Message}}}}},9,{{{Message}}}],"live2":1}""", ["FollowEvent", "MissingEventType  {\"Request\":{}}", "SchemaMismatch  7", "MissingEventType  {\"Request\":{\"Event\":" + Follow + ",\"Event\":" + Message + "}}", "SchemaMismatch  9", "MessageEvent"] },
        { "Wrapped", $$$"""[{"Request":{"Event":{{{Follow}}}}},{{{Message}}}]""", ["FollowEvent", "MessageEvent"] },
        { "Wrapped", $$$"""{"live":"x","live":"y","items":[{"Request":{"Event":{{{Follow}}}}}]}""", ["FollowEvent"] },

        // An array that lies deeper, with something beside it.
        { "Deep", $$$"""{"id":"i","data":{"cursor":"c","list":[{{{Follow}}},{{{Message}}}],"after":1}}""", ["FollowEvent", "MessageEvent"] },
        { "Deep", $$$"""{"id":"i","data":{"cursor":"c"}}""", ["MissingEventType  {\"id\":\"i\",\"data\":{\"cursor\":\"c\"}}"] },

        // A body that is the array, and one that is no array.
        { "Array", $$$"""[{{{Follow}}},{{{Message}}},null]""", ["FollowEvent", "MessageEvent", "SchemaMismatch  null"] },
        { "Array", Message, ["MessageEvent"] },
        { "Array", "[]", [] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void AnyJson_EachItemIsAnEventAndIsWrittenBack(string name, string json, string[] expected)
    {
        BatchProvider provider = Provider(name);
        object batch = provider.Parse(json);
        Assert.Equal(expected, BatchProvider.Describe(batch));
        Assert.True(BatchProvider.AreEqual(json, provider.Write(batch)), provider.Write(batch));

        // The serializer reads the same, also with comments allowed, and what is written is read as what it was written from.
        Assert.Equal(batch, provider.Read(json));
        Assert.Equal(batch, provider.Read(json, new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip }));
        Assert.Equal(batch.GetHashCode(), provider.Read(provider.Write(batch)).GetHashCode());
        Assert.Equal(batch, provider.Parse(BatchProvider.Utf8("\uFEFF" + json)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"destination":"d","events":[}""")]
    [InlineData("""{"destination":"d","events":[{"type":"follow","user":"u"}]} x""")]
    [InlineData("""{"destination":"d","events":[{"type":"follow" "user":"u"}]}""")]
    [InlineData("""{"destination":"d","events":[],"a":01}""")]
    public void BrokenJson_Throws(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BatchProvider.Envelope.Parse(json));
        Assert.ThrowsAny<JsonException>(() => BatchProvider.Envelope.Read(json));
        Assert.Null(BatchProvider.Envelope.Call("TryParseAsync", [typeof(System.IO.Stream), typeof(System.Threading.CancellationToken)], new System.IO.MemoryStream(BatchProvider.Utf8(json)), default(System.Threading.CancellationToken)));
    }

    [Fact]
    public void EveryPrefixAndMutation_IsRefusedOrIsABatch()
    {
        foreach ((string name, string json) in ((string, string)[])[
            ("Envelope", $$$"""{"destination":"d","mode":"active","meta":{"n":1},"events":[{{{Follow}}},{{{Message}}}],"x":[{"y":1e2}]}"""),
            ("Wrapped", $$$"""{"live":"t","items":[{"Request":{"Event":{{{Follow}}}}},{"a":1,"Request":{"Event":{{{Message}}}}}]}"""),
            ("Deep", $$$"""{"id":"i","data":{"list":[{{{Message}}}],"c":1}}"""),
            ("Array", $$$"""[{{{Follow}}},{{{Message}}}]""")])
        {
            BatchProvider provider = Provider(name);
            byte[] bytes = BatchProvider.Utf8(json);
            for (int i = 0; i < bytes.Length; i++)
            {
                Assert.ThrowsAny<JsonException>(() => provider.Parse(bytes[..i]));
                foreach (byte other in "\"{}[],:\\0n \u0001"u8)
                {
                    byte[] mutated = [.. bytes];
                    mutated[i] = other;
                    AssertTotal(provider, mutated);
                }
            }
        }
    }

    private static void AssertTotal(BatchProvider provider, byte[] bytes)
    {
        object batch;
        try
        {
            batch = provider.Parse(bytes);
        }
        catch (JsonException)
        {
            Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(bytes));
            return;
        }

        string written = provider.Write(batch);
        Assert.True(BatchProvider.AreEqual(System.Text.Encoding.UTF8.GetString(bytes), written), written);
    }

    [Fact]
    public void RandomBatches_HaveTheirEventsInOrderAndLoseNothing()
    {
        Random random = new(20);
        string[] items = [Follow, Message, """{"type":"new"}""", """{"type":"follow"}""", "7", "null", "[]", "{}", """{"type":7}"""];
        foreach (string name in (string[])["Envelope", "Wrapped", "Deep", "Array"])
        {
            BatchProvider provider = Provider(name);
            string[] each = [.. items.Select(item => BatchProvider.Describe(provider.Parse(Around(name, item))).Single())];
            for (int i = 0; i < 200; i++)
            {
                int[] chosen = [.. Enumerable.Range(0, random.Next(0, 20)).Select(_ => random.Next(items.Length))];
                string json = Around(name, string.Join(random.Next(2) == 0 ? "," : " ,\n ", chosen.Select(index => items[index])));
                object batch = provider.Parse(json);
                Assert.Equal(chosen.Select(index => each[index]), BatchProvider.Describe(batch));
                Assert.True(BatchProvider.AreEqual(json, provider.Write(batch)));
            }
        }
    }

    [Fact]
    public void BatchMadeByHand_IsWrittenAsTheProviderWould()
    {
        const string Code = """
            using Consumer.Acme;
            internal static class Made
            {
                public static AcmeBatch One => new() { Events = new AcmeEvent[] { new FollowEvent { User = "u" }, new MessageEvent { Text = "t" } } };
                public static AcmeBatch Changed(AcmeBatch batch) => batch with { Events = batch.Events[1..] };
            }
            """;
        foreach ((string map, string expected) in ((string, string)[])[
            ("/*", """[{"type":"follow","user":"u"},{"type":"message","text":"t"}]"""),
            ("/a/*", """{"a":[{"type":"follow","user":"u"},{"type":"message","text":"t"}]}"""),
            ("/a/b/*/c", """{"a":{"b":[{"c":{"type":"follow","user":"u"}},{"c":{"type":"message","text":"t"}}]}}""")])
        {
            EmittedEvents events = new("Acme", GeneratorHarness.Run(
                Schemas.EventMaps.MappedProvider.Of(
                    $$$"""{ "eventType": "/type", "batch": "{{{map}}}", "events": { "follow": "hooks.json#/$defs/follow", "message": "hooks.json#/$defs/message" } }""",
                    ("hooks.json", """{ "$defs": { "follow": { "type": "object", "required": ["type", "user"], "properties": { "type": { "const": "follow" }, "user": { "type": "string" } } }, "message": { "type": "object", "properties": { "type": { "const": "message" }, "text": { "type": "string" } } } } }""")),
                [Code]));
            BatchProvider provider = BatchProvider.Of(events);
            Type made = events.Assembly.GetType("Made")!;
            object one = made.GetProperty("One")!.GetValue(null)!;
            Assert.Equal(expected, provider.Write(one));
            Assert.Equal(one, provider.Parse(expected));
            object changed = made.GetMethod("Changed")!.Invoke(null, [one])!;
            Assert.Equal("MessageEvent", BatchProvider.Describe(provider.Parse(provider.Write(changed))).Single());
        }
    }

    [Fact]
    public void ChangedEvents_ArePutIntoWhatCameAroundThem()
    {
        BatchProvider provider = BatchProvider.Deep;
        object batch = provider.Parse($$$"""{"id":"i","data":{"cursor":"c","list":[{{{Follow}}},{{{Message}}}],"after":1}}""");
        object changed = batch.GetType().GetMethod("<Clone>$")!.Invoke(batch, [])!;
        System.Collections.IEnumerable events = (System.Collections.IEnumerable)BatchProvider.Get(batch, "Events")!;
        object second = events.Cast<object>().Last();
        System.Reflection.PropertyInfo property = batch.GetType().GetProperty("Events")!;
        Array array = Array.CreateInstance(provider.Events.Type("AcmeEvent"), 1);
        array.SetValue(second, 0);
        property.SetValue(changed, Activator.CreateInstance(property.PropertyType, array));
        Assert.True(BatchProvider.AreEqual($$$"""{"id":"i","data":{"cursor":"c","list":[{{{Message}}}],"after":1}}""", provider.Write(changed)), provider.Write(changed));
        Assert.NotEqual(batch, changed);
    }

    private static string Around(string name, string items) => name switch
    {
        "Envelope" => $$$"""{"destination":"d","events":[{{{items}}}],"count":2}""",
        "Wrapped" => $$$"""{"live":"d","items":[{{{items}}}]}""",
        "Deep" => $$$"""{"data":{"list":[{{{items}}}]}}""",
        _ => $"[{items}]",
    };

    private static BatchProvider Provider(string name) => name switch
    {
        "Envelope" => BatchProvider.Envelope,
        "Wrapped" => BatchProvider.Wrapped,
        "Deep" => BatchProvider.Deep,
        _ => BatchProvider.Array,
    };
}
