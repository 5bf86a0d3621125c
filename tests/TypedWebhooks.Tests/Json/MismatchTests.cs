using System;
using System.Text.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Json;

public class MismatchTests
{
    [Theory]
    [InlineData("\"Count\":\"1\"", "$.Count", "Expected an integer, found a string.")]
    [InlineData("\"Count\":null", "$.Count", "Expected an integer, found null.")]
    [InlineData("\"Count\":1.5", "$.Count", "Expected an integer from -9223372036854775808 to 9223372036854775807, found another number.")]
    [InlineData("\"Count\":9223372036854775808", "$.Count", "Expected an integer from -9223372036854775808 to 9223372036854775807, found another number.")]
    [InlineData("\"Sequence\":\"12x\"", "$.Sequence", "Expected an integer of 64 bits, found a string that is none.")]
    [InlineData("\"Sequence\":\"\"", "$.Sequence", "Expected an integer of 64 bits, found a string that is none.")]
    [InlineData("\"Mask\":-1", "$.Mask", "Expected an integer from 0 to 18446744073709551615, found another number.")]
    [InlineData("\"Ratio\":1e400", "$.Ratio", "Expected a number that a double can hold, found a larger one.")]
    [InlineData("\"Total\":1e40", "$.Total", "Expected a number that a decimal can hold, found a larger one.")]
    [InlineData("\"Note\":1", "$.Note", "Expected a string, found a number.")]
    [InlineData("\"Note\":\"\\ud800\"", "$.Note", "The string holds half a surrogate pair, which is no text.")]
    [InlineData("\"Due\":\"2024-11-15\\udc00\"", "$.Due", "Expected a string that is a date, found another string.")]
    [InlineData("\"At\":\"08:30:00\\udc00\"", "$.At", "Expected a string that is a time, found another string.")]
    [InlineData("\"Updates\":[\"2024-11-15\\ud800\"]", "$.Updates[0]", "Expected a string that is a date and time, found another string.")]
    [InlineData("\"Sequence\":\"12\\ud800\"", "$.Sequence", "Expected an integer of 64 bits, found a string that is none.")]
    [InlineData("\"History\":[\"open\\ud800\"]", "$.History[0]", "The string holds half a surrogate pair, which is no text.")]
    [InlineData("\"Tags\":{}", "$.Tags", "Expected an array, found an object.")]
    [InlineData("\"Tags\":[\"a\",null]", "$.Tags[1]", "Expected a string, found null.")]
    [InlineData("\"Weights\":[]", "$.Weights", "Expected an object, found an array.")]
    [InlineData("\"Weights\":{\"a b\":true}", "$.Weights['a b']", "Expected a number, found a boolean.")]
    [InlineData("\"Weights\":{\"a\":1,\"\\u0061\":1}", "$.Weights.a", "The member occurs twice.")]
    [InlineData("\"Due\":\"2023-02-29\"", "$.Due", "Expected a string that is a date, found another string.")]
    [InlineData("\"At\":\"24:00:00\"", "$.At", "Expected a string that is a time, found another string.")]
    [InlineData("\"Paid\":\"true\"", "$.Paid", "Expected a boolean, found a string.")]
    [InlineData("\"Customer\":null", "$.Customer", "Expected an object, found null.")]
    [InlineData("\"Customer\":{\"Name\":\"Ada\"}", "$.Customer['mail address']", "The required member is missing.")]
    [InlineData("\"Customer\":{\"Name\":\"Ada\",\"mail address\":3}", "$.Customer['mail address']", "Expected a string, found a number.")]
    [InlineData("\"Lines\":[{\"Sku\":\"a\",\"Quantity\":1},{\"Sku\":\"b\",\"Quantity\":2147483648}]", "$.Lines[1].Quantity", "Expected an integer from -2147483648 to 2147483647, found another number.")]
    [InlineData("\"Lines\":[{}]", "$.Lines[0].Sku", "The required member is missing.")]
    [InlineData("\"Updates\":[\"yesterday\"]", "$.Updates[0]", "Expected a string that is a date and time, found another string.")]
    [InlineData("\"Note\":\"a\",\"Note\":\"b\"", "$.Note", "The member occurs twice.")]
    [InlineData("\"extra\":1,\"\\u0065xtra\":1", "$.extra", "The member occurs twice.")]
    [InlineData("\"Id\":\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", "$.Id", "The member occurs twice.")]
    public void ValueThatDoesNotFit_BecomesUnrecognizedWithItsPath(string members, string path, string message)
    {
        string json = OrderJson.With(members);
        UnrecognizedOrderEvent e = OrderJson.ParseMismatch(json);
        Assert.Equal(path, e.JsonPath);
        Assert.Equal(message, e.Message);
        Assert.Equal("OrderPlaced", e.EventType);
        Assert.Equal(json, e.Json.GetRawText());
    }

