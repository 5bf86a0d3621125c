using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit;

/// <summary>The schema of each type of a catalogue.</summary>
internal sealed class SchemaLines
{
    private readonly EventCatalog _catalog;
    private readonly ILookup<CSharpName, RecordModel> _derived;

    public SchemaLines(EventCatalog catalog)
    {
        _catalog = catalog;
        _derived = catalog.Records.Where(static record => record.Base is not null).ToLookup(static record => record.Base!.Value);
        All = [.. Lines()];
    }

    public IReadOnlyList<(CSharpName Name, SchemaJson Schema)> All { get; }

    public int Count => All.Count;

    private IEnumerable<(CSharpName Name, SchemaJson Schema)> Lines()
    {
        ProviderModel provider = _catalog.Provider;
        yield return (provider.Root, Root());
        yield return (provider.Unrecognized, SchemaJson.Object(("type", SchemaJson.Text("object"))));
        if (_catalog.Batch is { } batch)
        {
            yield return (batch.Name, provider.BatchPath!.Array.Count == 0 ? Events(0) : Record(batch with { Members = batch.Members.Select(AsMeant).ToEquatableArray() }));
        }

        foreach (RecordModel record in _catalog.Records)
        {
            yield return (record.Name, record.Kind == RecordKind.Group ? OneOf(Leaves(record.Name).Select(static leaf => leaf.Name), record.Description) : Record(record));
        }

        foreach (HierarchyModel hierarchy in _catalog.Hierarchies)
        {
            yield return (hierarchy.Name, OneOf(
                hierarchy.Cases.Select(static c => c.Record).Distinct(),
                hierarchy.Description,
                Discriminator(hierarchy.Discriminator, hierarchy.Cases.Select(static c => (c.Value, c.Record)))));
            yield return (hierarchy.Unrecognized, SchemaJson.Object(("type", SchemaJson.Text("object"))));
        }

        foreach (EnumModel values in _catalog.Enums)
        {
            yield return (values.Name, SchemaJson.Object(
                Description(values.Description),
                ("type", SchemaJson.Text("string")),
                ("enum", SchemaJson.Array(values.Members.Select(static member => SchemaJson.Text(member.WireName))))));
        }
    }

    private SchemaJson Root()
    {
        EventKey key = _catalog.Provider.Key;
        return OneOf(
            _catalog.Events.Select(static e => e.Record).Distinct(),
            _catalog.Description,
            key.IsOneMember && _catalog.Provider is { FurtherKeys.Count: 0, IsNamedOutside: false } ? Discriminator(key.Parts[0].Path[0], _catalog.Events.Select(static e => (e.EventType, e.Record))) : default);
    }

    private IEnumerable<RecordModel> Leaves(CSharpName group) => _derived[group].SelectMany(record => record.Kind == RecordKind.Group ? Leaves(record.Name) : [record]);

    private static SchemaJson OneOf(IEnumerable<CSharpName> names, string? description, (string Name, SchemaJson Value) discriminator = default) => SchemaJson.Object(
        Description(description),
        ("oneOf", SchemaJson.Array(names.Select(Reference))),
        discriminator);

    private static (string Name, SchemaJson Value) Discriminator(string member, IEnumerable<(string Value, CSharpName Record)> cases) => ("discriminator", SchemaJson.Object(
        ("propertyName", SchemaJson.Text(member)),
        ("mapping", SchemaJson.Object([.. cases.Select(static c => (c.Value, SchemaJson.Text("#/$defs/" + c.Record.Bare.Text)))]))));

    /// <summary>The events of a batch, from a place on the way to them.</summary>
    private SchemaJson Events(int at)
    {
        BatchModel path = _catalog.Provider.BatchPath!;
        int behind = at - path.Array.Count - 1;
        return behind == path.Item.Count ? Reference(_catalog.Provider.Root)
            : at == path.Array.Count ? SchemaJson.Object(("type", SchemaJson.Text("array")), ("items", Events(at + 1)))
            : SchemaJson.Object(
                ("type", SchemaJson.Text("object")),
                ("properties", SchemaJson.Object([(at < path.Array.Count ? path.Array[at] : path.Item[behind], Events(at + 1))])));
    }

