using System;
using System.Net.Http;
using System.Security.Cryptography;

namespace TypedWebhooks.PostgreSql.Kill;

internal static class Signature
{
    public const string Header = "X-Signature";

    public static HttpRequestMessage Sign(Uri address, byte[] body)
    {
        HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(Header, Of(body));
        return request;
    }

    public static string Of(byte[] body) => Convert.ToHexString(HMACSHA256.HashData("It's a secret"u8, body));
}