    [Theory]
    [InlineData("Id")]
    [InlineData("PlacedAt")]
    [InlineData("Status")]
    public void RequiredMemberThatIsMissing_IsNamed(string name)
    {
        string json = OrderJson.With("").Replace($"\"{name}\"", "\"other\"", StringComparison.Ordinal);
        UnrecognizedOrderEvent e = OrderJson.ParseMismatch(json);
        Assert.Equal("$." + name, e.JsonPath);
        Assert.Equal("The required member is missing.", e.Message);
    }

    [Theory]
    [InlineData("\"6f9619ff8b86d011b42d00c04fc964ff\"")]
    [InlineData("\"{6f9619ff-8b86-d011-b42d-00c04fc964ff}\"")]
    [InlineData("\"6f9619ff-8b86-d011-b42d-00c04fc964fg\"")]
    [InlineData("\"6f9619ff-8b86-d011-b42d-00c04fc964ff\\ud800\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void BadGuid_IsMismatch(string value) =>
        Assert.Equal("$.Id", OrderJson.ParseMismatch(OrderJson.Replacing("Id", value)).JsonPath);

    [Fact]
    public void TwoMismatches_TheFirstCounts() => Assert.Equal(
        "$.Lines[0].Quantity",
        OrderJson.ParseMismatch(OrderJson.With("\"Lines\":[{\"Sku\":\"a\",\"Quantity\":true,\"ShippedAt\":1},1],\"Note\":1")).JsonPath);

    [Fact]
    public void NameThatIsHalfASurrogatePair_IsMismatch()
    {
        UnrecognizedOrderEvent e = OrderJson.ParseMismatch(OrderJson.With("\"\\ud800\":1"));
        Assert.Equal("The name holds half a surrogate pair, which is no text.", e.Message);
    }

    [Fact]
    public void NameThatIsHalfASurrogatePairInMap_IsMismatch() => Assert.Equal(
        "$.Weights",
        OrderJson.ParseMismatch(OrderJson.With("\"Weights\":{\"\\udc00\":1}")).JsonPath);

    [Fact]
    public void QuotationMarkInName_IsEscapedInPath() => Assert.Equal(
        "$.Weights['it\\'s']",
        OrderJson.ParseMismatch(OrderJson.With("\"Weights\":{\"it's\":null}")).JsonPath);

    [Theory]
    [InlineData("\"Count\":\"1\",\"x\":")]
    [InlineData("\"Count\":\"1\"}{")]
    [InlineData("\"Count\":\"1\",\"x\":[1,]")]
    public void BrokenJsonBehindMismatch_Throws(string members) =>
        Assert.ThrowsAny<JsonException>(() => OrderEvent.Parse(OrderJson.With(members)));

    [Fact]
    public void RecordByItself_ThrowsWithPathAndMessage()
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() =>
            JsonSerializer.Deserialize<OrderPlacedEvent>(OrderJson.With("\"Lines\":[{\"Sku\":1}]")));
        Assert.Equal("$.Lines[0].Sku", e.Path);
        Assert.StartsWith("Expected a string, found a number.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RecordOfAnotherEvent_Throws()
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() =>
            JsonSerializer.Deserialize<OrderClosedEvent>(OrderJson.With("\"Reason\":\"r\"")));
        Assert.Equal("$.EventType", e.Path);
    }
}
