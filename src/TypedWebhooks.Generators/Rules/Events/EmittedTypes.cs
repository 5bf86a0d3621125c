using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>The types that the generator emits into a project, and where code of the same project mentions them.</summary>
internal sealed class EmittedTypes(IAssemblySymbol project)
{
    /// <summary>The emitted type that a function has among its parameters or in its result; null where there is none.</summary>
    public ITypeSymbol? In(IMethodSymbol function) => function.Parameters
        .Select(static parameter => parameter.Type)
        .Append(function.ReturnType)
        .Select(In)
        .FirstOrDefault(static found => found is not null);

    /// <summary>The emitted type that a piece of code is about.</summary>
    public ITypeSymbol? In(IOperation code) => code.DescendantsAndSelf()
        .Select(operation => operation switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true } method } => In(method.ContainingType),
            ITypePatternOperation pattern => In(pattern.MatchedType),
            IDeclarationPatternOperation { MatchedType: { } matched } => In(matched),
            _ => operation.Type is { } type ? In(type) : null,
        })
        .FirstOrDefault(static found => found is not null);

    /// <summary>The emitted type that a type is, or is made of.</summary>
    public ITypeSymbol? In(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => In(array.ElementType),
        INamedTypeSymbol named => IsEmitted(named) ? named : named.TypeArguments.Select(In).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    /// <summary>The emitted type that a type is, or that is among its members, however deep.</summary>
    public ITypeSymbol? Within(ITypeSymbol type)
    {
        HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default);
        Queue<ITypeSymbol> pending = new([type]);
        while (pending.Count > 0)
        {
            ITypeSymbol next = pending.Dequeue();
            if (!seen.Add(next))
            {
                continue;
            }

            if (In(next) is { } found)
            {
                return found;
            }

            IEnumerable<ITypeSymbol> parts = next switch
            {
                IArrayTypeSymbol array => [array.ElementType],
                INamedTypeSymbol named => named.TypeArguments.Concat(
                    SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, project)
                        ? named.GetMembers().OfType<IPropertySymbol>().Where(static property => property.DeclaredAccessibility == Accessibility.Public).Select(static property => property.Type)
                        : []),
                _ => [],
            };
            foreach (ITypeSymbol part in parts)
            {
                pending.Enqueue(part);
            }
        }

        return null;
    }

    /// <summary>The root of the events that a type is one of; the type itself where it is none.</summary>
    public INamedTypeSymbol RootOf(ITypeSymbol type)
    {
        INamedTypeSymbol root = (INamedTypeSymbol)type;
        while (root.BaseType is { SpecialType: SpecialType.None } parent && IsEmitted(parent))
        {
            root = parent;
        }

        return root;
    }

    /// <summary>The name of the emitted context that knows a type.</summary>
    public string ContextOf(ITypeSymbol type) => type.ContainingNamespace.GetTypeMembers()
        .FirstOrDefault(static member => member.BaseType is { Name: "WebhookJsonContext" } && member.Name.EndsWith("JsonContext", StringComparison.Ordinal))?.Name ?? "the emitted context";

    /// <summary>By the converter that the type names: that is emitted, and nobody adds to it.</summary>
    private bool IsEmitted(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, project)
        && type.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "JsonConverterAttribute" }
            && attribute.ConstructorArguments.Length == 1
            && attribute.ConstructorArguments[0].Value is INamedTypeSymbol converter
            && GeneratedMark.IsOn(converter));
}
