using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.AspNetCore;

/// <summary>The context of a delivery that is handled in its request. What one would store of it is made when somebody wants it.</summary>
internal sealed class RequestContext : WebhookContext
{
    private readonly WebhookProvider _provider;
    private readonly string[] _kept;
    private readonly RentedBody _body;
    private readonly string? _traceParent;

    public RequestContext(WebhookProvider provider, WebhookKey key, RequestHeaders headers, WebhookSettings settings, string? account, RentedBody body, WebhookCoverage coverage, DateTimeOffset receivedAt, string? traceParent)
        : base(key, headers)
    {
        _provider = provider;
        Key = key;
        _kept = settings.KeptHeaders;
        _body = body;
        _traceParent = traceParent;
        Provider = provider.Name;
        Account = account;
        Coverage = coverage;
        ReceivedAt = receivedAt;
    }

    /// <summary>What the delivery is known by, whichever of its events is being handled.</summary>
    public WebhookKey Key { get; }

    /// <summary>Who makes the scope, for who asks for it.</summary>
    public IScopeMaker? Scopes { get; set; }

    protected override IServiceProvider MakeServices() => Scopes?.MakeScope() ?? base.MakeServices();

    protected override WebhookDelivery MakeDelivery() => new()
    {
        Key = Key,
        Provider = Provider,
        Account = Account,
        Body = _body.Memory.ToArray(),
        Headers = Kept(),
        Coverage = Coverage,
        ReceivedAt = ReceivedAt,
        TraceParent = _traceParent,
    };

    /// <summary>The headers that reading the events takes, and those that the options name.</summary>
    private List<KeyValuePair<string, string>> Kept()
    {
        List<KeyValuePair<string, string>> kept = new(2);
        Keep("Content-Type");
        if (_provider.EventNameHeader is { Length: > 0 } name)
        {
            Keep(name);
        }

        foreach (string other in _kept)
        {
            Keep(other);
        }

        if (_provider.IsCloudEvents)
        {
            kept.AddRange(Headers.Where(static header => header.Key.StartsWith("ce-", StringComparison.OrdinalIgnoreCase)));
        }

        return kept;

        void Keep(string header)
        {
            if (Headers.Find(header, out string? value) > 0 && value is not null)
            {
                kept.Add(new(header, value));
            }
        }
    }
}

/// <summary>Makes the scope of a delivery.</summary>
internal interface IScopeMaker
{
    IServiceProvider MakeScope();
}
