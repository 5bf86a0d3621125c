using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>What a <c>format</c> makes of a string or a number, with what is known of how the provider writes its values.</summary>
internal static class ValueFormats
{
    /// <summary>The type of a string.</summary>
    public static ScalarKind OfString(JsonObject schema, ValueForms forms) => ShapeReader.Text(schema, "format") switch
    {
        "uuid" or "guid" => ScalarKind.Guid,
        "date-time" => forms.Date,
        "date" => ScalarKind.DateOnly,
        "time" => ScalarKind.TimeOnly,
        "int64" when forms.NumbersAreText => ScalarKind.Int64Text,
        "uint64" when forms.NumbersAreText => ScalarKind.UInt64Text,
        { } format => UnixTime(format) ?? ScalarKind.String,
        null => ScalarKind.String,
    };

    /// <summary>The type of an integer.</summary>
    public static ScalarKind OfInteger(JsonObject schema, ValueForms forms) => Date(schema, forms) ?? Numbers.KindOf(schema) switch
    {
        ScalarKind.Int64 when forms.NumbersAreText => ScalarKind.Int64OrString,
        ScalarKind.UInt64 when forms.NumbersAreText => ScalarKind.UInt64OrString,
        var kind => kind,
    };

    /// <summary>The type of a number that may have a fraction.</summary>
    public static ScalarKind OfNumber(JsonObject schema, ValueForms forms) =>
        Date(schema, forms) ?? (ShapeReader.Text(schema, "format") == "decimal" ? ScalarKind.Decimal : ScalarKind.Double);

    /// <summary>A number that is a point in time; null where it is none.</summary>
    private static ScalarKind? Date(JsonObject schema, ValueForms forms) =>
        ShapeReader.Text(schema, "format") is not { } format ? null
        : format == "date-time" && forms.Dates != DateForm.Text ? forms.Date
        : UnixTime(format);

    /// <summary>The names under which the time since 1970 goes; OpenAPI's registry of formats has one of them.</summary>
    private static ScalarKind? UnixTime(string format) => format.Replace("-", "").Replace("_", "").ToLowerInvariant() switch
    {
        "unixtime" or "unixtimestamp" or "unixepoch" or "epoch" or "epochtime" or "unixseconds" or "epochseconds" or "epochsecond" or "unixtimeseconds" or "unixtimestampseconds" or "unixtimesec" => ScalarKind.UnixSeconds,
        "unixtimems" or "unixtimemillis" or "unixtimemilliseconds" or "unixtimestampms" or "unixtimestampmillis" or "unixtimestampmilliseconds"
            or "unixms" or "unixmillis" or "unixmilliseconds" or "epochms" or "epochmilli" or "epochmillis" or "epochmilliseconds" => ScalarKind.UnixMilliseconds,
        _ => null,
    };
}
