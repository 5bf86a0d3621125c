using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Model;

/// <summary>The type of a member.</summary>
internal abstract record TypeModel;

internal sealed record ScalarType(ScalarKind Kind) : TypeModel;

internal sealed record RecordType(CSharpName Name) : TypeModel;

internal sealed record EnumType(CSharpName Name) : TypeModel;

internal sealed record ListType(TypeModel Item) : TypeModel;

/// <summary>An object without members of its own.</summary>
/// <param name="Required">The members that it has to have all the same.</param>
internal sealed record MapType(TypeModel Value, EquatableArray<string> Required) : TypeModel;

internal sealed record NullableType(TypeModel Inner) : TypeModel;

/// <summary>A value that is null where the JSON is something else, which the record keeps.</summary>
internal sealed record LooseType(TypeModel Inner) : TypeModel;

/// <summary>One of two to four types.</summary>
internal sealed record UnionType(EquatableArray<TypeModel> Alternatives) : TypeModel;

/// <summary>One of a closed set of records.</summary>
internal sealed record HierarchyType(CSharpName Name) : TypeModel;

/// <summary>The events of a batch.</summary>
internal sealed record EventsType : TypeModel;

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    UInt64,

    /// <summary>A 64-bit integer that may come as a string, as JSON Schema's format <c>int64</c> does from many providers.</summary>
    Int64OrString,
    UInt64OrString,

    /// <summary>A 64-bit integer that comes as a string, as in protobuf's JSON, and is written as one.</summary>
    Int64Text,
    UInt64Text,
    Double,
    Decimal,
    Guid,

    /// <summary>RFC 3339 date-time; where it has no offset it is UTC.</summary>
    DateTimeOffset,

    /// <summary>A point in time as the number of seconds, or milliseconds, since 1970.</summary>
    UnixSeconds,
    UnixMilliseconds,
    DateOnly,
    TimeOnly,

    /// <summary>Anything: <c>JsonElement</c>.</summary>
    Json,
}
