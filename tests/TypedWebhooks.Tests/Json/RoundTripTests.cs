using System;
using System.Text.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Json;

public class RoundTripTests
{
    [Fact]
    public void EverythingUsual_IsReadAndWrittenBack()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.Full);

        Assert.Equal(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), e.Id);
        Assert.Equal(new DateTimeOffset(2024, 11, 15, 8, 30, 0, 120, TimeSpan.Zero), e.PlacedAt);
        Assert.Equal(OrderStatus.InProgress, e.Status);
        Assert.Equal(12.5m, e.Total);
        Assert.Equal(0.1, e.Ratio);
        Assert.Equal(42, e.Count);
        Assert.Equal(9007199254740993, e.Sequence);
        Assert.Equal(ulong.MaxValue, e.Mask);
        Assert.Equal("café 😀 \"quoted\"", e.Note);
        Assert.Equal(["a", "b"], e.Tags!);
        Assert.Equal(2, e.Weights!["y z"]);
        Assert.Equal(new DateOnly(2024, 12, 24), e.Due);
        Assert.Equal(new TimeOnly(8, 30, 0, 500), e.At);
        Assert.Equal("ada@example.org", e.Customer!.MailAddress);
        Assert.Equal(TimeSpan.FromHours(2), e.Lines![0].ShippedAt!.Value.Offset);
        Assert.Equal([OrderStatus.Open, OrderStatus.Done], e.History!);
        Assert.True(e.Paid);
        Assert.Equal(["Unknown"], e.AdditionalProperties!.Keys);
        Assert.Null(e.OriginalValues);
        Assert.Null(e.Customer.OriginalValues);

        string written = OrderJson.Write(e);
        OrderJson.AssertJsonEqual(OrderJson.Full, written);
        Assert.Equal("\"2024-11-15T08:30:00.120Z\"", OrderJson.RawMember(written, "PlacedAt"));
        Assert.Equal(e, OrderEvent.Parse(written));
    }

    [Theory]
    [InlineData("\"Total\":0.1234567890123456789012345678901234567890")]
    [InlineData("\"Total\":1e-40")]
    [InlineData("\"Ratio\":12345678901234567890.5")]
    [InlineData("\"Ratio\":1e-400")]
    [InlineData("\"Ratio\":0.1000000000000000000001")]
    [InlineData("\"Sequence\":\"0012\"")]
    [InlineData("\"Sequence\":\"-12\"")]
    [InlineData("\"Sequence\":\"1\\u0032\"")]
    [InlineData("\"Mask\":\"18446744073709551615\"")]
    [InlineData("\"Weights\":{\"a\":0.30000000000000000001,\"b\":1}")]
    [InlineData("\"History\":[\"open\",\"paused\"]")]
    [InlineData("\"Updates\":[\"2024-11-15T08:30:00.000Z\",\"2024-11-15t08:30:00z\"]")]
    [InlineData("\"At\":\"08:30:00Z\"")]
    [InlineData("\"At\":\"08:30\"")]
    public void ValueThatItsTypeCannotSay_IsWrittenBackAsItCame(string member)
    {
        string json = OrderJson.With(member);
        OrderPlacedEvent e = OrderJson.ParsePlaced(json);
        Assert.Equal(1, e.OriginalValues?.Count);
        Assert.Equal(json, OrderJson.Write(e));
        Assert.Equal(e, OrderEvent.Parse(OrderJson.Write(e)));
    }

    [Theory]
    [InlineData("Status", "\"on hold\"")]
    [InlineData("Status", "\"Open\"")]
    [InlineData("Status", "\"on h\\u006fld\"")]
    [InlineData("Id", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"")]
    [InlineData("PlacedAt", "\"2024-11-15\"")]
    [InlineData("PlacedAt", "\"2024-11-15 08:30:00Z\"")]
    [InlineData("PlacedAt", "\"2024-11-15t08:30:00z\"")]
    [InlineData("PlacedAt", "\"2024-11-15T08:30Z\"")]
    [InlineData("PlacedAt", "\"2024-11-15T08:30:00.123456789Z\"")]
    [InlineData("PlacedAt", "\"2024-11-15T08:30:00+0200\"")]
    [InlineData("PlacedAt", "\"2024-11-15T08:30:00+02\"")]
    [InlineData("PlacedAt", "\"2024-11-15T08:30:00-00:00\"")]
    [InlineData("PlacedAt", "\"2024-11-15T08:30:00+23:59\"")]
    [InlineData("PlacedAt", "\"2016-12-31T23:59:60Z\"")]
    [InlineData("PlacedAt", "\"2024-11-15T08:30:00,5Z\"")]
    public void RequiredValueThatItsTypeCannotSay_IsWrittenBackAsItCame(string name, string value)
    {
        string json = OrderJson.Replacing(name, value);
        OrderPlacedEvent e = OrderJson.ParsePlaced(json);
        Assert.Equal(value, e.OriginalValues![name].GetRawText());
        Assert.Equal(json, OrderJson.Write(e));
    }

    [Theory]
    [InlineData("\"2024-11-15T08:30:00Z\"")]
    [InlineData("\"2024-11-15T08:30:00\"")]
    [InlineData("\"2024-11-15T08:30:00.1\"")]
    [InlineData("\"2024-11-15T08:30:00.000Z\"")]
    [InlineData("\"2024-11-15T08:30:00.0000000Z\"")]
    [InlineData("\"2024-11-15T08:30:00.1234567\"")]
    [InlineData("\"2024-11-15T08:30:00.10+00:00\"")]
    [InlineData("\"2024-11-15T08:30:00+05:45\"")]
    [InlineData("\"2024-11-15T08:30:00-03:30\"")]
    [InlineData("\"0001-01-01T00:00:00\"")]
    [InlineData("\"9999-12-31T23:59:59.9999999Z\"")]
    public void UsualDate_IsWrittenBackAsItCameWithoutOriginal(string value)
    {
        string json = OrderJson.Replacing("PlacedAt", value);
        OrderPlacedEvent e = OrderJson.ParsePlaced(json);
        Assert.Null(e.OriginalValues);
        Assert.Equal(json, OrderJson.Write(e));
    }

    [Theory]
    [InlineData("\"Note\":null")]
    [InlineData("\"Note\":\"\"")]
    [InlineData("")]
    public void NullAndAbsent_StayWhatTheyWere(string member)
    {
        string json = OrderJson.With(member);
        OrderPlacedEvent e = OrderJson.ParsePlaced(json);
        Assert.Null(e.OriginalValues);
        Assert.Equal(json, OrderJson.Write(e));
    }

    [Theory]
    [InlineData("\"Count\":1.0", 1)]
    [InlineData("\"Count\":1e2", 100)]
    [InlineData("\"Count\":-120E-1", -12)]
    [InlineData("\"Count\":0e99999999999999999999", 0)]
    [InlineData("\"Count\":-9223372036854775808.000", long.MinValue)]
    [InlineData("\"Sequence\":\"7\",\"Count\":7", 7)]
    public void IntegerInAnotherSpelling_IsRead(string member, long expected)
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With(member));
        Assert.Equal(expected, e.Count);
        OrderJson.AssertJsonEqual(OrderJson.With(member), OrderJson.Write(e));
    }

    [Fact]
    public void EventTypeInAnotherCase_IsTheSameEventAndWrittenBackAsItCame()
    {
        string json = OrderJson.Replacing("EventType", "\"orderPLACED\"");
        OrderPlacedEvent e = OrderJson.ParsePlaced(json);
        Assert.Equal("OrderPlaced", e.EventType);
        Assert.Equal(OrderJson.ParsePlaced(OrderJson.With("")), e);
        Assert.Equal(json, OrderJson.Write(e));
    }

    [Fact]
    public void UnrecognizedEvent_IsWrittenBackByteByByte()
    {
        const string json = "{ \"EventType\" : \"x\", \"n\": 1.00, \"s\":\"\\u0041\\ud800\", \"a\":1,\"a\":2 }";
        Assert.Equal(json, OrderJson.Write(OrderEvent.Parse(json)));
    }

    [Fact]
    public void AdditionalProperties_KeepTheirSpelling()
    {
        string json = OrderJson.With("\"n\":1.00,\"s\":\"\\u0041\\ud800\",\"o\":{\"a\":1,\"a\":2}");
        Assert.Equal(json, OrderJson.Write(OrderJson.ParsePlaced(json)));
    }

    [Fact]
    public void UnlistedValueInsideNestedObject_StaysThere()
    {
        string json = OrderJson.With("\"Customer\":{\"Name\":\"Ada\",\"mail address\":\"m\",\"LastStatus\":\"lost\"},\"Paid\":true");
        OrderPlacedEvent e = OrderJson.ParsePlaced(json);
        Assert.Null(e.OriginalValues);
        Assert.Equal("\"lost\"", e.Customer!.OriginalValues!["LastStatus"].GetRawText());
        Assert.Equal(json, OrderJson.Write(e));
    }

    [Fact]
    public void SerializerAndParse_AreOne()
    {
        OrderEvent e = OrderEvent.Parse(OrderJson.Full);
        Assert.Equal(e, JsonSerializer.Deserialize<OrderEvent>(OrderJson.Full));
        Assert.Equal(e, JsonSerializer.Deserialize<OrderPlacedEvent>(OrderJson.Full));
        Assert.Equal(OrderJson.Write(e), JsonSerializer.Serialize(e));
        Assert.Equal(OrderJson.Write(e), JsonSerializer.Serialize((OrderPlacedEvent)e));
    }
}
