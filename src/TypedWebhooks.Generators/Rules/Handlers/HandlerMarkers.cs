using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>What the attributes of the runtime library say about handlers.</summary>
internal static class HandlerMarkers
{
    /// <summary>The roots whose events the class declares to handle, by itself or by an abstract class that it derives from.</summary>
    public static IEnumerable<INamedTypeSymbol> Declared(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null && (at.IsAbstract || SymbolEqualityComparer.Default.Equals(at, type)); at = at.BaseType)
        {
            foreach (INamedTypeSymbol root in TypesOf(at, "HandlesEventsAttribute"))
            {
                yield return root;
            }
        }
    }

    /// <summary>The roots whose handlers the method registers.</summary>
    public static IEnumerable<INamedTypeSymbol> Registered(IMethodSymbol method) =>
        TypesOf((method.ReducedFrom ?? method).OriginalDefinition, "RegistersEventHandlersAttribute");

    /// <summary>What is ignored by name in a member: on itself, on what it lies in, on its assembly.</summary>
    public static IEnumerable<INamedTypeSymbol> Ignored(ISymbol? member)
    {
        for (ISymbol? at = member; at is not (null or INamespaceSymbol); at = at.ContainingSymbol)
        {
            foreach (INamedTypeSymbol ignored in TypesOf(at, "IgnoresEventsAttribute"))
            {
                yield return ignored;
            }
        }

        foreach (INamedTypeSymbol ignored in member?.ContainingAssembly is { } assembly ? TypesOf(assembly, "IgnoresEventsAttribute") : Enumerable.Empty<INamedTypeSymbol>())
        {
            yield return ignored;
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(ISymbol symbol, string marker) => symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { ContainingNamespace: { Name: "TypedWebhooks", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == marker)
        .SelectMany(static attribute => attribute.ConstructorArguments)
        .SelectMany(static argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull ? argument.Values.AsEnumerable() : Enumerable.Repeat(argument, 1))
        .Select(static value => value.Kind == TypedConstantKind.Type ? value.Value as INamedTypeSymbol : null)
        .Where(static type => type is not null)
        .Select(static type => type!);
}
