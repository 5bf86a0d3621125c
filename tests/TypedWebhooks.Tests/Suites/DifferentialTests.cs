using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;
using TypedWebhooks.Tests.Oracle;
using Xunit;

namespace TypedWebhooks.Tests.Suites;

/// <summary>
/// The reader beside an oracle over <see cref="Utf8JsonReader"/>, on values that were changed at random: the same verdict,
/// the same value. TYPEDWEBHOOKS_FUZZ is the number of them, for more than the usual.
/// </summary>
public class DifferentialTests
{
    private const int UsualCount = 40_000;

    private static readonly string[] s_seeds =
    [
        "null", "true", "false", "0", "-0", "12", "-1", "1.0", "1e2", "100e-2", "0.1", "1.5", "2147483648", "-2147483648", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "18446744073709551615", "18446744073709551616", "999999999999999999", "1000000000000000000",
        "1e400", "1E+2", "-1.25e-3", "0.30000000000000000001", "79228162514264337593543950335", "\"\"", "\"open\"", "\"in progress\"",
        "\"in\\u0020progress\"", "\"geschlossen\"", "\"\u00e9t\u00e9\"", "\"\\u00e9t\\u00E9\"", "\"\ud83d\ude00 \\ud83d\\ude00\"", "\"\\ud800\"", "\"a\\\\b\\\"c\\/\\b\\f\\n\\r\\t\"",
        "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"", "\"6f9619ff8b86d011b42d00c04fc964ff\"",
        "\"2024-11-15T08:30:00.123Z\"", "\"2024-11-15T08:30:00\"", "\"2024-02-29T23:59:60Z\"", "\"2024-11-15T08:30:00.1234567+02:00\"", "\"2024-11-15\"",
        "\"0001-01-01T00:00:00\"", "\"2023-02-29T08:30:00Z\"", "\"2024-11-15 08:30:00,5-0330\"", "\"2024-11-31T00:00:00.0000000Z\"", "[]", "[\"a\",\"b\",\"c\"]",
        "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\",\"12\",\"13\",\"14\",\"15\",\"16\",\"17\"]", " [ \"a\" , \"b\" ] ", "{}",
        "{\"a\":1,\"b\":2}", "{ \"a\" : 1 ,\n        \"b\" : -2 }", "{\"\\u0061\":1,\"a\":2}", "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"d\":[[],{}]}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "{\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
        "\"a text that is longer than a vector, with \\u00fcmlaut and t\\u00e4il behind the sixteenth and the thirty-second byte\"",
    ];

    private static readonly byte[][] s_pieces =
    [
        .. Array.ConvertAll(
            new[]
            {
                "\\ud800", "\\udc00", "\\u00", "\\x", "\\", "\"", "null", "true", "nul", "{}", "[]", "{", "}", "[", "]", ",", ":", "0", "-", "+", ".", "e", "E5",
                " ", "\n        ", "\t", "\r", "\v", "\0", "\u001f", "\u007f", "\u2028", "\uFEFF", "\u00e9", "Z", "+02:00", "/**/", "//", "\"a\":1,", "9999999999999999999",
            },
            Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    private static readonly Utf8Names s_names = new(Utf8Oracle.Names);

    [Fact]
    public void Seed_IsReadAsTheOracleReadsIt()
    {
        foreach (string seed in s_seeds)
        {
            foreach (string kind in Utf8Oracle.Kinds)
            {
                Compare(Encoding.UTF8.GetBytes(seed), kind);
            }
        }
    }

    [JsonTestSuiteFact]
    public void SuiteFile_IsReadAsTheOracleReadsIt()
    {
        foreach (string name in JsonTestSuite.Names(""))
        {
            foreach (string kind in Utf8Oracle.Kinds)
            {
                Compare(JsonTestSuite.Read(name), kind);
            }
        }
    }

    [Fact]
    public void ChangedValue_IsReadAsTheOracleReadsIt()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : UsualCount;
        Random random = new(20260102);
        Dictionary<string, int> outcomes = new() { [Utf8Oracle.Broken] = 0, [Utf8Oracle.Misfit] = 0, ["read"] = 0 };
        for (int i = 0; i < count; i++)
        {
            byte[] json = Encoding.UTF8.GetBytes(s_seeds[random.Next(s_seeds.Length)]);
            for (int n = random.Next(0, 4); n > 0; n--)
            {
                json = Mutate(json, random);
            }

            string outcome = Compare(json, Utf8Oracle.Kinds[random.Next(Utf8Oracle.Kinds.Count)]);
            outcomes[outcomes.ContainsKey(outcome) ? outcome : "read"]++;
        }

        // All three ends are reached, else the test would prove little.
        Assert.All(outcomes.Values, reached => Assert.InRange(reached, count / 20, count));
    }

    private static byte[] Mutate(byte[] json, Random random)
    {
        int at = random.Next(json.Length + 1);
        int length = Math.Min(random.Next(4), json.Length - at);
        byte[] piece = random.Next(4) switch
        {
            0 => [(byte)random.Next(256)],
            1 => [(byte)random.Next(0x20, 0x7F)],
            2 => [],
            _ => s_pieces[random.Next(s_pieces.Length)],
        };
        return [.. json[..at], .. piece, .. json[(at + (random.Next(2) == 0 ? 0 : length))..]];
    }

    private static string Compare(byte[] json, string kind)
    {
        string expected = Utf8Oracle.Read(json, kind);

        // The text ends where its memory does, and other bytes stand before it: an index that is off would be seen.
        byte[] surrounded = [.. "\"\"{"u8, .. json];
        string actual = Read(surrounded.AsSpan(3), kind);
        Assert.True(expected == actual, $"{kind} of {Encoding.UTF8.GetString(json)} = {Convert.ToBase64String(json)}:\noracle: {expected}\nreader: {actual}");
        return expected;
    }

    private static string Read(ReadOnlySpan<byte> json, string kind)
    {
        try
        {
            WebhookReader reader = new(json);
            string value = ReadValue(ref reader, kind);
            if (!reader.Failed)
            {
                reader.EndDocument();
                return value;
            }

            // Behind a misfit nothing has been looked at.
            reader = new WebhookReader(json);
            reader.SkipValue();
            reader.EndDocument();
            return Utf8Oracle.Misfit;
        }
        catch (JsonException)
        {
            return Utf8Oracle.Broken;
        }
    }

    private static string ReadValue(ref WebhookReader reader, string kind)
    {
        switch (kind)
        {
            case "skip":
                reader.SkipValue();
                return "skipped";
            case "json":
                return reader.ReadJson().GetRawText();
            case "null":
                if (reader.TryReadNull())
                {
                    return "null";
                }

                reader.Fail("No null.");
                return "";
            case "string":
                return reader.ReadString();
            case "boolean":
                return reader.ReadBoolean().ToString();
            case "int32":
                return reader.ReadInt32().ToString(CultureInfo.InvariantCulture);
            case "int64":
                return reader.ReadInt64().ToString(CultureInfo.InvariantCulture);
            case "uint64":
                return reader.ReadUInt64().ToString(CultureInfo.InvariantCulture);
            case "double":
                return BitConverter.DoubleToInt64Bits(reader.ReadDouble()).ToString(CultureInfo.InvariantCulture);
            case "decimal":
                return string.Join(',', decimal.GetBits(reader.ReadDecimal()));
            case "guid":
                return reader.ReadGuid().ToString();
            case "date":
                return reader.ReadDateTimeOffset().ToString("O", CultureInfo.InvariantCulture);
            case "enum":
                return reader.ReadEnum(s_names).ToString(CultureInfo.InvariantCulture);
            case "list":
                return string.Join('|', reader.ReadList(static (ref item) => item.ReadString()));
            default:
                return string.Join('|', reader.ReadMap(static (ref item) => item.ReadInt64()).Select(static item => $"{item.Key}={item.Value}"));
        }
    }
}
