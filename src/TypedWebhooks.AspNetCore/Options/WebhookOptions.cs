using System;
using System.Collections.Generic;

namespace TypedWebhooks.AspNetCore;

/// <summary>How the deliveries of one provider are received. The options are named after the provider, and read from its section.</summary>
/// <remarks>
/// The configuration section is <c>Webhooks:</c> and the provider's name, such as <c>Webhooks:Stripe</c>, and its keys are called as the members
/// here. What it says comes first, what code says after it. A change of the configuration counts from the next delivery on.
/// </remarks>
public sealed class WebhookOptions
{
    /// <summary>
    /// What is wrong in the configuration. It is kept and not thrown: options are also made when a file has changed, in a thread in which an
    /// exception would end the process.
    /// </summary>
    internal List<string> Failures { get; } = [];

    /// <summary>How deliveries are verified. In the configuration it is the name of one of the known schemes: <c>Scheme = Stripe</c>.</summary>
    public WebhookScheme? Scheme { get; set; }

    /// <summary>
    /// The secrets, in the form in which the provider shows them; any of them may have signed. In the configuration
    /// <c>Secrets:0</c>, <c>Secrets:1</c>, or a single one as <c>Secrets</c>.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// For a provider that sends secrets as headers which one has chosen at the subscription: each header's name, and its value or, while they are
    /// changed, values. Where there are any and no <see cref="Scheme"/>, all of them together are the scheme
    /// (<c>WebhookScheme.SharedHeaders</c>). In the configuration <c>Headers:client-id = …</c>.
    /// </summary>
    public IDictionary<string, IList<string>> Headers { get; } = new Dictionary<string, IList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The secrets of each account, for an endpoint whose address has a parameter <c>{account}</c>. In the configuration
    /// <c>Accounts:NAME:Secrets</c>. Names are compared ignoring case.
    /// </summary>
    public IDictionary<string, IList<string>> Accounts { get; } = new Dictionary<string, IList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lets the host start without a secret. Deliveries are verified all the same where there are secrets.</summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>How far a signed time may be from now, into the past and into the future; <see langword="null"/> for what the scheme says.</summary>
    public TimeSpan? Tolerance { get; set; }

    /// <summary>The largest body that is read, in bytes; <see langword="null"/> for what the scheme says, or 1 MiB.</summary>
    public long? MaxBodySize { get; set; }

    /// <summary>How long handlers have for all events of a delivery. Then their token is cancelled, and the provider is told to come again.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The answer to a delivery that was taken; <see langword="null"/> for what the scheme says, or 200 without a body.</summary>
    public WebhookReply? Reply { get; set; }

    /// <summary>
    /// The answer to a request that is a handshake by the provider's event map; <see langword="null"/> for the same answer as to a delivery. Those
    /// of known schemes, such as Slack's and Zoom's, are answered without it.
    /// </summary>
    public Func<WebhookContext, WebhookReply>? Handshake { get; set; }

    /// <summary>By what a delivery is known when it comes again; <see langword="null"/> for what the scheme says.</summary>
    public WebhookDuplicateKey? DuplicateKey { get; set; }

    /// <summary>The address of the endpoint as the provider has it, for schemes that sign it. It is never taken from the request, whose host anybody can choose.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>What becomes of an event that is none of the schema's.</summary>
    public UnrecognizedEventPolicy OnUnrecognized { get; set; }

    /// <summary>Further headers that a stored delivery keeps, by name. Never name one that is a secret.</summary>
    public IList<string> KeptHeaders { get; } = [];

    /// <summary>
    /// The origins that may send CloudEvents, as they say in <c>WebHook-Request-Origin</c> when they ask by <c>OPTIONS</c> (CloudEvents HTTP
    /// Webhook 1.0.2, clause 4); <c>*</c> for all. Where there are none, the question is answered with 403.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];
}

/// <summary>What becomes of an event that is none of the schema's, or does not fit it.</summary>
public enum UnrecognizedEventPolicy
{
    /// <summary>It goes to its handler as any other event, and is answered with 200: it has arrived, and coming again would not change it.</summary>
    Accept,

    /// <summary>It goes to no handler, and is answered with 422, for a provider that shows its users what was refused.</summary>
    Refuse,
}
