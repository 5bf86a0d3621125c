using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests;

public class EqualityTests
{
    [Fact]
    public void Lists_AreEqualByTheirItemsInOrder()
    {
        EquatableList<string> list = ["a", "b"];
        Assert.True(list.Equals(new EquatableList<string>(new List<string> { "a", "b" })));
        Assert.Equal(list.GetHashCode(), new EquatableList<string>(["a", "b"]).GetHashCode());
        Assert.False(list.Equals(new EquatableList<string>(["b", "a"])));
        Assert.False(list.Equals(new EquatableList<string>(["a"])));
        Assert.False(list.Equals((object?)null));
        Assert.True(EquatableList<string>.Empty.Equals([]));
    }

    [Fact]
    public void List_TakesPatternsAndRanges()
    {
        EquatableList<int> list = [1, 2, 3];
        Assert.True(list is [1, .., 3]);
        Assert.True(list is [_, .. { Count: 2 } rest] && rest is [2, 3]);
        Assert.Equal([2, 3], list[1..]);
        Assert.Equal(3, list[^1]);
        Assert.Equal("[1, 2, 3]", list.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Slice(2, 2));
        Assert.Throws<IndexOutOfRangeException>(() => list[3]);
    }

    [Fact]
    public void ListMadeOfAnArray_DoesNotFollowIt()
    {
        int[] items = [1];
        EquatableList<int> list = new((IEnumerable<int>)items);
        items[0] = 2;
        Assert.Equal(1, list[0]);
    }

