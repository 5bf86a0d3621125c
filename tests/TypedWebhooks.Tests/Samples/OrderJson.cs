using System;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TypedWebhooks.Tests.Samples;

/// <summary>Bodies of order events, and what tests do with them.</summary>
internal static class OrderJson
{
    /// <summary>Every member, each in a form that its type can say.</summary>
    public const string Full = """
        {
          "EventType": "OrderPlaced",
          "Id": "6f9619ff-8b86-d011-b42d-00c04fc964ff",
          "PlacedAt": "2024-11-15T08:30:00.120Z",
          "Status": "in progress",
          "Total": 12.50,
          "Ratio": 0.1,
          "Count": 42,
          "Sequence": 9007199254740993,
          "Mask": 18446744073709551615,
          "Note": "caf\u00e9 \ud83d\ude00 \"quoted\"",
          "Tags": ["a", "b"],
          "Weights": {"x": 1.5, "y z": 2},
          "Due": "2024-12-24",
          "At": "08:30:00.5",
          "Customer": {"Name": "Ada", "mail address": "ada@example.org", "LastStatus": "done"},
          "Lines": [{"Sku": "s-1", "Quantity": 1, "ShippedAt": "2024-11-15T08:30:00+02:00"}, {"Sku": "s-2", "Quantity": 2}],
          "History": ["open", "done"],
          "Updates": ["2024-11-15T08:30:00Z"],
          "Blob": {"deep": [1, {"a": null}]},
          "Paid": true,
          "Unknown": {"kept": [1.0, 2e3]}
        }
        """;

    /// <summary>The required members, and after them what a test adds.</summary>
    public static string With(string members) => $$"""
        {"EventType":"OrderPlaced","Id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","PlacedAt":"2024-11-15T08:30:00Z","Status":"open"{{(members.Length == 0 ? "" : "," + members)}}}
        """;

    /// <summary>An object with the required members, of which one is replaced.</summary>
    public static string Replacing(string name, string value)
    {
        JsonObject json = JsonNode.Parse(With(""))!.AsObject();
        StringBuilder text = new("{");
        foreach ((string member, JsonNode? node) in json)
        {
            text.Append(text.Length > 1 ? "," : "").Append($"\"{member}\":{(member == name ? value : node!.ToJsonString())}");
        }

        return text.Append('}').ToString();
    }

    public static OrderPlacedEvent ParsePlaced(string json) => Assert.IsType<OrderPlacedEvent>(OrderEvent.Parse(json));

    public static UnrecognizedOrderEvent ParseMismatch(string json)
    {
        UnrecognizedOrderEvent e = Assert.IsType<UnrecognizedOrderEvent>(OrderEvent.Parse(json));
        Assert.Equal(UnrecognizedReason.SchemaMismatch, e.Reason);
        return e;
    }

    public static string Write(OrderEvent e)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            OrderEventJsonConverter.Write(writer, e);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void AssertJsonEqual(string expected, string actual)
    {
        // A body may begin with a byte order mark, which JsonDocument takes for a part of it.
        using JsonDocument left = JsonDocument.Parse(expected.TrimStart('\uFEFF'));
        using JsonDocument right = JsonDocument.Parse(actual);
        Assert.True(new EquatableJson(left.RootElement).Equals(right.RootElement), $"expected: {expected}\nactual:   {actual}");
    }

    /// <summary>The text of a member in a written event, as it stands there.</summary>
    public static string RawMember(string json, string name)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty(name).GetRawText();
    }
}
