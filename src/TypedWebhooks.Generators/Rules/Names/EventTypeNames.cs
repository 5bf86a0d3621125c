using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Rules.Names;

/// <summary>The event types of a provider as its webhooks write them, each a constant.</summary>
/// <param name="root">The root of the provider's events.</param>
/// <param name="constants">The constants of the events that have a type, in the order of the schema.</param>
/// <param name="notSelected">Those of the events that are known by their names only.</param>
/// <param name="handshakes">The names that are those of no events, and stand where an event has its own.</param>
/// <param name="ignoreCase">Whether they are compared without regard to case.</param>
internal sealed class EventTypeNames(INamedTypeSymbol root, ImmutableArray<IFieldSymbol> constants, ImmutableArray<IFieldSymbol> notSelected, ImmutableArray<IFieldSymbol> handshakes, bool ignoreCase)
{
    private readonly HashSet<string> _exact = new(constants.Concat(notSelected).Concat(handshakes).Select(Text), StringComparer.Ordinal);
    private readonly HashSet<string> _anyCase = new(constants.Concat(notSelected).Concat(handshakes).Select(Text), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _notSelected = new(notSelected.Select(Text), StringComparer.OrdinalIgnoreCase);

    public INamedTypeSymbol Root { get; } = root;

    public bool IgnoreCase { get; } = ignoreCase;

    public ImmutableArray<IFieldSymbol> Constants { get; } = constants;

    public static string Text(IFieldSymbol constant) => (string)constant.ConstantValue!;

    /// <summary>
    /// Whether an event type is written like this. An event's own <c>EventType</c> is as the schema writes it, however the
    /// body did: a comparison with it that minds case never holds in another.
    /// </summary>
    public bool Has(string text, bool anyCase) => (anyCase ? _anyCase : _exact).Contains(text);

    /// <summary>Whether an event type that is written like this is one of an event without a type.</summary>
    public bool IsNotSelected(string text) => _notSelected.Contains(text);

    /// <summary>The constants that none of the texts is, in whatever case where the texts are a provider's own and it minds none.</summary>
    public IReadOnlyList<IFieldSymbol> MissingFrom(IEnumerable<string> texts, bool anyCase)
    {
        HashSet<string> named = new(texts, anyCase && IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return Constants.Where(constant => !named.Contains(Text(constant))).ToArray();
    }

    /// <summary>The event type that was probably meant, or <see langword="null"/> where none is near.</summary>
    public string? Nearest(string text) => Constants.Concat(notSelected)
        .Select(constant => (Name: Text(constant), Distance: string.Equals(text, Text(constant), StringComparison.OrdinalIgnoreCase) ? 0 : EditDistance.Between(text, Text(constant))))
        .Where(candidate => candidate.Distance <= Math.Max(2, Math.Min(text.Length, candidate.Name.Length) / 3))
        .OrderBy(static candidate => candidate.Distance)
        .ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
        .Select(static candidate => candidate.Name)
        .FirstOrDefault();
}
