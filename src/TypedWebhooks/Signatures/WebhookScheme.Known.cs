using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace TypedWebhooks;

/// <content>The schemes of known providers.</content>
public abstract partial class WebhookScheme
{
    /// <summary>
    /// Standard Webhooks, as OpenAI, Resend and many others send them, and Svix under names of its own (<c>svix-id</c> for <c>webhook-id</c> and
    /// so on). The identifier, the time and the body are signed: an HMAC-SHA256 in Base64, in <c>webhook-signature</c>, in a list of which one
    /// entry of version 1 has to match. Entries of other versions (<c>v1a</c> has asymmetric keys) are passed over. Nothing else is signed.
    /// </summary>
    /// <remarks>
    /// The secret is Base64 behind <c>whsec_</c>. A delivery may be five minutes old. It is sent again, under the same identifier, for days; the
    /// sender waits 15 to 30 seconds, takes 410 as the end of the subscription, and slows down on 429, 502, 504 and <c>Retry-After</c>.
    /// </remarks>
    public static WebhookScheme StandardWebhooks { get; } = new HmacScheme(new()
    {
        Name = nameof(StandardWebhooks),
        SignatureHeader = "webhook-signature",
        TimestampHeader = "webhook-timestamp",
        IdHeader = "webhook-id",
        Template = "{id}.{timestamp}.{body}",
        Coding = WebhookSignatureCoding.Base64,
        Separator = ' ',
        Prefix = "v1,",
        KeyForm = WebhookKeyForm.Base64,
        KeyPrefix = "whsec_",
        Alternative = new("svix-signature", "svix-timestamp", "svix-id"),
    });

    /// <summary>
    /// Stripe: an HMAC-SHA256 in hexadecimal digits of the time and the body, in the list <c>Stripe-Signature: t=…,v1=…</c>. Only <c>v1</c> counts;
    /// there are several while a secret is changed. No header but this one is signed.
    /// </summary>
    /// <remarks>
    /// The secret is the whole text, with its <c>whsec_</c>. A delivery may be 300 seconds old. Stripe goes on sending for three days, each time
    /// with a new time and signature; the event's <c>id</c> in the body stays.
    /// </remarks>
    public static WebhookScheme Stripe { get; } = new HmacScheme(new()
    {
        Name = nameof(Stripe),
        SignatureHeader = "Stripe-Signature",
        Template = "{timestamp}.{body}",
        Separator = ',',
        Prefix = "v1=",
        TimestampPrefix = "t=",
        DuplicateKey = WebhookDuplicateKey.Members("/id"),
    });

    /// <summary>
    /// GitHub: an HMAC-SHA256 of the body in hexadecimal digits, in <c>X-Hub-Signature-256: sha256=…</c>. Neither the time nor the headers are
    /// signed, also not <c>X-GitHub-Event</c>, which names the event, and <c>X-GitHub-Delivery</c>: who has caught a delivery can send its body
    /// again under other ones. So it is known by its body.
    /// </summary>
    /// <remarks>The older <c>X-Hub-Signature</c> with SHA-1 is not looked at. GitHub waits ten seconds, does not send again by itself, and has bodies of up to 25 MB.</remarks>
    public static WebhookScheme GitHub { get; } = new HmacScheme(new()
    {
        Name = nameof(GitHub),
        DuplicateKey = WebhookDuplicateKey.BodyHash,
        SignatureHeader = "X-Hub-Signature-256",
        Prefix = "sha256=",
        MaxBodySize = 25 * 1024 * 1024,
    });

