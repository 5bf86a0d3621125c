using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Generator;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Random;

/// <summary>
/// Real payloads, their bytes changed at random: an event, or a <see cref="JsonException"/>, and nothing else.
/// <c>TYPEDWEBHOOKS_FUZZ</c> is the number of them, 5,000 unless it is set; the seed is fixed.
/// </summary>
public sealed class MutatedPayloadTests(ITestOutputHelper output)
{
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "null", "true", "0", "-", "1e400", "12345678901234567890123", "\"a\":1,", "{},", "[[", "\\", "\\u0000", "\\ud800", "\"action\":\"opened\",", " ", "\u00e9", "//",
    ];

    private delegate object ParseNamed(string? eventName, ReadOnlySpan<byte> utf8Json);

    private delegate object ParseBody(ReadOnlySpan<byte> utf8Json);

    [SharedTheory("corpus")]
    [InlineData("GitHub")]
    [InlineData("CdEvents")]
    public void AnyBytes_AreAnEventOrAJsonException(string name)
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : 5000;
        Provider provider = CorpusPayloadTests.Get(name);
        ParseNamed parse = Parse(provider);
        (byte[] Json, string? EventName)[] payloads = [.. provider.Payloads.Select(static payload => (Encoding.UTF8.GetBytes(payload.Json), payload.EventName))];
        System.Random random = new(20241115);
        int events = 0, refused = 0, unrecognized = 0;
        TimeSpan slowest = default;
        string slowestOf = "";
        for (int i = 0; i < wanted; i++)
        {
            int at = random.Next(payloads.Length);
            byte[] json = Mutate(payloads[at].Json, random);
            long start = Stopwatch.GetTimestamp();
            object? e = null;
            try
            {
                e = parse(payloads[at].EventName, json);
                events++;
            }
            catch (JsonException)
            {
                refused++;
            }

            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            if (taken > slowest && i >= payloads.Length)
            {
                (slowest, slowestOf) = (taken, FormattableString.Invariant($"{json.Length} bytes of {provider.Payloads[at].File}"));
            }

            unrecognized += e?.GetType() == provider.Unrecognized ? 1 : 0;
            if (e is not null && i % 8 == 0)
            {
                Assert.True(Corpus.AreEqual(Encoding.UTF8.GetString(json), JsonSerializer.Serialize(e, provider.Root)), provider.Payloads[at].File);
            }
        }

        output.WriteLine($"{wanted} mutants: {events} events, {unrecognized} of them unrecognized, {refused} refused; the slowest took {slowest.TotalMilliseconds:0.00} ms ({slowestOf})");
        Assert.True(events > unrecognized && unrecognized > 0 && refused > 0);
    }

    private static ParseNamed Parse(Provider provider)
    {
        if (provider.Root.GetMethod("Parse", [typeof(string), typeof(ReadOnlySpan<byte>)]) is { } named)
        {
            return named.CreateDelegate<ParseNamed>();
        }

        ParseBody body = provider.Root.GetMethod("Parse", [typeof(ReadOnlySpan<byte>)])!.CreateDelegate<ParseBody>();
        return (_, json) => body(json);
    }

    private static byte[] Mutate(byte[] json, System.Random random)
    {
        using MemoryStream mutant = new(json.Length + 64);
        int changes = random.Next(1, 4), from = 0;
        int[] places = [.. Enumerable.Range(0, changes).Select(_ => random.Next(json.Length)).Order()];
        foreach (int place in places.Where(place => place >= from))
        {
            mutant.Write(json, from, place - from);
            from = place;
            switch (random.Next(6))
            {
                case 0:
                    mutant.WriteByte((byte)random.Next(256));
                    from = place + 1;
                    break;
                case 1:
                    from = Math.Min(json.Length, place + random.Next(1, 30));
                    break;
                case 2:
                    mutant.Write(json, place, Math.Min(json.Length - place, random.Next(1, 200)));
                    break;
                case 3:
                    int other = random.Next(json.Length);
                    mutant.Write(json, other, Math.Min(json.Length - other, random.Next(1, 60)));
                    break;
                case 4:
                    // A digit or a letter, so that the text mostly stays JSON.
                    mutant.WriteByte(char.IsAsciiDigit((char)json[place]) ? (byte)'7' : char.IsAsciiLetter((char)json[place]) ? (byte)'x' : json[place]);
                    from = place + 1;
                    break;
                default:
                    mutant.Write(Encoding.UTF8.GetBytes(s_pieces[random.Next(s_pieces.Length)]));
                    break;
            }
        }

        mutant.Write(json, from, json.Length - from);
        return mutant.ToArray();
    }
}
