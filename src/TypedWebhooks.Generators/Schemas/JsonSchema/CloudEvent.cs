using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The CloudEvents envelope (CloudEvents 1.0, JSON event format, clause 3), with an event's payload in <c>data</c>.</summary>
internal static class CloudEvent
{
    private static readonly string[] s_required = ["id", "source", "specversion", "type"];

    /// <summary>The envelope around a payload; a schema that describes the envelope itself is taken as it is.</summary>
    public static ObjectShape Around(ObjectShape data, SchemaLocation location) =>
        Objects.Find(data, "specversion") is null ? Around(data, isRequired: true, location) : WithoutNulls(data);

    /// <summary>Whether a schema describes the envelope itself: it has all the attributes that every CloudEvent has.</summary>
    public static bool IsEnvelope(ObjectShape body) => s_required.All(name => Objects.Find(body, name) is not null);

    /// <summary>
    /// The envelope as its schema describes it, where an attribute that is null is one that is absent (clause 3 of the JSON event
    /// format), whatever the schema says of it. Those that may not be absent may not be null either.
    /// </summary>
    public static ObjectShape WithoutNulls(ObjectShape envelope)
    {
        List<ObjectShape> chain = [];
        for (ObjectShape? part = envelope; part is not null && !chain.Contains(part); part = part.Base)
        {
            chain.Add(part);
        }

        foreach (ObjectShape part in chain)
        {
            for (int i = 0; i < part.Members.Count; i++)
            {
                MemberShape member = part.Members[i];
                bool isRequired = member.IsRequired || chain.Exists(other => other.Required.Contains(member.Name));
                if (!isRequired && !s_required.Contains(member.Name) && member.Name is not ("data" or "data_base64") && member.Shape is ScalarShape or EnumShape or ConstantShape)
                {
                    part.Members[i] = new(member.Name, new NullableShape(member.Shape), isRequired: false, member.Location) { Description = member.Description, IsObsolete = member.IsObsolete, Facts = member.Facts };
                }
            }

            part.AllMembers = default;
        }

        return envelope;
    }

    /// <summary>The envelope around anything or nothing, of an event without a schema.</summary>
    public static ObjectShape AroundAnything(SchemaLocation location) => Around(new AnyShape(reason: null, location), isRequired: false, location);

    private static ObjectShape Around(Shape data, bool isRequired, SchemaLocation location)
    {
        ObjectShape envelope = new() { Description = data.Description, Content = data as ObjectShape };
        void Add(string name, Shape shape, bool required, string description) =>
            envelope.Members.Add(new(name, required || shape == data ? shape : new NullableShape(shape), required, location) { Description = description });

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
