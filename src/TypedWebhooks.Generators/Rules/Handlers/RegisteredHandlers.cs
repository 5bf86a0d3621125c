using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>
/// The types of event for which a compilation registers handlers, wherever in it the registrations stand. It is found out
/// when somebody asks, which is where a dispatcher is registered, and not at the end of the compilation: an editor shows
/// nothing of what is said only then, and a fix needs something to hang on.
/// </summary>
internal sealed class RegisteredHandlers(Compilation compilation, HandledEvents events)
{
    private Registrations? _found;

    /// <summary>The types of event. A type parameter among them stands for a handler of whatever its constraints admit.</summary>
    public IReadOnlyList<ITypeSymbol> Of(INamedTypeSymbol root, CancellationToken cancellationToken)
    {
        // Two threads may both look; they find the same.
        _found ??= Search(cancellationToken);
        return _found.TakeEverything ? new ITypeSymbol[] { root } : _found.Events;
    }

    private Registrations Search(CancellationToken cancellationToken)
    {
        VisibleHandlers visible = VisibleHandlers.Of(compilation, events, cancellationToken);
        HashSet<string> words = new(visible.Words.Concat(compilation.SyntaxTrees.SelectMany(SourceWords.GlobalAliases)));
        RegistrationReader reader = new(compilation, events, visible);
        reader.ReadAttributes(compilation.Assembly);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SourceWords.Of(tree).Overlaps(words))
            {
#pragma warning disable RS1030 // The registrations stand in other files than the call that is looked at, and there are few such files.
                reader.Read((CompilationUnitSyntax)tree.GetRoot(cancellationToken), compilation.GetSemanticModel(tree), cancellationToken);
#pragma warning restore RS1030
            }
        }

        return new Registrations(reader.Found().ToArray(), reader.TakesEverything);
    }

    private sealed class Registrations(IReadOnlyList<ITypeSymbol> events, bool takeEverything)
    {
        public IReadOnlyList<ITypeSymbol> Events { get; } = events;

        public bool TakeEverything { get; } = takeEverything;
    }
}
