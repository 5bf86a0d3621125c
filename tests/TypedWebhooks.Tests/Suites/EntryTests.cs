using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using TypedWebhooks.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Suites;

public class EntryTests
{
    public static TheoryData<string> Entries { get; } = [.. EventEntries.All.Keys];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task EveryEntry_GivesTheSameEvent(string entry)
    {
        foreach (string json in new[] { OrderJson.Full, OrderJson.With("\"x\":\"é\""), "{\"EventType\":\"?\"}", " \n" + OrderJson.With("\"Count\":[]") + "\r\n" })
        {
            Assert.Equal(OrderEvent.Parse(json), await EventEntries.All[entry](Encoding.UTF8.GetBytes(json)));
        }
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task SomethingBehindTheBody_Throws(string entry) => await Assert.ThrowsAnyAsync<JsonException>(
        () => EventEntries.All[entry](Encoding.UTF8.GetBytes(OrderJson.With("") + "{}")));

    [Fact]
    public async Task ManyEventsOverSmallBuffers_AreReadOneByOne()
    {
        OrderEvent e = OrderEvent.Parse(OrderJson.Full);
        string json = $"[{string.Join(',', Enumerable.Repeat(OrderJson.Full, 20))}]";
        JsonSerializerOptions options = new() { DefaultBufferSize = 16 };
        int count = 0;
        await foreach (OrderEvent? item in JsonSerializer.DeserializeAsyncEnumerable<OrderEvent>(
            new TricklingStream(Encoding.UTF8.GetBytes(json), 11), options))
        {
            Assert.Equal(e, item);
            count++;
        }

        Assert.Equal(20, count);
        PipeReader pipe = EventEntries.Pipe(Encoding.UTF8.GetBytes(json));
        List<OrderEvent>? list = await JsonSerializer.DeserializeAsync<List<OrderEvent>>(pipe, options);
        Assert.Equal(Enumerable.Repeat(e, 20), list);
    }

    [Fact]
    public void NullInsideList_IsNullAndNullAsBodyThrows()
    {
        List<OrderEvent?> list = JsonSerializer.Deserialize<List<OrderEvent?>>($"[null,{OrderJson.With("")}]")!;
        Assert.Null(list[0]);
        Assert.NotNull(list[1]);
        Assert.Equal($"[null,{OrderJson.With("")}]", JsonSerializer.Serialize(list));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderEvent>("null"));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderPlacedEvent>("null"));
        Assert.Equal("null", JsonSerializer.Serialize<OrderEvent?>(null));
    }

    [Fact]
    public void MismatchInsideLargerValue_KeepsItsOwnPath()
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<List<OrderClosedEvent>>("[{\"EventType\":\"OrderClosed\",\"Reason\":1}]"));
        Assert.Equal("$.Reason", e.Path);
    }

    [Fact]
    public async Task ByteOrderMark_IsSteppedOverInStreams()
    {
        byte[] json = [.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(OrderJson.With(""))];
        Assert.IsType<OrderPlacedEvent>(await OrderEvent.ParseAsync(new MemoryStream(json)));
    }

    [Theory]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(300_000)]
    public async Task LargeBody_IsReadWhole(int length)
    {
        string json = OrderJson.With($"\"Note\":\"{new string('x', length - OrderJson.With("\"Note\":\"\"").Length)}\"");
        Assert.Equal(length, json.Length);
        Assert.Equal(OrderEvent.Parse(json), await OrderEvent.ParseAsync(new TricklingStream(Encoding.UTF8.GetBytes(json), 1000)));
    }

    [Fact]
    public async Task CancelledToken_StopsReading() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        async () => await OrderEvent.ParseAsync(new MemoryStream(new byte[1]), new CancellationToken(canceled: true)));

    [Fact]
    public void Enum_IsReadAndWrittenByItself()
    {
        Assert.Equal(OrderStatus.InProgress, JsonSerializer.Deserialize<OrderStatus>("\"in progress\""));
        Assert.Equal(OrderStatus.InProgress, JsonSerializer.Deserialize<OrderStatus>("\"in\\u0020progress\""));
        Assert.Equal(OrderStatus.Unrecognized, JsonSerializer.Deserialize<OrderStatus>("\"lost\""));
        Assert.Equal("\"in progress\"", JsonSerializer.Serialize(OrderStatus.InProgress));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(OrderStatus.Unrecognized));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderStatus>("1"));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderStatus>("null"));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<OrderStatus>("\"\\ud800\""));
        Assert.Null(JsonSerializer.Deserialize<OrderStatus?>("null"));
    }

    [Fact]
    public void Enum_IsAKey()
    {
        Dictionary<OrderStatus, int> map = new() { [OrderStatus.Open] = 1, [OrderStatus.Done] = 2 };
        string json = JsonSerializer.Serialize(map);
        Assert.Equal("{\"open\":1,\"done\":2}", json);
        Assert.Equal(map, JsonSerializer.Deserialize<Dictionary<OrderStatus, int>>(json));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void EnumInSeveralSegments_IsRead(int length)
    {
        Utf8JsonReader reader = new(Segments.Of("{\"open\":\"in\\u0020progress\",\"done\":\"done\"}"u8.ToArray(), length));
        Dictionary<OrderStatus, OrderStatus>? map = JsonSerializer.Deserialize<Dictionary<OrderStatus, OrderStatus>>(ref reader);
        Assert.Equal(new() { [OrderStatus.Open] = OrderStatus.InProgress, [OrderStatus.Done] = OrderStatus.Done }, map);
    }

    [Fact]
    public void EnumOfAnotherSize_IsRefused() => Assert.Throws<ArgumentException>(() => new WebhookEnumConverter<Small>(new Utf8Names(["one"])));

    private enum Small : byte
    {
        One,
    }

}
