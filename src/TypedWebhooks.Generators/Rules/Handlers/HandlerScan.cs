using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>
/// What a scan of assemblies registers. Of a scan that names its assemblies the handlers in these count; of one that does
/// not, all that are visible. A filter that cannot be understood lets none of them through: then the user has to say it.
/// </summary>
internal sealed class HandlerScan(Compilation compilation, HandledEvents events, VisibleHandlers visible)
{
    /// <summary>The types of event that a scanning call registers handlers for, or <see langword="null"/> where the call is none.</summary>
    public IReadOnlyList<ITypeSymbol>? Read(ExpressionSyntax call, IMethodSymbol method, SemanticModel model)
    {
        // Autofac's, for which the whole chain is the scan.
        if (method.Name == "AsClosedTypesOf" && call is InvocationExpressionSyntax { ArgumentList.Arguments: var closed } && closed.Any(argument => IsHandler(ServiceCalls.Named(argument.Expression, model))))
        {
            return Classes(new[] { call }, model).SelectMany(events.Of).ToList();
        }

        if (method.Name != "Scan" || !ServiceCalls.IsServices((method.ReducedFrom ?? method).Parameters.FirstOrDefault()?.Type ?? method.ContainingType)
            || call is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments })
        {
            return null;
        }

        List<ITypeSymbol> found = new();
        foreach (LambdaExpressionSyntax lambda in arguments.Select(static argument => argument.Expression).OfType<LambdaExpressionSyntax>())
        {
            IEnumerable<ExpressionSyntax?> chains = lambda.Body is ExpressionSyntax expression
                ? new[] { expression }
                : ((BlockSyntax)lambda.Body).Statements.OfType<ExpressionStatementSyntax>().Select(static statement => statement.Expression);
            foreach (ExpressionSyntax? chain in chains)
            {
                found.AddRange(ReadChain(Links(chain), model));
            }
        }

        return found;
    }

    /// <summary>The events of the handlers in the assemblies that the arguments name; of all that are visible where they name none.</summary>
    public IEnumerable<ITypeSymbol> In(SeparatedSyntaxList<ArgumentSyntax> arguments, SemanticModel model) =>
        Classes(arguments, model).SelectMany(events.Of);

    private IEnumerable<INamedTypeSymbol> Classes(IEnumerable<SyntaxNode> expressions, SemanticModel model)
    {
        HashSet<IAssemblySymbol> assemblies = new(SymbolEqualityComparer.Default);
        return ServiceCalls.TryAssemblies(expressions, model, assemblies)
            ? visible.Classes.Where(type => assemblies.Contains(type.ContainingAssembly))
            : visible.Classes;
    }

    /// <summary>Scrutor's: <c>From…</c> says where, <c>AddClasses</c> which, <c>As…</c> under which service.</summary>
    private IEnumerable<ITypeSymbol> ReadChain(IEnumerable<InvocationExpressionSyntax> links, SemanticModel model)
    {
        IReadOnlyList<INamedTypeSymbol> scanned = Array.Empty<INamedTypeSymbol>();
        IReadOnlyList<INamedTypeSymbol> chosen = Array.Empty<INamedTypeSymbol>();
        bool isSource = false;
        foreach (InvocationExpressionSyntax link in links)
        {
            SeparatedSyntaxList<ArgumentSyntax> arguments = link.ArgumentList.Arguments;
            ITypeSymbol[] types = Types(link, model).ToArray();
            switch (Name(link))
            {
                case "FromTypes" or "AddTypes":
                    chosen = scanned = visible.Classes.Where(type => types.Contains(type, SymbolEqualityComparer.Default)).ToList();
                    break;
                case { } from when from.StartsWith("From", StringComparison.Ordinal):
                    // Several sources one after the other are all scanned.
                    List<INamedTypeSymbol> here = Source(from, types, arguments, model).ToList();
                    scanned = isSource ? scanned.Concat(here).ToList() : here;
                    isSource = true;
                    continue;
                case "AddClasses":
                    bool publicOnly = arguments.Any(argument => argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression));
                    chosen = scanned
                        .Where(type => !publicOnly || type.DeclaredAccessibility == Accessibility.Public)
                        .Where(type => arguments.Select(static argument => argument.Expression).OfType<LambdaExpressionSyntax>().All(filter => ScanFilter.Admits(filter, type, model)))
                        .ToList();
                    break;
                case "AsImplementedInterfaces" or "AsSelfWithInterfaces":
                case "As" when types.Length == 0:
                    foreach (ITypeSymbol handled in chosen.SelectMany(events.Of))
                    {
                        yield return handled;
                    }

                    break;
                case "As" when chosen.Count > 0:
                    foreach (ITypeSymbol handled in types.SelectMany(events.OfService))
                    {
                        yield return handled;
                    }

                    break;
            }

            isSource = false;
        }
    }

    private IEnumerable<INamedTypeSymbol> Source(string name, ITypeSymbol[] types, SeparatedSyntaxList<ArgumentSyntax> arguments, SemanticModel model)
    {
        if (types.Length > 0 && name is "FromAssemblyOf" or "FromAssembliesOf" or "FromAssemblyContaining")
        {
            return visible.Classes.Where(type => types.Any(of => SymbolEqualityComparer.Default.Equals(of.ContainingAssembly, type.ContainingAssembly)));
        }

        return name is "FromCallingAssembly" or "FromExecutingAssembly" or "FromEntryAssembly"
            ? visible.Classes.Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
            : Classes(arguments, model);
    }

    /// <summary>The types that a link of the chain names, between its angle brackets or by <c>typeof</c>.</summary>
    private static IEnumerable<ITypeSymbol> Types(InvocationExpressionSyntax link, SemanticModel model)
    {
        IEnumerable<ITypeSymbol?> named = link.ArgumentList.Arguments.Select(argument => ServiceCalls.Named(argument.Expression, model));
        IEnumerable<ITypeSymbol?> generic = model.GetSymbolInfo(link).Symbol is IMethodSymbol method ? method.TypeArguments : Enumerable.Empty<ITypeSymbol>();
        return named.Concat(generic).Where(static type => type is not null).Select(static type => type!);
    }

    private bool IsHandler(ITypeSymbol? type) => type is not null && events.IsHandler(type);

    private static string? Name(InvocationExpressionSyntax link) => (link.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;

    private static IEnumerable<InvocationExpressionSyntax> Links(ExpressionSyntax? chain)
    {
        Stack<InvocationExpressionSyntax> links = new();
        for (ExpressionSyntax? at = chain; at is InvocationExpressionSyntax link; at = (link.Expression as MemberAccessExpressionSyntax)?.Expression)
        {
            links.Push(link);
        }

        return links;
    }
}
