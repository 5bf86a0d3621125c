using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Batches;

/// <summary>Bodies that are not one JSON value, or come with headers: lines, forms, CloudEvents in each of their modes.</summary>
public sealed class BodyFormTests
{
    private const string Follow = """{"type":"follow","user":"u"}""";
    private const string Message = """{"type":"message","text":"hello"}""";

    public static TheoryData<string, string[]> LineBodies => new()
    {
        { Follow, ["FollowEvent"] },
        { Follow + "\n" + Message + "\n", ["FollowEvent", "MessageEvent"] },
        { "\uFEFF\r\n" + Follow + "\r\n \t\r\n" + Message + "\r7\r\n\n[" + Follow + "]", ["FollowEvent", "MessageEvent", "SchemaMismatch  7", "SchemaMismatch  [" + Follow + "]"] },
        { """{"type":"new"}""" + "\n" + Follow, ["UnknownEventType new {\"type\":\"new\"}", "FollowEvent"] },
        { "[" + Follow + "," + Message + "]", ["FollowEvent", "MessageEvent"] },
        { "", [] },
        { "\n\r\n", [] },
    };

    [Theory]
    [MemberData(nameof(LineBodies))]
    public void Lines_EachIsAnEventAndIsWrittenBack(string body, string[] expected)
    {
        object batch = BatchProvider.Lines.Parse(BatchProvider.Utf8(body));
        Assert.Equal(expected, BatchProvider.Describe(batch));
        Assert.Equal(batch, BatchProvider.Lines.Parse(body));
        byte[] lines = (byte[])batch.GetType().GetMethod("ToUtf8Lines")!.Invoke(batch, [])!;
        Assert.Equal(expected.Length, lines.Count(static b => b == '\n'));
        Assert.Equal(expected, BatchProvider.Describe(BatchProvider.Lines.Parse(lines)));

        // The serializer knows one value only, and has them as an array.
        Assert.Equal(expected, BatchProvider.Describe(BatchProvider.Lines.Read(BatchProvider.Lines.Write(batch))));
    }

