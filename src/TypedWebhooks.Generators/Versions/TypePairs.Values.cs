using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Versions;

/// <content>The types of members.</content>
internal sealed partial class TypePairs
{
    private static readonly CopiedValue s_copied = new();

    /// <summary>How a value becomes one of another type; null where nobody can say but the user.</summary>
    /// <param name="resolve">Takes each pair of types that have names, and says who makes the one of the other; null where it is only asked whether it can be done.</param>
    private static ValueConversion? Convert(TypeModel before, TypeModel after, Func<TypePair, MethodReference>? resolve)
    {
        // What JSON was instead of the value has a place in the newer record only where that is as loose.
        if (before is LooseType && after is not LooseType)
        {
            return null;
        }

        bool wasNullable = before is NullableType or LooseType, isNullable = after is NullableType or LooseType;
        return wasNullable && !isNullable ? null : ConvertInner(Inner(before), Inner(after), wasNullable, resolve);
    }

    private static ValueConversion? ConvertInner(TypeModel before, TypeModel after, bool isNullable, Func<TypePair, MethodReference>? resolve)
    {
        if (NameOf(before) is { } old && NameOf(after) is { } name)
        {
            return new MadeValue(resolve?.Invoke(new(old, name)) ?? new(name, IsOwn: false), isNullable, before is EnumType, after);
        }

        switch (before, after)
        {
            case (ScalarType was, ScalarType now):
                return CSharpType(was.Kind) == CSharpType(now.Kind) ? s_copied
                    : Widens(was.Kind, now.Kind) ? new CastValue(after, s_copied)
                    : null;
            case (ListType was, ListType now):
                return Items(was.Item, now.Item, isNullable, resolve);
            case (MapType was, MapType now) when !now.Required.Except(was.Required, StringComparer.Ordinal).Any():
                return Items(was.Value, now.Value, isNullable, resolve);
            case (UnionType was, UnionType now):
                return Union(was, now, isNullable, resolve);
            default:
                return null;
        }
    }

    private static ValueConversion? Items(TypeModel before, TypeModel after, bool isNullable, Func<TypePair, MethodReference>? resolve) =>
        Convert(before, after, resolve) switch
        {
            null => null,

            // What C# widens by itself, it does not widen within a list.
            CastValue => new ItemsConversion(new CastValue(after, s_copied), isNullable),
            { } item when IsValueType(Inner(after)) && before is NullableType != after is NullableType => new ItemsConversion(new CastValue(after, item), isNullable),
            CopiedValue => s_copied,
            { } item => new ItemsConversion(item, isNullable),
        };

    /// <summary>Each alternative becomes the one of the same type or, where it has a name, the one in the same place.</summary>
    private static ValueConversion? Union(UnionType before, UnionType after, bool isNullable, Func<TypePair, MethodReference>? resolve)
    {
        if (before.Alternatives.Count > after.Alternatives.Count)
        {
            return null;
        }

        List<ValueConversion> alternatives = [];
        for (int i = 0; i < before.Alternatives.Count; i++)
        {
            if (!IsSame(before.Alternatives[i], after.Alternatives[i]) || Convert(before.Alternatives[i], after.Alternatives[i], resolve) is not { } alternative)
            {
                return null;
            }

            alternatives.Add(alternative);
        }

        return before.Alternatives.Count == after.Alternatives.Count && alternatives.TrueForAll(static alternative => alternative is CopiedValue)
            ? s_copied
            : new UnionConversion(after, alternatives.ToEquatableArray(), isNullable);
    }

    /// <summary>Whether two alternatives are one to whoever switches over them: nothing is widened there.</summary>
    private static bool IsSame(TypeModel before, TypeModel after) => (before, after) switch
    {
        (ScalarType was, ScalarType now) => CSharpType(was.Kind) == CSharpType(now.Kind),
        _ => before.GetType() == after.GetType(),
    };

    /// <summary>The name of a type that has one, and can therefore have a method of its own.</summary>
    private static CSharpName? NameOf(TypeModel type) => type switch
    {
        RecordType record => record.Name,
        EnumType values => values.Name,
        HierarchyType hierarchy => hierarchy.Name,
        _ => null,
    };

    /// <summary>The type of a member's value, which may also be null where the member may be absent.</summary>
    private static TypeModel TypeOf(MemberModel member) =>
        member.IsNullable && member.Type is not (NullableType or LooseType) ? new NullableType(member.Type) : member.Type;

    private static TypeModel Inner(TypeModel type) => type switch
    {
        NullableType nullable => nullable.Inner,
        LooseType loose => loose.Inner,
        _ => type,
    };

    private static bool IsValueType(TypeModel type) => type is EnumType or UnionType or ScalarType { Kind: not ScalarKind.String };

    /// <summary>The kinds that are one type in C# are one value, however the provider writes it.</summary>
    private static ScalarKind CSharpType(ScalarKind kind) => kind switch
    {
        ScalarKind.Int64OrString or ScalarKind.Int64Text => ScalarKind.Int64,
        ScalarKind.UInt64OrString or ScalarKind.UInt64Text => ScalarKind.UInt64,
        ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds => ScalarKind.DateTimeOffset,
        _ => kind,
    };

    /// <summary>The numbers that C# makes of others without being asked.</summary>
    private static bool Widens(ScalarKind before, ScalarKind after) => (CSharpType(before), CSharpType(after)) switch
    {
        (ScalarKind.Int32, ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal) => true,
        (ScalarKind.Int64 or ScalarKind.UInt64, ScalarKind.Double or ScalarKind.Decimal) => true,
        _ => false,
    };
}