    /// <summary>
    /// Slack: an HMAC-SHA256 in hexadecimal digits of <c>v0:</c>, the time (<c>X-Slack-Request-Timestamp</c>), a colon and the body, in
    /// <c>X-Slack-Signature: v0=…</c>. The headers <c>X-Slack-Retry-Num</c> and <c>-Reason</c> are not signed.
    /// </summary>
    /// <remarks>
    /// A delivery may be five minutes old. Slack waits three seconds and sends three times again. Its <c>url_verification</c> is answered with the
    /// challenge, the form with <c>ssl_check=1</c> with nothing.
    /// </remarks>
    public static WebhookScheme Slack { get; } = new SlackScheme(new()
    {
        Name = nameof(Slack),
        SignatureHeader = "X-Slack-Signature",
        TimestampHeader = "X-Slack-Request-Timestamp",
        Template = "v0:{timestamp}:{body}",
        Prefix = "v0=",
        DuplicateKey = WebhookDuplicateKey.Members("/event_id"),
    });

    /// <summary>
    /// Shopify: an HMAC-SHA256 of the body in Base64, in <c>X-Shopify-Hmac-Sha256</c> or, of its newer events, <c>shopify-hmac-sha256</c>. Neither
    /// the time nor the headers are signed, also not <c>X-Shopify-Topic</c>, the shop's domain and <c>X-Shopify-Webhook-Id</c>.
    /// </summary>
    /// <remarks>Shopify waits five seconds, sends eight times in four hours, and then ends the subscription.</remarks>
    public static WebhookScheme Shopify { get; } = new HmacScheme(new()
    {
        Name = nameof(Shopify),
        DuplicateKey = WebhookDuplicateKey.BodyHash,
        SignatureHeader = "X-Shopify-Hmac-Sha256",
        Coding = WebhookSignatureCoding.Base64,
        Alternative = new("shopify-hmac-sha256"),
        RetrySpan = TimeSpan.FromHours(4),
    });

    /// <summary>
    /// DocuSign Connect: an HMAC-SHA256 of the body in Base64, with each key of the account in a header of its own,
    /// <c>X-DocuSign-Signature-1</c> and on, of which one has to match. Neither the time nor another header is signed.
    /// </summary>
    public static WebhookScheme DocuSign { get; } = new HmacScheme(new()
    {
        Name = nameof(DocuSign),
        DuplicateKey = WebhookDuplicateKey.BodyHash,
        SignatureHeader = "X-DocuSign-Signature-1",
        Coding = WebhookSignatureCoding.Base64,
        OtherSignatureHeaders = [.. Enumerable.Range(2, 99).Select(static number => FormattableString.Invariant($"X-DocuSign-Signature-{number}"))],
    });

    /// <summary>Xero: an HMAC-SHA256 of the body in Base64, in <c>x-xero-signature</c>. Neither the time nor another header is signed.</summary>
    /// <remarks>
    /// Xero waits five seconds and sends for 24 hours. It tests an address with right and with wrong signatures, and wants 200 and 401 with an
    /// empty body and no cookies. Its events have no identifier: one is known by its tenant, resource, time, category and type.
    /// </remarks>
    public static WebhookScheme Xero { get; } = new HmacScheme(new()
    {
        Name = nameof(Xero),
        SignatureHeader = "x-xero-signature",
        Coding = WebhookSignatureCoding.Base64,
        DuplicateKey = WebhookDuplicateKey.EventMembers("/tenantId", "/resourceId", "/eventDateUtc", "/eventCategory", "/eventType"),
        RetrySpan = TimeSpan.FromHours(24),
    });

    /// <summary>LINE: an HMAC-SHA256 of the body in Base64, in <c>x-line-signature</c>, with the channel secret as text. Neither the time nor another header is signed.</summary>
    /// <remarks>A new channel secret ends the old one at once. Each event of a body has an identifier of its own, <c>webhookEventId</c>.</remarks>
    public static WebhookScheme Line { get; } = new HmacScheme(new()
    {
        Name = nameof(Line),
        SignatureHeader = "x-line-signature",
        Coding = WebhookSignatureCoding.Base64,
        DuplicateKey = WebhookDuplicateKey.EventMembers("/webhookEventId"),
    });