    [Theory]
    [InlineData("{\"type\":\"follow\",\"user\":\"u\"}\r\n\r\n{\"type\":", 2)]
    [InlineData("{} {}", 0)]
    [InlineData("{}\n{\"a\":\n1}", 1)]
    [InlineData("{}\n{}\nnul", 2)]
    public void BrokenLine_IsNamedAndNothingIsRead(string body, long line)
    {
        JsonException thrown = Assert.ThrowsAny<JsonException>(() => BatchProvider.Lines.Parse(body));
        Assert.Equal(line, thrown.LineNumber);
        Assert.StartsWith(FormattableString.Invariant($"Line {line + 1} is no JSON: "), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RawWithLineBreaks_IsOneLine()
    {
        object batch = BatchProvider.Lines.Read("{\"type\":\"new\",\n\"a\": [1,\r\n2]}");
        byte[] lines = (byte[])batch.GetType().GetMethod("ToUtf8Lines")!.Invoke(batch, [])!;
        Assert.Equal("{\"type\":\"new\",\"a\": [1,2]}\n", Encoding.UTF8.GetString(lines));
    }

    [Theory]
    [InlineData("application/cloudevents-batch+json; charset=utf-8", "[{0},{0},5]", "ThingDoneEvent ThingDoneEvent UnrecognizedAcmeEvent")]
    [InlineData("application/cloudevents+json", "{0}", "ThingDoneEvent")]
    [InlineData("application/json", "[{0}]", "ThingDoneEvent")]
    [InlineData("APPLICATION/CLOUDEVENTS-BATCH+JSON", "[]", "")]
    public void CloudEvents_BatchByContentType(string contentType, string body, string expected)
    {
        object batch = CloudBatch([new("content-type", contentType)], body.Replace("{0}", Cloud, StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(" ", BatchProvider.EventsIn(batch).Select(MappedProvider.NameOf)));
    }

    [Fact]
    public void CloudEvents_BinaryModeIsABatchOfOne()
    {
        object batch = CloudBatch([new("Content-Type", "application/json"), new("ce-type", "thing.done"), new("ce-id", "1"), new("ce-source", "/s"), new("ce-specversion", "1.0")], """{"n":1}""");
        Assert.Equal("ThingDoneEvent", MappedProvider.NameOf(BatchProvider.EventsIn(batch).Single()));
    }

    [Theory]
    [InlineData("application/cloudevents-batch+avro")]
    [InlineData("application/cloudevents+avro")]
    public void CloudEvents_OtherFormatIsRefused(string contentType) =>
        Assert.ThrowsAny<JsonException>(() => CloudBatch([new("Content-Type", contentType)], "[]"));

    [Fact]
    public void Form_FieldIsNamedAndItsValueIsParsed()
    {
        EmittedEvents events = MappedProvider.Load("""{ "eventType": "/type", "body": "form payload", "events": { "a": "any.json" } }""", ("any.json", """{ "type": "object" }"""));
        string field = (string)events.Type("AcmeEvent").GetField("BodyField")!.GetRawConstantValue()!;
        Assert.Equal("payload", field);
        byte[] json = WebhookForm.Field(Encoding.ASCII.GetBytes("x=1&payload=%7B%22type%22:%22a%22,+%22b%22:1%7D"), field)!;
        Assert.Equal("AEvent", MappedProvider.NameOf(events.Parse(Encoding.UTF8.GetString(json))));
    }

    [Theory]
    [InlineData("events.given", """{"id":1}""", "EventsGivenEvent")]
    [InlineData("events.given", """{"type":"order.paid"}""", "OrderPaidEvent")]
    [InlineData("events.given", """{"type":"order.lost"}""", "EventsGivenEvent")]
    [InlineData("order.paid", """{"type":"order.paid"}""", "OrderPaidEvent")]
    [InlineData("unheard", """{"id":1}""", "UnrecognizedAcmeEvent unheard UnknownEventType")]
    [InlineData("unheard", """{"type":"order.lost"}""", "UnrecognizedAcmeEvent order.lost UnknownEventType")]
    [InlineData(null, """{"id":1}""", "UnrecognizedAcmeEvent  MissingEventType")]
    [InlineData("events.given", """{"id":"x"}""", "UnrecognizedAcmeEvent events.given SchemaMismatch")]
    public void EventWithoutAPlaceForItsName_IsWhatItsCallerSays(string? given, string json, string expected)
    {
        EmittedEvents events = Outside.Value;
        object e = events.Type("AcmeEvent").GetMethod("Parse", [typeof(string), typeof(string)])!.Invoke(null, [given, json])!;
        string found = BatchProvider.Get(e, "Reason") is { } reason ? $"{e.GetType().Name} {BatchProvider.Get(e, "EventType")} {reason}" : e.GetType().Name;
        Assert.Equal(expected, found);
        Assert.True(BatchProvider.AreEqual(json, events.Write(e)), events.Write(e));
        Assert.Equal(json.Contains("order.paid", StringComparison.Ordinal), MappedProvider.NameOf(events.Parse(json)) == "OrderPaidEvent");
    }

    private static readonly Lazy<EmittedEvents> Outside = new(static () =>
    {
        Generated generated = GeneratorHarness.Run(new SchemaText(
            "/consumer/schemas/acme/acme.json",
            """
            { "openapi": "3.1.0", "info": { "title": "Acme", "version": "1" }, "webhooks": {
                "order.paid": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["type"], "properties": { "type": { "const": "order.paid" } } } } } } } },
                "order.gone": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["type"], "properties": { "type": { "const": "order.gone" } } } } } } } },
                "events.given": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "integer" } } } } } } } } } }
            """,
            ("Provider", "Acme")));
        return new EmittedEvents("Acme", generated);
    });

    private const string Cloud = """{"specversion":"1.0","id":"1","source":"/s","type":"thing.done","data":{"n":1}}""";

    private static readonly Lazy<BatchProvider> s_cloud = new(static () => BatchProvider.Of(
        """{ "eventType": "/type", "body": "cloudevents", "events": { "thing.done": "hooks.json" } }""",
        """{ "type": "object", "properties": { "n": { "type": "integer" } } }"""));

    private static object CloudBatch(List<KeyValuePair<string, string>> headers, string body) => s_cloud.Value.Call(
        "ParseAsync",
        [typeof(IEnumerable<KeyValuePair<string, string>>), typeof(Stream), typeof(CancellationToken)],
        headers,
        new MemoryStream(BatchProvider.Utf8(body)),
        CancellationToken.None)!;
}
