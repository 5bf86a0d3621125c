using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// What stands around events: CloudEvents' envelope, or one that an event map names. Around one event its members become members of
/// that event; around the events of a batch they are the batch's.
/// </summary>
internal sealed class EventEnvelope
{
    /// <summary>Stands for the content of events that have no schema.</summary>
    private static readonly Shape s_anything = new ScalarShape(ScalarKind.Json);

    private readonly Dictionary<Shape, ObjectShape> _around = [];
    private readonly EventMap? _map;
    private readonly SchemaDiagnostics _diagnostics;
    private readonly ObjectShape? _stated;
    private readonly bool _isOfBatch;

    public EventEnvelope(EventMap? map, SchemaSet schemas, EventBodies bodies, SchemaDiagnostics diagnostics)
    {
        _map = map;
        _diagnostics = diagnostics;
        if (map is { Envelope: { } reference })
        {
            SchemaNode? target = schemas.Locate(map.Document, reference);
            _stated = target is { } schema ? bodies.OfNamedEvent(schema) : null;
            if (_stated is null)
            {
                Say(reference, target is null
                    ? $"The envelope '{reference.Value}' leads nowhere: none of the provider's schemas has it"
                    : $"The envelope '{reference.Value}' is not the schema of an object");
            }
        }

        _isOfBatch = map is { Batch: { } batch } && (map.Data is null || (_stated is not null && BatchIn(_stated, batch) is not null));
        if (map is { Data: { } data, Envelope: null })
        {
            Say(data.Pointer, "data leads to a place in the envelope, and the map names none: say with envelope which schema that is");
        }
    }

    /// <summary>Whether what the map says of the envelope does not fit, which has been said.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The whole event around what its own schema describes.</summary>
    public ObjectShape Around(ObjectShape body, SchemaLocation location) =>
        _map is { IsCloudEvents: true } ? CloudEvent.Around(body, location)
        : CloudEvent.IsEnvelope(body) ? CloudEvent.WithoutNulls(body)
        : _isOfBatch ? body
        : _map?.Data is not null ? WithData(body, location)
        : _stated is not null ? Beside(body)
        : body;

    /// <summary>The whole event around anything, where it has no schema.</summary>
    public ObjectShape AroundAnything(SchemaLocation location) =>
        _map is { IsCloudEvents: true } ? CloudEvent.AroundAnything(location)
        : _isOfBatch ? new()
        : _map?.Data is not null ? WithData(content: null, location)
        : _stated is not null ? Beside(new())
        : new();

    /// <summary>Several events in one body, as the map says it; null where it says nothing of that.</summary>
    /// <param name="bodies">Bodies whose schemas hold the events, to be taken for the envelope where the map names none.</param>
    public BatchShape? Batch(IReadOnlyList<ObjectShape> bodies)
    {
        if (_map is not { Batch: { } batch })
        {
            return null;
        }

        if (_isOfBatch && _stated is not null)
        {
            ObjectShape? envelope = BatchIn(_stated, batch);
            if (envelope is null)
            {
                Say(batch.Pointer, $"'{batch.Pointer.Value}' leads to no array in the envelope");
            }

            return new(batch.Array, batch.Item, envelope, _map.Document.At(batch.Pointer));
        }

        ObjectShape? common = bodies.Count == 0 ? null : BatchIn(Common(bodies), batch);
        return new(batch.Array, batch.Item, common, _map.Document.At(batch.Pointer));
    }

    /// <summary>What several envelopes have in common: the members that each of them has alike.</summary>
    private static ObjectShape Common(IReadOnlyList<ObjectShape> bodies)
    {
        if (bodies.Count == 1)
        {
            return bodies[0];
        }

        ObjectShape common = new();
        foreach (MemberShape member in Objects.Flatten(bodies[0]))
        {
            List<MemberShape?> others = [.. bodies.Skip(1).Select(body => Objects.Find(body, member.Name))];
            if (others.TrueForAll(static other => other is not null))
            {
                // The events' own member differs from body to body, and is replaced as a whole.
                common.Members.Add(others.TrueForAll(other => Objects.IsSame(member, other!)) || Lists.In(member.Shape) is not null
                    ? member
                    : new(member.Name, new AnyShape("it is another thing in each body", member.Location), isRequired: false, member.Location));
            }
        }

        return common;
    }

    private ObjectShape? BatchIn(ObjectShape envelope, EventBatch batch) => batch.Array.Count == 0
        ? null
        : ShapeAt.Replace(envelope, [.. batch.Array, "*", .. batch.Item], EventRootShape.Instance, _map!.Document.At(batch.Pointer));

    /// <summary>
    /// The envelope with the event's own shape in its place. What lies on the way there is the same for all events of one schema, and
    /// is called after that.
    /// </summary>
    private ObjectShape WithData(Shape? content, SchemaLocation location)
    {
        Shape key = content ?? s_anything;
        if (!_around.TryGetValue(key, out ObjectShape? around))
        {
            around = Around(content ?? new AnyShape(reason: null, location), location, content is null ? _stated?.Name : content.Name);
            _around.Add(key, around);
        }

        ObjectShape whole = new() { IsClosed = around.IsClosed, IsObsolete = around.IsObsolete, Content = content as ObjectShape };
        whole.Members.AddRange(around.Members);
        whole.Required.UnionWith(around.Required);
        return whole;
    }

    private ObjectShape Around(Shape content, SchemaLocation location, ShapeName? name)
    {
        EventData data = _map!.Data!;
        ObjectShape? whole = _stated is null ? null : ShapeAt.Replace(_stated, [.. data.Path], content, location);
        if (_stated is not null && whole is null)
        {
            Say(data.Pointer, $"'{data.Pointer.Value}' leads nowhere in the envelope '{_map.Envelope!.Value}'");
        }

        whole ??= (ObjectShape)ShapeAt.Around(content, [.. data.Path], location);
        Shape at = whole;
        foreach (string token in data.Path.Take(data.Path.Count - 1))
        {
            if (Objects.In(at) is not { } o || Objects.Find(o, token) is not { } member)
            {
                break;
            }

            name = name?.Member(token);
            at = member.Shape;
            name?.GiveTo(at);
        }

        return whole;
    }

    /// <summary>The members of the envelope and those of the event, which stand beside one another.</summary>
    private ObjectShape Beside(ObjectShape body)
    {
        HashSet<string> own = [.. Objects.Flatten(body).Select(static member => member.Name)];
        ObjectShape whole = new() { Description = body.Description, IsObsolete = body.IsObsolete };
        whole.Members.AddRange(Objects.Flatten(_stated!).Where(member => !own.Contains(member.Name)));
        whole.Members.AddRange(Objects.Flatten(body));
        whole.Required.UnionWith(Objects.Required(_stated!));
        whole.Required.UnionWith(Objects.Required(body));
        return whole;
    }

    private void Say(JsonString place, string message)
    {
        IsBroken = true;
        _diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, _map!.Document.At(place), message);
    }
}
