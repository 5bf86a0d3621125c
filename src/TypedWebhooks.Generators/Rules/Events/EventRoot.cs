using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>The marked root of a set of events.</summary>
internal static class EventRoot
{
    private const string Marker = "WebhookEventsAttribute";

    /// <summary>The leaves that the root lists, or <see langword="null"/> where the type is no root.</summary>
    public static IReadOnlyList<INamedTypeSymbol>? Leaves(INamedTypeSymbol root)
    {
        foreach (AttributeData attribute in root.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: Marker } marker
                && marker.ContainingNamespace is { Name: "TypedWebhooks", ContainingNamespace.IsGlobalNamespace: true })
            {
                return attribute.ConstructorArguments
                    .SelectMany(static argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull
                        ? argument.Values.AsEnumerable()
                        : Enumerable.Repeat(argument, 1))
                    .Select(static value => value.Kind == TypedConstantKind.Type ? value.Value as INamedTypeSymbol : null)
                    .Select(leaf => leaf is null ? null : Constructed(leaf, root))
                    .Where(static leaf => leaf is not null && leaf.TypeKind != TypeKind.Error)
                    .Select(static leaf => leaf!)
                    .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
                    .ToArray();
            }
        }

        return null;
    }

    /// <summary>The leaf whose base is this very construction of a generic root: <c>A&lt;int&gt;</c> for <c>Ev&lt;int&gt;</c>.</summary>
    private static INamedTypeSymbol? Constructed(INamedTypeSymbol leaf, INamedTypeSymbol root)
    {
        INamedTypeSymbol definition = leaf.OriginalDefinition;
        if (definition.IsGenericType && root.IsGenericType)
        {
            Dictionary<ITypeSymbol, ITypeSymbol> arguments = new(SymbolEqualityComparer.Default);
            INamedTypeSymbol? general = BaseOf(definition, root);
            if (general is null)
            {
                return null;
            }

            if (!general.TypeArguments.Zip(root.TypeArguments, (to, from) => Bind(arguments, to, from)).All(static bound => bound))
            {
                return root.TypeArguments.Any(static argument => argument is ITypeParameterSymbol) ? leaf : null;
            }

            ITypeSymbol[] chosen = definition.TypeParameters
                .Select(parameter => arguments.TryGetValue(parameter, out ITypeSymbol argument) ? argument : parameter)
                .ToArray();
            leaf = definition.Construct(chosen);
        }

        // Where the root is still open, as Ev<T> in a generic method is, T may turn out to be what the leaf needs.
        return SymbolEqualityComparer.Default.Equals(BaseOf(leaf, root), root) || root.TypeArguments.Any(static argument => argument is ITypeParameterSymbol)
            ? leaf
            : null;
    }

    private static bool Bind(Dictionary<ITypeSymbol, ITypeSymbol> arguments, ITypeSymbol to, ITypeSymbol from)
    {
        if (to is not ITypeParameterSymbol)
        {
            return SymbolEqualityComparer.Default.Equals(to, from);
        }

        if (arguments.TryGetValue(to, out ITypeSymbol bound))
        {
            return SymbolEqualityComparer.Default.Equals(bound, from);
        }

        arguments.Add(to, from);
        return true;
    }

    private static INamedTypeSymbol? BaseOf(INamedTypeSymbol leaf, INamedTypeSymbol root)
    {
        INamedTypeSymbol? type = leaf;
        while (type is not null && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, root.OriginalDefinition))
        {
            type = type.BaseType;
        }

        return type;
    }
}
