using System.Collections.Generic;

namespace TypedWebhooks;

/// <summary>What there is to know of a provider to receive its deliveries. Generated code makes it.</summary>
/// <param name="name">The provider's name, with which its types' names begin; behind a full stop the version, where several stand side by side.</param>
public sealed class WebhookProvider(string name)
{
    /// <summary>The provider's name, such as <c>Telia</c>; also that of its section in the configuration, and of its options.</summary>
    public string Name { get; } = name;

    /// <summary>The header that brings the event's name, or a part of it, such as <c>X-GitHub-Event</c>; <see langword="null"/> where none does.</summary>
    public string? EventNameHeader { get; init; }

    /// <summary>Whether the headers that begin with <c>ce-</c> may bring the event's attributes, and a subscription is confirmed by <c>OPTIONS</c>.</summary>
    public bool IsCloudEvents { get; init; }

    /// <summary>What the body of a request is.</summary>
    public WebhookBodyKind BodyKind { get; init; }

    /// <summary>The field of the form that is the event, where the body is a form.</summary>
    public string? BodyField { get; init; }

    /// <summary>Whether a body holds several events.</summary>
    public bool HasBatches { get; init; }

    /// <summary>
    /// Whether by the schema each event says when it was, so that two of them never have one body: then a body that comes again is a delivery that
    /// comes again.
    /// </summary>
    public bool EventsHaveTime { get; init; }

    /// <summary>The names on the wire of all events that the schema names.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];
}

/// <summary>What the body of a provider's requests is.</summary>
public enum WebhookBodyKind
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>A JSON value on each line, <c>application/x-ndjson</c>.</summary>
    JsonLines,

    /// <summary>A form, <c>application/x-www-form-urlencoded</c>, of which one field is JSON.</summary>
    Form,

    /// <summary>A form in parts, <c>multipart/form-data</c>, of which one is JSON.</summary>
    Multipart,
}
