using System;

namespace TypedWebhooks;

/// <summary>
/// Says which handlers are added to an application's services where the analyzers cannot see it: on a method, that it adds
/// them wherever it is called; on an assembly, that the application adds them in a way of its own, such as another container.
/// </summary>
/// <param name="handlers">
/// The handler classes, or constructed <see cref="IWebhookEventHandler{TEvent}"/> interfaces. The open interface
/// <c>typeof(IWebhookEventHandler&lt;&gt;)</c> stands, on a generic method, for handlers of its type arguments, and elsewhere for
/// handlers of every event.
/// </param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class AddsEventHandlersAttribute(params Type[] handlers) : Attribute
{
    /// <summary>The handler classes, or the interfaces under which handlers are added.</summary>
    public Type[] Handlers { get; } = handlers;
}