    /// <summary>
    /// Box: an HMAC-SHA256 in Base64 of the body and the time behind it (<c>box-delivery-timestamp</c>, RFC 3339), with the primary key in
    /// <c>box-signature-primary</c> and the secondary in <c>box-signature-secondary</c>, of which one has to match.
    /// <c>box-signature-version</c> has to be 1 and <c>box-signature-algorithm</c> HmacSHA256. The header <c>box-delivery-id</c> is not signed.
    /// </summary>
    /// <remarks>A delivery may be ten minutes old. Box waits 30 seconds and sends twelve times in two hours; the <c>id</c> in the body stays.</remarks>
    public static WebhookScheme Box { get; } = new HmacScheme(new()
    {
        Name = nameof(Box),
        SignatureHeader = "box-signature-primary",
        OtherSignatureHeaders = ["box-signature-secondary"],
        FixedHeaders = [("box-signature-version", "1"), ("box-signature-algorithm", "HmacSHA256")],
        TimestampHeader = "box-delivery-timestamp",
        TimestampForm = WebhookTimestampForm.Rfc3339,
        Template = "{body}{timestamp}",
        Coding = WebhookSignatureCoding.Base64,
        Tolerance = TimeSpan.FromMinutes(10),
        DuplicateKey = WebhookDuplicateKey.Members("/id"),
        RetrySpan = TimeSpan.FromHours(2),
    });

    /// <summary>
    /// Square: an HMAC-SHA256 in Base64 of the address that it sends to, as it is registered there, and the body, in
    /// <c>x-square-hmacsha256-signature</c>. Neither the time nor another header is signed.
    /// </summary>
    /// <remarks>The address is said, and never taken from the request, whose host anybody can name. Square waits ten seconds and sends for up to 72 hours.</remarks>
    public static WebhookScheme Square { get; } = new HmacScheme(new()
    {
        Name = nameof(Square),
        SignatureHeader = "x-square-hmacsha256-signature",
        Template = "{url}{body}",
        Coding = WebhookSignatureCoding.Base64,
        DuplicateKey = WebhookDuplicateKey.Members("/event_id"),
    });

    /// <summary>
    /// Zoom: an HMAC-SHA256 in hexadecimal digits of <c>v0:</c>, the time (<c>x-zm-request-timestamp</c>), a colon and the body, in
    /// <c>x-zm-signature: v0=…</c>. No other header is signed.
    /// </summary>
    /// <remarks>
    /// Zoom names no window; five minutes are this library's. It asks every 72 hours whether the address is the receiver's, with
    /// <c>endpoint.url_validation</c>.
    /// </remarks>
    public static WebhookScheme Zoom { get; } = new ZoomScheme(new()
    {
        Name = nameof(Zoom),
        DuplicateKey = WebhookDuplicateKey.BodyHash,
        SignatureHeader = "x-zm-signature",
        TimestampHeader = "x-zm-request-timestamp",
        Template = "v0:{timestamp}:{body}",
        Prefix = "v0=",
    });

    /// <summary>
    /// Adyen's classic notifications (payments): each item of a body has an HMAC-SHA256 in Base64 in <c>additionalData.hmacSignature</c>, of
    /// <c>pspReference</c>, <c>originalReference</c>, <c>merchantAccountCode</c>, <c>merchantReference</c>, the amount's <c>value</c> and
    /// <c>currency</c>, <c>eventCode</c> and <c>success</c>. <b>The rest of an item is not signed</b>: its reason, its date, the payment method
    /// and all other additional data are the network's word. There is no time, so that an item can be sent again at any time.
    /// </summary>
    /// <remarks>
    /// <para>The fields are joined by colons that are not told apart from colons in them: what is in a reference could be moved into the field
    /// beside it. Do not use colons in merchant references.</para>
    /// <para>All items have to be signed, and a body without any is refused, since nobody has signed it; so is a signed member that is there
    /// twice. The key is in hexadecimal digits. Adyen waits ten seconds for <c>[accepted]</c>; it can send a user's name and password as
    /// well.</para>
    /// </remarks>
    public static WebhookScheme AdyenClassic { get; } = new AdyenClassicScheme();

