using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>A type together with everything that a value of it can be.</summary>
/// <param name="root">The marked type that closes the set, or the enum.</param>
/// <param name="members">The leaf records, or the fields of an enum, one a value, in the order of the schema.</param>
/// <param name="compilerSpeaks">Whether the compiler itself says when a <c>switch</c> expression over the type is incomplete.</param>
internal sealed class ClosedSet(INamedTypeSymbol root, ImmutableArray<ISymbol> members, bool compilerSpeaks)
{
    public INamedTypeSymbol Root { get; } = root;

    public ImmutableArray<ISymbol> Members { get; } = members;

    public bool CompilerSpeaks { get; } = compilerSpeaks;

    public bool IsEnum => Root.TypeKind == TypeKind.Enum;
}
