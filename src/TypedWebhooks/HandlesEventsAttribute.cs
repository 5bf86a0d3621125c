using System;

namespace TypedWebhooks;

/// <summary>
/// Declares that a class handles every event of a provider, by one <see cref="IWebhookEventHandler{TEvent}"/> each. The
/// analyzers report the events that it leaves out; an abstract class passes the duty on to what derives from it.
/// </summary>
/// <param name="root">The root of the provider's events.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class HandlesEventsAttribute(Type root) : Attribute
{
    /// <summary>The root of the provider's events.</summary>
    public Type Root { get; } = root;
}
