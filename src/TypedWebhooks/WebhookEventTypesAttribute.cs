using System;

namespace TypedWebhooks;

/// <summary>
/// Marks the class whose <see langword="string"/> constants are the event types of a provider, as they are written in a
/// webhook. The analyzers read it: a comparison with a name that is none of these can never hold.
/// </summary>
/// <param name="root">The root of the provider's events.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WebhookEventTypesAttribute(Type root) : Attribute
{
    /// <summary>The root of the provider's events.</summary>
    public Type Root { get; } = root;

    /// <summary>Whether the provider's event types are compared without regard to case; <see langword="false"/> unless it is set.</summary>
    public bool IgnoreCase { get; set; }
}
