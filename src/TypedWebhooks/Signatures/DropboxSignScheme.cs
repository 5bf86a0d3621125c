using System;
using System.Buffers;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>Dropbox Sign: the body has a signature of two of its members.</summary>
internal sealed class DropboxSignScheme() : WebhookScheme("DropboxSign")
{
    private const string Field = "json";
    private static readonly string[] s_time = ["event", "event_time"];
    private static readonly string[] s_type = ["event", "event_type"];
    private static readonly string[] s_hash = ["event", "event_hash"];

    public override WebhookCoverage Coverage => WebhookCoverage.Members;

    public override WebhookDuplicateKey? DuplicateKey => WebhookDuplicateKey.BodyHash;

    public override string? ReplyText => "Hello API Event Received";

    public override WebhookSecrets ReadSecrets(IEnumerable<string> secrets) => new(KeyReader.Read(secrets, WebhookKeyForm.Text, ""));

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

        WebhookRefusal refusal = TryFindJson(headers, body, out ReadOnlySpan<byte> json);
        return refusal == WebhookRefusal.None ? Verify(json, secrets.Keys, now, tolerance) : new(refusal);
    }

    public override SignedWebhook Sign(ReadOnlyMemory<byte> body, WebhookSecrets secrets, DateTimeOffset now, string? id = null, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
        {
            throw new ArgumentException("There is no secret to sign with.", nameof(secrets));
        }

        ReadOnlySpan<byte> json = body.Span;
        if (JsonMember.FindText(json, s_time) is not { } time || JsonMember.FindText(json, s_type) is not { } type)
        {
            throw new ArgumentException("The body is none of Dropbox Sign's: it has no event with an event_time and an event_type.", nameof(body));
        }

        byte[] hash = new byte[HMACSHA256.HashSizeInBytes];
        KeyedHash.Compute(WebhookHash.Sha256, secrets.Keys[0], Encoding.UTF8.GetBytes(time + type), hash);
        return new([], Insert(json, SignatureText.Encode(WebhookSignatureCoding.Hex, hash)));
    }

    private static WebhookVerification Verify(ReadOnlySpan<byte> json, byte[][] keys, DateTimeOffset now, TimeSpan? tolerance)
    {
        if (JsonMember.FindText(json, s_hash) is not { } hash || JsonMember.FindText(json, s_time) is not { } time || JsonMember.FindText(json, s_type) is not { } type)
        {
            return new(WebhookRefusal.Missing);
        }

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!SignatureText.TryDecodeHex(hash, signature) || !TimestampText.TryRead(WebhookTimestampForm.UnixSeconds, time, out DateTimeOffset signedAt))
        {
            return new(WebhookRefusal.Malformed);
        }

        byte[] content = Encoding.UTF8.GetBytes(time + type);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        int index = -1;
        for (int i = 0; i < keys.Length; i++)
        {
            KeyedHash.Compute(WebhookHash.Sha256, keys[i], content, expected);
            bool isMatch = FixedTime.AreEqual(signature, expected);
            index = isMatch && index < 0 ? i : index;
        }

        // The time is the event's, which is sent again for days: a window is for who wants one.
        WebhookRefusal refusal = index < 0 ? WebhookRefusal.Mismatch
            : tolerance is { } window ? TimestampText.Check(signedAt, now, window)
            : WebhookRefusal.None;
        return index < 0 ? new(refusal) : new(refusal, Timestamp: signedAt, SecretIndex: index);
    }

    /// <summary>Finds the JSON by what the body is; the same that <see cref="WebhookPayload"/> gives to those who read the event.</summary>
    private static WebhookRefusal TryFindJson(IWebhookHeaders headers, ReadOnlySpan<byte> body, out ReadOnlySpan<byte> json)
    {
        json = body;
        if (headers.Find("Content-Type", out string? contentType) > 1)
        {
            return WebhookRefusal.Repeated;
        }

        try
        {
            if (contentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
            {
                byte[]? part = WebhookForm.Part(body, contentType, Field);
                json = part;
                return part is null ? WebhookRefusal.Missing : WebhookRefusal.None;
            }

            byte[]? field = WebhookForm.Field(body, Field);
            bool isJson = body.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];
            if (isJson)
            {
                // What is both JSON and a form with this field could be verified as the one and read as the other.
                return field is null ? WebhookRefusal.None : WebhookRefusal.Malformed;
            }

            json = field;
            return field is null ? WebhookRefusal.Missing : WebhookRefusal.None;
        }
        catch (FormatException)
        {
            return WebhookRefusal.Malformed;
        }
    }

    /// <summary>Puts the hash in, in place of the one that is there.</summary>
    private static byte[] Insert(ReadOnlySpan<byte> body, string hash)
    {
        ReadOnlySpan<byte> json = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        Utf8JsonReader reader = new(json);
        int start = 0;
        int end = 0;
        bool isEmpty = true;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isEvent = reader.ValueTextEquals("event"u8);
            reader.Read();
            if (!isEvent)
            {
                reader.Skip();
                continue;
            }

            start = end = (int)reader.BytesConsumed;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                isEmpty = false;
                bool isHash = reader.ValueTextEquals("event_hash"u8);
                reader.Read();
                int at = (int)reader.TokenStartIndex;
                reader.Skip();
                (start, end) = isHash ? (at, (int)reader.BytesConsumed) : (start, end);
            }
        }

        string text = "\"" + hash + "\"";
        string put = end > start ? text : "\"event_hash\":" + text + (isEmpty ? "" : ",");
        return [.. json[..start], .. Encoding.ASCII.GetBytes(put), .. json[end..]];
    }
}
