using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>Which events of a set are dealt with by handlers, and which by being ignored.</summary>
internal sealed class HandledEvents(TypeRelations relations)
{
    private readonly INamedTypeSymbol? _handler = relations.Compilation.GetTypeByMetadataName("TypedWebhooks.IWebhookEventHandler`1");

    /// <summary>Whether there is anything to look for at all.</summary>
    public bool AreKnown => _handler is not null;

    /// <summary>The types of event that the class takes; among them may be a type parameter of its own.</summary>
    public IEnumerable<ITypeSymbol> Of(INamedTypeSymbol type) => type.AllInterfaces
        .Where(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, _handler))
        .Select(static each => each.TypeArguments[0]);

    /// <summary>The members of the set that nothing takes and nobody ignores. A handler of a group takes all of it; ignoring the root ignores nothing.</summary>
    public IReadOnlyList<ISymbol> Missing(ClosedSet set, IEnumerable<ITypeSymbol> handled, IEnumerable<INamedTypeSymbol> ignored)
    {
        List<ITypeSymbol> taken = handled
            .Concat(ignored.Where(type => !relations.IsSubtype(set.Root, type)))
            .ToList();
        return set.Members
            .Where(member => member is ITypeSymbol leaf && !taken.Any(type => relations.IsSubtype(leaf, type)))
            .ToArray();
    }
}
