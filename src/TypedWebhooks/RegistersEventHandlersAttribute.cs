using System;

namespace TypedWebhooks;

/// <summary>
/// Marks the generated method that registers a dispatcher to a provider's handlers. Where it is called, the analyzers
/// report every event for which no handler is registered.
/// </summary>
/// <param name="root">The root of the provider's events.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RegistersEventHandlersAttribute(Type root) : Attribute
{
    /// <summary>The root of the provider's events.</summary>
    public Type Root { get; } = root;
}
