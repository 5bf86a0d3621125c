using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using TypedWebhooks.Tests.Shop;
using Xunit;

namespace TypedWebhooks.Tests.Providers;

/// <summary>CloudEvents in structured and in binary mode: one event, however it comes.</summary>
public sealed class CloudEventTests
{
    private const string Structured = """
        {"specversion":"1.0","id":"a","source":"/shop","type":"com.shop.order.paid","time":"2024-11-15T08:30:00Z","datacontenttype":"application/json","data":{"id":7,"total":1.5}}
        """;

    private const string Data = """{"id":7,"total":1.5}""";

    private static readonly KeyValuePair<string, string>[] s_binary =
    [
        new("Host", "localhost"),
        new("Content-Type", "application/json"),
        new("ce-specversion", "1.0"),
        new("CE-ID", "a"),
        new("ce-source", "/shop"),
        new("ce-type", "com.shop.order.paid"),
        new("ce-time", "2024-11-15T08:30:00Z"),
    ];

    [Fact]
    public void BothModes_GiveTheSameEvent()
    {
        ShopEvent binary = Parse(s_binary, Data);
        Assert.Equal(ShopEvent.Parse(Structured), binary);
        Assert.Equal(binary, Parse([new("content-type", "Application/CloudEvents+json; charset=utf-8")], Structured));
        Assert.Equal(binary, Parse([new("Content-Type", "application/json")], Structured));
        Assert.Equal(Structured.Trim(), JsonSerializer.Serialize(binary));

        OrderPaidEvent paid = Assert.IsType<OrderPaidEvent>(binary);
        Assert.Equal(("a", "/shop", 7L), (paid.Id, paid.Source, paid.Data.Id));
        Assert.Equal(new DateTimeOffset(2024, 11, 15, 8, 30, 0, TimeSpan.Zero), paid.Time);
    }

    [Fact]
    public async Task ParseAsyncAndTryParse_AreTheSame()
    {
        using System.IO.MemoryStream body = new(Encoding.UTF8.GetBytes(Data));
        Assert.Equal(Parse(s_binary, Data), await ShopEvent.ParseAsync(s_binary, body));
        Assert.True(ShopEvent.TryParse(s_binary, Encoding.UTF8.GetBytes(Data), out ShopEvent? e));
        Assert.Equal(Parse(s_binary, Data), e);
        Assert.False(ShopEvent.TryParse(s_binary, "{"u8, out e));
        Assert.Null(e);
    }

    [Fact]
    public void EnvelopeSchema_ReadsHeadersAsItsMembers()
    {
        OrderShippedEvent shipped = Assert.IsType<OrderShippedEvent>(Parse(Of("com.shop.order.shipped", ("ce-sampledrate", "30"), ("ce-traceparent", "00-1")), Data));
        Assert.Equal(30, shipped.Sampledrate);
        Assert.Equal("00-1", shipped.AdditionalProperties!["traceparent"].GetString());
        Assert.IsType<UnrecognizedShopEvent>(Parse(Of("com.shop.order.shipped", ("ce-sampledrate", "some")), Data));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("")]
    public void EventWithoutASchema_HasTheAttributesAndAnyData(string data)
    {
        ClosedEvent closed = Assert.IsType<ClosedEvent>(Parse(Of("com.shop.closed"), data));
        Assert.Equal("/shop", closed.Source);
        Assert.Equal(data, closed.Data?.GetRawText() ?? "");
    }

    [Fact]
    public void DataThatAreNotJson_AreKeptInBase64()
    {
        UnrecognizedShopEvent paid = Assert.IsType<UnrecognizedShopEvent>(Parse(Of("com.shop.order.paid", ("Content-Type", "application/xml")), "<a/>"));
        Assert.Equal("<a/>"u8, paid.Json.GetProperty("data_base64").GetBytesFromBase64());
        Assert.Equal(UnrecognizedReason.SchemaMismatch, paid.Reason);
        ClosedEvent closed = Assert.IsType<ClosedEvent>(Parse(Of("com.shop.closed", ("Content-Type", "application/xml")), "<a/>"));
        Assert.Equal("application/xml", closed.Datacontenttype);
    }

    [Theory]
    [InlineData("Euro%20%E2%82%AC%20%F0%9F%98%80", "Euro \u20AC \U0001F600")]
    [InlineData("%45uro%20%e2%82%ac", "Euro \u20AC")]
    [InlineData("\"a \\\"b\\\" \\\\ %2041\"", "a \"b\" \\  41")]
    [InlineData(" a%2525 ", "a%25")]
    [InlineData("50%", "50%")]
    [InlineData("50%2", "50%2")]
    [InlineData("%zz\"", "%zz\"")]
    [InlineData("", "")]
    public void HeaderValue_IsDecodedOnce(string header, string text) =>
        Assert.Equal(text, Assert.IsType<ClosedEvent>(Parse(Of("com.shop.closed", ("ce-subject", header)), "")).Subject);

    [Theory]
    [InlineData("%C0%A0")]
    [InlineData("%E2%82")]
    [InlineData("%FF")]
    public void HeaderValueThatIsNoUtf8_IsRefused(string header) => Assert.Equal(
        "The header ce-subject is no percent-encoded UTF-8.",
        Assert.Throws<JsonException>(() => Parse(Of("com.shop.closed", ("ce-subject", header)), "")).Message);

    [Theory]
    [InlineData("application/cloudevents-batch+json", "The request is a batch of CloudEvents, not one.")]
    [InlineData("application/cloudevents+avro", "The CloudEvent is in the format application/cloudevents+avro, not in application/cloudevents+json.")]
    public void OtherFormats_AreRefused(string contentType, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => Parse([new("Content-Type", contentType)], "[]")).Message);

    [Theory]
    [InlineData("""1,"traceparent":"00-1" """)]
    [InlineData("""{},"type":"com.shop.closed" """)]
    [InlineData("""{"id":7""")]
    [InlineData("} {")]
    public void DataThatAreMoreThanOneValue_AreRefused(string data) => Assert.ThrowsAny<JsonException>(() => Parse(s_binary, data));

    [Fact]
    public void TypeThatComesTwice_IsRefused() =>
        Assert.Throws<JsonException>(() => Parse(Of("com.shop.order.paid", ("ce-type", "com.shop.closed")), Data));

    [Fact]
    public void UnknownType_KeepsHeadersAndData()
    {
        UnrecognizedShopEvent e = Assert.IsType<UnrecognizedShopEvent>(Parse(Of("com.shop.opened"), Data));
        Assert.Equal(("com.shop.opened", UnrecognizedReason.UnknownEventType), (e.EventType, e.Reason));
        Assert.Equal("""{"specversion":"1.0","id":"a","source":"/shop","type":"com.shop.opened","data":{"id":7,"total":1.5}}""", e.Json.GetRawText());
    }

    private static KeyValuePair<string, string>[] Of(string type, params (string Name, string Value)[] more) =>
    [
        new("ce-specversion", "1.0"),
        new("ce-id", "a"),
        new("ce-source", "/shop"),
        new("ce-type", type),
        .. more.Select(static header => new KeyValuePair<string, string>(header.Name, header.Value)),
    ];

    private static ShopEvent Parse(KeyValuePair<string, string>[] headers, string body) => ShopEvent.Parse(headers, Encoding.UTF8.GetBytes(body));
}
