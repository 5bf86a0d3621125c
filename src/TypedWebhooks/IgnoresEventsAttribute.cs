using System;

namespace TypedWebhooks;

/// <summary>
/// Says by name that events need no handler in a class that declares to handle a provider's events, or in all such classes
/// of an assembly. Where handlers are registered as services, the generated <c>Ignore…Event</c> says it, to the dispatcher too.
/// </summary>
/// <param name="events">The event records, or named groups of them; a root cannot be ignored as a whole.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class IgnoresEventsAttribute(params Type[] events) : Attribute
{
    /// <summary>The event records, or named groups of them.</summary>
    public Type[] Events { get; } = events;
}
