using System;
using System.Buffers;
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

        Span<byte> sent = stackalloc byte[SHA256.HashSizeInBytes];
        if (!TryHash(value, sent))
        {
            return new(WebhookRefusal.Malformed);
        }

        Span<byte> wanted = stackalloc byte[SHA256.HashSizeInBytes];
        int index = -1;
        for (int i = 0; i < secrets.Keys.Length; i++)
        {
            SHA256.HashData(secrets.Keys[i], wanted);
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

    private static bool TryHash(string? value, Span<byte> hash)
    {
        if (value is null || !value.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        ReadOnlySpan<char> text = value.AsSpan(Start.Length).Trim(' ');
        byte[] rented = ArrayPool<byte>.Shared.Rent((text.Length / 4 * 3) + 3);
        bool isBase64 = Convert.TryFromBase64Chars(text, rented, out int length);
        if (isBase64)
        {
            SHA256.HashData(rented.AsSpan(0, length), hash);
        }

        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        return isBase64;
    }
}
