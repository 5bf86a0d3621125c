using System;
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Security.Cryptography;

namespace TypedWebhooks;

/// <summary>A user's name and password in the header <c>Authorization</c> (RFC 7617).</summary>
internal sealed class BasicScheme() : WebhookScheme("Basic")
{
    private const string Header = "Authorization";
    private const string Start = "Basic ";

    public override WebhookCoverage Coverage => WebhookCoverage.Sender;

    public override WebhookSecrets ReadSecrets(IEnumerable<string> secrets)
    {
        byte[][] keys = KeyReader.Read(secrets, WebhookKeyForm.Text, "");
        for (int i = 0; i < keys.Length; i++)
        {
            if (!keys[i].AsSpan().Contains((byte)':'))
            {
                throw new FormatException($"{KeyReader.Position(i)} is not a user's name, a colon and a password.");
            }
        }

        return new(keys);
    }

    public override WebhookVerification Verify(
        IWebhookHeaders headers,
        ReadOnlySpan<byte> body,
        WebhookSecrets secrets,
        DateTimeOffset now,
        TimeSpan? tolerance = null,
        string? address = null)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
        {
            return new(WebhookRefusal.NoSecret);
        }

        int count = headers.Find(Header, out string? value);
        if (count != 1)
        {
            return new(count == 0 ? WebhookRefusal.Missing : WebhookRefusal.Repeated);
        }

        if (value is null || !value.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return new(WebhookRefusal.Malformed);
        }

        Span<byte> sent = stackalloc byte[SHA256.HashSizeInBytes];
        FixedTime.Hash(value.AsSpan(Start.Length), sent);

        Span<byte> wanted = stackalloc byte[SHA256.HashSizeInBytes];
        int index = -1;
        for (int i = 0; i < secrets.Keys.Length; i++)
        {
            HashText(secrets.Keys[i], wanted);
            bool isMatch = FixedTime.AreEqual(sent, wanted);
            index = isMatch && index < 0 ? i : index;
        }

        return index < 0 ? new(WebhookRefusal.Mismatch) : new(WebhookRefusal.None, SecretIndex: index);
    }

    public override SignedWebhook Sign(ReadOnlyMemory<byte> body, WebhookSecrets secrets, DateTimeOffset now, string? id = null, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.Count == 0
            ? throw new ArgumentException("There is no secret to sign with.", nameof(secrets))
            : new([new(Header, Start + Convert.ToBase64String(secrets.Keys[0]))], body);
    }

    /// <summary>Hashes a secret as it is sent. What is sent is not decoded, so that a secret has one text.</summary>
    private static void HashText(byte[] secret, Span<byte> hash)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(secret.Length));
        Base64.EncodeToUtf8(secret, rented, out _, out int length);
        SHA256.HashData(rented.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }
}
