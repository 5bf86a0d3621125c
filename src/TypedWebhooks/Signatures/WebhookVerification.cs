using System;

namespace TypedWebhooks;

/// <summary>What verifying a delivery has found.</summary>
/// <param name="Refusal">Why it is refused; <see cref="WebhookRefusal.None"/> where it is the provider's.</param>
/// <param name="Id">The identifier that the signature covers; <see langword="null"/> where none is signed.</param>
/// <param name="Timestamp">The time that the signature covers; <see langword="null"/> where none is signed.</param>
/// <param name="SecretIndex">Which of the secrets has signed, from 0, so that one sees when an old one is not used any more; -1 where none has.</param>
public readonly record struct WebhookVerification(
    WebhookRefusal Refusal,
    string? Id = null,
    DateTimeOffset? Timestamp = null,
    int SecretIndex = -1)
{
    /// <summary>Whether the delivery is the provider's.</summary>
    public bool IsValid => Refusal == WebhookRefusal.None;

    /// <summary>
    /// The beginning of the body's MAC with the first of the secrets, whichever has signed; null where more than the body is in it. It tells bodies
    /// from each other as a hash does, and has been computed anyway.
    /// </summary>
    internal UInt128? BodyMac { get; init; }
}

/// <summary>Why a delivery is refused.</summary>
public enum WebhookRefusal
{
    /// <summary>It is not refused.</summary>
    None,

    /// <summary>A header or a member that holds the signature, or a part of what is signed, is not there.</summary>
    Missing,

    /// <summary>Such a header is there more than once.</summary>
    Repeated,

    /// <summary>It is not in the form that the scheme has.</summary>
    Malformed,

    /// <summary>No secret gives this signature for this delivery.</summary>
    Mismatch,

    /// <summary>It was signed too long ago.</summary>
    TooOld,

    /// <summary>It was signed in the future.</summary>
    TooNew,

    /// <summary>There is no secret to verify with.</summary>
    NoSecret,
}
