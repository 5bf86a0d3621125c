using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Shapes;

/// <summary>
/// What a value looks like, as a dialect's reader found it: still without C# names, and one object per place in the
/// schema, so that what is one type there becomes one type here. Recursive shapes refer to themselves.
/// </summary>
internal abstract class Shape
{
    public string? Description { get; set; }

    /// <summary>What the schemas call it; null where it is named after the path from its event.</summary>
    public ShapeName? Name { get; set; }

    /// <summary>What its schema says beside; null where it has no schema of its own.</summary>
    public SchemaFacts? Facts { get; set; }
}

internal sealed class ScalarShape(ScalarKind kind) : Shape
{
    public ScalarKind Kind { get; } = kind;

    /// <summary>The numbers that it can be, each in plain digits, where the schema lists them; null where any.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }
}

/// <summary>A value that has no better type than JSON itself.</summary>
/// <param name="reason">Why, for whoever wonders; null where the schema itself says that anything may stand here.</param>
internal sealed class AnyShape(string? reason, SchemaLocation location) : Shape
{
    public string? Reason { get; } = reason;

    public SchemaLocation Location { get; } = location;

    /// <summary>Whether it is null and nothing else, so that beside others it makes them nullable.</summary>
    public bool IsNull { get; init; }
}

/// <summary>One string and no other: what an event's name is to its schema.</summary>
internal sealed class ConstantShape(string value, SchemaLocation location) : Shape
{
    public string Value { get; } = value;

    public SchemaLocation Location { get; } = location;
}

/// <summary>A closed set of strings.</summary>
internal sealed class EnumShape(IReadOnlyList<string> values) : Shape
{
    public IReadOnlyList<string> Values { get; } = values;
}

internal sealed class ListShape(Shape item) : Shape
{
    public Shape Item { get; } = item;
}

internal sealed class MapShape(Shape value) : Shape
{
    public Shape Value { get; } = value;

    /// <summary>The members that have to be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];
}

internal sealed class NullableShape(Shape inner) : Shape
{
    public Shape Inner { get; } = inner;
}

/// <summary>
/// A shape that is narrower than what the schema lets through, as where it does not say <c>type</c>: what does not fit is
/// kept as the JSON that it is, and the value is null.
/// </summary>
internal sealed class LooseShape(Shape inner) : Shape
{
    public Shape Inner { get; } = inner;

    /// <summary>Whether a condition decides that the value is this, so that it may be another thing of the same type as well.</summary>
    public bool IsConditional { get; init; }
}

/// <summary>One of several, told apart by which of them fits.</summary>
internal sealed class UnionShape(IReadOnlyList<Shape> alternatives) : Shape
{
    public IReadOnlyList<Shape> Alternatives { get; } = alternatives;
}

/// <summary>One of several objects, told apart by a member that is another constant in each.</summary>
internal sealed class HierarchyShape(string discriminator, IReadOnlyList<(string Value, ObjectShape Shape)> cases) : Shape
{
    public string Discriminator { get; } = discriminator;

    public IReadOnlyList<(string Value, ObjectShape Shape)> Cases { get; } = cases;

    /// <summary>Whether the schema lets an object through that has a case's value and is none: it is then kept as what it is.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>An event of the provider, whichever it is.</summary>
internal sealed class EventRootShape : Shape
{
    public static readonly EventRootShape Instance = new();

    private EventRootShape()
    {
    }
}

/// <summary>A schema that is still being read because it refers to itself.</summary>
internal sealed class DeferredShape : Shape
{
    /// <summary>What it turned out to be; null while it is being read.</summary>
    public Shape? Target { get; set; }
}

internal sealed class ObjectShape : Shape
{
    /// <summary>The shape that this one extends, with members of its own.</summary>
    public ObjectShape? Base { get; set; }

    /// <summary>Its own members, in the order of the schema; not those of its base.</summary>
    public List<MemberShape> Members { get; } = [];

    /// <summary>Whether it lets no other members through.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What it requires, be it its own or its base's.</summary>
    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public bool IsObsolete { get; set; }

    /// <summary>Its own members with those of its base, once <see cref="Objects.Flatten"/> was asked for them.</summary>
    internal ImmutableArray<MemberShape> AllMembers { get; set; }

    /// <summary>What the event's schema describes, where this is an envelope that was put around it.</summary>
    public ObjectShape? Content { get; set; }
}

/// <summary>
/// A member. What it is is read when it is first asked for: a schema that leads back to itself through a member is then
/// complete before the member is looked at, wherever the reading began.
/// </summary>
internal sealed class MemberShape(string name, Func<Shape> read, bool isRequired, SchemaLocation location)
{
    private Shape? _shape;
    private ShapeName? _inPlace;

