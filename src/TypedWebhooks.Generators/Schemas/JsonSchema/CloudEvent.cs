using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The CloudEvents envelope (CloudEvents 1.0, JSON event format, clause 3), with an event's payload in <c>data</c>.</summary>
internal static class CloudEvent
{
    /// <summary>The envelope around a payload; a schema that describes the envelope itself is taken as it is.</summary>
    public static ObjectShape Around(ObjectShape data, SchemaLocation location) =>
        Objects.Find(data, "specversion") is not null ? data : Around(data, isRequired: true, location);

    /// <summary>The envelope around anything or nothing, of an event without a schema.</summary>
    public static ObjectShape AroundAnything(SchemaLocation location) => Around(new AnyShape(reason: null, location), isRequired: false, location);

    private static ObjectShape Around(Shape data, bool isRequired, SchemaLocation location)
    {
        ObjectShape envelope = new() { Description = data.Description, Content = data as ObjectShape };
        void Add(string name, Shape shape, bool required, string description) =>
            envelope.Members.Add(new(name, shape, required, location) { Description = description });

        Add("specversion", new ScalarShape(ScalarKind.String), true, "The version of CloudEvents, such as 1.0.");
        Add("id", new ScalarShape(ScalarKind.String), true, "Identifies the event: source and id together are unique.");
        Add("source", new ScalarShape(ScalarKind.String), true, "The context in which the event happened, a URI reference.");
        Add("type", new ScalarShape(ScalarKind.String), true, "The type of the event.");
        Add("subject", new ScalarShape(ScalarKind.String), false, "The subject of the event in the context of its source.");
        Add("time", new ScalarShape(ScalarKind.DateTimeOffset), false, "When the event happened.");
        Add("datacontenttype", new ScalarShape(ScalarKind.String), false, "The media type of the data.");
        Add("dataschema", new ScalarShape(ScalarKind.String), false, "The schema of the data, a URI.");
        Add("data", data, isRequired, "The event's payload.");
        return envelope;
    }

    /// <summary>What binary mode asks for: which attributes are more than texts in the schemas.</summary>
    public static CloudEventsModel Model(IEnumerable<EventShape> events) => new(events
        .SelectMany(static e => Objects.Flatten(e.Body))
        .Where(static member => member.Name != "data" && IsPlain(member.Shape))
        .Select(static member => member.Name)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray());

    private static bool IsPlain(Shape shape) => shape switch
    {
        ScalarShape scalar => scalar.Kind is ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double,
        NullableShape nullable => IsPlain(nullable.Inner),
        LooseShape loose => IsPlain(loose.Inner),
        DeferredShape { Target: { } target } => IsPlain(target),
        _ => false,
    };
}
