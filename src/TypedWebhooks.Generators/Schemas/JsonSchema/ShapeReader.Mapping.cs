using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Objects that OpenAPI tells apart by a <c>discriminator</c>, whose schemas leave its member a string. A schema that has a mapping and no
/// <c>oneOf</c> is each of those to which the mapping leads, and these extend it in turn.
/// </summary>
internal sealed partial class ShapeReader
{
    private readonly Dictionary<JsonNode, Shape> _bases = [];

    /// <summary>What schemas are that others extend, with no value of the discriminator in particular.</summary>
    private readonly HashSet<Shape> _baseShapes = [];

    /// <summary>The objects that have the discriminator's value by a mapping, each with the schema to which that leads.</summary>
    private readonly Dictionary<ObjectShape, JsonNode> _narrowed = [];

    /// <summary>
    /// What the mapping of a schema leads to; null where it has none, or its alternatives are listed. A mapping is a hint and no
    /// validation (OpenAPI 3.1, clause 4.8.25): what only the schema itself fits is valid too.
    /// </summary>
    private Shape? ReadMapped(SchemaNode schema, JsonObject keywords)
    {
        if (TryGetAlternatives(schema.Node, out _) || DiscriminatorMapping.Of(keywords) is not { Entries.Count: > 0 } mapping)
        {
            return null;
        }

        List<(string Value, ObjectShape Shape)> cases = [];
        foreach (MappedSchema mapped in Mapped(schema, mapping))
        {
            Shape shape = mapped.Schema.Node == schema.Node ? ReadBase(schema) : Read(mapped.Schema);
            if (Finished(shape) is { } known && Objects.In(known) is { } o)
            {
                ObjectShape narrowed = Narrow(o, mapping.Member, mapped);
                cases.AddRange(mapped.Values.Select(value => (value, narrowed)));
            }
        }

        return cases.Count == 0 ? null
            : cases.TrueForAll(each => each.Shape == cases[0].Shape) ? cases[0].Shape
            : new HierarchyShape(mapping.Member, cases) { IsOpen = true };
    }

    /// <summary>The schemas to which a mapping leads, each with its values. A reference that leads nowhere has been said to.</summary>
    public IEnumerable<MappedSchema> Mapped(SchemaNode schema, DiscriminatorMapping mapping) => mapping.Entries
        .Select(entry => (entry.Value, entry.Reference, Schema: schemas.Resolve(schema, entry.Reference)))
        .Where(static entry => entry.Schema is not null)
        .GroupBy(static entry => entry.Schema!.Value.Node)
        .Select(group => new MappedSchema(
            group.First().Schema!.Value,
            [.. group.Select(static entry => entry.Value)],
            schema.Resource.Document.At(group.First().Reference)));

    /// <summary>Reads a schema as what another one extends: as the object that it is itself, and not as what its mapping leads to.</summary>
    private Shape ReadBase(SchemaNode schema)
    {
        SchemaNode at = schemas.At(schema);
        for (int step = 0; step < MaxDepth && OnlyReference(at) is { } reference && schemas.Resolve(at, reference) is { } target; step++)
        {
            at = schemas.At(target);
        }

        if (at.Object is not { } keywords || TryGetAlternatives(at.Node, out _) || DiscriminatorMapping.Of(keywords) is not { Entries.Count: > 0 })
        {
            return Read(schema);
        }

        if (!_bases.TryGetValue(at.Node, out Shape? shape))
        {
            // It has no name of its own: that is the name of what the mapping leads to. What it refers to itself by stays unfinished.
            DeferredShape deferred = new();
            _bases.Add(at.Node, deferred);
            shape = ReadParts(at, keywords);
            deferred.Target = shape;
            _bases[at.Node] = shape;
            _baseShapes.Add(shape);
        }

        return shape;
    }

    /// <summary>The same object on its own: a schema that adds nothing to what it extends is not that, and has another name.</summary>
    private static ObjectShape Copy(ObjectShape shape)
    {
        ObjectShape own = new() { Description = shape.Description, IsClosed = shape.IsClosed, IsObsolete = shape.IsObsolete };
        own.Members.AddRange(Objects.Flatten(shape));
        own.Required.UnionWith(Objects.Required(shape));
        return own;
    }

    /// <summary>
    /// Says of each alternative that the discriminator's member is its value there: by the mapping or, where there is none, by the name of
    /// the component. What the schemas say themselves stands.
    /// </summary>
    private void NarrowAlternatives(SchemaNode schema, IEnumerable<JsonNode> alternatives)
    {
        if (schema.Object is not { } keywords || DiscriminatorMapping.Of(keywords) is not { } mapping)
        {
            return;
        }

        ILookup<JsonNode, MappedSchema> byTarget = Mapped(schema, mapping).ToLookup(static mapped => mapped.Schema.Node);
        foreach (SchemaNode alternative in alternatives.Select(schema.In))
        {
            if (OnlyReference(alternative) is not { } reference || schemas.TryResolve(alternative, reference) is not { } target || Finished(Read(target)) is not { } known || Objects.In(known) is not { } o)
            {
                continue;
            }

            MappedSchema? mapped = byTarget[target.Node].FirstOrDefault()
                ?? (schemas.KeyOf(target.Node) is { } name ? new MappedSchema(target, [name], schema.Resource.Document.At(reference)) : null);
            if (mapped is not null)
            {
                Narrow(o, mapping.Member, mapped);
            }
        }
    }

    /// <summary>An object with the value that one of its members has by a mapping, unless the object's own schema says what that can be.</summary>
    private ObjectShape Narrow(ObjectShape shape, string name, MappedSchema mapped)
    {
        MemberShape? member = Objects.Find(shape, name);
        if (member is not null && Constants.Of(member.Shape) is { } constants && (constants.Count <= mapped.Values.Count || constants.Count == 1) && !_narrowed.ContainsKey(shape))
        {
            return shape;
        }

        // A schema that adds nothing to what it extends is the same shape as that, and as others that add nothing.
        JsonNode node = mapped.Schema.Node;
        if (_baseShapes.Contains(shape) || (_narrowed.TryGetValue(shape, out JsonNode? owner) && owner != node))
        {
            shape = Copy(shape);
            schemas.NameOf(mapped.Schema)?.GiveTo(shape);
            _shapes[node] = shape;
        }

        if (_narrowed.ContainsKey(shape))
        {
            return shape;
        }

        _narrowed.Add(shape, node);
        Shape value = mapped.Values.Count == 1 ? new ConstantShape(mapped.Values[0], mapped.Location) : new EnumShape(mapped.Values);
        MemberShape said = new(name, value, isRequired: true, member?.Location ?? mapped.Location)
        {
            Description = member?.Description,
            IsObsolete = member?.IsObsolete ?? false,
        };
        int at = shape.Members.FindIndex(m => m.Name == name);
        if (at >= 0)
        {
            shape.Members[at] = said;
        }
        else
        {
            shape.Members.Insert(0, said);
        }

        shape.Required.Add(name);
        shape.AllMembers = default;
        return shape;
    }
}

/// <summary>A schema to which a discriminator's mapping leads.</summary>
/// <param name="Values">The values of the discriminator's member that lead there.</param>
/// <param name="Location">Where the mapping says so.</param>
internal sealed record MappedSchema(SchemaNode Schema, IReadOnlyList<string> Values, Items.SchemaLocation Location);
