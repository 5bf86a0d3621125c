using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>A scheme with secrets and a body of its provider's.</summary>
internal sealed class SchemeSample
{
    public const string Url = "https://example.org/hooks?a=1";
    private const string Json = """{"id":"evt_1","event_id":"Ev1","type":"paid","amount":12}""";

    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static readonly WebhookScheme Milliseconds = WebhookScheme.Hmac(new()
    {
        Name = "Milliseconds",
        SignatureHeader = "X-Signature",
        TimestampHeader = "X-Time",
        TimestampForm = WebhookTimestampForm.UnixMilliseconds,
        IdHeader = "X-Id",
        Template = "{url}\n{id}\n{timestamp}\n{body}\n",
        Hash = WebhookHash.Sha512,
        Coding = WebhookSignatureCoding.Base64,
    });

    public static readonly WebhookScheme Sha1 = WebhookScheme.Hmac(new()
    {
        Name = "Sha1",
        SignatureHeader = "X-Signature",
        Prefix = "sha1=",
        Hash = WebhookHash.Sha1,
        KeyForm = WebhookKeyForm.Base64,
    });

    private SchemeSample(WebhookScheme scheme, string secret, string oldSecret, string? body = null)
    {
        Scheme = scheme;
        Secret = secret;
        OldSecret = oldSecret;
        Body = Encoding.UTF8.GetBytes(body ?? Json);
    }

    public static IReadOnlyList<SchemeSample> All { get; } =
    [
        new(WebhookScheme.StandardWebhooks, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"),
        new(WebhookScheme.Stripe, "whsec_new", "whsec_old"),
        new(WebhookScheme.GitHub, "It's a Secret", "It was a Secret"),
        new(WebhookScheme.Slack, "8f742231b10e8888abcd99yyyzzz85a5", "9f742231b10e8888abcd99yyyzzz85a5"),
        new(WebhookScheme.Shopify, "shop-secret", "shop-old"),
        new(WebhookScheme.DocuSign, "docu", "docu-old"),
        new(WebhookScheme.Xero, "xero==", "xero-old", """{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"X"}"""),
        new(WebhookScheme.Line, "channel_secret", "channel_old", """{"destination":"U1","events":[]}"""),
        new(WebhookScheme.Box, "SamplePrimaryKey", "SampleSecondaryKey"),
        new(WebhookScheme.Square, "Ibxx_5AKakO-3qeNVR61Dw", "old"),
        new(WebhookScheme.Zoom, "zoom-token", "zoom-old"),
        new(WebhookScheme.AdyenPlatform, "D7DD5BA6146493707BF0BE7496F6404EC7A63616B7158EC927B9F54BB436765F", "00"),
        new(Milliseconds, "m", "n"),
        new(Sha1, "bmV3", "b2xk"),
        new(WebhookScheme.AdyenClassic, "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00", "00", """{"live":"false","notificationItems":[{"NotificationRequestItem":{"pspReference":"psp","originalReference":"orig","merchantAccountCode":"acc","merchantReference":"ref\/1","amount":{"currency":"EUR","value":1000},"eventCode":"AUTHORISATION","success":"true","reason":"x","additionalData":{"a":"b"}}},{"NotificationRequestItem":{"pspReference":"psp2","eventCode":"REFUND","success":"false"}}]}"""),
        new(WebhookScheme.DropboxSign, "324e3b0840f065eb51f3fd63231d0d33daa35d4ed10d27718839e81737065782", "old", """{"event":{"event_time":"1700000000","event_type":"account_confirmed"},"account":{"id":"a"}}"""),
        new(WebhookScheme.Basic, "user:pass:word", "user:old"),
        new(WebhookScheme.SharedHeaders("client-id"), "telia", "telia-old"),
    ];

    public WebhookScheme Scheme { get; }

    public string Secret { get; }

    public string OldSecret { get; }

    public byte[] Body { get; }

    public WebhookSecrets Secrets => Scheme.ReadSecrets([Secret]);

    /// <summary>Whether all of the body is signed, and by a header.</summary>
    public bool SignsBody => Scheme.Coverage.HasFlag(WebhookCoverage.Body);

    public string? Address => Scheme.NeedsAddress ? Url : null;

    public static SchemeSample Of(string scheme) => All.Single(sample => sample.Scheme.Name == scheme);

    public static TheoryData<string> Names() => [.. All.Select(static sample => sample.Scheme.Name)];

    public static TheoryData<string> HmacNames() => [.. All.Where(static sample => sample.SignsBody).Select(static sample => sample.Scheme.Name)];

    public static TheoryData<string> TimedNames() => [.. All.Where(static sample => sample.Scheme.Tolerance is not null).Select(static sample => sample.Scheme.Name)];

    public SignedWebhook Sign(byte[]? body = null, DateTimeOffset? at = null, string? secret = null) =>
        Scheme.Sign(body ?? Body, Scheme.ReadSecrets([secret ?? Secret]), at ?? Now, "msg_1", Address);

    public WebhookVerification Verify(SignedWebhook signed, WebhookSecrets? secrets = null, DateTimeOffset? now = null, string? address = null) =>
        Verify(signed.Headers, signed.Body.Span, secrets, now, address);

    public WebhookVerification Verify(IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body, WebhookSecrets? secrets = null, DateTimeOffset? now = null, string? address = null) =>
        Scheme.Verify(new WebhookHeaderList(headers), body, secrets ?? Secrets, now ?? Now, address: address ?? Address);

    /// <summary>The position of the header that has the signature.</summary>
    public int SignatureAt(SignedWebhook signed) => signed.Headers.Select(static (header, i) => (header.Key, i))
        .First(static header => header.Key.Contains("signature", StringComparison.OrdinalIgnoreCase) && !header.Key.EndsWith("-version", StringComparison.Ordinal) && !header.Key.EndsWith("-algorithm", StringComparison.Ordinal)
            || header.Key.Contains("hmac", StringComparison.OrdinalIgnoreCase) || header.Key is "Authorization" or "client-id").i;

    /// <summary>The headers with another value in one of them.</summary>
    public static KeyValuePair<string, string>[] With(SignedWebhook signed, int at, string value)
    {
        KeyValuePair<string, string>[] headers = [.. signed.Headers];
        headers[at] = new(headers[at].Key, value);
        return headers;
    }
}
