using System;
using System.Globalization;
using System.Text;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Suites;

/// <summary>
/// What stands before the event's name is stepped over by its brackets and quotation marks alone. Here these stand in
/// strings, behind any number of backslashes, and at every place of a vector. TYPEDWEBHOOKS_FUZZ is the number of bodies.
/// </summary>
public class LookAheadTests
{
    private const int UsualCount = 5_000;

    private static readonly string[] s_pieces = ["{", "}", "[", "]", "\\\"", "\\\\", "\\u005c", ",", ":", "é", "x", "\\\",\\\"EventType\\\":\\\"OrderPlaced"];

    [Fact]
    public void WhateverComesFirst_TheEventIsFound()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked)
            ? asked
            : UsualCount;
        Random random = new(20261122);
        StringBuilder json = new();
        for (int i = 0; i < count; i++)
        {
            json.Clear().Append(' ', random.Next(40)).Append("{\"x\":");
            AppendValue(json, random, 0);
            json.Append(",\"EventType\":\"OrderClosed\",\"Reason\":\"r\"}");
            string text = json.ToString();
            Assert.True(OrderEvent.Parse(text) is OrderClosedEvent { Reason: "r" }, text);
        }
    }

    private static void AppendValue(StringBuilder json, Random random, int depth)
    {
        bool isLeaf = depth > 40 || random.Next(5) < 3;
        switch (isLeaf ? random.Next(2) : random.Next(2, 4))
        {
            case 0:
                json.Append(random.Next());
                break;
            case 1:
                AppendText(json, random);
                break;
            case 2:
                json.Append('[');
                for (int n = random.Next(3); n >= 0; n--)
                {
                    AppendValue(json, random, depth + 1);
                    json.Append(n > 0 ? "," : "");
                }

                json.Append(']');
                break;
            default:
                json.Append('{');
                for (int n = random.Next(3); n >= 0; n--)
                {
                    json.Append(CultureInfo.InvariantCulture, $"\"EventType\": \"OrderPlaced\", \"{n}");
                    json.Append("\":");
                    AppendValue(json, random, depth + 1);
                    json.Append(n > 0 ? "," : "");
                }

                json.Append('}');
                break;
        }
    }

    private static void AppendText(StringBuilder json, Random random)
    {
        json.Append('"').Append('x', random.Next(8));
        for (int n = random.Next(12); n > 0; n--)
        {
            json.Append(s_pieces[random.Next(s_pieces.Length)]);
        }

        json.Append('"');
    }
}
