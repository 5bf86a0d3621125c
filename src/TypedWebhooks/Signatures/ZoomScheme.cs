using System;
using System.Buffers;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>Zoom, which asks whether an address is the receiver's by a token that is to be signed.</summary>
internal sealed class ZoomScheme(WebhookHmacOptions options) : HmacScheme(options)
{
    private static readonly string[] s_event = ["event"];
    private static readonly string[] s_token = ["payload", "plainToken"];

    public override WebhookChallenge? FindChallenge(IWebhookHeaders headers, ReadOnlySpan<byte> body, WebhookSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(secrets);
        if (body.IndexOf("url_validation"u8) < 0
            || JsonMember.FindText(body, s_event) != "endpoint.url_validation"
            || JsonMember.FindText(body, s_token) is not { } token
            || FindSigner(headers, body, secrets) is not (>= 0 and var signer))
        {
            return null;
        }

        // With the secret of the question: while secrets are changed, Zoom knows the other one not yet, or not any more.
        byte[] hash = new byte[HMACSHA256.HashSizeInBytes];
        KeyedHash.Compute(WebhookHash.Sha256, secrets.Keys[signer], Encoding.UTF8.GetBytes(token), hash);
        ArrayBufferWriter<byte> answer = new();
        using (Utf8JsonWriter writer = new(answer))
        {
            writer.WriteStartObject();
            writer.WriteString("plainToken"u8, token);
            writer.WriteString("encryptedToken"u8, SignatureText.Encode(WebhookSignatureCoding.Hex, hash));
            writer.WriteEndObject();
        }

        return new("application/json", answer.WrittenMemory);
    }
}
