using System;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TypedWebhooks;

/// <summary>HMACs over bytes that lie together, without an object for each.</summary>
internal static class KeyedHash
{
    /// <summary>As long as the longest.</summary>
    public const int MaxSize = HMACSHA512.HashSizeInBytes;

    public static int SizeOf(WebhookHash hash) => hash switch
    {
        WebhookHash.Sha512 => HMACSHA512.HashSizeInBytes,
        WebhookHash.Sha1 => HMACSHA1.HashSizeInBytes,
        _ => HMACSHA256.HashSizeInBytes,
    };

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The provider has chosen it, and in an HMAC it is not known to be broken.")]
    public static void Compute(WebhookHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, Span<byte> destination)
    {
        switch (hash)
        {
            case WebhookHash.Sha512:
                HMACSHA512.HashData(key, content, destination);
                break;
            case WebhookHash.Sha1:
                HMACSHA1.HashData(key, content, destination);
                break;
            default:
                HMACSHA256.HashData(key, content, destination);
                break;
        }
    }
}
