using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Json;

public class NamesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void Names_AreFoundByBytesAndByText(int count)
    {
        string[] texts = Enumerable.Range(0, count).Select(static i => $"some.event.né_{i}_{new string('x', i % 20)}").ToArray();
        foreach (bool ignoreCase in new[] { false, true })
        {
            Utf8Names names = new(texts, ignoreCase);
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(i, names.IndexOf(Encoding.UTF8.GetBytes(texts[i])));
                Assert.Equal(i, names.IndexOf(texts[i]));
                Assert.Equal(ignoreCase ? i : -1, names.IndexOf(Encoding.UTF8.GetBytes(texts[i].ToUpperInvariant())));
                Assert.Equal(ignoreCase ? i : -1, names.IndexOf(texts[i].ToUpperInvariant()));
                Assert.Equal(-1, names.IndexOf(texts[i] + " "));
                Assert.Equal(texts[i], names[i]);
            }

            Assert.Equal(-1, names.IndexOf(""));
            Assert.Equal(-1, names.IndexOf((string?)null));
            Assert.Equal(-1, names.IndexOf(new string('x', 10_000)));
            Assert.Equal(-1, names.IndexOf(new byte[10_000]));
        }
    }

    /// <summary>The numbers of an enum's values may have gaps, and stand for nothing there, not even for the empty text.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NumbersWithGaps_AreFoundAndStandForNothingBetween(bool areLines)
    {
        Utf8Names names = areLines ? Utf8Names.Numbered([2, 3, 7], "b\nc\ng"u8) : Utf8Names.Numbered([2, 3, 7], ["b", "c", "g"]);
        Assert.Equal(7, names.Count);
        Assert.Equal([1, 2, 6], new[] { "b", "c", "g" }.Select(text => names.IndexOf(text)));
        Assert.Equal([1, 2, 6], new[] { "b", "c", "g" }.Select(text => names.IndexOf(Encoding.UTF8.GetBytes(text))));
        Assert.All(new[] { "", "a", "d", "h" }, text => Assert.Equal(-1, names.IndexOf(text)));
        Assert.Equal(-1, names.IndexOf(""u8));
        Assert.Equal(0, Utf8Names.Numbered([1, 4], ["", "x"]).IndexOf(""));
        WebhookEnumConverter<Spread> converter = new(names);
        JsonSerializerOptions options = new() { Converters = { converter } };
        Assert.Equal([Spread.Unrecognized, Spread.G, Spread.B], JsonSerializer.Deserialize<Spread[]>("""["", "g", "b"]""", options)!);
        Assert.Equal("""["g","c"]""", JsonSerializer.Serialize(new[] { Spread.G, Spread.C }, options));
        Assert.All(new[] { 1, 4, 6, 8, -1 }, number => Assert.Throws<JsonException>(() => JsonSerializer.Serialize((Spread)number, options)));
    }

    [Fact]
    public void NumbersThatDoNotRise_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Utf8Names.Numbered([1], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => Utf8Names.Numbered([0, 1], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => Utf8Names.Numbered([2, 2], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => Utf8Names.Numbered([3, 1], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => Utf8Names.Numbered([1, -4], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => Utf8Names.Numbered([1, 3], ["a", "a"]));
        Assert.Equal(0, Utf8Names.Numbered([], ReadOnlySpan<string>.Empty).Count);
    }

    private enum Spread
    {
        Unrecognized = 0,
        B = 2,
        C = 3,
        G = 7,
    }

    [Theory]
    [InlineData("K", "k", true)]
    [InlineData("\u212A", "k", false)] // the Kelvin sign
    [InlineData("ß", "SS", false)]
    [InlineData("İ", "i", false)]
    [InlineData("é", "É", true)]
    [InlineData("\U00010428", "\U00010400", true)] // letters beyond 16 bits
    public void Case_IsIgnoredAsOrdinalIgnoreCaseDoes(string name, string text, bool equal)
    {
        Assert.Equal(equal, string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        Utf8Names names = new([name], ignoreCase: true);
        Assert.Equal(equal ? 0 : -1, names.IndexOf(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(equal ? 0 : -1, names.IndexOf(text));
    }

    /// <summary>Whoever checks emitted code in and out may get other line ends in it.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Lines_AreNamesWithAMarkBehindThoseThatMayBeAbsent(string lineEnd)
    {
        byte[] lines = Encoding.UTF8.GetBytes(string.Join(lineEnd, "id", "note?", "a b", "+1?", "\\u0041"));
        MemberNames names = new(lines, eventType: 2, additional: 1);
        Assert.Equal(5, names.Count);
        Assert.Equal(2, names.EventType);
        Assert.Equal(["id", "note", "a b", "+1", "\\u0041"], Enumerable.Range(0, 5).Select(i => names[i]));
        Assert.Equal("$.id The required member is missing.", Read("{}", names));
        Assert.Equal("$['a b'] The required member is missing.", Read("""{"id":1}""", names));
        Assert.Equal("$['\\\\u0041'] The required member is missing.", Read("""{"id":1,"a b":1,"note":1,"+1":1}""", names));
        Assert.Null(Read("""{"id":1,"a b":1,"\\u0041":1}""", names));

        Utf8Names values = new(Encoding.UTF8.GetBytes(string.Join(lineEnd, "open", "in progress", "what?")));
        Assert.Equal([0, 1, 2, -1, -1], new[] { "open", "in progress", "what?", "what", "" }.Select(values.IndexOf));
    }

    [Fact]
    public void ManyLines_KnowWhichAreRequired()
    {
        MemberNames names = new(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 200).Select(static i => i % 3 == 0 ? $"m{i}" : $"m{i}?"))));
        string[] required = [.. Enumerable.Range(0, 200).Where(static i => i % 3 == 0).Select(static i => $"\"m{i}\":1")];
        Assert.Null(Read($"{{{string.Join(',', required)}}}", names));
        for (int i = 0; i < required.Length; i++)
        {
            Assert.Equal($"$.m{3 * i} The required member is missing.", Read($"{{{string.Join(',', required.Where((_, other) => other != i))}}}", names));
        }
    }

    [Fact]
    public void NamesThatOccurTwice_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Utf8Names(["a", "a"]));
        Assert.Throws<ArgumentException>(() => new Utf8Names(["a", "A"], ignoreCase: true));
        Assert.Equal(2, new Utf8Names(["a", "A"]).Count);
        Assert.Throws<ArgumentException>(() => new MemberNames(["a", "a"]));
        Assert.Throws<ArgumentException>(static () => new MemberNames("a\na?"u8));
        Assert.Throws<ArgumentException>(static () => new Utf8Names("a\na"u8));
    }

    [Fact]
    public void NameWithHalfASurrogatePair_IsNotItsReplacement()
    {
        Assert.Equal(-1, new Utf8Names(["\uFFFD"]).IndexOf("\ud800"));
        Assert.Equal(0, new Utf8Names(["\uFFFD"]).IndexOf("\uFFFD"));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(400)]
    public void ObjectWithManyMembers_KnowsTheMissingAndTheRepeated(int count)
    {
        string[] texts = Enumerable.Range(0, count).Select(static i => $"m{i}").ToArray();
        MemberNames names = new(texts, Enumerable.Range(0, count).ToArray());
        string all = string.Join(',', texts.Select(static t => $"\"{t}\":1"));
        Assert.Null(Read($"{{{all}}}", names));
        Assert.Null(Read($"{{{string.Join(',', texts.Reverse().Select(static t => $"\"{t}\":1"))}}}", names));
        foreach (int i in new[] { 0, count / 2, count - 1 })
        {
            Assert.Equal($"$.m{i} The required member is missing.", Read($"{{{all.Replace($"\"m{i}\":", "\"x\":", StringComparison.Ordinal)}}}", names));
            Assert.Equal($"$.m{i} The member occurs twice.", Read($"{{{all},\"m{i}\":1}}", names));
        }
    }

    [Fact]
    public void NamesAndEnums_DoNotAllocate()
    {
        byte[] json = Encoding.UTF8.GetBytes(OrderJson.With("\"x\":1").Replace("\"Status\":\"open\"", "\"Status\":\"in progre\\u0073s\"", StringComparison.Ordinal));
        byte[] withEscapedNames = Encoding.UTF8.GetBytes(OrderJson.With("\"x\":1").Replace("\"Id\"", "\"\\u0049d\"", StringComparison.Ordinal));
        Utf8Names names = OrderEventTypes.Names;
        MemberNames members = new(["EventType", "Id", "PlacedAt", "Status", "x"]);
        Utf8Names statuses = new(["open", "in progress"]);

        foreach (byte[] body in new[] { json, withEscapedNames })
        {
            Once(body);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                Once(body);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        void Once(ReadOnlySpan<byte> body)
        {
            WebhookReader reader = new(body);
            int eventType = reader.FindEventType("EventType"u8, names);
            reader.StartObject(members, out ObjectReader read);
            int status = 0;
            while (reader.NextMember(ref read))
            {
                switch (read.Current)
                {
                    case 0: reader.ReadEventType(ref read, OrderEventTypes.OrderPlaced, ignoreCase: true); break;
                    case 1: _ = reader.ReadGuid(); break;
                    case 2: _ = reader.ReadDateTimeOffset(ref read, format: 0); break;
                    case 3: status = reader.ReadEnum(statuses); break;
                    default: reader.SkipValue(); break;
                }
            }

            if (!reader.EndObject(ref read) || status == 0 || eventType != 0)
            {
                throw new InvalidOperationException(reader.MismatchMessage);
            }

            reader.EndDocument();
        }
    }

    private static string? Read(string json, MemberNames names)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.StartObject(names, out ObjectReader members);
        while (reader.NextMember(ref members))
        {
            if (members.Current >= 0)
            {
                Assert.Equal(1, reader.ReadInt32());
            }
        }

        return reader.EndObject(ref members) ? null : $"{reader.MismatchPath} {reader.MismatchMessage}";
    }
}
