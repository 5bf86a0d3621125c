using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>The handlers that a compilation can see: its own, and those of the assemblies that know of handlers.</summary>
internal sealed class VisibleHandlers(Compilation compilation, HandledEvents events)
{
    private IReadOnlyList<ITypeSymbol>? _handled;

    /// <summary>The types of event that some handler takes. A type parameter among them stands for a handler of whatever one likes.</summary>
    public IReadOnlyList<ITypeSymbol> Handled(CancellationToken cancellationToken)
    {
        // Two threads may both look; they find the same.
        return _handled ??= Assemblies()
            .SelectMany(assembly => Types(assembly.GlobalNamespace, cancellationToken))
            .Where(type => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false })
            .Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) || compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            // The emitted dispatcher handles every event, by handing it to those that are looked for here.
            .Where(static type => !GeneratedMark.IsOn(type))
            .SelectMany(events.Of)
            .Distinct(SymbolEqualityComparer.Default)
            .OfType<ITypeSymbol>()
            .ToArray();
    }

    private IEnumerable<IAssemblySymbol> Assemblies()
    {
        const string runtime = "TypedWebhooks";
        yield return compilation.Assembly;
        foreach (IAssemblySymbol reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (reference.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == runtime)))
            {
                yield return reference;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        Stack<INamespaceOrTypeSymbol> open = new();
        open.Push(container);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            INamespaceOrTypeSymbol at = open.Pop();
            if (at is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (ISymbol member in at.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                {
                    open.Push(inner);
                }
            }
        }
    }
}