    /// <summary>A member of an envelope as the provider says it, however much more is taken.</summary>
    private static MemberModel AsMeant(MemberModel member) => member.Type is LooseType loose ? member with { Type = loose.Inner } : member;

    private SchemaJson Record(RecordModel record)
    {
        SchemaJson[] required = [.. record.Members.Where(static member => member.IsRequired).Select(static member => SchemaJson.Text(member.WireName))];
        return SchemaJson.Object(
            Description(record.Description),
            ("type", SchemaJson.Text("object")),
            ("properties", SchemaJson.Object([.. record.Members.Select(member => (member.WireName, Member(member)))])),
            required.Length == 0 ? default : ("required", SchemaJson.Array(required)));
    }

    private SchemaJson Member(MemberModel member) =>
        member.Type is EventsType ? Events(1)
        : member.Constant is null ? Type(member.Type)
        : SchemaJson.Object(
            ("type", SchemaJson.Text(member.IsConstantNumber ? "integer" : "string")),
            ("const", member.IsConstantNumber ? SchemaJson.Number(member.Constant) : SchemaJson.Text(member.Constant)));

    private static SchemaJson Type(TypeModel type) => type switch
    {
        RecordType record => Reference(record.Name),
        HierarchyType hierarchy => Reference(hierarchy.Name),
        EnumType values => Reference(values.Name),
        ListType list => SchemaJson.Object(("type", SchemaJson.Text("array")), ("items", Type(list.Item))),
        MapType map => SchemaJson.Object(("type", SchemaJson.Text("object")), ("additionalProperties", Type(map.Value))),
        NullableType { Inner: ScalarType { Kind: ScalarKind.Json } } => SchemaJson.Object(),
        NullableType { Inner: ScalarType scalar } => Scalar(scalar.Kind, orNull: true),
        NullableType nullable => SchemaJson.Object(("anyOf", SchemaJson.Array([Type(nullable.Inner), SchemaJson.Object(("type", SchemaJson.Text("null")))]))),
        UnionType union => SchemaJson.Object(("anyOf", SchemaJson.Array(union.Alternatives.Select(Type)))),
        ScalarType scalar => Scalar(scalar.Kind, orNull: false),
        _ => SchemaJson.Object(),
    };

    private static SchemaJson Scalar(ScalarKind kind, bool orNull)
    {
        string[] types = kind switch
        {
            ScalarKind.Boolean => ["boolean"],
            ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 => ["integer"],
            ScalarKind.Int64OrString or ScalarKind.UInt64OrString => ["integer", "string"],
            ScalarKind.Int64Text or ScalarKind.UInt64Text => ["string", "integer"],
            ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds => ["number", "string"],
            ScalarKind.Double or ScalarKind.Decimal => ["number"],
            ScalarKind.Json => [],
            _ => ["string"],
        };
        string? format = kind switch
        {
            ScalarKind.Int32 => "int32",
            ScalarKind.Int64 or ScalarKind.Int64OrString or ScalarKind.Int64Text => "int64",
            ScalarKind.UInt64 or ScalarKind.UInt64OrString or ScalarKind.UInt64Text => "uint64",
            ScalarKind.Double => "double",
            ScalarKind.Guid => "uuid",
            ScalarKind.DateTimeOffset => "date-time",
            ScalarKind.UnixSeconds => "unixtime",
            ScalarKind.UnixMilliseconds => "unixtime-milliseconds",
            ScalarKind.DateOnly => "date",
            ScalarKind.TimeOnly => "time",
            _ => null,
        };
        if (types.Length == 0)
        {
            return SchemaJson.Object();
        }

        SchemaJson[] names = [.. types.Concat(orNull ? ["null"] : Array.Empty<string>()).Select(SchemaJson.Text)];
        return SchemaJson.Object(
            ("type", names.Length == 1 ? names[0] : SchemaJson.Array(names)),
            format is null ? default : ("format", SchemaJson.Text(format)));
    }

    private static (string Name, SchemaJson Value) Description(string? description) =>
        description is { Length: > 0 } ? ("description", SchemaJson.Text(description)) : default;

    private static SchemaJson Reference(CSharpName name) => SchemaJson.Object(("$ref", SchemaJson.Text("#/$defs/" + name.Bare.Text)));
}
