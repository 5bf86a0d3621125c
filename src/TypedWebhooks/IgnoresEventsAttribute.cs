using System;

namespace TypedWebhooks;

/// <summary>
/// Says by name that events need no handler here: on a class that handles a provider's events, on the method or class
/// that registers handlers, or on its assembly.
/// </summary>
/// <param name="events">The event records, or named groups of them; a root cannot be ignored as a whole.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class IgnoresEventsAttribute(params Type[] events) : Attribute
{
    /// <summary>The event records, or named groups of them.</summary>
    public Type[] Events { get; } = events;
}
