using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>
/// An enum that stands for a closed set of strings of a schema. It has <c>Unrecognized = 0</c> for every other text,
/// so that no value without a name ever occurs.
/// </summary>
internal static class GeneratedEnum
{
    public static bool IsOne(INamedTypeSymbol type) =>
        GeneratedMark.IsOn(type)
        && Fields(type).FirstOrDefault() is { Name: "Unrecognized", ConstantValue: { } first }
        && Convert.ToDecimal(first, CultureInfo.InvariantCulture) == 0;

    /// <summary>Whether it is the runtime library's reason for an unrecognized event: only the library makes one, and it has no others.</summary>
    public static bool IsReason(INamedTypeSymbol type) =>
        type is { Name: "UnrecognizedReason", ContainingType: null, ContainingNamespace: { Name: "TypedWebhooks", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>One field a value: of two names for one value the first.</summary>
    public static ImmutableArray<ISymbol> Members(INamedTypeSymbol type)
    {
        HashSet<object> values = new();
        return Fields(type).Where(field => values.Add(field.ConstantValue!)).ToImmutableArray<ISymbol>();
    }

    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { HasConstantValue: true, ConstantValue: not null });
}
