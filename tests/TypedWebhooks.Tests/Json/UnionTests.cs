using System;
using System.Buffers;
using System.Linq;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>Values of several types, which are tried before one of them is read.</summary>
public class UnionTests
{
    private const string Card = """{"tags":["a","b"],"notes":{"k":"text"},"next":"end","number":"4711"}""";
    private const string Account = """{"tags":["a","b"],"notes":{"k":"text"},"next":"end","iban":"DE00"}""";

    [ThreadStatic]
    private static int s_reads;

    [Theory]
    [InlineData(Card, 0)]
    [InlineData(Account, 1)]
    [InlineData("""{"tags":[],"notes":{},"next":{"tags":[],"notes":{},"next":"","iban":""},"number":"1"}""", 0)]
    [InlineData("""{"tags":[],"notes":{},"next":"","number":"1","iban":"2"}""", 0)]
    [InlineData("""{"tags":[],"notes":{},"next":"","number":1,"iban":"2"}""", 1)]
    [InlineData("""{"tags":[],"notes":{},"next":{"tags":[],"notes":{},"next":"","iban":"","number":1},"number":"1"}""", 0)]
    public void TheTypeThatFitsBest_IsRead(string json, int expected)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json));
        object? value = ReadMeans(ref reader).Value;
        Assert.Null(reader.MismatchMessage);
        reader.EndDocument();
        Assert.IsType(expected == 0 ? typeof(CardMeans) : typeof(AccountMeans), value);
    }

    [Theory]
    [InlineData("""{"tags":[],"notes":{},"next":""}""")]
    [InlineData("""{"tags":[],"notes":{},"next":{"tags":[]},"iban":""}""")]
    [InlineData("""{"tags":[],"notes":{},"next":"\ud800","iban":""}""")]
    [InlineData("""[]""")]
    public void WhatNoTypeFits_IsAMismatchOfTheWholeValue(string json)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json));
        ReadMeans(ref reader);
        Assert.Equal("$", reader.MismatchPath);
        Assert.StartsWith("Expected one of the types that the schema allows, found ", reader.MismatchMessage, StringComparison.Ordinal);
        reader.EndDocument();
    }

    /// <summary>Each of 60 levels is the second type, which shows at its end: were each level read again for each type, that would be 2^60 times.</summary>
    [Theory]
    [InlineData("iban")]
    [InlineData("neither")]
    public void TypesWithinTypes_AreTriedOnce(string last)
    {
        s_reads = 0;
        StringBuilder json = new();
        json.Insert(0, """{"tags":[],"notes":{},"next":""", 60).Append("\"end\"");
        json.Append(string.Concat(Enumerable.Repeat(""","iban":"x"}""", 59))).Append($",\"{last}\":\"x\"}}");
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json.ToString()));
        object? value = ReadMeans(ref reader).Value;
        Assert.Equal(last == "iban", value is AccountMeans);
        Assert.Equal(last == "iban", !reader.Failed);
        reader.EndDocument();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(""","neither":1""", true)]
    public void AnUnknownMemberInATypeWithin_CountsForTheTypeAround(string unknown, bool isJson)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes("""{"tags":[],"notes":{},"next":{"tags":[],"notes":{},"next":"","iban":"" """ + unknown + """},"iban":""}"""));
        object? value = reader.ReadUnion(static (ref one) => ReadAccount(ref one)!, static (ref one) => one.ReadJson()).Value;
        Assert.Equal(isJson, value is JsonElement);
        reader.EndDocument();
    }

    /// <summary>What is allocated is the value's own objects, as when it is known which type it is.</summary>
    [Fact]
    public void ATypeThatDoesNotFit_AllocatesNothing()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"tags":["a","b"],"notes":{"k":"text"},"next":""" + Account + ""","iban":"DE00","neither":{"a":1}}""");
        long known = Allocated(() =>
        {
            WebhookReader reader = new(json);
            Assert.NotNull(ReadAccount(ref reader));
            reader.EndDocument();
        });
        long union = Allocated(() =>
        {
            WebhookReader reader = new(json);
            Assert.NotNull(ReadMeans(ref reader).Value);
            reader.EndDocument();
        });
        Assert.Equal(known, union);
    }

    [Fact]
    public void WritingUnionsAndMaps_AllocatesNothing()
    {
        EquatableDictionary<Union<string, long>> map = new([new("a", "text"), new("b", 1)]);
        ArrayBufferWriter<byte> buffer = new(256);
        using Utf8JsonWriter writer = new(buffer);
        long bytes = Allocated(() =>
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            WebhookWriter.WriteMapValue(writer, map, static (writer, item) => WebhookWriter.WriteUnionValue(
                writer,
                item,
                static (writer, text) => writer.WriteStringValue(text),
                static (writer, number) => writer.WriteNumberValue(number)));
            writer.Flush();
        });
        Assert.Equal(0, bytes);
        Assert.Equal("""{"a":"text","b":1}""", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static long Allocated(Action read)
    {
        long before = 0;
        for (int i = 0; i < 3; i++)
        {
            s_reads = 0;
            before = GC.GetAllocatedBytesForCurrentThread();
            read();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Union<CardMeans, AccountMeans> ReadMeans(ref WebhookReader reader) => reader.ReadUnion(
        static (ref one) => ReadCard(ref one)!,
        static (ref one) => ReadAccount(ref one)!);

    private static CardMeans? ReadCard(ref WebhookReader reader) => Means.Read(ref reader, CardMeans.Names, static (common, number) => new CardMeans(common, number));

    private static AccountMeans? ReadAccount(ref WebhookReader reader) => Means.Read(ref reader, AccountMeans.Names, static (common, iban) => new AccountMeans(common, iban));

    private sealed record Means(EquatableList<string> Tags, EquatableDictionary<string> Notes, object? Next, EquatableDictionary<JsonElement>? Others)
    {
        public static T? Read<T>(ref WebhookReader reader, MemberNames names, Func<Means, string, T> make)
            where T : class
        {
            Assert.True(++s_reads < 300, "The types are tried too often.");
            EquatableList<string>? tags = null;
            EquatableDictionary<string>? notes = null;
            object? next = null;
            string last = "";
            reader.StartObject(names, out ObjectReader members);
            while (reader.NextMember(ref members))
            {
                switch (members.Current)
                {
                    case 0:
                        tags = reader.ReadList(static (ref item) => item.ReadString());
                        break;
                    case 1:
                        notes = reader.ReadMap(static (ref item) => item.ReadString());
                        break;
                    case 2:
                        next = reader.ReadUnion(
                            static (ref one) => one.ReadString(),
                            static (ref one) => ReadCard(ref one)!,
                            static (ref one) => ReadAccount(ref one)!).Value;
                        break;
                    case 3:
                        last = reader.ReadString();
                        break;
                    default:
                        reader.KeepMember(ref members);
                        break;
                }
            }

            return reader.EndObject(ref members) ? make(new Means(tags!, notes!, next, members.AdditionalProperties), last) : null;
        }
    }

    private sealed record CardMeans(Means Common, string Number)
    {
        public static readonly MemberNames Names = new(["tags", "notes", "next", "number"], required: [0, 1, 2, 3]);
    }

    private sealed record AccountMeans(Means Common, string Iban)
    {
        public static readonly MemberNames Names = new(["tags", "notes", "next", "iban"], required: [0, 1, 2, 3]);
    }
}