    [Fact]
    public void Dictionaries_AreEqualInAnyOrder()
    {
        EquatableDictionary<int> one = new([new("a", 1), new("b", 2)]);
        EquatableDictionary<int> two = new([new("b", 2), new("a", 1)]);
        Assert.True(one.Equals(two));
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.False(one.Equals(new([new("a", 1), new("b", 3)])));
        Assert.False(one.Equals(new([new("a", 1), new("B", 2)])));
        Assert.False(one.Equals(new([new("a", 1)])));
        Assert.Equal("{a: 1, b: 2}", one.ToString());
        Assert.Throws<KeyNotFoundException>(() => one["A"]);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(200)]
    public void Dictionary_KeepsOrderAndFindsEveryKey(int count)
    {
        KeyValuePair<string, int>[] entries = Enumerable.Range(0, count).Select(i => new KeyValuePair<string, int>($"k{count - i}", i)).ToArray();
        EquatableDictionary<int> map = new(entries);
        Assert.Equal(entries, map);
        Assert.Equal(entries.Select(e => e.Key), map.Keys);
        Assert.Equal(entries.Select(e => e.Value), map.Values);
        Assert.All(entries, e => Assert.Equal(e.Value, map[e.Key]));
        Assert.False(map.ContainsKey("k0"));
        Assert.Throws<ArgumentException>(() => new EquatableDictionary<int>(entries.Append(entries[0])));
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "10e-1", true)]
    [InlineData("100", "1E+2", true)]
    [InlineData("0", "-0.0e5", true)]
    [InlineData("1", "-1", false)]
    [InlineData("1", "10", false)]
    [InlineData("12345678901234567890", "12345678901234567891", false)]
    [InlineData("1e99999999999999999999", "1e99999999999999999999", true)]
    [InlineData("1e99999999999999999999", "1e99999999999999999998", false)]
    [InlineData("0.1", "0.10000000000000000001", false)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("\"\\ud83d\\ude00\"", "\"😀\"", true)]
    [InlineData("\"\\ud800\"", "\"\\uD800\"", true)]
    [InlineData("\"\\ud800\"", "\"\\ud801\"", false)]
    [InlineData("\"\\ud800\"", "\"\\ufffd\"", false)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("\"\\\"\"", "\"\\\\\\\"\"", false)]
    [InlineData("null", "false", false)]
    [InlineData("true", "false", false)]
    [InlineData("[1,2]", "[ 1, 2.0 ]", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[[1],2]", "[[1,2]]", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"\\u0062\":2,\"a\":1}", true)]
    [InlineData("{\"a\":1}", "{\"a\":2}", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":1}", false)]
    [InlineData("{\"a\":{\"\\ud800\":[]}}", "{\"a\":{\"\\uD800\":[ ]}}", true)]
    [InlineData("{\"a\":[{}]}", "{\"a\":[[]]}", false)]
    public void Json_IsEqualByValue(string left, string right, bool equal)
    {
        EquatableJson one = JsonDocument.Parse(left).RootElement;
        EquatableJson two = JsonDocument.Parse(right).RootElement;
        Assert.Equal(equal, one == two);
        Assert.Equal(equal, two.Equals((object)one));
        Assert.Equal(equal, new EquatableList<JsonElement>([one]).Equals([two]));
        Assert.Equal(equal, new EquatableList<JsonElement?>([one.Value, null]).Equals([two.Value, null]));
        Assert.Equal(equal, new EquatableDictionary<JsonElement>([new("k", one)]).Equals(new([new("k", two)])));
        if (equal)
        {
            Assert.Equal(one.GetHashCode(), two.GetHashCode());
            Assert.Equal(new EquatableList<JsonElement>([one]).GetHashCode(), new EquatableList<JsonElement>([two]).GetHashCode());
        }
    }

    [Fact]
    public void JsonWithoutValue_IsEqualToItselfOnly()
    {
        Assert.True(default(EquatableJson) == default);
        Assert.False(default(EquatableJson) == JsonDocument.Parse("null").RootElement);
        Assert.Equal(0, default(EquatableJson).GetHashCode());
        Assert.Equal("", default(EquatableJson).ToString());
    }

    [Fact]
    public void JsonThatWasReadLeniently_IsCompared()
    {
        JsonDocumentOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        EquatableJson one = JsonDocument.Parse("[1,/*x*/2,]", options).RootElement;
        Assert.True(one == JsonDocument.Parse("[1,2]").RootElement);
    }

    [Theory]
    [InlineData("\"Blob\":{\"a\":1,\"b\":2}", "\"Blob\":{\"b\":2.0,\"a\":1}", true)]
    [InlineData("\"Blob\":1", "\"Blob\":2", false)]
    [InlineData("\"new\":{\"a\":1,\"b\":2}", "\"new\":{\"b\":2,\"a\":1}", true)]
    [InlineData("\"new\":1", "\"new\":2", false)]
    [InlineData("\"new\":1", "\"other\":1", false)]
    [InlineData("\"Tags\":[\"a\"]", "\"Tags\":[\"\\u0061\"]", true)]
    [InlineData("\"Tags\":[\"a\"]", "\"Tags\":[\"b\"]", false)]
    [InlineData("\"Weights\":{\"a\":1,\"b\":2}", "\"Weights\":{\"b\":2,\"a\":1}", true)]
    [InlineData("\"Lines\":[{\"Sku\":\"a\",\"Quantity\":1}]", "\"Lines\":[{\"Quantity\":1,\"Sku\":\"a\"}]", true)]
    [InlineData("\"Lines\":[{\"Sku\":\"a\",\"Quantity\":1}]", "\"Lines\":[{\"Sku\":\"a\",\"Quantity\":1,\"x\":1}]", false)]
    [InlineData("\"History\":[\"x\"]", "\"History\":[\"y\"]", false)]
    [InlineData("\"Note\":null", "\"Count\":1", false)]
    public void Records_AreEqualByWhatTheySay(string left, string right, bool equal)
    {
        OrderPlacedEvent one = OrderJson.ParsePlaced(OrderJson.With(left));
        OrderPlacedEvent two = OrderJson.ParsePlaced(OrderJson.With(right));
        Assert.Equal(equal, one == two);
        if (equal)
        {
            Assert.Equal(one.GetHashCode(), two.GetHashCode());
        }
    }

    [Fact]
    public void SpellingOfDates_DoesNotMatter() => Assert.Equal(
        OrderJson.ParsePlaced(OrderJson.Replacing("PlacedAt", "\"2024-11-15T08:30:00.000Z\"")),
        OrderJson.ParsePlaced(OrderJson.Replacing("PlacedAt", "\"2024-11-15T08:30:00\"")));
}