    public MemberShape(string name, Shape shape, bool isRequired, SchemaLocation location)
        : this(name, () => shape, isRequired, location)
    {
    }

    public string Name { get; } = name;

    public Shape Shape
    {
        get
        {
            if (_shape is null)
            {
                _shape = read();
                _inPlace?.GiveTo(_shape);
            }

            return _shape;
        }
    }

    public bool IsRequired { get; } = isRequired;

    public SchemaLocation Location { get; } = location;

    public string? Description { get; set; }

    public bool IsObsolete { get; set; }

    /// <summary>What its schema says beside what it looks like; null where no schema says anything.</summary>
    public SchemaFacts? Facts { get; init; }

    /// <summary>Says what the member's shape is called, if it has no name of its own.</summary>
    public void Call(ShapeName inPlace)
    {
        _inPlace ??= inPlace;
        if (_shape is not null)
        {
            _inPlace.GiveTo(_shape);
        }
    }

    /// <summary>Whether a condition decides that the member is what it is.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The same member where a condition decides whether it is what it is said to be.</summary>
    public MemberShape Conditional() => new(Name, () => Objects.Conditional(Shape), isRequired: false, Location)
    {
        Description = Description,
        IsObsolete = IsObsolete,
        Facts = Facts,
        IsConditional = true,
    };

    /// <summary>The same member, required or not.</summary>
    public MemberShape With(bool isRequired) => new(Name, () => Shape, isRequired, Location) { Description = Description, IsObsolete = IsObsolete, Facts = Facts };
}

/// <summary>One event: its name on the wire, and its whole body.</summary>
internal sealed class EventShape(string eventType, ObjectShape body, SchemaLocation location)
{
    public string EventType { get; } = eventType;

    /// <summary>The parts that make up the name; where it is not composed, the name itself.</summary>
    public IReadOnlyList<string> Parts { get; set; } = [eventType];

    /// <summary>Where its body has its name; null where that is the provider's first place of names.</summary>
    public EventKey? Key { get; set; }

    /// <summary>Whether its body has no place for its name, so that whoever hands it over has to say which event it is.</summary>
    public bool IsNamedOutside { get; set; }

    /// <summary>Whether the document that declares the event calls it obsolete.</summary>
    public bool IsObsolete { get; set; }

    /// <summary>What an event map calls it in C#; null where it is called after its name on the wire.</summary>
    public string? Name { get; set; }

    public ObjectShape Body { get; } = body;

    public SchemaLocation Location { get; } = location;

    public string? Description { get; set; }
}

/// <summary>What a dialect's reader makes of a provider's schema files.</summary>
internal sealed class ProviderShape
{
    public string? Description { get; set; }

    /// <summary>Where an event's name stands; null while that is not known.</summary>
    public EventKey? Key { get; set; }

    /// <summary>Further places of names: where those before have none, each is tried in its turn.</summary>
    public List<EventKey> FurtherKeys { get; } = [];

    /// <summary>How its values are written.</summary>
    public ValueForms Forms { get; set; }

    /// <summary>What the body of a request is.</summary>
    public BodyForm Body { get; set; } = BodyForm.Json;

    /// <summary>How several events come in one body; null where a body is one event.</summary>
    public BatchShape? Batch { get; set; }

    /// <summary>Names that come like those of events and are none.</summary>
    public List<string> Handshakes { get; } = [];

    /// <summary>The version that the provider's documents state of themselves; null where they state none.</summary>
    public string? StatedVersion { get; set; }

    /// <summary>Whether the events are CloudEvents, each of them the whole envelope.</summary>
    public bool IsCloudEvents { get; set; }

    /// <summary>Whether the last part of the events' names is a version.</summary>
    public bool HasVersions { get; set; }

    /// <summary>Whether this dialect's providers write event names in any case.</summary>
    public bool IgnoreCase { get; set; }

    public List<EventShape> Events { get; } = [];

    /// <summary>The names that the event map gives to types.</summary>
    public IReadOnlyList<ShapeName> GivenNames { get; set; } = [];

    /// <summary>All definitions of the schemas, used or not, in the order of the documents.</summary>
    public IReadOnlyList<ShapeName> Definitions { get; set; } = [];
}

/// <summary>A body that holds several events.</summary>
/// <param name="Array">The way to the array of them; empty where the body is the array.</param>
/// <param name="Item">The way from an item of the array to the event; empty where the item is the event.</param>
/// <param name="Envelope">All of the body, with <see cref="EventRootShape"/> where the events stand; null where nothing more is known of it.</param>
/// <param name="Location">Where it is said.</param>
internal sealed record BatchShape(EquatableArray<string> Array, EquatableArray<string> Item, ObjectShape? Envelope, SchemaLocation Location);
