using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Every kind of change that the comparison tells from others.</summary>
internal static partial class ChangeRules
{
    private static ImmutableArray<ChangeRule> s_all;

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<ChangeRule> All => s_all.IsDefault ? s_all = Find() : s_all;

    private static ImmutableArray<ChangeRule> Find() => ImmutableArray.CreateRange(((IEnumerable<FieldInfo>)typeof(ChangeRules).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(static field => field.GetValue(null))
        .OfType<ChangeRule>()
        .OrderBy(static rule => rule.Id, System.StringComparer.Ordinal));
}
