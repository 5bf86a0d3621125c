using System;
using System.Buffers;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks;

/// <summary>Adyen's classic notifications: each item of a batch has a signature of eight of its fields.</summary>
internal sealed class AdyenClassicScheme() : WebhookScheme("AdyenClassic")
{
    private const string NoNotification = "The body is none of Adyen's classic notifications: an object with notificationItems, of which each has a NotificationRequestItem.";

    public override WebhookCoverage Coverage => WebhookCoverage.Members;

    public override WebhookDuplicateKey? DuplicateKey { get; } = WebhookDuplicateKey.EventMembers("/pspReference", "/eventCode", "/success");

    public override string? ReplyText => "[accepted]";

    public override WebhookSecrets ReadSecrets(IEnumerable<string> secrets) => new(KeyReader.Read(secrets, WebhookKeyForm.Hex, ""));

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

        byte[] scratch = ArrayPool<byte>.Shared.Rent(AdyenReader.ScratchLength(body.Length));
        try
        {
            return Verify(WithoutMark(body), scratch, secrets.Keys);
        }
        catch (JsonException)
        {
            return new(WebhookRefusal.Malformed);
        }
        catch (InvalidOperationException)
        {
            // A text that is no Unicode.
            return new(WebhookRefusal.Malformed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    public override SignedWebhook Sign(ReadOnlyMemory<byte> body, WebhookSecrets secrets, DateTimeOffset now, string? id = null, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
        {
            throw new ArgumentException("There is no secret to sign with.", nameof(secrets));
        }

        try
        {
            return new([], Sign(WithoutMark(body.Span), secrets.Keys[0]) ?? throw new ArgumentException(NoNotification, nameof(body)));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ArgumentException(NoNotification, nameof(body), e);
        }
    }

    private static WebhookVerification Verify(ReadOnlySpan<byte> json, Span<byte> scratch, byte[][] keys)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        AdyenReader reader = new(json, scratch);
        int oldest = -1;
        WebhookRefusal refusal = WebhookRefusal.None;
        while (reader.Next())
        {
            int index = -1;
            if (!reader.Item.HasSignature)
            {
                refusal = refusal == WebhookRefusal.None ? WebhookRefusal.Missing : refusal;
                continue;
            }

            if (!SignatureText.TryDecode(WebhookSignatureCoding.Base64, reader.Item.Of(AdyenItem.Signature, scratch), signature))
            {
                refusal = refusal == WebhookRefusal.None ? WebhookRefusal.Malformed : refusal;
                continue;
            }

            ReadOnlySpan<byte> content = reader.Item.Content(scratch);
            for (int i = 0; i < keys.Length; i++)
            {
                KeyedHash.Compute(WebhookHash.Sha256, keys[i], content, expected);
                bool isMatch = FixedTime.AreEqual(signature, expected);
                index = isMatch && index < 0 ? i : index;
            }

            refusal = index < 0 && refusal == WebhookRefusal.None ? WebhookRefusal.Mismatch : refusal;
            oldest = Math.Max(oldest, index);
        }

        // Where there is no item, nothing is signed.
        return reader.IsFaulty ? new(WebhookRefusal.Malformed)
            : refusal != WebhookRefusal.None ? new(refusal)
            : oldest < 0 ? new(WebhookRefusal.Missing)
            : new(WebhookRefusal.None, SecretIndex: oldest);
    }

    /// <returns>Null where the body is none of Adyen's.</returns>
    private static byte[]? Sign(ReadOnlySpan<byte> json, byte[] key)
    {
        byte[] scratch = new byte[AdyenReader.ScratchLength(json.Length)];
        byte[] signature = new byte[HMACSHA256.HashSizeInBytes];
        AdyenReader reader = new(json, scratch);
        ArrayBufferWriter<byte> signed = new(json.Length + 128);
        int at = 0;
        while (reader.Next())
        {
            AdyenItem item = reader.Item;
            KeyedHash.Compute(WebhookHash.Sha256, key, item.Content(scratch), signature);
            string text = "\"" + Convert.ToBase64String(signature) + "\"";
            string member = "\"hmacSignature\":" + text;
            (int start, int end, string put) = item.SignatureStart > 0 ? (item.SignatureStart, item.SignatureEnd, text)
                : item.IsDataNull ? (item.DataStart, item.DataStart + "null".Length, "{" + member + "}")
                : item.DataStart > 0 ? (item.DataStart, item.DataStart, item.IsDataEmpty ? member : member + ",")
                : (item.Start, item.Start, "\"additionalData\":{" + member + (item.IsEmpty ? "}" : "},"));
            signed.Write(json[at..start]);
            signed.Write(Encoding.ASCII.GetBytes(put));
            at = end;
        }

        signed.Write(json[at..]);
        return reader.IsFaulty ? null : signed.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
