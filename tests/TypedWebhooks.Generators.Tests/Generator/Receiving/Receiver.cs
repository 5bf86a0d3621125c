using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Json;

namespace TypedWebhooks.Generators.Tests.Generator.Receiving;

/// <summary>One who receives the deliveries of a provider whose emitted code is loaded, and knows it by the interface alone.</summary>
internal abstract class Receiver
{
    public abstract WebhookProvider Provider { get; }

    public abstract IWebhookProcessor Processor { get; }

    /// <summary>What the handler of all events took, each as its type, behind the index that the context had.</summary>
    public List<string> Took { get; } = [];

    /// <summary>The type of an event that the handler refuses.</summary>
    public string? Refused { get; set; }

    public static Receiver Of(EmittedEvents events, string provider = "Acme") => Of(events.Type(provider + "Event"));

    public static Receiver Of(Type root) => (Receiver)Activator.CreateInstance(typeof(Receiver<>).MakeGenericType(root))!;

    public static WebhookHeaderList Headers(params (string Name, string Value)[] headers) =>
        new(headers.Select(static header => new KeyValuePair<string, string>(header.Name, header.Value)));

    public Delivered Parse(string json, params (string Name, string Value)[] headers) => Parse(Encoding.UTF8.GetBytes(json), Headers(headers));

    public abstract Delivered Parse(byte[] json, IWebhookHeaders headers);

    public abstract UnrecognizedReason? ReasonOf(object e);

    public abstract ValueTask DispatchAsync(object e, IServiceProvider services);

    /// <summary>Services with the handler of all events, and with the holder of a context.</summary>
    public abstract IServiceProvider Services(WebhookContext? context = null);

    public static WebhookDelivery Delivery(string provider, string body, params (string Name, string Value)[] headers) => new()
    {
        Key = new(provider, "id"),
        Provider = provider,
        Body = Encoding.UTF8.GetBytes(body),
        Headers = [.. Headers(headers)],
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Handles a stored delivery, of whose events some may have been handled before; gives the positions of those that have been now.</summary>
    public async Task<string> ProcessAsync(string body, int[] handled, params (string Name, string Value)[] headers)
    {
        SortedSet<int> positions = [.. handled];
        try
        {
            await Processor.ProcessAsync(new WebhookContext(Delivery(Provider.Name, body, headers), attempt: 1), Services(), positions, CancellationToken.None);
        }
        catch (WebhookBatchException e)
        {
            Took.Add("failed " + string.Join(",", e.Failures.Select(static failure => failure.Index)));
        }

        return string.Join(",", positions);
    }
}

/// <summary>The events of a delivery.</summary>
internal sealed record Delivered(bool IsBatch, WebhookObject[] Events)
{
    public string[] Names => [.. Events.Select(static e => e.GetType().Name)];
}

internal sealed class Receiver<TEvent> : Receiver
    where TEvent : WebhookObject, IWebhookEvent<TEvent>
{
    public override WebhookProvider Provider => TEvent.Provider;

    public override IWebhookProcessor Processor { get; } = new WebhookProcessor<TEvent>();

    public override Delivered Parse(byte[] json, IWebhookHeaders headers)
    {
        WebhookEvents<TEvent> events = TEvent.ParseDelivery(headers, json);
        return new(events.IsBatch, [.. Enumerable.Range(0, events.Count).Select(i => events[i])]);
    }

    public override UnrecognizedReason? ReasonOf(object e) => ((TEvent)e).UnrecognizedReason;

    public override ValueTask DispatchAsync(object e, IServiceProvider services) => ((TEvent)e).DispatchAsync(services, CancellationToken.None);

    public override IServiceProvider Services(WebhookContext? context = null)
    {
        WebhookContextHolder holder = new();
        if (context is not null)
        {
            holder.Context = context;
        }

        return new ServiceCollection()
            .AddSingleton(holder)
            .AddSingleton<IWebhookEventHandler<TEvent>>(new Recorder(this, holder))
            .BuildServiceProvider();
    }

    private sealed class Recorder(Receiver receiver, WebhookContextHolder holder) : IWebhookEventHandler<TEvent>
    {
        public ValueTask HandleAsync(TEvent e, CancellationToken cancellationToken)
        {
            if (e.GetType().Name == receiver.Refused)
            {
                throw new InvalidOperationException("refused");
            }

            receiver.Took.Add(FormattableString.Invariant($"{holder.Context.Index} {e.GetType().Name}"));
            return default;
        }
    }
}
