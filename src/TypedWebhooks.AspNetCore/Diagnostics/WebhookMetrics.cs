using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace TypedWebhooks.AspNetCore;

/// <summary>What is measured of deliveries. No tag has a value that a stranger can choose.</summary>
internal sealed class WebhookMetrics
{
    public const string Name = "TypedWebhooks";
    public const string OtherEventType = "_OTHER";

    public static readonly ActivitySource Source = new(Name);

    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _events;
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _bodySize;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The factory owns the meter.")]
    public WebhookMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(Name);
        _deliveries = meter.CreateCounter<long>("webhook.deliveries", "{delivery}", "Deliveries, by their outcome.");
        _events = meter.CreateCounter<long>("webhook.events", "{event}", "Events that were handed to handlers.");
        _duration = meter.CreateHistogram<double>("webhook.duration", "s", "From a delivery's first byte to its answer.");
        _bodySize = meter.CreateHistogram<long>("webhook.body.size", "By", "The size of deliveries' bodies.");
    }

    public void Delivered(string provider, string outcome, TimeSpan duration)
    {
        TagList tags = new() { { "provider", provider }, { "outcome", outcome } };
        _deliveries.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void Read(string provider, long size) => _bodySize.Record(size, new System.Collections.Generic.KeyValuePair<string, object?>("provider", provider));

    public void Handled(string provider, string eventType)
    {
        if (_events.Enabled)
        {
            TagList tags = new() { { "provider", provider }, { "event_type", eventType } };
            _events.Add(1, tags);
        }
    }
}
