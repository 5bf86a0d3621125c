using System;

namespace TypedWebhooks.AspNetCore;

/// <summary>Which types of content a provider's endpoint takes. What does not say its type is read as what the provider sends.</summary>
internal static class ContentTypes
{
    /// <summary>Whether it is worth verifying. A form may be one of the questions that are answered before anything else.</summary>
    public static bool MayBeRead(string? contentType, WebhookProvider provider, bool hasCloudEventHeaders)
    {
        ReadOnlySpan<char> type = MediaType(contentType);
        return type.IsEmpty || IsForm(type) || hasCloudEventHeaders || IsJson(type) || (provider.BodyKind == WebhookBodyKind.JsonLines && IsJsonLines(type));
    }

    /// <summary>Whether it is what the provider's events come in.</summary>
    public static bool IsOfEvents(string? contentType, WebhookProvider provider, bool hasCloudEventHeaders) =>
        hasCloudEventHeaders || provider.BodyKind is WebhookBodyKind.Form or WebhookBodyKind.Multipart || !IsForm(MediaType(contentType));

    private static bool IsForm(ReadOnlySpan<char> type) =>
        type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) || type.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(ReadOnlySpan<char> type) =>
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
        || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static bool IsJsonLines(ReadOnlySpan<char> type) =>
        type.Equals("application/x-ndjson", StringComparison.OrdinalIgnoreCase)
        || type.Equals("application/jsonl", StringComparison.OrdinalIgnoreCase)
        || type.Equals("application/x-jsonlines", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> MediaType(string? contentType)
    {
        ReadOnlySpan<char> type = contentType;
        int end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim();
    }
}
