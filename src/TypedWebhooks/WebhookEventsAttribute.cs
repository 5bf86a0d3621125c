using System;

namespace TypedWebhooks;

/// <summary>
/// Marks the root of a closed set of generated event records, and lists every record that an instance of it can be.
/// The analyzers read it: a <c>switch</c> over the root has to handle each of them.
/// </summary>
/// <param name="events">The sealed records of the set, in the order of the schema.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WebhookEventsAttribute(params Type[] events) : Attribute
{
    /// <summary>The sealed records of the set, in the order of the schema.</summary>
    public Type[] Events { get; } = events;
}
