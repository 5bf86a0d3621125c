using System;
using System.Text.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>What <c>with</c> sets is written, whatever the body said.</summary>
public class ChangedValueTests
{
    [Fact]
    public void UnlistedStatus_GivesWayToWith()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.Replacing("Status", "\"on hold\""));
        Assert.Equal(OrderStatus.Unrecognized, e.Status);
        Assert.Equal("\"done\"", OrderJson.RawMember(OrderJson.Write(e with { Status = OrderStatus.Done }), "Status"));
        Assert.Equal("\"on hold\"", OrderJson.RawMember(OrderJson.Write(e with { Note = "x" }), "Status"));
    }

    [Fact]
    public void UnrecognizedWithoutOriginal_CannotBeWritten()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With("")) with { Status = OrderStatus.Unrecognized };
        JsonException error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(e));
        Assert.Contains("Set a listed value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EnumBeyondItsValues_CannotBeWritten()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With("")) with { Status = (OrderStatus)17 };
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(e));
    }

    [Theory]
    [InlineData("\"2024-11-15\"")]
    [InlineData("\"2024-11-15T00:00:00\"")]
    [InlineData("\"2024-11-15T00:00:00.000Z\"")]
    [InlineData("\"2024-11-15T02:00:00+02:00\"")]
    public void Date_GivesWayToWith(string value)
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.Replacing("PlacedAt", value));
        DateTimeOffset later = new(2025, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(-3));
        DateTimeOffset written = OrderJson.ParsePlaced(OrderJson.Write(e with { PlacedAt = later })).PlacedAt;
        Assert.True(later.EqualsExact(written));
    }

    [Theory]
    [InlineData("\"2024-11-15\"")]
    [InlineData("\"2024-11-15T00:00:00\"")]
    [InlineData("\"2024-11-15T00:00:00Z\"")]
    public void SameInstantAtAnotherOffset_IsWritten(string value)
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.Replacing("PlacedAt", value));
        string json = OrderJson.Write(e with { PlacedAt = e.PlacedAt.ToOffset(TimeSpan.FromHours(2)) });
        Assert.Equal("\"2024-11-15T02:00:00+02:00\"", OrderJson.RawMember(json, "PlacedAt"));
    }

    [Fact]
    public void OtherNumbers_GiveWayToWith()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With(
            "\"Total\":1e-40,\"Ratio\":0.10000000000000000001,\"Sequence\":\"12\",\"Mask\":\"7\",\"At\":\"08:30\""));
        string json = OrderJson.Write(e with { Total = 1, Ratio = 2, Sequence = 3, Mask = 4, At = new TimeOnly(5, 6) });
        Assert.Equal("1", OrderJson.RawMember(json, "Total"));
        Assert.Equal("2", OrderJson.RawMember(json, "Ratio"));
        Assert.Equal("3", OrderJson.RawMember(json, "Sequence"));
        Assert.Equal("4", OrderJson.RawMember(json, "Mask"));
        Assert.Equal("\"05:06:00\"", OrderJson.RawMember(json, "At"));
    }

    [Fact]
    public void Lists_GiveWayToWith()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With(
            "\"History\":[\"paused\"],\"Weights\":{\"a\":0.30000000000000000001},\"Updates\":[\"2024-11-15\"]"));
        string json = OrderJson.Write(e with
        {
            History = [OrderStatus.Done],
            Weights = new EquatableDictionary<double>([new("a", 1)]),
            Updates = [e.Updates![0].ToOffset(TimeSpan.FromHours(1))],
        });
        Assert.Equal("[\"done\"]", OrderJson.RawMember(json, "History"));
        Assert.Equal("{\"a\":1}", OrderJson.RawMember(json, "Weights"));
        Assert.Equal("[\"2024-11-15T01:00:00+01:00\"]", OrderJson.RawMember(json, "Updates"));
    }

    [Fact]
    public void ListWithUnrecognizedItemThatChanged_CannotBeWritten()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With("\"History\":[\"paused\",\"open\"]"));
        Assert.ThrowsAny<JsonException>(() => OrderJson.Write(e with { History = [OrderStatus.Unrecognized, OrderStatus.Done] }));
    }

    [Fact]
    public void NullThatWasExplicit_GivesWayToWith()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With("\"Note\":null")) with { Note = "x" };
        Assert.Equal(OrderJson.With("\"Note\":\"x\""), OrderJson.Write(e));
    }

    [Fact]
    public void RemovedMember_IsAbsent()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With("\"Sequence\":\"12\",\"Note\":\"x\"")) with { Sequence = null, Note = null };
        Assert.Equal(OrderJson.With(""), OrderJson.Write(e));
    }

    [Fact]
    public void AdditionalPropertyWithTheNameOfAMember_CannotBeWritten()
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With("\"x\":1"));
        e = e with { AdditionalProperties = new EquatableDictionary<JsonElement>([new("Status", e.AdditionalProperties!["x"])]) };
        Assert.ThrowsAny<JsonException>(() => OrderJson.Write(e));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumberThatIsNotFinite_CannotBeWritten(double value)
    {
        OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.With("")) with { Ratio = value };
        Assert.ThrowsAny<JsonException>(() => OrderJson.Write(e));
    }
}
