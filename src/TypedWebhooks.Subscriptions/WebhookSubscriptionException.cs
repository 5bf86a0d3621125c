using System;
using System.Net;

namespace TypedWebhooks.Subscriptions;

/// <summary>A provider refused a call of its subscription API, did not answer it, or answered with something that cannot be read.</summary>
/// <remarks>
/// Neither the message nor <see cref="Body"/> holds a credential of the call: where the provider repeats one, <c>***</c> stands in its place.
/// </remarks>
public sealed class WebhookSubscriptionException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public WebhookSubscriptionException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public WebhookSubscriptionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">Why it went wrong.</param>
    public WebhookSubscriptionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WebhookSubscriptionException(string message, HttpStatusCode? status, string? body, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = status;
        Body = body;
    }

    /// <summary>
    /// The status of the answer, <see langword="null"/> where there was none. Where the body of an answer names a status of its own that is no
    /// success, as QuicklySign's do, it is that one.
    /// </summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>The body of the answer, of which at most 8,192 characters are kept; <see langword="null"/> where there was no answer.</summary>
    public string? Body { get; }
}
