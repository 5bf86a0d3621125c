using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>Collects from source the types of event for which it registers handlers.</summary>
internal sealed class RegistrationReader(Compilation compilation, HandledEvents events, VisibleHandlers visible)
{
    private readonly HashSet<ITypeSymbol> _found = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> _genericCalls = new();
    private readonly HandlerScan _scan = new(compilation, events, visible);

    /// <summary>Whether the user says that there is a handler for every event there is.</summary>
    public bool TakesEverything { get; private set; }

    /// <summary>All that was found. What a generic method registers for its type parameter, it registers for what it is called with.</summary>
    public IEnumerable<ITypeSymbol> Found()
    {
        ILookup<ISymbol, IMethodSymbol> calls = _genericCalls.ToLookup(static call => (ISymbol)call.OriginalDefinition, SymbolEqualityComparer.Default);
        HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default);
        Stack<ITypeSymbol> open = new(_found);
        while (open.Count > 0)
        {
            ITypeSymbol type = open.Pop();
            if (!seen.Add(type))
            {
                continue;
            }

            if (type is ITypeParameterSymbol { DeclaringMethod: { } method } parameter)
            {
                // What is said of a method counts more than what stands in it.
                foreach (IMethodSymbol call in HandlerMarkers.Adds(method) ? Enumerable.Empty<IMethodSymbol>() : calls[method.OriginalDefinition])
                {
                    open.Push(call.TypeArguments[parameter.Ordinal]);
                }
            }
            else if (type is INamedTypeSymbol handler && events.Of(handler).Concat(events.OfService(handler)).ToArray() is { Length: > 0 } handled)
            {
                // A method that passes its type parameter on may be called with a handler, and not with an event.
                foreach (ITypeSymbol each in handled)
                {
                    open.Push(each);
                }
            }
            else
            {
                yield return type;
            }
        }
    }

    /// <summary>What an assembly says it registers.</summary>
    public void ReadAttributes(IAssemblySymbol assembly) => Add(HandlerMarkers.Added(assembly).SelectMany(Said));

    public void Read(CompilationUnitSyntax root, SemanticModel model, CancellationToken cancellationToken)
    {
        // A type that names handlers' interfaces in one place, and in another adds services that stand in variables, adds those.
        List<(SyntaxNode In, INamedTypeSymbol Service)> named = new();
        HashSet<SyntaxNode> adding = new();
        HashSet<SyntaxNode> calls = new();
        foreach (SyntaxNode node in root.DescendantNodes(node => !IsEmitted(node, model, cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case InvocationExpressionSyntax call when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method:
                    ReadCall(call, call.ArgumentList.Arguments, method, model, adding, calls);
                    break;
                case BaseObjectCreationExpressionSyntax { ArgumentList: { } list } creation when model.GetSymbolInfo(creation, cancellationToken).Symbol is IMethodSymbol constructor:
                    ReadCall(creation, list.Arguments, constructor, model, adding, calls);
                    break;
                case TypeOfExpressionSyntax { Parent: not AttributeArgumentSyntax } of
                    when model.GetTypeInfo(of.Type, cancellationToken).Type is INamedTypeSymbol service && events.IsHandler(service)
                    && !(of.Parent is ArgumentSyntax && of.Ancestors().Any(calls.Contains)):
                    named.Add((Outermost(of), service));
                    break;
            }
        }

        foreach ((SyntaxNode _, INamedTypeSymbol service) in named.Where(each => adding.Contains(each.In)))
        {
            Add(IsOpenHandler(service) ? visible.Classes.SelectMany(events.Of) : events.OfService(service));
        }
    }

    /// <summary>Whether the node is an emitted class. What stands in it is registered for whoever calls it, and only then.</summary>
    private static bool IsEmitted(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node is ClassDeclarationSyntax { AttributeLists.Count: > 0 } type
        && model.GetDeclaredSymbol(type, cancellationToken) is { } symbol
        && Events.GeneratedMark.IsOn(symbol);

    private void ReadCall(ExpressionSyntax call, SeparatedSyntaxList<ArgumentSyntax> arguments, IMethodSymbol method, SemanticModel model, ISet<SyntaxNode> adding, ISet<SyntaxNode> calls)
    {
        if (method is { IsGenericMethod: true, Locations.IsEmpty: false } && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            // An extension that is called as one has its own type arguments too.
            _genericCalls.Add(method.ReducedFrom is { } unreduced ? unreduced.Construct(method.TypeArguments.ToArray()) : method);
        }

        ReadMarked(method);
        if (_scan.Read(call, method, model) is { } scanned)
        {
            calls.Add(call);
            Add(scanned);
            return;
        }

        // As<…>() is how other containers, and those who scan, say under which service something is registered.
        bool names = method.Name == "As" && method.IsGenericMethod;
        if (!names && !ServiceCalls.Adds(method, arguments))
        {
            return;
        }

        calls.Add(call);
        Add(method.TypeArguments.SelectMany(events.OfService));
        List<ITypeSymbol?> types = arguments.Select(argument => ServiceCalls.Named(argument.Expression, model)).ToList();
        Add(types.SelectMany(events.OfService));
        if (types.Any(IsOpenHandler))
        {
            INamedTypeSymbol? implementation = types.OfType<INamedTypeSymbol>().FirstOrDefault(type => !IsOpenHandler(type));
            Add(implementation is not null
                ? events.Of(implementation.OriginalDefinition)
                : _scan.In(arguments, model));
        }
        else if (arguments.Zip(types, static (argument, type) => (argument, type)).Any(each => each.type is null && IsType(model.GetTypeInfo(each.argument.Expression).Type)))
        {
            adding.Add(Outermost(call));
        }
    }

    /// <summary>What the called method says it registers.</summary>
    private void ReadMarked(IMethodSymbol method)
    {
        foreach (INamedTypeSymbol said in HandlerMarkers.Added((method.ReducedFrom ?? method).OriginalDefinition))
        {
            if (!IsOpenHandler(said) || !method.IsGenericMethod)
            {
                Add(Said(said));
                continue;
            }

            // The emitted method that ignores events refuses a root, under which all of them would be ignored.
            bool refusesRoots = Events.GeneratedMark.IsOn(method.ContainingType);
            foreach (ITypeSymbol argument in method.TypeArguments)
            {
                ITypeSymbol[] handled = argument is INamedTypeSymbol type ? events.Of(type).Concat(events.OfService(type)).ToArray() : System.Array.Empty<ITypeSymbol>();
                bool isRoot = argument is INamedTypeSymbol root && Events.EventRoot.Leaves(root) is not null;
                Add(handled.Length > 0 || (isRoot && refusesRoots) ? handled : new[] { argument });
            }
        }
    }

    private IEnumerable<ITypeSymbol> Said(INamedTypeSymbol type)
    {
        TakesEverything |= IsOpenHandler(type);
        return events.Of(type.IsUnboundGenericType ? type.OriginalDefinition : type).Concat(events.OfService(type));
    }

    private bool IsOpenHandler(ITypeSymbol? type) => type is INamedTypeSymbol { IsUnboundGenericType: true } && events.IsHandler(type);

    private static bool IsType(ITypeSymbol? type) => type is { Name: "Type", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static SyntaxNode Outermost(SyntaxNode node) =>
        node.Ancestors().LastOrDefault(static ancestor => ancestor is BaseTypeDeclarationSyntax) ?? node.SyntaxTree.GetRoot();

    private void Add(IEnumerable<ITypeSymbol> types)
    {
        foreach (ITypeSymbol type in types)
        {
            _found.Add(type);
        }
    }
}
