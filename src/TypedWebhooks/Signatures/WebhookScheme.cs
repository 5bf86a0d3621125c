using System;
using System.Collections.Generic;

namespace TypedWebhooks;

/// <summary>
/// How a provider proves that a delivery is its own: which headers, which bytes are signed, with which key and coding. A scheme verifies, and
/// it signs, for tests and for whoever sends. It is immutable and has no secret of its own.
/// </summary>
/// <remarks>
/// Verification never throws for what a stranger sends, compares in fixed time, and reads the body as it came: bytes, before anything has
/// decoded them.
/// </remarks>
public abstract partial class WebhookScheme
{
    private protected WebhookScheme(string name) => Name = name;

    /// <summary>What it is called, also in the configuration, such as <c>GitHub</c>.</summary>
    public string Name { get; }

    /// <summary>What of a delivery its signature vouches for.</summary>
    public abstract WebhookCoverage Coverage { get; }

    /// <summary>
    /// By what a delivery is known when it comes again, unless the endpoint's options say otherwise; <see langword="null"/> where that is a matter of
    /// the provider's bodies: their hash, where each event says when it was (<see cref="WebhookProvider.EventsHaveTime"/>), else nothing.
    /// </summary>
    public virtual WebhookDuplicateKey? DuplicateKey => null;

    /// <summary>How far a delivery's time may be from now, into the past and into the future; <see langword="null"/> where no time is signed.</summary>
    public virtual TimeSpan? Tolerance => null;

    /// <summary>Whether it verifies with secrets. Only the scheme None does not.</summary>
    public virtual bool NeedsSecrets => true;

    /// <summary>Whether the address that the provider sends to is signed, so that one has to know it as the provider has it.</summary>
    public virtual bool NeedsAddress => false;

    /// <summary>What the provider wants to read in the answer to a delivery that was taken; <see langword="null"/> for nothing.</summary>
    public virtual string? ReplyText => null;

    /// <summary>How large the provider's bodies may be, in bytes, where that is more than the usual; <see langword="null"/> for the usual.</summary>
    public virtual long? MaxBodySize => null;

    /// <summary>How long the provider goes on sending a delivery that was not taken; a ledger remembers at least as long.</summary>
    public virtual TimeSpan RetrySpan => TimeSpan.FromDays(3);

    /// <summary>Reads secrets in the form in which the provider shows them.</summary>
    /// <param name="secrets">The secrets, of which any may have signed: the new one and the old one, while they are changed.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">A secret is empty or not in the scheme's form; the message says which by its position, and not what it is.</exception>
    public abstract WebhookSecrets ReadSecrets(IEnumerable<string> secrets);

    /// <summary>Verifies a delivery.</summary>
    /// <param name="headers">Its headers.</param>
    /// <param name="body">Its body, byte for byte. Where that is a form of which a field is signed, it is the whole form.</param>
    /// <param name="secrets">The keys, of this scheme's <see cref="ReadSecrets"/>.</param>
    /// <param name="now">The present time.</param>
    /// <param name="tolerance">How far the signed time may be from <paramref name="now"/>; <see langword="null"/> for <see cref="Tolerance"/>.</param>
    /// <param name="address">The address that the provider sends to, as it is registered there; only where <see cref="NeedsAddress"/>.</param>
    /// <returns>Whether it is the provider's and, if not, why. Why is for logs only: to a sender it would be help with forging.</returns>
    public abstract WebhookVerification Verify(
        IWebhookHeaders headers,
        ReadOnlySpan<byte> body,
        WebhookSecrets secrets,
        DateTimeOffset now,
        TimeSpan? tolerance = null,
        string? address = null);

    /// <summary>Signs a delivery as the provider would, for a test or a sender of one's own.</summary>
    /// <param name="body">The body.</param>
    /// <param name="secrets">The keys, of which the first signs (all of them, where a provider signs with each).</param>
    /// <param name="now">The time to sign.</param>
    /// <param name="id">The delivery's identifier; <see langword="null"/> for a new one, where the scheme has any.</param>
    /// <param name="address">The address that it is sent to; only where <see cref="NeedsAddress"/>.</param>
    /// <returns>The headers to add, and the body, which differs from the one given where the signature stands in it.</returns>
    public abstract SignedWebhook Sign(
        ReadOnlyMemory<byte> body,
        WebhookSecrets secrets,
        DateTimeOffset now,
        string? id = null,
        string? address = null);

    /// <summary>Finds in a verified delivery the provider's question whether this address is the receiver's, and the answer to it.</summary>
    /// <param name="headers">Its headers.</param>
    /// <param name="body">Its body.</param>
    /// <param name="secrets">The keys.</param>
    /// <returns>The answer; <see langword="null"/> where the delivery is no such question.</returns>
    public virtual WebhookChallenge? FindChallenge(IWebhookHeaders headers, ReadOnlySpan<byte> body, WebhookSecrets secrets) => null;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A delivery as it is signed.</summary>
/// <param name="Headers">The headers that the scheme adds.</param>
/// <param name="Body">The body.</param>
public sealed record SignedWebhook(IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);

/// <summary>The answer to a provider's question whether an address is the receiver's.</summary>
/// <param name="ContentType">The answer's content type.</param>
/// <param name="Body">The answer's body.</param>
public sealed record WebhookChallenge(string ContentType, ReadOnlyMemory<byte> Body);
