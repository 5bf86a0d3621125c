using System;
using System.Text;

namespace TypedWebhooks.AspNetCore;

/// <summary>The answer to a delivery.</summary>
public sealed class WebhookReply
{
    private WebhookReply(int statusCode, string? contentType, ReadOnlyMemory<byte> body)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Body = body;
    }

    /// <summary>200 without a body, which is what most providers want.</summary>
    public static WebhookReply Ok { get; } = new(200, null, default);

    /// <summary>The status.</summary>
    public int StatusCode { get; }

    /// <summary>The content type; <see langword="null"/> where there is no body.</summary>
    public string? ContentType { get; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>200 with a text, <c>text/plain</c>.</summary>
    /// <param name="text">The text, without anything added.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static WebhookReply Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(200, "text/plain", Encoding.UTF8.GetBytes(text));
    }

    /// <summary>200 with JSON, <c>application/json</c>.</summary>
    /// <param name="utf8Json">The JSON, which is sent as it is.</param>
    /// <returns>The answer.</returns>
    public static WebhookReply Json(ReadOnlyMemory<byte> utf8Json) => new(200, "application/json", utf8Json);

    /// <summary>Another status of success, without a body.</summary>
    /// <param name="statusCode">200 to 299.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is none of success, so that the provider would send the delivery again.</exception>
    public static WebhookReply Status(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 299);
        return new(statusCode, null, default);
    }

    internal static WebhookReply Of(WebhookChallenge challenge) => new(200, challenge.ContentType.Length == 0 ? null : challenge.ContentType, challenge.Body);
}
