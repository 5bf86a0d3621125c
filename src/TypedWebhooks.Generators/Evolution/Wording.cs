using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>How changes are put into words.</summary>
internal static class Wording
{
    private const int MaxListed = 5;

    /// <summary>A type as people write it.</summary>
    public static string TypeText(WireType type, bool isNullable = false) => (type.Form switch
    {
        WireForm.Named => type.Name,
        WireForm.List => $"IReadOnlyList<{TypeText(type.Inner)}>",
        WireForm.Map => $"IReadOnlyDictionary<string, {TypeText(type.Inner)}>",
        WireForm.Nullable or WireForm.Loose => TypeText(type.Inner, isNullable: true),
        WireForm.Union => $"Union<{string.Join(", ", type.Parts.Select(static part => TypeText(part)))}>",
        _ => type.Kind switch
        {
            ScalarKind.Boolean => "bool",
            ScalarKind.Int32 => "int",
            ScalarKind.Int64 or ScalarKind.Int64OrString or ScalarKind.Int64Text => "long",
            ScalarKind.UInt64 or ScalarKind.UInt64OrString or ScalarKind.UInt64Text => "ulong",
            ScalarKind.Double => "double",
            ScalarKind.Decimal => "decimal",
            ScalarKind.Guid => "Guid",
            ScalarKind.DateTimeOffset or ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds => "DateTimeOffset",
            ScalarKind.DateOnly => "DateOnly",
            ScalarKind.TimeOnly => "TimeOnly",
            ScalarKind.Json => "JsonElement",
            _ => "string",
        },
    }) + (isNullable && type.Form is not (WireForm.Nullable or WireForm.Loose) ? "?" : "");

    /// <summary>How many events, in parentheses; nothing where a change is not in any.</summary>
    public static string Events(int events) => events switch
    {
        0 => "",
        1 => " (1 event)",
        _ => FormattableString.Invariant($" ({events} events)"),
    };

    /// <summary>How many of something.</summary>
    public static string Count(int count, string one, string several) => count == 1 ? "1 " + one : FormattableString.Invariant($"{count} {several}");

    /// <summary>Several things in a sentence.</summary>
    public static string List(IReadOnlyList<string> items)
    {
        if (items.Count > MaxListed)
        {
            return string.Join(", ", items.Take(MaxListed)) + FormattableString.Invariant($" and {items.Count - MaxListed} more");
        }

        return items.Count < 2 ? string.Concat(items) : string.Join(", ", items.Take(items.Count - 1)) + " and " + items[items.Count - 1];
    }
}
