using System.Globalization;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace TypedWebhooks.AspNetCore;

/// <summary>What a delivery is answered with, and what is said of it in metrics.</summary>
/// <param name="Status">The status.</param>
/// <param name="Outcome">The outcome's name.</param>
/// <param name="Reply">The answer of a success.</param>
/// <param name="RetryAfter">In how many seconds the provider is to come again; 0 where that is not said.</param>
internal readonly record struct WebhookAnswer(int Status, string Outcome, WebhookReply? Reply = null, int RetryAfter = 0)
{
    /// <summary>Nobody hears it but a proxy, and whoever reads logs: to neither it must be a success.</summary>
    public static readonly WebhookAnswer SenderGone = new(StatusCodes.Status503ServiceUnavailable, "sender_gone", RetryAfter: 5);
    public static readonly WebhookAnswer Gone = new(StatusCodes.Status410Gone, "gone");
    public static readonly WebhookAnswer Stopping = new(StatusCodes.Status503ServiceUnavailable, "stopping", RetryAfter: 5);
    public static readonly WebhookAnswer UnknownAccount = new(StatusCodes.Status404NotFound, "unknown_account");
    public static readonly WebhookAnswer BadSignature = new(StatusCodes.Status401Unauthorized, "bad_signature");
    public static readonly WebhookAnswer BadBody = new(StatusCodes.Status400BadRequest, "bad_body");
    public static readonly WebhookAnswer BadEventName = new(StatusCodes.Status400BadRequest, "bad_event_name");
    public static readonly WebhookAnswer BadContentType = new(StatusCodes.Status415UnsupportedMediaType, "bad_content_type");
    public static readonly WebhookAnswer SecretsDown = new(StatusCodes.Status503ServiceUnavailable, "secrets_down", RetryAfter: 30);
    public static readonly WebhookAnswer LedgerDown = new(StatusCodes.Status503ServiceUnavailable, "ledger_down", RetryAfter: 30);
    public static readonly WebhookAnswer SinkDown = new(StatusCodes.Status503ServiceUnavailable, "sink_down", RetryAfter: 30);
    public static readonly WebhookAnswer InProgress = new(StatusCodes.Status503ServiceUnavailable, "in_progress", RetryAfter: 5);
    public static readonly WebhookAnswer TimedOut = new(StatusCodes.Status503ServiceUnavailable, "timed_out", RetryAfter: 30);
    public static readonly WebhookAnswer HandlerFailed = new(StatusCodes.Status500InternalServerError, "handler_failed");
    public static readonly WebhookAnswer Unrecognized = new(StatusCodes.Status422UnprocessableEntity, "unrecognized");

    public static WebhookAnswer Handled(WebhookReply reply) => new(reply.StatusCode, "handled", reply);

    public static WebhookAnswer Duplicate(WebhookReply reply) => new(reply.StatusCode, "duplicate", reply);

    public static WebhookAnswer Stored(WebhookReply reply) => new(reply.StatusCode, "stored", reply);

    public static WebhookAnswer Handshake(WebhookReply reply) => new(reply.StatusCode, "handshake", reply);

    /// <summary>A body that was not read to its end, with the status that the reading gave.</summary>
    public static WebhookAnswer Unread(int status) => status == 0 ? SenderGone : new(status, status == StatusCodes.Status413PayloadTooLarge ? "too_large" : "bad_request");

    /// <summary>Whether the delivery was taken.</summary>
    public bool IsSuccess => Reply is not null;

    /// <remarks>
    /// The status is set whoever seems to be gone: left alone it is 200, and a sender that is still there, because only a timeout of the
    /// application has fired, would take it for success.
    /// </remarks>
    public async Task WriteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.StatusCode = Status;
        if (RetryAfter > 0)
        {
            response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        }

        if (Reply is { Body.Length: > 0 } reply && !context.RequestAborted.IsCancellationRequested)
        {
            response.ContentType = reply.ContentType;
            response.ContentLength = reply.Body.Length;
            await response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
