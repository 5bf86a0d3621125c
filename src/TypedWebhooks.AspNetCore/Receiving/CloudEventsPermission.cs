using System;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TypedWebhooks.AspNetCore;

/// <summary>Answers a CloudEvents sender that asks whether it may send (CloudEvents HTTP Webhook 1.0.2, clause 4).</summary>
internal static class CloudEventsPermission
{
    private const string RequestOrigin = "WebHook-Request-Origin";

    public static WebhookAnswer Answer(HttpContext context, WebhookOptions options)
    {
        StringValues origins = context.Request.Headers[RequestOrigin];
        if (origins.Count == 0)
        {
            return new(StatusCodes.Status405MethodNotAllowed, "bad_request");
        }

        string? origin = origins.Count == 1 ? origins[0] : null;
        string? allowed = options.AllowedOrigins.FirstOrDefault(allowed => allowed == "*" || string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase));
        if (origin is null || allowed is null)
        {
            return new(StatusCodes.Status403Forbidden, "forbidden");
        }

        context.Response.Headers["WebHook-Allowed-Origin"] = allowed;
        context.Response.Headers["WebHook-Allowed-Rate"] = "*";
        return WebhookAnswer.Handshake(WebhookReply.Ok);
    }
}
