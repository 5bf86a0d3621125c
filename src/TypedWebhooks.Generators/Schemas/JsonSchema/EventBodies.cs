using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Schemas as the bodies of events. An object that states no members is one too: all that it has is additional.</summary>
internal sealed class EventBodies(SchemaSet schemas, ShapeReader shapes)
{
    private static readonly string[] s_ofObjects =
    [
        "properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "propertyNames", "required", "minProperties", "maxProperties",
        "dependencies", "dependentRequired", "dependentSchemas",
    ];

    private readonly Dictionary<Shape, ObjectShape> _withoutMembers = [];
    private readonly Dictionary<Shape, ObjectShape?> _united = [];

    /// <summary>The body that a schema describes; null where it describes no object.</summary>
    public ObjectShape? Of(SchemaNode schema)
    {
        Shape shape = shapes.Read(schema);
        return Objects.In(shape) ?? (IsMap(shape) ? WithoutMembers(shape) : null);
    }

    /// <summary>The body of a schema that is said to be an event: what speaks of members is an object then, be it that it lets other values through.</summary>
    public ObjectShape? OfEvent(SchemaNode schema) =>
        Of(schema) ?? (shapes.Read(schema) is AnyShape { Reason: null } any && SpeaksOfMembers(schema, depth: 0) ? WithoutMembers(any) : null);

    /// <summary>
    /// The body of a schema that a map or a document names as an event: where it lets everything through, it lets objects through, and one of
    /// several objects has the members of all of them.
    /// </summary>
    public ObjectShape? OfNamedEvent(SchemaNode schema) =>
        Of(schema) ?? United(schema) ?? (schema.Node is JsonObject or JsonBoolean { Value: true } && shapes.Read(schema) is AnyShape { Reason: null } any ? WithoutMembers(any) : null);

    private ObjectShape? United(SchemaNode schema)
    {
        Shape shape = shapes.Read(schema);
        if (!_united.TryGetValue(shape, out ObjectShape? body))
        {
            body = shapes.United(schema);
            _united.Add(shape, body);
        }

        return body;
    }

    private ObjectShape WithoutMembers(Shape shape)
    {
        if (!_withoutMembers.TryGetValue(shape, out ObjectShape? body))
        {
            body = new() { Description = shape.Description, Name = shape.Name };
            _withoutMembers.Add(shape, body);
        }

        return body;
    }

    private static bool IsMap(Shape shape) => shape switch
    {
        MapShape => true,
        LooseShape loose => IsMap(loose.Inner),
        NullableShape nullable => IsMap(nullable.Inner),
        DeferredShape { Target: { } target } => IsMap(target),
        _ => false,
    };

    private bool SpeaksOfMembers(SchemaNode schema, int depth)
    {
        if (schema.Object is not { } o || depth > 8)
        {
            return false;
        }

        return s_ofObjects.Any(keyword => o.TryGet(keyword, out _))
            || (o.TryGet("allOf", out JsonNode? all) && all is JsonArray conjuncts && conjuncts.Items.Any(conjunct => SpeaksOfMembers(schema.In(conjunct), depth + 1)))
            || (ShapeReader.Reference(o) is { } reference && schemas.TryResolve(schema, reference) is { } target && SpeaksOfMembers(target, depth + 1));
    }
}
