using System;
using System.IO;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>What the sample events have no member for.</summary>
public class ReaderTests
{
    private static readonly MemberNames s_members = new(["a", "b"]);

    [Fact]
    public void FailedReader_ReturnsDefaultsAndNeverNull()
    {
        WebhookReader reader = new("[1,2,3]"u8);
        Assert.Equal("", reader.ReadString());
        Assert.True(reader.Failed);
        reader.StartObject(s_members, out ObjectReader members);
        Assert.False(reader.NextMember(ref members));
        Assert.False(reader.EndObject(ref members));
        Assert.Equal("", reader.ReadString());
        Assert.Equal("c", reader.ReadConstant("c"));
        Assert.Equal(0, reader.ReadEnum(new Utf8Names(["x"])));
        Assert.Equal(0, reader.ReadInt32() + reader.ReadInt64() + reader.ReadInt64FromStringOrNumber() + reader.ReadDouble());
        Assert.Equal(0UL, reader.ReadUInt64() + reader.ReadUInt64FromStringOrNumber());
        Assert.Equal(0m, reader.ReadDecimal());
        Assert.False(reader.ReadBoolean());
        Assert.Equal(default, reader.ReadGuid());
        Assert.Equal(default, reader.ReadDateOnly());
        Assert.Equal(default, reader.ReadTimeOnly());
        Assert.Equal(default, reader.ReadDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, reader.ReadJson().ValueKind);
        Assert.Empty(reader.ReadList(static (ref r) => r.ReadString()));
        Assert.Empty(reader.ReadMap(static (ref r) => r.ReadString()));
        Assert.False(reader.TryReadNull());
        Assert.Equal(-1, reader.FindEventType("a"u8, new Utf8Names(["x"])));
        reader.SkipValue();
        reader.EndDocument();
        Assert.Equal("$", reader.MismatchPath);
        Assert.Equal("Expected a string, found an array.", reader.MismatchMessage);
    }

