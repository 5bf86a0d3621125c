using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;

namespace TypedWebhooks.PostgreSql;

/// <summary>
/// The worker's metrics. Depth and age are of the whole table, whoever drains it: of several workers one takes the greatest, not the sum.
/// </summary>
internal sealed class InboxMetrics : IDisposable
{
    private readonly Meter _meter = new("TypedWebhooks");
    private readonly Counter<long> _deliveries;
    private readonly Histogram<double> _duration;
    private volatile IReadOnlyList<InboxStatistics> _statistics = [];

    public InboxMetrics()
    {
        _deliveries = _meter.CreateCounter<long>("webhook.inbox.deliveries", "{delivery}", "Deliveries that a worker was through with, by what became of them.");
        _duration = _meter.CreateHistogram<double>("webhook.inbox.duration", "s", "How long a delivery was handled.");
        _meter.CreateObservableGauge("webhook.inbox.depth", () => Observe(static s => s.Depth), "{delivery}", "Deliveries that wait, or are being handled.");
        _meter.CreateObservableGauge("webhook.inbox.age", () => Observe(static s => s.Age.TotalSeconds), "s", "How long ago the oldest of them was received.");
        _meter.CreateObservableGauge("webhook.inbox.parked", () => Observe(static s => s.Parked), "{delivery}", "Deliveries that are parked.");
    }

    /// <summary>The activities of the worker.</summary>
    public static ActivitySource Activities { get; } = new("TypedWebhooks");

    public void Dispose() => _meter.Dispose();

    public void Count(string provider, string outcome, TimeSpan duration)
    {
        TagList tags = new() { { "provider", provider }, { "outcome", outcome } };
        _deliveries.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Takes what was counted; providers of which nothing waits any more are at zero, and not gone.</summary>
    public void Set(IReadOnlyList<InboxStatistics> statistics, IEnumerable<string> providers) =>
        _statistics = [.. statistics, .. providers.Where(provider => statistics.All(s => s.Provider != provider)).Select(static provider => new InboxStatistics(provider, 0, TimeSpan.Zero, 0))];

    private IEnumerable<Measurement<T>> Observe<T>(Func<InboxStatistics, T> value)
        where T : struct =>
        _statistics.Select(s => new Measurement<T>(value(s), new KeyValuePair<string, object?>("provider", s.Provider)));
}
