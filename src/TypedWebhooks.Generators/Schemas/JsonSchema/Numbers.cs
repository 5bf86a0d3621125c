using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Which type of C# takes the numbers that a schema lets through.</summary>
internal static class Numbers
{
    /// <summary>The types of numbers, beginning with the one that says most of a value. Of a plain integer <c>long</c> is only the default.</summary>
    private static readonly ScalarKind[] s_byMeaning =
    [
        ScalarKind.Int32, ScalarKind.Int64OrString, ScalarKind.UInt64OrString, ScalarKind.UInt64, ScalarKind.Decimal, ScalarKind.Int64, ScalarKind.Double,
    ];

    public static bool Is(ScalarKind kind) => Array.IndexOf(s_byMeaning, kind) >= 0;

    /// <summary>Whether a kind is a point in time that is written as a number.</summary>
    public static bool IsDate(ScalarKind kind) => kind is ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds;

    public static bool MayBeText(ScalarKind kind) => kind is ScalarKind.Int64OrString or ScalarKind.UInt64OrString;

    /// <summary>The type of an integer: by its format or, where that says nothing, by its bounds. Where these do not matter either it is <c>long</c>.</summary>
    public static ScalarKind KindOf(JsonObject integer) => ShapeReader.Text(integer, "format") switch
    {
        "int64" => ScalarKind.Int64OrString,
        "uint64" => ScalarKind.UInt64OrString,
        "int8" or "uint8" or "int16" or "uint16" or "int32" => ScalarKind.Int32,
        _ => KindBetween(Lower(integer), Upper(integer)),
    };

    /// <summary>The type that takes each of some constants.</summary>
    public static ScalarKind KindOf(IReadOnlyList<JsonNumber> constants)
    {
        if (constants.All(static constant => constant.TryGetInt64(out _)))
        {
            return ScalarKind.Int64;
        }

        List<decimal> values = [.. constants.Select(Clamp)];
        return values.TrueForAll(static value => value == decimal.Truncate(value)) ? KindBetween(values.Min(), values.Max()) : ScalarKind.Double;
    }

    /// <summary>The type of what is both; the kinds are two of numbers.</summary>
    public static ScalarKind Both(ScalarKind left, ScalarKind right) =>
        Array.IndexOf(s_byMeaning, left) <= Array.IndexOf(s_byMeaning, right) ? left : right;

    /// <summary>The type of what is either; null where there is none, since only one of the two may come as a text.</summary>
    public static ScalarKind? Either(ScalarKind left, ScalarKind right) => (left, right) switch
    {
        _ when left == right => left,
        (ScalarKind.Int64OrString, ScalarKind.Int32 or ScalarKind.Int64) or (ScalarKind.UInt64OrString, ScalarKind.UInt64) => left,
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Int64OrString) or (ScalarKind.UInt64, ScalarKind.UInt64OrString) => right,
        _ when MayBeText(left) || MayBeText(right) => null,
        (ScalarKind.Double, _) or (_, ScalarKind.Double) => ScalarKind.Double,
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Int32 or ScalarKind.Int64) => ScalarKind.Int64,
        _ => ScalarKind.Decimal,
    };

    private static ScalarKind KindBetween(decimal? lower, decimal? upper)
    {
        if (lower >= int.MinValue && upper <= int.MaxValue)
        {
            return ScalarKind.Int32;
        }

        if (!(lower < long.MinValue || lower > long.MaxValue || upper < long.MinValue || upper > long.MaxValue))
        {
            return ScalarKind.Int64;
        }

        // No type of integers is larger than these; a double keeps the digits that it cannot hold as the original value.
        return lower >= 0 && upper <= ulong.MaxValue ? ScalarKind.UInt64
            : lower <= decimal.MinValue || upper >= decimal.MaxValue ? ScalarKind.Double
            : ScalarKind.Decimal;
    }

    private static decimal? Lower(JsonObject schema)
    {
        decimal? least = Bound(schema, "minimum") is not { } minimum ? null : IsExclusive(schema, "exclusiveMinimum") ? Next(minimum) : Up(minimum);
        return Bound(schema, "exclusiveMinimum") is { } excluded && !(least > Next(excluded)) ? Next(excluded) : least;
    }

    private static decimal? Upper(JsonObject schema)
    {
        decimal? most = Bound(schema, "maximum") is not { } maximum ? null : IsExclusive(schema, "exclusiveMaximum") ? -Next(-maximum) : -Up(-maximum);
        return Bound(schema, "exclusiveMaximum") is { } excluded && !(most < -Next(-excluded)) ? -Next(-excluded) : most;
    }

    private static decimal Up(decimal value) => decimal.Ceiling(value);

    /// <summary>The least integer above a value.</summary>
    private static decimal Next(decimal value) => value >= decimal.MaxValue ? value : decimal.Floor(value) + 1;

    /// <summary>Up to draft-04 a bound is exclusive by a flag beside it.</summary>
    private static bool IsExclusive(JsonObject schema, string keyword) => schema.TryGet(keyword, out JsonNode? flag) && flag is JsonBoolean { Value: true };

    private static decimal? Bound(JsonObject schema, string keyword) =>
        schema.TryGet(keyword, out JsonNode? value) && value is JsonNumber number ? Clamp(number) : null;

    /// <summary>The number or, of what is beyond all decimals, the last one on its side.</summary>
    private static decimal Clamp(JsonNumber number) =>
        number.TryGetDecimal(out decimal value) ? value : number.RawText[0] == '-' ? decimal.MinValue : decimal.MaxValue;
}