    [Theory]
    [InlineData("\"v1\"", true)]
    [InlineData("\"\\u0076\\u0031\"", true)]
    [InlineData("\"V1\"", false)]
    [InlineData("\"v1 \"", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"v1\\ud800\"", false)]
    [InlineData("1", false)]
    public void Constant_IsOnlyItself(string json, bool fits)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json));
        Assert.Equal("v1", reader.ReadConstant("v1"));
        Assert.Equal(fits, !reader.Failed);
    }

    [Fact]
    public void NullableItems_AreNullWhereTheJsonIs()
    {
        WebhookReader reader = new("[null,\"a\",null]"u8);
        EquatableList<string?> list = reader.ReadList(static (ref r) => r.TryReadNull() ? null : r.ReadString());
        reader.EndDocument();
        Assert.Equal([null, "a", null], list);
    }

    [Fact]
    public void ListsInMapsInLists_GiveTheWholePath()
    {
        WebhookReader reader = new("[{\"x\":[[1],[1,2,\"3\"]]}]"u8);
        _ = reader.ReadList(static (ref r) => r.ReadMap(static (ref r) => r.ReadList(static (ref r) => r.ReadList(static (ref r) => r.ReadInt32()))));
        Assert.Equal("$[0].x[1][2]", reader.MismatchPath);
    }

    [Fact]
    public void MembersThatNobodyRead_AreSteppedOver()
    {
        WebhookReader reader = new("{\"a\":{\"b\":[1]},\"b\":null,\"c\":2}"u8);
        reader.StartObject(s_members, out ObjectReader members);
        int count = 0;
        while (reader.NextMember(ref members))
        {
            _ = members.Current == 1 && reader.TryReadNull();
            count++;
        }

        Assert.True(reader.EndObject(ref members));
        reader.EndDocument();
        Assert.Equal(3, count);
        Assert.Null(members.AdditionalProperties);
    }

    [Fact]
    public void DatesAndNullsBeyondTheFormat_AreKeptAsOriginals()
    {
        const string json = "{\"a\":\"2024-11-15T08:30:00.000Z\",\"b\":null}";
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.StartObject(s_members, out ObjectReader members);
        Assert.True(reader.NextMember(ref members));
        DateTimeOffset a = reader.ReadDateTimeOffset(ref members, format: 8);
        Assert.True(reader.NextMember(ref members));
        Assert.True(reader.TryReadNull(ref members, nullSlot: 64));
        Assert.False(reader.NextMember(ref members));
        Assert.True(reader.EndObject(ref members));
        Assert.Equal(["a", "b"], members.OriginalValues!.Keys);

        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            WebhookWriter written = new(writer, s_members, members.OriginalValues, members.Format);
            written.StartObject();
            written.WriteDateTimeOffset(0, a, format: 8);
            written.WriteNullOrAbsent(1, nullSlot: 64);
            written.EndObject();
        }

        Assert.Equal(json, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void ObjectBehindInexactItem_LeavesThatToItsOwner()
    {
        Utf8Names statuses = new(["open"]);
        EquatableDictionary<JsonElement>? inner = EquatableDictionary<JsonElement>.Empty;
        WebhookReader reader = new("{\"a\":[\"lost\",{\"a\":\"open\",\"b\":1}],\"b\":2}"u8);
        reader.StartObject(s_members, out ObjectReader members);
        Assert.True(reader.NextMember(ref members));
        int items = 0;
        _ = reader.ReadList((ref item) =>
        {
            if (items++ == 0)
            {
                return item.ReadEnum(statuses);
            }

            item.StartObject(s_members, out ObjectReader nested);
            while (item.NextMember(ref nested))
            {
                _ = nested.Current == 0 ? item.ReadEnum(statuses) : item.ReadInt32();
            }

            Assert.True(item.EndObject(ref nested));
            inner = nested.OriginalValues;
            return 0;
        });
        Assert.True(reader.NextMember(ref members));
        Assert.Equal(2, reader.ReadInt32());
        Assert.False(reader.NextMember(ref members));
        Assert.True(reader.EndObject(ref members));
        Assert.Null(inner);
        Assert.Equal(["a"], members.OriginalValues!.Keys);
    }

    [Fact]
    public void EightDates_KeepTheirForms()
    {
        string[] texts =
        [
            "2024-11-15T08:30:00Z", "2024-11-15T08:30:00.0Z", "2024-11-15T08:30:00.00", "2024-11-15T08:30:00.000+00:00",
            "2024-11-15T08:30:00.1234", "2024-11-15T08:30:00+01:00", "2024-11-15T08:30:00.0000000Z", "2024-11-15T08:30:00",
        ];
        MemberNames names = new(["0", "1", "2", "3", "4", "5", "6", "7"]);
        StringBuilder json = new("{");
        for (int i = 0; i < texts.Length; i++)
        {
            json.Append(i == 0 ? "" : ",").Append($"\"{i}\":\"{texts[i]}\"");
        }

        WebhookReader reader = new(Encoding.UTF8.GetBytes(json.Append('}').ToString()));
        reader.StartObject(names, out ObjectReader members);
        DateTimeOffset[] values = new DateTimeOffset[texts.Length];
        while (reader.NextMember(ref members))
        {
            values[members.Current] = reader.ReadDateTimeOffset(ref members, members.Current);
        }

        Assert.True(reader.EndObject(ref members));
        Assert.Null(members.OriginalValues);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            WebhookWriter written = new(writer, names, null, members.Format);
            written.StartObject();
            for (int i = 0; i < values.Length; i++)
            {
                written.WriteDateTimeOffset(i, values[i], i);
            }

            written.EndObject();
        }

        Assert.Equal(json.ToString(), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void FormatsAndEventTypeTexts_AreAllEqual()
    {
        WebhookReader reader = new("{\"a\":null}"u8);
        reader.StartObject(s_members, out ObjectReader members);
        reader.NextMember(ref members);
        reader.TryReadNull(ref members, nullSlot: 0);
        Assert.True(members.Format == default);
        Assert.False(members.Format != default);
        Assert.Equal(default(WireFormat).GetHashCode(), members.Format.GetHashCode());
        Assert.True(new EventTypeText("x") == default);
        Assert.Equal(0, new EventTypeText("x").GetHashCode());
        Assert.Equal("x", new EventTypeText("x").ToString());
    }

    [Fact]
    public void ElementWithoutValue_IsWrittenAsNull()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            WebhookWriter.WriteRaw(writer, default);
        }

        Assert.Equal("null", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
