using System;

namespace TypedWebhooks.Generators.Schemas.Documents;

/// <summary>What a media type says of a body, by its name without parameters (RFC 9110, clause 8.3.1).</summary>
internal static class MediaTypeName
{
    public static string Of(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    public static bool IsJson(string name) =>
        name is "application/json" or "text/json" or "*/*" or "application/*" || name.EndsWith("+json", StringComparison.Ordinal) || IsLines(name);

    /// <summary>The names under which a JSON value a line is sent; none of them is registered.</summary>
    public static bool IsLines(string name) => name is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines";

    /// <summary>The kind of form, as an event map names it; null where it is none.</summary>
    public static string? FormOf(string name) => name switch
    {
        "multipart/form-data" => "multipart",
        "application/x-www-form-urlencoded" => "form",
        _ => null,
    };
}
