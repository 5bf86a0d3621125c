using System.Linq;

namespace TypedWebhooks.Generators.Model;

/// <summary>What a record has to keep beside its values, so that it is written back as the provider spelled it.</summary>
internal static class WireSpelling
{
    /// <summary>The format has room for so many explicit nulls; of the members behind them it is an original value.</summary>
    public const int NullSlots = 64;

    /// <summary>And for how so many dates were written.</summary>
    public const int DateSlots = 8;

    /// <summary>How its dates were written, and which of its members were null rather than absent.</summary>
    public static bool HasFormat(RecordModel record) =>
        record.Members.Any(static member => member.Format is not null || member.NullSlot is not null);

    /// <summary>The case in which an event's name came, where case makes no difference.</summary>
    public static bool HasEventTypeText(ProviderModel provider, RecordModel record) =>
        provider.IgnoreCase && record.Event is not null;

    /// <summary>Values that say more than their type holds. Events have them from the root.</summary>
    public static bool HasOriginalValues(RecordModel record) =>
        record.Kind is RecordKind.Event or RecordKind.Group or RecordKind.Batch || record.Members.Any(CanBeInexact);

    /// <summary>
    /// Whether the record declares the property for them itself, and has it neither from the library nor from the part of a body
    /// that it is based on, which has it only where one of the members that it gives on can say more.
    /// </summary>
    public static bool DeclaresOriginalValues(RecordModel record) =>
        HasOriginalValues(record)
        && (record.Kind == RecordKind.Case
            || (record is { Kind: RecordKind.Payload, Base: not null } && !record.Members.Any(static member => member.IsInherited && CanBeInexact(member))));

    /// <summary>The same for the field of its format.</summary>
    public static bool DeclaresFormat(RecordModel record) =>
        HasFormat(record)
        && record.Kind != RecordKind.Group
        && (record.Kind != RecordKind.Payload || !record.Members.Any(static member => member.IsInherited && (member.Format is not null || member.NullSlot is not null)));

    private static bool CanBeInexact(MemberModel member) => CanBeInexact(member.Type) || member.NullSlot >= NullSlots;

    /// <summary>Whether JSON can say more with such a value than its type holds.</summary>
    public static bool CanBeInexact(TypeModel type) => type switch
    {
        NullableType nullable => CanBeInexact(nullable.Inner),
        LooseType => true,
        UnionType union => union.Alternatives.Any(CanBeInexact),
        ListType list => CanBeInexact(list.Item),
        MapType map => CanBeInexact(map.Value),
        ScalarType { Kind: ScalarKind.String or ScalarKind.Boolean or ScalarKind.Json } => false,
        RecordType or HierarchyType => false,
        _ => true,
    };
}