    /// <summary>Adyen's platform notifications: an HMAC-SHA256 of the body in Base64, in <c>hmacsignature</c>. Neither the time nor another header is signed.</summary>
    /// <remarks>The key is in hexadecimal digits. Adyen waits ten seconds for <c>[accepted]</c>.</remarks>
    public static WebhookScheme AdyenPlatform { get; } = new HmacScheme(new()
    {
        Name = nameof(AdyenPlatform),
        DuplicateKey = WebhookDuplicateKey.BodyHash,
        SignatureHeader = "hmacsignature",
        Coding = WebhookSignatureCoding.Base64,
        KeyForm = WebhookKeyForm.Hex,
        ReplyText = "[accepted]",
    });

    /// <summary>
    /// Dropbox Sign: <c>event.event_hash</c> in the body is an HMAC-SHA256 in hexadecimal digits of <c>event.event_time</c> and
    /// <c>event.event_type</c>. <b>Those two are all that is signed</b>: who has caught one delivery can make others of the same type and time
    /// around another document. Fetch by its identifier what matters.
    /// </summary>
    /// <remarks>
    /// The key is the API key. The JSON arrives as the part <c>json</c> of a form, for which <c>Content-Type</c> is read; JSON by itself does as
    /// well. The time is the event's and is not held against the clock, unless a tolerance is given: Dropbox Sign sends for about three days,
    /// and wants to read <c>Hello API Event Received</c>. Signing gives the JSON, without a form around it.
    /// </remarks>
    public static WebhookScheme DropboxSign { get; } = new DropboxSignScheme();

    /// <summary>
    /// A user's name and password in the header <c>Authorization</c> (RFC 7617); a secret is both, with a colon between them. Nothing is signed:
    /// who has seen one delivery can send any other.
    /// </summary>
    /// <remarks>A delivery that comes again is known by its body where each event of the provider says when it was; else each is handled.</remarks>
    public static WebhookScheme Basic { get; } = new BasicScheme();

    /// <summary>No proof at all, for a provider that has none: anybody can send anything. An endpoint has to allow it in so many words.</summary>
    /// <remarks>A delivery that comes again is known by its body where each event of the provider says when it was; else each is handled.</remarks>
    public static WebhookScheme None { get; } = new UnsignedScheme();

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<WebhookScheme> Known { get; } =
        [AdyenClassic, AdyenPlatform, Basic, Box, DocuSign, DropboxSign, GitHub, Line, None, Shopify, Slack, Square, StandardWebhooks, Stripe, Xero, Zoom];

    /// <summary>Headers that bring secrets along, such as <c>client-id</c> and <c>client-secret</c>. Nothing is signed: who has seen one delivery can send any other.</summary>
    /// <param name="headerNames">The headers' names. The secrets are one value for each, in this order; several sets stand one after the other.</param>
    /// <returns>The scheme, of which all headers of one set have to match.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="headerNames"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no name, one is empty, or one is there twice.</exception>
    /// <remarks>A delivery that comes again is known by its body where each event of the provider says when it was; else each is handled.</remarks>
    public static WebhookScheme SharedHeaders(params string[] headerNames) => new SharedHeadersScheme(nameof(SharedHeaders), headerNames);

    /// <summary>Makes the scheme of a provider that signs with an HMAC in a header.</summary>
    /// <param name="options">What there is to say of it.</param>
    /// <returns>The scheme.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The options are at odds with each other, such as a time's header without its place in the template.</exception>
    public static WebhookScheme Hmac(WebhookHmacOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new HmacScheme(options);
    }

    /// <summary>Finds one of <see cref="Known"/>, as a configuration names it.</summary>
    /// <param name="name">Its name; case does not count.</param>
    /// <param name="scheme">The scheme.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryGet(string? name, [NotNullWhen(true)] out WebhookScheme? scheme)
    {
        scheme = Known.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return scheme is not null;
    }
}
