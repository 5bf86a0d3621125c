using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>
/// What a value looks like, as a dialect's reader found it: still without C# names, and one object per place in the
/// schema, so that what is one type there becomes one type here. Recursive shapes refer to themselves.
/// </summary>
internal abstract class Shape
{
    public string? Description { get; set; }
}

internal sealed class ScalarShape(ScalarKind kind) : Shape
{
    public ScalarKind Kind { get; } = kind;
}

/// <summary>A value that has no better type than JSON itself.</summary>
/// <param name="reason">Why, for whoever wonders; null where the schema itself says that anything may stand here.</param>
internal sealed class AnyShape(string? reason, SchemaLocation location) : Shape
{
    public string? Reason { get; } = reason;

    public SchemaLocation Location { get; } = location;
}

/// <summary>A closed set of strings.</summary>
internal sealed class EnumShape(IReadOnlyList<string> values) : Shape
{
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>The name that the schema has for it; null where it is named after the path to it.</summary>
    public string? Name { get; set; }
}

internal sealed class ListShape(Shape item) : Shape
{
    public Shape Item { get; } = item;
}

internal sealed class MapShape(Shape value) : Shape
{
    public Shape Value { get; } = value;
}

internal sealed class NullableShape(Shape inner) : Shape
{
    public Shape Inner { get; } = inner;
}

internal sealed class ObjectShape : Shape
{
    /// <summary>The name that the schema has for it; null where it is named after the path to it.</summary>
    public string? Name { get; set; }

    /// <summary>The shape that this one extends, with members of its own.</summary>
    public ObjectShape? Base { get; set; }

    /// <summary>Its own members, in the order of the schema; not those of its base.</summary>
    public List<MemberShape> Members { get; } = [];

    public bool IsObsolete { get; set; }
}

internal sealed class MemberShape(string name, Shape shape, bool isRequired, SchemaLocation location)
{
    public string Name { get; } = name;

    public Shape Shape { get; } = shape;

    public bool IsRequired { get; } = isRequired;

    public SchemaLocation Location { get; } = location;

    public string? Description { get; set; }

    public bool IsObsolete { get; set; }
}

/// <summary>One event: its name on the wire, and its whole body.</summary>
internal sealed class EventShape(string eventType, ObjectShape body, SchemaLocation location)
{
    public string EventType { get; } = eventType;

    public ObjectShape Body { get; } = body;

    public SchemaLocation Location { get; } = location;

    public string? Description { get; set; }
}

/// <summary>What a dialect's reader makes of a provider's schema files.</summary>
internal sealed class ProviderShape
{
    public string? Description { get; set; }

    /// <summary>The member at the top of a body in which the event's name stands.</summary>
    public string EventTypeMember { get; set; } = "";

    /// <summary>Whether this dialect's providers write event names in any case.</summary>
    public bool IgnoreCase { get; set; }

    public List<EventShape> Events { get; } = [];
}

/// <summary>A place in one of the provider's schema files.</summary>
internal readonly record struct SchemaLocation(SchemaFile File, TextSpan Span);
