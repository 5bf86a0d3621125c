using System;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// A type as emitted code names it. The provider's own types stand by their simple names, which nothing in their namespace
/// can hide; all others by <c>global::</c>.
/// </summary>
internal readonly struct TypeReference
{
    private readonly string? _text;

    private TypeReference(string text) => _text = text;

    /// <summary>The type of a property: nullable where the schema lets it be null or absent.</summary>
    public static TypeReference Property(MemberModel member) => new(Nullable(Name(Inner(member.Type)), member.IsNullable));

    public static TypeReference Of(TypeModel type) => new(Item(type, ""));

    /// <summary>A type of one of several versions, as code beside their namespaces names it.</summary>
    public static TypeReference In(CSharpName version, TypeModel type) =>
        new(Nullable(Name(Inner(type), version + "."), type is NullableType or LooseType));

    /// <summary>The type of a value that is there and is no null.</summary>
    public static TypeModel Inner(TypeModel type) => type switch
    {
        NullableType nullable => nullable.Inner,
        LooseType loose => loose.Inner,
        _ => type,
    };

    public static bool IsValueType(TypeModel type) => type is EnumType or UnionType or ScalarType { Kind: not ScalarKind.String };

    public override string ToString() => _text ?? "object";

    private static string Nullable(string name, bool nullable) => nullable ? name + "?" : name;

    private static string Name(TypeModel type, string version = "") => type switch
    {
        RecordType record => version + record.Name,
        EnumType values => version + values.Name,
        HierarchyType hierarchy => version + hierarchy.Name,
        UnionType union => $"global::TypedWebhooks.Union<{string.Join(", ", union.Alternatives.Select(alternative => Item(alternative, version)))}>",
        ListType list => $"global::TypedWebhooks.EquatableList<{Item(list.Item, version)}>",
        MapType map => $"global::TypedWebhooks.EquatableDictionary<{Item(map.Value, version)}>",
        ScalarType scalar => Name(scalar.Kind),
        _ => throw new InvalidOperationException("A type that has no name."),
    };

    /// <summary>The type of an argument of a generic one.</summary>
    private static string Item(TypeModel type, string version) => type is NullableType nullable ? Name(nullable.Inner, version) + "?" : Name(type, version);

    private static string Name(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "string",
        ScalarKind.Boolean => "bool",
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 or ScalarKind.Int64OrString or ScalarKind.Int64Text => "long",
        ScalarKind.UInt64 or ScalarKind.UInt64OrString or ScalarKind.UInt64Text => "ulong",
        ScalarKind.Double => "double",
        ScalarKind.Decimal => "decimal",
        ScalarKind.Guid => "global::System.Guid",
        ScalarKind.DateTimeOffset or ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds => "global::System.DateTimeOffset",
        ScalarKind.DateOnly => "global::System.DateOnly",
        ScalarKind.TimeOnly => "global::System.TimeOnly",
        ScalarKind.Json => "global::System.Text.Json.JsonElement",
        _ => throw new InvalidOperationException("A scalar that has no name."),
    };
}
