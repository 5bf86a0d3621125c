using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>A body that holds several events, and what else comes that is no event.</summary>
internal sealed partial class CatalogBuilder
{
    /// <summary>CloudEvents have batches without anybody saying so, and where a line is an event, all lines are one.</summary>
    private static BatchModel? BatchPath(ProviderShape shape) =>
        shape.Body.Kind == BodyKind.JsonLines ? new(EquatableArray<string>.Empty, shape.Batch?.Item ?? EquatableArray<string>.Empty)
        : shape.Batch is { } batch ? new(batch.Array, batch.Item)
        : shape is { IsCloudEvents: true, Key.HasHeader: false } ? new(EquatableArray<string>.Empty, EquatableArray<string>.Empty)
        : null;

    private static IEnumerable<HandshakeModel> Handshakes(ProviderShape shape)
    {
        MemberNameScope names = MemberNameScope.ForHandshakes();
        foreach (string handshake in shape.Handshakes.Distinct(StringComparer.Ordinal))
        {
            yield return new(handshake, names.Take(WireName.ToPascalCase(handshake)));
        }
    }

    /// <summary>
    /// The batch as a record. None of the envelope's members is required, and each is kept as it is where it is not what the schema
    /// says: an envelope that does not fit is no reason to lose the events in it.
    /// </summary>
    private RecordModel? Batch()
    {
        if (_provider.BatchPath is not { } path)
        {
            return null;
        }

        ObjectShape? envelope = path.Array.Count > 0 ? _shape.Batch?.Envelope : null;
        List<MemberShape> members = envelope is null ? [] : [.. Objects.Flatten(envelope).Select(member => path.Array[0] == member.Name ? Events(member.Name, member.Location, member.Description) : Lenient(member))];
        if (path.Array.Count > 0)
        {
            int events = members.FindIndex(static member => member.Shape is EventRootShape);
            MemberShape own = events < 0 ? Events(path.Array[0], _shape.Batch!.Location, description: null) : members[events];

            // Of too many members the last ones have no property, which must not be the events.
            if (events < 0 || events >= Limits.Members)
            {
                members.Remove(own);
                members.Insert(events < 0 ? Math.Min(members.Count, Limits.Members - 1) : 0, own);
            }
        }

        RecordModel batch = new(
            RecordKind.Batch,
            _provider.Batch,
            Base: null,
            IsSealed: true,
            Event: null,
            envelope?.Description,
            IsObsolete: false,
            Members(members.ToImmutableArray(), _provider.Batch, _provider.Batch, RecordKind.Batch, declared: null, e: null),
            EquatableArray<string>.Empty);
        AddPayloads();
        return batch;
    }

    private static MemberShape Events(string name, SchemaLocation location, string? description) =>
        new(name, EventRootShape.Instance, isRequired: false, location) { Description = description };

    private static MemberShape Lenient(MemberShape member) => new(
        member.Name,
        () => member.Shape is AnyShape or LooseShape ? member.Shape : new LooseShape(member.Shape) { Description = member.Shape.Description, Name = member.Shape.Name },
        isRequired: false,
        member.Location)
    {
        Description = member.Description,
        IsObsolete = member.IsObsolete,
    };
}
