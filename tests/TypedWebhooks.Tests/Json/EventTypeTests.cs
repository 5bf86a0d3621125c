using System;
using System.Text.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Json;

public class EventTypeTests
{
    [Theory]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"r\"}")]
    [InlineData("{\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"x\":{\"EventType\":\"OrderPlaced\"},\"y\":[[{}]],\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"\\u0045ventType\":\"Order\\u0043losed\",\"Reason\":\"r\"}")]
    [InlineData(" \t\r\n{\"EventType\":\"orderclosed\",\"Reason\":\"r\"}\n ")]
    [InlineData("{\"EventType\":\"ORDERCLOSED\",\"Reason\":\"r\"}")]
    [InlineData("{\n  \"Reason\": \"r\",\n  \"EventType\": \"OrderClosed\"\n}")]
    [InlineData("{\"Reason\":\"r\" , \"EventType\" : \"OrderClosed\"}")]
    [InlineData("{\"x\":\"EventType\",\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"x\":\"\\\",\\\"EventType\\\":\\\"OrderPlaced\",\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"x\":{\"EventType\":\"OrderPlaced\"},\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"x\":[1,{\"y\":1,\"EventType\":\"OrderPlaced\"}],\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"EventType\\u0020\":\"OrderPlaced\",\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    public void EventTypeAnywhere_IsFound(string json) =>
        Assert.Equal("r", Assert.IsType<OrderClosedEvent>(OrderEvent.Parse(json)).Reason);

    [Theory]
    [InlineData("{\"EventType\":\"OrderReopened\"}", "OrderReopened")]
    [InlineData("{\"EventType\":\"\"}", "")]
    [InlineData("{\"EventType\":\"Order Cl\\u00f6sed\"}", "Order Clösed")]
    public void EventTypeThatTheSchemaLacks_IsUnknown(string json, string eventType)
    {
        UnrecognizedOrderEvent e = Assert.IsType<UnrecognizedOrderEvent>(OrderEvent.Parse(json));
        Assert.Equal(UnrecognizedReason.UnknownEventType, e.Reason);
        Assert.Equal(eventType, e.EventType);
        Assert.Null(e.JsonPath);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"eventtype\":\"OrderClosed\"}")]
    [InlineData("{\"EventType\":null}")]
    [InlineData("{\"EventType\":{\"EventType\":\"OrderClosed\"}}")]
    [InlineData("{\"EventType\":[\"OrderClosed\"]}")]
    [InlineData("{\"EventType\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public void EventTypeThatIsNoText_IsMissing(string json)
    {
        UnrecognizedOrderEvent e = Assert.IsType<UnrecognizedOrderEvent>(OrderEvent.Parse(json));
        Assert.Equal(UnrecognizedReason.MissingEventType, e.Reason);
        Assert.Equal("", e.EventType);
        Assert.Null(e.JsonPath);
    }

    [Theory]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"r\",\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"r\",\"\\u0045ventType\":\"OrderPlaced\"}")]
    [InlineData("{\"\\u0045ventType\":\"OrderClosed\",\"Reason\":\"r\",\"\\u0045\\u0076entType\":\"OrderPlaced\"}")]
    [InlineData("{\"EventType\":\"Nothing\",\"EventType\":\"OrderPlaced\"}")]
    [InlineData("{\"EventType\":\"Nothing\",\"\\u0045ventType\":\"OrderPlaced\"}")]
    [InlineData("{\"EventType\":1,\"x\":[],\"EventType\":2}")]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":1,\"EventType\":\"OrderClosed\"}")]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"\\ud800\",\"\\ud800\":1,\"EventType\":\"OrderClosed\"}")]
    public void EventTypeTwice_Throws(string json)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => OrderEvent.Parse(json));
        Assert.Contains("names its event type twice", e.Message, StringComparison.Ordinal);
        e = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderEvent>(json));
        Assert.Contains("names its event type twice", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EventTypeTwiceInRecordByItself_Throws()
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderClosedEvent>(
            "{\"EventType\":\"OrderClosed\",\"Reason\":\"r\",\"\\u0045ventType\":\"OrderClosed\"}"));
        Assert.Contains("names its event type twice", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"EventType\":\"OrderClosed\",\"Reason\":\"r\"}]")]
    [InlineData("1")]
    [InlineData("\"EventType\"")]
    [InlineData("true")]
    public void ValueThatIsNoObject_Throws(string json)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => OrderEvent.Parse(json));
        Assert.Contains("no object", e.Message, StringComparison.Ordinal);
        e = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderEvent>(json));
        Assert.Contains("no object", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{}x")]
    [InlineData("{}{}")]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"r\"},")]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"r\",}")]
    [InlineData("{\"EventType\":\"OrderClosed\",/**/\"Reason\":\"r\"}")]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"r\"")]
    public void BrokenJson_Throws(string json) => Assert.ThrowsAny<JsonException>(() => OrderEvent.Parse(json));

    [Theory]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"?\"}")]
    [InlineData("{\"EventType\":\"OrderClosed\",\"Reason\":\"r\",\"x\":\"?\"}")]
    [InlineData("{\"EventType\":\"Nothing\",\"x\":[\"?\"]}")]
    public void InvalidUtf8_Throws(string json)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(json);
        utf8[Array.IndexOf(utf8, (byte)'?')] = 0xFF;
        Assert.ThrowsAny<JsonException>(() => OrderEvent.Parse(utf8));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderEvent>(utf8));
    }

    [Fact]
    public void LoneSurrogateInString_Throws() =>
        Assert.ThrowsAny<JsonException>(() => OrderEvent.Parse("{\"EventType\":\"\ud800\"}"));

    [Fact]
    public void SixtyFiveLevels_Throw()
    {
        string Nested(int depth) => "{\"EventType\":\"OrderClosed\",\"Reason\":\"r\",\"x\":" + new string('[', depth) + new string(']', depth) + "}";
        Assert.IsType<OrderClosedEvent>(OrderEvent.Parse(Nested(63)));
        Assert.ThrowsAny<JsonException>(() => OrderEvent.Parse(Nested(64)));
    }
}
