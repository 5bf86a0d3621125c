using System;
using System.Net.Http;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>Signs as the senders do: by Standard Webhooks, whose identifier is the event's, so that it is the same when it is sent again.</summary>
internal static class Signature
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly WebhookSecrets s_secrets = WebhookScheme.StandardWebhooks.ReadSecrets([Secret]);

    public static HttpRequestMessage Sign(Uri address, string id, byte[] body)
    {
        HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach ((string name, string value) in WebhookScheme.StandardWebhooks.Sign(body, s_secrets, DateTimeOffset.UtcNow, id).Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
