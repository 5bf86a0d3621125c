using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.AspNetCore.Tests.Acme;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Handling;

/// <summary>What traces, metrics and logs say. The numbers are those of the acceptance cases of the plan.</summary>
public class ObservabilityTests
{
    [Fact]
    public async Task Activity_HasProviderTypeAndOutcome_68()
    {
        ConcurrentBag<Activity> activities = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "TypedWebhooks",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);
        Calls calls = new();
        string marker = $"order.unheard-of-{Guid.NewGuid():N}";
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        await receiver.PostAcmeAsync("""{"id":"evt_68","type":"order.paid","amount":68}""");
        await receiver.PostAcmeAsync($$"""{"id":"evt_69","type":"{{marker}}"}""");
        await receiver.PostAsync("/hooks", Setup.Paid);
        string[] tags = [.. activities.Select(static activity => string.Join(' ', activity.TagObjects.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}")))];
        Assert.Contains("webhook.event_type=order.paid webhook.outcome=handled webhook.provider=Acme", tags);
        Assert.Contains("webhook.event_type=_OTHER webhook.outcome=handled webhook.provider=Acme", tags);
        Assert.Contains("webhook.outcome=bad_signature webhook.provider=Acme", tags);
        Assert.DoesNotContain(tags, tag => tag.Contains(marker, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_CountDeliveriesAndKnownTypesOnly_68()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        ConcurrentBag<string> measured = [];
        using MeterListener listener = new();
        IMeterFactory factory = receiver.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "TypedWebhooks" && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add(Line(instrument, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Add(Line(instrument, tags)));
        listener.Start();
        await receiver.PostAcmeAsync();
        await receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.lost"}""");
        await receiver.PostAsync("/hooks", Setup.Paid);
        Assert.Equal(
            [
                "webhook.body.size provider=Acme",
                "webhook.body.size provider=Acme",
                "webhook.body.size provider=Acme",
                "webhook.deliveries provider=Acme outcome=bad_signature",
                "webhook.deliveries provider=Acme outcome=handled",
                "webhook.deliveries provider=Acme outcome=handled",
                "webhook.duration provider=Acme outcome=bad_signature",
                "webhook.duration provider=Acme outcome=handled",
                "webhook.duration provider=Acme outcome=handled",
                "webhook.events provider=Acme event_type=_OTHER",
                "webhook.events provider=Acme event_type=order.paid",
            ],
            measured.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Logs_HaveNeitherBodyNorSecretAtAnyLevel_69()
    {
        // What each receiver has logged is searched when it ends; here everything is made to log that can.
        Calls calls = new() { Then = static (call, _) => call.Event is OrderShippedEvent ? throw new InvalidOperationException("no ship") : Task.CompletedTask };
        await using Receiver receiver = await Setup.AcmeAsync(calls, environment: "Development");
        receiver.KeepPrivate("northern lights");
        receiver.KeepPrivate("order.lost-in-the-snow");
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Encoding.UTF8.GetBytes(Setup.Paid), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow);
        receiver.KeepPrivate(signed.Headers.Single(static header => header.Key == "webhook-signature").Value);
        for (int i = 0; i < 2; i++)
        {
            await receiver.PostAsync("/hooks", signed.Body, "application/json", [.. signed.Headers.Select(static header => (header.Key, header.Value))]);
        }

        await receiver.PostAcmeAsync(Setup.Shipped);
        await receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.lost-in-the-snow"}""");
        await receiver.PostAcmeAsync("""{"id":"evt_9","type":"order.paid","carrier":"northern lights""");
        await receiver.PostAsync("/hooks", Setup.Paid);
        Assert.Equal(
            ["BadBody", "Duplicate", "Handled", "HandlerFailed", "Refused", "Unrecognized"],
            receiver.Logs.Ours.Select(static line => line is { Event: "Refused", Message: var message } && message.Contains("400", StringComparison.Ordinal) ? "BadBody" : line.Event)
                .Where(static name => name is not "LedgerInMemory")
                .Distinct()
                .Order(StringComparer.Ordinal));
    }

    private static string Line(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        StringBuilder line = new(instrument.Name);
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            line.Append(' ').Append(tag.Key).Append('=').Append(tag.Value);
        }

        return line.ToString();
    }
}
