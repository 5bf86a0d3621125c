using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Suites;

/// <summary>
/// Bodies that were changed at random. TYPEDWEBHOOKS_FUZZ is the number of them, for more than the usual; the seed is
/// fixed, and a failure prints the body.
/// </summary>
public class MutationTests
{
    private const int UsualCount = 20_000;

    private static readonly byte[][] s_bodies =
    [
        Encoding.UTF8.GetBytes(OrderJson.Full),
        Encoding.UTF8.GetBytes(OrderJson.With("\"Note\":null,\"Sequence\":\"12\",\"Tags\":[]")),
        Encoding.UTF8.GetBytes("{\"EventType\":\"OrderClosed\",\"Reason\":\"\\ud83d\\ude00\",\"x\":[1e2,{}]}"),
        Encoding.UTF8.GetBytes("{\"Reason\":\"EventType\",\"x\":{\"y\":1,\"EventType\":\"OrderPlaced\"},\"EventType\":\"OrderClosed\"}"),
        Encoding.UTF8.GetBytes("{\"Reason\":\",\",\"y\":1, \"EventType\":\"OrderClosed\"}"),
    ];

    private static readonly byte[][] s_pieces =
    [
        .. Array.ConvertAll(
            new[]
            {
                "\"EventType\":\"OrderClosed\",", "\"\\u0045ventType\":1,", "\\ud800", "\\udc00", "\\u0000", "\\", "\"", "null", "true", "{}", "[]",
                "{", "}", "[", "]", ",", ":", "0", "-", "1e999", "1.0", "99999999999999999999", ".5", "\"x\":", "/**/", "\u2028", "\uFEFF", "é", "T", "+02:00",
                "0001-01-01T00:00:00", "6F9619FF-8B86-D011-B42D-00C04FC964FF", "open", "lost",
            },
            Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0],
    ];

    [Fact]
    public void ChangedBody_IsAnEventThatIsWrittenBackOrThrowsJsonException()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked)
            ? asked
            : UsualCount;
        Random random = new(20260101);
        int known = 0;
        int unrecognized = 0;
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] json = Mutate(s_bodies[random.Next(s_bodies.Length)], random);
            OrderEvent? e = null;
            Exception? error = Record.Exception(() => e = OrderEvent.Parse(json));
            Assert.True(error is null or JsonException, $"{Show(json)}: {error}");
            if (e is null)
            {
                refused++;
                Assert.True(MustBeRefused(json, error!), $"{Show(json)}: {error}");
                continue;
            }

            _ = e is UnrecognizedOrderEvent ? unrecognized++ : known++;

            // It is looked up ahead, and another one than the record then meets would be a wrong guess.
            Assert.DoesNotContain("the event type \"", (e as UnrecognizedOrderEvent)?.Message ?? "", StringComparison.Ordinal);
            string written = OrderJson.Write(e);
            OrderJson.AssertJsonEqual(Encoding.UTF8.GetString(json), written);
            Assert.Equal(e, OrderEvent.Parse(written));
            Assert.Equal(e, JsonSerializer.Deserialize<OrderEvent>(WithoutByteOrderMark(json)));
        }

        // The mutations reach all three ends, else the test would prove little.
        Assert.InRange(known, count / 50, count);
        Assert.InRange(unrecognized, count / 50, count);
        Assert.InRange(refused, count / 50, count);
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        byte[] json = body;
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(json.Length + 1);
            int length = Math.Min(random.Next(8), json.Length - at);
            byte[] piece = random.Next(5) switch
            {
                0 => [(byte)random.Next(256)],
                1 => [(byte)random.Next(0x20, 0x7F)],
                2 => [],
                3 => json[random.Next(json.Length)..] is var rest ? rest[..random.Next(Math.Min(rest.Length, 40))] : [],
                _ => s_pieces[random.Next(s_pieces.Length)],
            };
            json = [.. json[..at], .. piece, .. json[(at + (random.Next(2) == 0 ? 0 : length))..]];
            json = json.Length == 0 ? body : json;
        }

        return json;
    }

    private static bool MustBeRefused(byte[] json, Exception error)
    {
        if (error.Message.Contains("names its event type twice", StringComparison.Ordinal))
        {
            return true;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object || !Utf8.IsValid(json);
        }
        catch (JsonException)
        {
            return true;
        }
    }

    /// <summary>The serializer takes a mark for a part of a body that it is given as a span.</summary>
    private static ReadOnlySpan<byte> WithoutByteOrderMark(byte[] json) => json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json;

    private static string Show(byte[] json) => $"{Encoding.UTF8.GetString(json)} = {Convert.ToBase64String(json)}";
}
