using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>Events as a message names them.</summary>
internal static class EventNames
{
    /// <summary>The key under which a diagnostic's properties hold the full names.</summary>
    public const string Property = "Events";

    /// <summary>The key under which they hold the documentation ids, by which a fix finds the symbols again.</summary>
    public const string IdProperty = "EventIds";

    private const int MaxListed = 20;

    private static readonly SymbolDisplayFormat s_short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.None);

    public static string Short(ISymbol member) => member.ToDisplayString(s_short);

    public static string Full(ISymbol member) => member is IFieldSymbol field
        ? field.ContainingType.ToDisplayString() + "." + field.Name
        : member.ToDisplayString();

    /// <summary>As many of them as can be read, and how many more there are. That is never one: its name is as short.</summary>
    public static string Listed(IReadOnlyCollection<ISymbol> members) => members.Count <= MaxListed + 1
        ? string.Join(", ", members.Select(Short))
        : string.Join(", ", members.Take(MaxListed).Select(Short)) + " and " + (members.Count - MaxListed).ToString(System.Globalization.CultureInfo.InvariantCulture) + " more";

    /// <summary>What a diagnostic about these carries besides its message.</summary>
    public static ImmutableDictionary<string, string?> Properties(IReadOnlyCollection<ISymbol> members) => ImmutableDictionary<string, string?>.Empty
        .Add(Property, string.Join("|", members.Select(Full)))
        .Add(IdProperty, string.Join("|", members.Select(static member => member.OriginalDefinition.GetDocumentationCommentId())));
}
