using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>By what a delivery is known when the provider sends it again.</summary>
/// <remarks>
/// Only what is signed is fit for it: who has caught one delivery could send it again under another unsigned identifier. Where nothing is known
/// that two deliveries of one event have in common and those of two events have not, <see cref="None"/> is the one that loses nothing.
/// </remarks>
public sealed class WebhookDuplicateKey
{
    private const int MaxLength = 200;
    private readonly string[][] _members;

    private WebhookDuplicateKey(string description, bool usesBodyHash, string[][] members, bool isOfEvent = false)
    {
        Description = description;
        UsesBodyHash = usesBodyHash;
        IsOfEvent = isOfEvent;
        _members = members;
    }

    /// <summary>
    /// Nothing: each delivery is handled, also one that comes again. For a provider whose bodies may be equal for two events, because they have
    /// neither time nor identifier.
    /// </summary>
    public static WebhookDuplicateKey None { get; } = new("none", usesBodyHash: false, []);

    /// <summary>
    /// A hash of the body or, where that is a form, of the JSON in it: what else is in a form may differ each time. It is the SHA-256 or, where the
    /// body alone is signed, the signature.
    /// </summary>
    public static WebhookDuplicateKey BodyHash { get; } = new("body hash", usesBodyHash: true, []);

    /// <summary>The identifier that the signature covers, such as the <c>webhook-id</c> of Standard Webhooks; the hash of the body where there is none.</summary>
    public static WebhookDuplicateKey SignedId { get; } = new("signed id", usesBodyHash: true, []);

    /// <summary>Members of the body, of which at least one is there; the hash of the body where none is.</summary>
    /// <param name="pointers">JSON pointers (RFC 6901) into the body, such as <c>/id</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">There is no pointer, or one does not begin with a slash.</exception>
    public static WebhookDuplicateKey Members(params string[] pointers) => new(string.Join(' ', pointers), usesBodyHash: true, Split(pointers));

    /// <summary>Members of each event of a batch, such as <c>/webhookEventId</c>; where an event has none, the body's hash and the event's position.</summary>
    /// <param name="pointers">JSON pointers (RFC 6901) into an event.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">There is no pointer, or one does not begin with a slash.</exception>
    public static WebhookDuplicateKey EventMembers(params string[] pointers) => new("event " + string.Join(' ', pointers), usesBodyHash: true, Split(pointers), isOfEvent: true);

    /// <summary>What it is, for a log.</summary>
    public string Description { get; }

    /// <summary>Whether it is that of each event of a batch, and not that of the delivery.</summary>
    public bool IsOfEvent { get; }

    /// <summary>Whether it may fall back on the body's hash.</summary>
    internal bool UsesBodyHash { get; }

    /// <inheritdoc/>
    public override string ToString() => Description;

    /// <summary>Finds the identifier of a delivery.</summary>
    /// <param name="body">The body.</param>
    /// <param name="json">The JSON: the body or, where that is a form, the field of it.</param>
    /// <param name="verification">
    /// What verifying has found. Where a scheme signs the body and nothing else, its signature is in place of the hash; it is that of the first secret,
    /// so that a delivery which comes again after that has changed is not known.
    /// </param>
    /// <returns>The identifier; <see langword="null"/> for <see cref="None"/>.</returns>
    public string? Find(ReadOnlySpan<byte> body, ReadOnlySpan<byte> json, WebhookVerification verification)
    {
        if (ReferenceEquals(this, SignedId) && !string.IsNullOrEmpty(verification.Id))
        {
            return Fit(verification.Id);
        }

        return (IsOfEvent ? null : FindMembers(json))
            ?? (!UsesBodyHash ? null
                : verification.BodyMac is { } mac && body.Length == json.Length ? string.Create(CultureInfo.InvariantCulture, $"{mac:X32}")
                : HashOf(json));
    }

    /// <summary>Finds the identifier of one event of a batch.</summary>
    /// <param name="json">The event's JSON.</param>
    /// <returns>The identifier; <see langword="null"/> where the event has none of its own.</returns>
    public string? FindOfEvent(ReadOnlySpan<byte> json) => IsOfEvent ? FindMembers(json) : null;

    /// <summary>The SHA-256 of a body, in hexadecimal digits.</summary>
    internal static string HashOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Convert.ToHexString(hash);
    }

    private string? FindMembers(ReadOnlySpan<byte> json)
    {
        if (_members.Length == 0)
        {
            return null;
        }

        StringBuilder? several = null;
        string? single = null;
        bool any = false;
        foreach (string[] path in _members)
        {
            string? value = JsonMember.FindText(json, path);
            any |= value is not null;
            if (_members.Length == 1)
            {
                single = value;
            }
            else
            {
                // Lengths, so that no two lists of values give one text.
                (several ??= new()).Append(value?.Length ?? -1).Append(':').Append(value);
            }
        }

        return any ? Fit(single ?? several?.ToString() ?? "") : null;
    }

    /// <summary>A stranger's text may be of any length, and of any characters; a key of a table, and a word of a log, may not.</summary>
    private static string? Fit(string id) =>
        id.Length == 0 ? null : id.Length <= MaxLength && !id.Any(char.IsControl) ? id : HashOf(Encoding.UTF8.GetBytes(id));

    private static string[][] Split(string[] pointers)
    {
        ArgumentNullException.ThrowIfNull(pointers);
        if (pointers.Length == 0)
        {
            throw new ArgumentException("There is no pointer.", nameof(pointers));
        }

        return [.. pointers.Select(static pointer => pointer is ['/', ..]
            ? pointer[1..].Split('/').Select(static name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray()
            : throw new ArgumentException($"The pointer '{pointer}' does not begin with a slash.", nameof(pointers)))];
    }
}
