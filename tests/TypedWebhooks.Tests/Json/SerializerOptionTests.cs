using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.IO.Pipelines;
using System.Threading.Tasks;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>What the serializer's options allow in a body is allowed inside an event too.</summary>
public sealed class SerializerOptionTests
{
    private const string Comments = """
        // before
        { /* a */ "EventType": /* b */ "archived", // d
          "n": 1.50, /* e */
          "s": "// no \/ comment \u0041 ,] ", "list": [1, /* f */ 2 /* g */], "empty": { /* h */ } /* i */ }
        """;

    private const string Commas = """{"EventType":"archived","n":1.50,"list":[1,2,],"nested":{"a":null,},}""";

    private static readonly JsonSerializerOptions s_comments = new() { ReadCommentHandling = JsonCommentHandling.Skip };

    private static readonly JsonSerializerOptions s_commas = new() { AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions s_lenient = new(s_commas) { ReadCommentHandling = JsonCommentHandling.Skip, PropertyNameCaseInsensitive = true };

    [Fact]
    public void Comments_AreSkippedWhereTheOptionsSkipThem()
    {
        UnrecognizedTeliaEvent e = Assert.IsType<UnrecognizedTeliaEvent>(JsonSerializer.Deserialize<TeliaEvent>(Comments, s_comments));
        Assert.Equal("""{"EventType":"archived","n":1.50,"s":"// no \/ comment \u0041 ,] ","list":[1,2],"empty":{}}""", e.Json.GetRawText());
        Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<TeliaEvent>(Comments));
        Assert.ThrowsAny<JsonException>(static () => TeliaEvent.Parse(Comments));
    }

    [Fact]
    public void TrailingCommas_AreTakenWhereTheOptionsAllowThem()
    {
        UnrecognizedTeliaEvent e = Assert.IsType<UnrecognizedTeliaEvent>(JsonSerializer.Deserialize<TeliaEvent>(Commas, s_commas));
        Assert.Equal("""{"EventType":"archived","n":1.50,"list":[1,2],"nested":{"a":null}}""", e.Json.GetRawText());
        Assert.Equal(2, JsonSerializer.Deserialize<TeliaEvent[]>($"[{Commas},{Commas},]", s_commas)!.Length);
        Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<TeliaEvent>(Commas));
    }

    [Fact]
    public async Task LenientOptions_ReachThroughAPipeInPieces()
    {
        Pipe pipe = new();
        byte[] body = Encoding.UTF8.GetBytes($$"""{"list":[{{Commas}}, {{Comments}}],}""");
        for (int i = 0; i < body.Length; i += 7)
        {
            await pipe.Writer.WriteAsync(body.AsMemory(i, Math.Min(7, body.Length - i)));
        }

        await pipe.Writer.CompleteAsync();
        Holder? holder = await JsonSerializer.DeserializeAsync<Holder>(pipe.Reader, s_lenient);
        Assert.Equal(["archived", "archived"], holder!.List.Select(static e => e.EventType));
    }

    [Theory]
    [InlineData(64, 64, true)]
    [InlineData(65, 64, false)]
    [InlineData(65, 0, false)]
    [InlineData(100, 128, true)]
    [InlineData(1000, 1000, true)]
    [InlineData(1001, 1000, false)]
    public void Depth_IsTheOptions(int levels, int maxDepth, bool isRead)
    {
        string deep = $$"""{"x":{{string.Concat(Enumerable.Repeat("[", levels - 1))}}{{string.Concat(Enumerable.Repeat("]", levels - 1))}},"EventType":"archived"}""";
        JsonSerializerOptions options = new() { MaxDepth = maxDepth };
        if (!isRead)
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TeliaEvent>(deep, options));
            return;
        }

        UnrecognizedTeliaEvent e = Assert.IsType<UnrecognizedTeliaEvent>(JsonSerializer.Deserialize<TeliaEvent>(deep, options));
        Assert.Equal(deep, e.Json.GetRawText());
        string signed = Providers.Examples.Read("schemas/telia/examples/signatorysigned.json").TrimEnd()[..^1] + ""","deep":""" + deep + "}";
        if (levels < maxDepth)
        {
            TeliaEvent known = JsonSerializer.Deserialize<TeliaEvent>(signed, options)!;
            Assert.Equal(deep, Assert.IsType<SignatorySignedEvent>(known).AdditionalProperties!["deep"].GetRawText());
            Assert.Equal(known, JsonSerializer.Deserialize<TeliaEvent>(JsonSerializer.Serialize(known, options), options));
        }
    }

    [Theory]
    [InlineData("nope", 0, 1)]
    [InlineData("", 0, 0)]
    [InlineData(" \n  [1]", 1, 2)]
    [InlineData("\"text\"", 0, 0)]
    [InlineData("null", 0, 0)]
    [InlineData("{\"EventType\":\"a\",\n \"x\":1,\n \"EventType\":\"b\"}", 2, 13)]
    [InlineData("{\"EventType\":\"a\"}\n{}", 1, 0)]
    [InlineData("{\"EventType\":\n tru}", 1, 4)]
    public void ParseError_SaysWhereItIs(string body, long line, long position)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => TeliaEvent.Parse(body));
        Assert.Equal((line, position), (e.LineNumber, e.BytePositionInLine));
        Assert.Contains($"LineNumber: {line} | BytePositionInLine: {position}", e.Message, StringComparison.Ordinal);
        Assert.False(TeliaEvent.TryParse(body, out TeliaEvent? none));
        Assert.Null(none);
    }

    [Fact]
    public void ParseError_InBytesThatAreNoUtf8_SaysWhereTheyAre()
    {
        byte[] body = [.. "{\"EventType\":\"a\",\n\"x\":\"\u00E9"u8, 0xFF, .. "\"}"u8];
        JsonException e = Assert.ThrowsAny<JsonException>(() => TeliaEvent.Parse(body));
        Assert.Equal((1, 7), (e.LineNumber, e.BytePositionInLine));
    }

    [Fact]
    public void TryParse_TakesText()
    {
        string body = Providers.Examples.Read("schemas/telia/examples/signatorysigned.json");
        Assert.True(TeliaEvent.TryParse(body, out TeliaEvent? e));
        Assert.Equal(TeliaEvent.Parse(body), e);
        Assert.True(TeliaEvent.TryParse(body.AsSpan(), out _));
        Assert.False(TeliaEvent.TryParse((string?)null, out _));
    }

    private sealed record Holder(TeliaEvent[] List);
}
