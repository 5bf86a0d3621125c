using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>Signs by the letter of each provider's documentation, with whatever texts it is given: also such as no provider sends.</summary>
internal static class RawSigner
{
    private static readonly UTF8Encoding s_utf8 = new(false);

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Some providers have nothing better.")]
    public static KeyValuePair<string, string>[] Sign(SchemeSample sample, string time, string id = "msg_1", byte[]? body = null)
    {
        byte[] bytes = body ?? sample.Body;
        byte[] key = sample.Scheme.Name switch
        {
            "StandardWebhooks" => Convert.FromBase64String(sample.Secret[6..]),
            "Sha1" => Convert.FromBase64String(sample.Secret),
            "AdyenPlatform" => Convert.FromHexString(sample.Secret),
            _ => s_utf8.GetBytes(sample.Secret),
        };
        string Hex(string before) => Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. s_utf8.GetBytes(before), .. bytes]));
        string Base64(string before, string after = "") => Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. s_utf8.GetBytes(before), .. bytes, .. s_utf8.GetBytes(after)]));
        (string, string)[] headers = sample.Scheme.Name switch
        {
            "StandardWebhooks" => [("webhook-id", id), ("webhook-timestamp", time), ("webhook-signature", "v1," + Base64($"{id}.{time}."))],
            "Stripe" => [("Stripe-Signature", $"t={time},v1={Hex(time + ".")}")],
            "GitHub" => [("X-Hub-Signature-256", "sha256=" + Hex(""))],
            "Slack" => [("X-Slack-Request-Timestamp", time), ("X-Slack-Signature", "v0=" + Hex($"v0:{time}:"))],
            "Shopify" => [("X-Shopify-Hmac-Sha256", Base64(""))],
            "DocuSign" => [("X-DocuSign-Signature-1", Base64(""))],
            "Xero" => [("x-xero-signature", Base64(""))],
            "Line" => [("x-line-signature", Base64(""))],
            "Box" => [("box-delivery-timestamp", time), ("box-signature-primary", Base64("", time)), ("box-signature-version", "1"), ("box-signature-algorithm", "HmacSHA256")],
            "Square" => [("x-square-hmacsha256-signature", Base64(SchemeSample.Url))],
            "Zoom" => [("x-zm-request-timestamp", time), ("x-zm-signature", "v0=" + Hex($"v0:{time}:"))],
            "AdyenPlatform" => [("hmacsignature", Base64(""))],
            "Milliseconds" => [("X-Time", time), ("X-Id", id), ("X-Signature", Convert.ToBase64String(HMACSHA512.HashData(key, (byte[])[.. s_utf8.GetBytes($"{SchemeSample.Url}\n{id}\n{time}\n"), .. bytes, (byte)'\n'])))],
            "Sha1" => [("X-Signature", "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(key, bytes)))],
            _ => throw new ArgumentException(sample.Scheme.Name),
        };
        return [.. headers.Select(static header => KeyValuePair.Create(header.Item1, header.Item2))];
    }

    /// <summary>A time as the scheme's provider writes it.</summary>
    public static string Time(SchemeSample sample, DateTimeOffset time) => sample.Scheme.Name switch
    {
        "Box" => time.ToString("yyyy-MM-ddTHH:mm:sszzz"),
        "Milliseconds" => time.ToUnixTimeMilliseconds().ToString(),
        _ => time.ToUnixTimeSeconds().ToString(),
    };
}
