using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Exhaustiveness;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes.Switches;

/// <summary>An event that a switch has to name yet, and the pattern that names it there.</summary>
internal sealed class MissingMember(EventSubject subject, ISymbol member, int position)
{
    public ISymbol Member { get; } = member;

    /// <summary>The arm in front of which it goes; the number of arms for the end.</summary>
    public int Position { get; } = position;

    /// <summary>The pattern as it is written at that place of the source.</summary>
    public string Pattern(SemanticModel model, int at)
    {
        string pattern = Name(model, at);
        for (ValuePath? path = subject.Path; path?.Parent is { } tuple; path = tuple)
        {
            int arity = ((INamedTypeSymbol)TypeRelations.WithoutNullable(tuple.Type)).TupleElements.Length;
            pattern = "(" + string.Join(", ", Enumerable.Range(0, arity).Select(i => i == path.Index ? pattern : "_")) + ")";
        }

        return pattern;
    }

    private string Name(SemanticModel model, int at) => Member is IFieldSymbol field
        ? TypeNames.Of(field, model, at)
        : TypeNames.Of((ITypeSymbol)Member, model, at);
}
