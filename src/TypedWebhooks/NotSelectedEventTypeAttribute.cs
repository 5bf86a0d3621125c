using System;

namespace TypedWebhooks;

/// <summary>
/// Marks the name of an event that the schema has and the project has not selected. Such an event has no type: it is read as
/// the provider's <c>Unrecognized…Event</c>, with the reason <see cref="UnrecognizedReason.NotSelected"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class NotSelectedEventTypeAttribute : Attribute;
