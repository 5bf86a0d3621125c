using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>
/// The handler classes that a compilation can see, its own and those of the assemblies that know of handlers, and the words
/// by which source that registers handlers can be told from all other source.
/// </summary>
internal sealed class VisibleHandlers
{
    private VisibleHandlers(IReadOnlyList<INamedTypeSymbol> classes, HashSet<string> words)
    {
        Classes = classes;
        Words = words;
    }

    /// <summary>The classes that take some event, whether registered or not. The emitted dispatchers are not among them.</summary>
    public IReadOnlyList<INamedTypeSymbol> Classes { get; }

    /// <summary>Names of which one at least stands in any file that registers a handler.</summary>
    public ISet<string> Words { get; }

    public static VisibleHandlers Of(Compilation compilation, HandledEvents events, CancellationToken cancellationToken)
    {
        List<INamedTypeSymbol> classes = new();
        HashSet<string> words = new(StringComparer.Ordinal) { "IWebhookEventHandler", "Scan" };
        foreach (INamedTypeSymbol type in Assemblies(compilation).SelectMany(assembly => Types(assembly.GlobalNamespace, cancellationToken)))
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            {
                continue;
            }

            if (events.Of(type).Any())
            {
                words.Add(type.Name);
                if (type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } && !GeneratedMark.IsOn(type))
                {
                    classes.Add(type);
                }
            }

            words.UnionWith(EventsOf(type));
            if (type.IsStatic)
            {
                words.UnionWith(type.GetMembers().OfType<IMethodSymbol>().Where(HandlerMarkers.Adds).Select(static method => method.Name));
            }
        }

        return new VisibleHandlers(classes, words);
    }

    /// <summary>The names of the root's events and of their groups, which a method of the user's own may register handlers by.</summary>
    private static IEnumerable<string> EventsOf(INamedTypeSymbol root)
    {
        foreach (INamedTypeSymbol leaf in EventRoot.Leaves(root) ?? Array.Empty<INamedTypeSymbol>())
        {
            for (INamedTypeSymbol? at = leaf; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
            {
                yield return at.Name;
            }
        }
    }

    private static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation)
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
