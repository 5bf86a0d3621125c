using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>A type together with everything that a value of it can be.</summary>
/// <param name="root">The marked type that closes the set, or the enum.</param>
/// <param name="members">The leaf records, or the fields of an enum, one a value, in the order of the schema.</param>
/// <param name="compilerSpeaks">Whether the compiler itself says when a <c>switch</c> expression over the type is incomplete.</param>
/// <param name="isMarked">Whether it is one of ours, and no hierarchy or union of the user's own.</param>
/// <param name="eventTypes">Of members that have a name on the wire this name, which their <c>EventType</c> always is.</param>
internal sealed class ClosedSet(
    INamedTypeSymbol root,
    ImmutableArray<ISymbol> members,
    bool compilerSpeaks,
    bool isMarked = true,
    IReadOnlyDictionary<ISymbol, string>? eventTypes = null)
{
    private static readonly IReadOnlyDictionary<ISymbol, string> s_none = ImmutableDictionary<ISymbol, string>.Empty;

    public bool IsMarked { get; } = isMarked;

    public INamedTypeSymbol Root { get; } = root;

    public ImmutableArray<ISymbol> Members { get; } = members;

    public bool CompilerSpeaks { get; } = compilerSpeaks;

    public IReadOnlyDictionary<ISymbol, string> EventTypes { get; } = eventTypes ?? s_none;

    /// <summary>Whether a member of it that a switch leaves out is something to report. Of an enum that only explains an event it is none.</summary>
    public bool IsWatched => IsMarked || !IsEnum;

    /// <summary>Whether it is a struct around its members, which are then no types derived from it.</summary>
    public bool IsUnion => Root.TypeKind == TypeKind.Struct;

    public bool IsEnum => Root.TypeKind == TypeKind.Enum;
}
