using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>What the attributes of the runtime library say about handlers.</summary>
internal static class HandlerMarkers
{
    private const string AddsMarker = "AddsEventHandlersAttribute";

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

    /// <summary>The handlers that a method or an assembly says it registers, and among them the open interface.</summary>
    public static IEnumerable<INamedTypeSymbol> Added(ISymbol symbol) => TypesOf(symbol, AddsMarker);

    /// <summary>Whether the method says that it registers handlers, and so matters wherever it is called.</summary>
    public static bool Adds(IMethodSymbol method) => method.GetAttributes().Any(static attribute => IsMarker(attribute, AddsMarker));

    /// <summary>What is ignored by name in a class: on itself, on what it lies in, on its assembly.</summary>
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

    private static bool IsMarker(AttributeData attribute, string marker) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "TypedWebhooks", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == marker;

    private static IEnumerable<INamedTypeSymbol> TypesOf(ISymbol symbol, string marker) => symbol.GetAttributes()
        .Where(attribute => IsMarker(attribute, marker))
        .SelectMany(static attribute => attribute.ConstructorArguments)
        .SelectMany(static argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull ? argument.Values.AsEnumerable() : Enumerable.Repeat(argument, 1))
        .Select(static value => value.Kind == TypedConstantKind.Type ? value.Value as INamedTypeSymbol : null)
        .Where(static type => type is not null)
        .Select(static type => type!);
}
