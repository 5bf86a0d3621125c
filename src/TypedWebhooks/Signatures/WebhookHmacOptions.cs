using System;

namespace TypedWebhooks;

/// <summary>What there is to say of a provider that signs with an HMAC in a header: enough for most that this library does not know.</summary>
/// <remarks>
/// For one whose documentation says "the hexadecimal HMAC-SHA256 of the time, a full stop and the body, in <c>X-Shop-Signature</c>":
/// <code>
/// WebhookScheme.Hmac(new()
/// {
///     Name = "Shop",
///     SignatureHeader = "X-Shop-Signature",
///     TimestampHeader = "X-Shop-Timestamp",
///     Template = "{timestamp}.{body}",
/// });
/// </code>
/// </remarks>
public sealed class WebhookHmacOptions
{
    /// <summary>What the scheme is called.</summary>
    public string Name { get; init; } = "Hmac";

    /// <summary>The header with the signature, or with the list of signatures.</summary>
    public required string SignatureHeader { get; init; }

    /// <summary>
    /// What is signed, with <c>{body}</c> and, where they are signed, <c>{timestamp}</c>, <c>{id}</c> and <c>{url}</c>; all else stands for itself.
    /// </summary>
    public string Template { get; init; } = "{body}";

    /// <summary>How the signature is written.</summary>
    public WebhookSignatureCoding Coding { get; init; }

    /// <summary>What stands before a signature, such as <c>sha256=</c>; case counts.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// What stands between the signatures of a list; <see langword="null"/> where the header is one signature. Entries without
    /// <see cref="Prefix"/> are passed over, and one that matches is enough.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>The header with the time, where that has one of its own.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>What stands before the time in the list of signatures, such as Stripe's <c>t=</c>, where it is in there.</summary>
    public string? TimestampPrefix { get; init; }

    /// <summary>How the time is written.</summary>
    public WebhookTimestampForm TimestampForm { get; init; }

    /// <summary>The header with the delivery's identifier, where that is signed.</summary>
    public string? IdHeader { get; init; }

    /// <summary>With which hash.</summary>
    public WebhookHash Hash { get; init; }

    /// <summary>How the provider writes the key.</summary>
    public WebhookKeyForm KeyForm { get; init; }

    /// <summary>What may stand before the key without being of it, such as <c>whsec_</c> where the rest is Base64.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>How far the signed time may be from now; <see langword="null"/> for five minutes.</summary>
    public TimeSpan? Tolerance { get; init; }

    /// <summary>
    /// By what a delivery is known when it comes again; <see langword="null"/> for the signed identifier or, without one, for what is right for the
    /// provider's bodies (<see cref="WebhookScheme.DuplicateKey"/>).
    /// </summary>
    public WebhookDuplicateKey? DuplicateKey { get; init; }

    /// <summary>What the provider wants to read in the answer.</summary>
    public string? ReplyText { get; init; }

    /// <summary>How large bodies may be, in bytes.</summary>
    public long? MaxBodySize { get; init; }

    /// <summary>How long the provider goes on sending.</summary>
    public TimeSpan RetrySpan { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Other headers that may hold a signature as well; where there is a secret for each, each signs into its own.</summary>
    internal string[] OtherSignatureHeaders { get; init; } = [];

    /// <summary>The same scheme under other headers' names.</summary>
    internal HmacHeaders? Alternative { get; init; }

    /// <summary>Headers that have to have one value, because another would mean another scheme.</summary>
    internal (string Name, string Value)[] FixedHeaders { get; init; } = [];
}

/// <summary>How a signature is written.</summary>
public enum WebhookSignatureCoding
{
    /// <summary>In hexadecimal digits, of either case.</summary>
    Hex,

    /// <summary>In Base64 (RFC 4648, section 4), padded.</summary>
    Base64,
}

/// <summary>How a provider writes a key.</summary>
public enum WebhookKeyForm
{
    /// <summary>The key is the UTF-8 of the text.</summary>
    Text,

    /// <summary>The text is the Base64 of the key.</summary>
    Base64,

    /// <summary>The text is the key in hexadecimal digits.</summary>
    Hex,
}

/// <summary>How a signed time is written.</summary>
public enum WebhookTimestampForm
{
    /// <summary>In seconds since 1970, in digits and nothing else.</summary>
    UnixSeconds,

    /// <summary>In milliseconds since 1970, in digits and nothing else.</summary>
    UnixMilliseconds,

    /// <summary>As RFC 3339 has it, such as <c>2020-01-01T00:00:00-07:00</c>.</summary>
    Rfc3339,
}

/// <summary>The hash in an HMAC.</summary>
public enum WebhookHash
{
    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SHA-512.</summary>
    Sha512,

    /// <summary>SHA-1, for providers that have nothing better; in an HMAC it is not known to be broken.</summary>
    Sha1,
}
