using System;
using System.Globalization;

namespace TypedWebhooks;

/// <summary>
/// What there is to know of the delivery that is being handled. A handler takes it as a parameter of its constructor; it is one object a
/// delivery, and where that is a batch, <see cref="Id"/> and <see cref="Index"/> follow the event that is being handled.
/// </summary>
public class WebhookContext
{
    private readonly string _id;
    private WebhookDelivery? _delivery;
    private IServiceProvider? _services;

    /// <summary>Makes one, as a test of one's own may want to.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="headers">Its headers; those of the delivery where there are no others.</param>
    /// <param name="attempt">Which attempt it is, from 1; 0 where that is not known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is <see langword="null"/>.</exception>
    public WebhookContext(WebhookDelivery delivery, IWebhookHeaders? headers = null, int attempt = 0)
        : this((delivery ?? throw new ArgumentNullException(nameof(delivery))).Key, headers ?? new WebhookHeaderList(delivery.Headers))
    {
        _delivery = delivery;
        Provider = delivery.Provider;
        Account = delivery.Account;
        Coverage = delivery.Coverage;
        ReceivedAt = delivery.ReceivedAt;
        Attempt = attempt;
    }

    /// <summary>Makes one whose delivery is made when it is asked for.</summary>
    /// <param name="key">What the delivery is known by.</param>
    /// <param name="headers">Its headers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is <see langword="null"/>.</exception>
    protected WebhookContext(WebhookKey key, IWebhookHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        Headers = headers;
        _id = key.Id;
        Id = _id;
    }

    /// <summary>The delivery as one would store it.</summary>
    /// <exception cref="InvalidOperationException">It is asked for the first time when the delivery has been handled already.</exception>
    public WebhookDelivery Delivery => _delivery ??= MakeDelivery();

    /// <summary>The provider's name.</summary>
    public string Provider { get; protected init; } = "";

    /// <summary>The account that the endpoint's address named; <see langword="null"/> where it names none.</summary>
    public string? Account { get; protected init; }

    /// <summary>
    /// What the delivery is known by, also when it is sent again: what the provider calls it, or a hash. In a batch it is that of the event.
    /// What has to be done once is done under this name.
    /// </summary>
    public string Id { get; private set; }

    /// <summary>The position of the event in its batch, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>How often this delivery, or this event of a batch, has been tried, this time included; 0 where that is not known.</summary>
    public int Attempt { get; private set; }

    /// <summary>The body, byte for byte.</summary>
    /// <exception cref="InvalidOperationException">It is asked for the first time when the delivery has been handled already.</exception>
    public ReadOnlyMemory<byte> Body => Delivery.Body;

    /// <summary>The request's headers. From an inbox only those of <see cref="WebhookDelivery.Headers"/>.</summary>
    public IWebhookHeaders Headers { get; }

    /// <summary>The services of the delivery's own scope.</summary>
    /// <exception cref="InvalidOperationException">There are none: whoever has made this context has not set any.</exception>
    public IServiceProvider Services
    {
        get => _services ??= MakeServices();
        set => _services = value;
    }

    /// <summary>What the signature vouches for.</summary>
    public WebhookCoverage Coverage { get; protected init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; protected init; }

    /// <summary>Goes on to an event of a batch. Whoever dispatches the events of a delivery says so before each of them.</summary>
    /// <param name="index">The event's position, from 0.</param>
    /// <param name="id">What the event is known by; <see langword="null"/> where that is the delivery's identifier and the position.</param>
    /// <param name="attempt">Which attempt it is; 0 where that is not known.</param>
    public void MoveTo(int index, string? id = null, int attempt = 0)
    {
        Index = index;
        Id = id ?? string.Create(CultureInfo.InvariantCulture, $"{_id}#{index}");
        Attempt = attempt;
    }

    /// <summary>Makes the services, where they are made when they are asked for.</summary>
    /// <returns>The services of the delivery's own scope.</returns>
    protected virtual IServiceProvider MakeServices() => throw new InvalidOperationException("This delivery has no services.");

    /// <summary>Makes the delivery, of a body that is a copy.</summary>
    /// <returns>The delivery.</returns>
    protected virtual WebhookDelivery MakeDelivery() => throw new InvalidOperationException("This context has no delivery.");
}

/// <summary>Holds the context of a scope, from which handlers get it. Registered once a scope by the generated <c>Add…Webhooks</c>.</summary>
public sealed class WebhookContextHolder
{
    private WebhookContext? _context;

    /// <summary>The context.</summary>
    /// <exception cref="InvalidOperationException">No delivery is being handled in this scope.</exception>
    public WebhookContext Context
    {
        get => _context ?? throw new InvalidOperationException("No delivery is being handled in this scope, so that there is no WebhookContext.");
        set => _context = value;
    }
}
