using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>
/// The root of a provider's events, as one sees it who receives deliveries of any provider. The generated roots implement it.
/// </summary>
/// <typeparam name="TSelf">The root, such as <c>TeliaEvent</c>.</typeparam>
public interface IWebhookEvent<TSelf>
    where TSelf : class, IWebhookEvent<TSelf>
{
    /// <summary>The provider.</summary>
    static abstract WebhookProvider Provider { get; }

    /// <summary>The event's name on the wire; empty where it has none.</summary>
    string EventType { get; }

    /// <summary>Why it is none of the schema's events; <see langword="null"/> where it is one.</summary>
    UnrecognizedReason? UnrecognizedReason { get; }

    /// <summary>Reads the events of a delivery.</summary>
    /// <param name="headers">The delivery's headers, of which those are read that name or make up the event.</param>
    /// <param name="json">The JSON: the body or, where that is a form, the field of it (<see cref="WebhookPayload.TryFind"/>).</param>
    /// <returns>The events; as a rule one.</returns>
    /// <exception cref="JsonException">It is no JSON, or no event at all; the same as the generated <c>Parse</c> throws.</exception>
    static abstract WebhookEvents<TSelf> ParseDelivery(IWebhookHeaders headers, ReadOnlySpan<byte> json);

    /// <summary>Hands the event to its handlers: those that are registered for it, its groups, the root, or as a handler of all events.</summary>
    /// <param name="services">The services of the delivery's scope.</param>
    /// <param name="cancellationToken">Is handed on to the handlers.</param>
    /// <returns>A task that completes when all of them have.</returns>
    /// <exception cref="InvalidOperationException">Nothing is registered that takes the event.</exception>
    ValueTask DispatchAsync(IServiceProvider services, CancellationToken cancellationToken);
}
