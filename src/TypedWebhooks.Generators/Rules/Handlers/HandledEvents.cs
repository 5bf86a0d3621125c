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
        .Where(IsHandler)
        .Select(static each => each.TypeArguments[0]);

    /// <summary>Whether the type is the interface of a handler itself, open or for an event.</summary>
    public bool IsHandler(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _handler);

    /// <summary>
    /// The types of event for which the dispatcher finds what is registered as this service: it asks for the interface of a
    /// handler, and for the one that is generated over all of a provider's. It finds no class under its own name.
    /// </summary>
    public IEnumerable<ITypeSymbol> OfService(ITypeSymbol? service) => service switch
    {
        INamedTypeSymbol { IsUnboundGenericType: false } handler when IsHandler(handler) => handler.TypeArguments,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } all when GeneratedMark.IsOn(all) => Of(all),
        _ => Enumerable.Empty<ITypeSymbol>(),
    };

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

    /// <summary>The members of the set that a dispatcher hands to nobody. It looks for handlers of the event, of its groups and of the root, and of nothing else.</summary>
    public IReadOnlyList<ISymbol> Undispatched(ClosedSet set, IReadOnlyList<ITypeSymbol> registered) => set.Members
        .Where(member => member is ITypeSymbol leaf && !registered.Any(type => type is ITypeParameterSymbol parameter
            ? Admits(parameter, leaf)
            : relations.IsSubtype(type, set.Root) && relations.IsSubtype(leaf, type)))
        .ToArray();

    /// <summary>Whether a handler that is open in its event can be made for this one.</summary>
    private bool Admits(ITypeParameterSymbol parameter, ITypeSymbol leaf) =>
        !parameter.HasValueTypeConstraint
        && parameter.ConstraintTypes.All(constraint => constraint is ITypeParameterSymbol or INamedTypeSymbol { IsGenericType: true } || relations.IsSubtype(leaf, constraint));
}
