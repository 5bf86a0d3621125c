using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TypedWebhooks.Json;

namespace TypedWebhooks.Tests.Oracle;

/// <summary>
/// Reads values as <see cref="WebhookReader"/> did before it had a cursor of its own: with <see cref="Utf8JsonReader"/>.
/// What comes out is a text: <c>broken</c>, <c>misfit</c>, or the value, so that both readings can be compared.
/// </summary>
internal static class Utf8Oracle
{
    public const string Broken = "broken";
    public const string Misfit = "misfit";

    /// <summary>The kinds of values that are compared.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["skip", "json", "string", "boolean", "int32", "int64", "uint64", "double", "decimal", "guid", "date", "enum", "null", "list", "map"];

    /// <summary>What a whole JSON text is as a value of a kind.</summary>
    public static string Read(byte[] json, string kind)
    {
        if (!Utf8.IsValid(json))
        {
            return Broken;
        }

        ReadOnlySpan<byte> text = json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json;
        try
        {
            // First its verdict on the whole text, then the value.
            Utf8JsonReader whole = new(text);
            while (whole.Read())
            {
            }
        }
        catch (JsonException)
        {
            return Broken;
        }

        Utf8JsonReader reader = new(text);
        reader.Read();
        return kind switch
        {
            "list" => ReadList(ref reader),
            "map" => ReadMap(ref reader),
            _ => ReadValue(ref reader, kind),
        };
    }

    private static string ReadValue(ref Utf8JsonReader reader, string kind) => kind switch
    {
        "skip" => "skipped",
        "json" => JsonElement.ParseValue(ref reader).GetRawText(),
        "null" => reader.TokenType == JsonTokenType.Null ? "null" : Misfit,
        "boolean" => reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean().ToString() : Misfit,
        "string" => reader.TokenType == JsonTokenType.String ? Text(ref reader) ?? Misfit : Misfit,
        "enum" => reader.TokenType == JsonTokenType.String && Text(ref reader) is { } name ? (Array.IndexOf(Names, name) + 1).ToString(CultureInfo.InvariantCulture) : Misfit,
        "guid" => Guid(ref reader),
        "date" => Date(ref reader),
        _ => reader.TokenType == JsonTokenType.Number ? Number(ref reader, kind) : Misfit,
    };

    public static string[] Names { get; } = ["open", "in progress", "geschlossen", "x", "\u00e9t\u00e9"];

    /// <summary>A list of strings.</summary>
    private static string ReadList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Misfit;
        }

        List<string> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string item = ReadValue(ref reader, "string");
            if (reader.TokenType != JsonTokenType.String || item == Misfit)
            {
                return Misfit;
            }

            items.Add(item);
        }

        return string.Join('|', items);
    }

    /// <summary>A map of integers.</summary>
    private static string ReadMap(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Misfit;
        }

        Dictionary<string, string> items = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string? name = Text(ref reader);
            reader.Read();
            string value = name is null ? Misfit : ReadValue(ref reader, "int64");
            if (value == Misfit || !items.TryAdd(name!, value))
            {
                return Misfit;
            }
        }

        return string.Join('|', items.Select(static item => $"{item.Key}={item.Value}"));
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Guid(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && Text(ref reader) is { } text
        && System.Guid.TryParseExact(text, "D", out Guid value)
        && text.Length == 36
        && text.All(static c => char.IsAsciiHexDigit(c) || c == '-')
            ? value.ToString()
            : Misfit;

    private static string Date(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && Text(ref reader) is { } text
        && DateOracle.TryParse(text, out DateTimeOffset value)
            ? value.ToString("O", CultureInfo.InvariantCulture)
            : Misfit;

    private static string Number(ref Utf8JsonReader reader, string kind)
    {
        switch (kind)
        {
            case "double":
                return reader.TryGetDouble(out double number) && double.IsFinite(number)
                    ? BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture)
                    : Misfit;
            case "decimal":
                return reader.TryGetDecimal(out decimal amount) ? string.Join(',', decimal.GetBits(amount)) : Misfit;
        }

        // Whole numbers in any notation: by hand over the text, exactly.
        string text = Encoding.UTF8.GetString(reader.ValueSpan);
        if (!WholeNumber.TryParse(text, out BigInteger whole))
        {
            return Misfit;
        }

        BigInteger min = kind switch { "int32" => int.MinValue, "int64" => long.MinValue, _ => 0 };
        BigInteger max = kind switch { "int32" => int.MaxValue, "int64" => long.MaxValue, _ => ulong.MaxValue };
        return whole >= min && whole <= max ? whole.ToString(CultureInfo.InvariantCulture) : Misfit;
    }
}
