using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// Writes a JSON value in the one form that all equal values share: members sorted, numbers normalised, strings
/// decoded. Two values are equal when these texts are. It works on the raw text, because <see cref="JsonElement"/>
/// throws on strings and names that hold half a surrogate pair.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>An element may come from a reader that allowed all of this, and its raw text then contains it.</summary>
    private static readonly JsonReaderOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = int.MaxValue,
    };

    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        if (left.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False)
        {
            return true;
        }

        string leftText = left.GetRawText();
        string rightText = right.GetRawText();
        return string.Equals(leftText, rightText, StringComparison.Ordinal)
            || string.Equals(Of(leftText), Of(rightText), StringComparison.Ordinal);
    }

    public static int GetHashCode(JsonElement element) => element.ValueKind == JsonValueKind.Undefined
        ? 0
        : string.GetHashCode(Of(element.GetRawText()), StringComparison.Ordinal);

    private static string Of(string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json), s_lenient);
        reader.Read();
        StringBuilder text = new();
        Append(text, ref reader);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ref Utf8JsonReader reader)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                AppendObject(text, ref reader);
                break;
            case JsonTokenType.StartArray:
                text.Append('[');
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Append(text, ref reader);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonTokenType.String:
                AppendString(text, JsonText.ToUtf16(reader.ValueSpan, reader.ValueIsEscaped));
                break;
            case JsonTokenType.Number:
                AppendNumber(text, reader.ValueSpan);
                break;
            default:
                text.Append(Encoding.ASCII.GetString(reader.ValueSpan));
                break;
        }
    }

    private static void AppendObject(StringBuilder text, ref Utf8JsonReader reader)
    {
        List<KeyValuePair<string, string>> members = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = JsonText.ToUtf16(reader.ValueSpan, reader.ValueIsEscaped);
            reader.Read();
            StringBuilder value = new();
            Append(value, ref reader);
            members.Add(new(name, value.ToString()));
        }

        // A member that occurs twice has no order of its own, so its values are sorted as well.
        members.Sort(static (left, right) =>
            string.CompareOrdinal(left.Key, right.Key) is var order and not 0
                ? order
                : string.CompareOrdinal(left.Value, right.Value));

        text.Append('{');
        foreach (KeyValuePair<string, string> member in members)
        {
            AppendString(text, member.Key);
            text.Append(':').Append(member.Value).Append(',');
        }

        text.Append('}');
    }

    private static void AppendString(StringBuilder text, string value) => text
        .Append('"')
        .Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
        .Append('"');

    private static void AppendNumber(StringBuilder text, ReadOnlySpan<byte> number)
    {
        byte[] digits = ArrayPool<byte>.Shared.Rent(number.Length);
        if (JsonNumber.TryNormalize(number, digits, out JsonNumber normal))
        {
            text.Append(normal.IsNegative ? "-" : "")
                .Append(Encoding.ASCII.GetString(digits, 0, normal.DigitCount))
                .Append('e')
                .Append(normal.Exponent.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            text.Append(Encoding.ASCII.GetString(number));
        }

        ArrayPool<byte>.Shared.Return(digits);
    }
}
