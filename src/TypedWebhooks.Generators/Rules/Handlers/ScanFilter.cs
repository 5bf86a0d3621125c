using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>Which classes a scan's filter lets through, as far as it is written in the words that it consists of as a rule.</summary>
internal static class ScanFilter
{
    /// <summary>Whether the filter certainly lets the class through.</summary>
    public static bool Admits(LambdaExpressionSyntax filter, INamedTypeSymbol type, SemanticModel model)
    {
        ExpressionSyntax? at = filter.Body as ExpressionSyntax;
        while (at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } link)
        {
            if (!Admits(access.Name.Identifier.ValueText, link, type, model))
            {
                return false;
            }

            at = access.Expression;
        }

        return at is IdentifierNameSyntax;
    }

    private static bool Admits(string name, InvocationExpressionSyntax link, INamedTypeSymbol type, SemanticModel model)
    {
        List<ITypeSymbol> types = link.ArgumentList.Arguments
            .Select(argument => ServiceCalls.Named(argument.Expression, model))
            .Concat(model.GetSymbolInfo(link).Symbol is IMethodSymbol method ? method.TypeArguments : Enumerable.Empty<ITypeSymbol?>())
            .Where(static named => named is not null)
            .Select(static named => named!)
            .ToList();
        return name switch
        {
            "AssignableTo" or "AssignableToAny" => types.Any(target => IsAssignable(type, target)),
            "InNamespaceOf" or "InNamespacesOf" => types.Any(of => IsIn(type, of.ContainingNamespace.ToDisplayString())),
            "InExactNamespaceOf" => types.Any(of => SymbolEqualityComparer.Default.Equals(of.ContainingNamespace, type.ContainingNamespace)),
            "InNamespaces" => link.ArgumentList.Arguments.Any(argument => model.GetConstantValue(argument.Expression).Value is string space && IsIn(type, space)),
            "WithAttribute" => types.Any(attribute => HasAttribute(type, attribute)),
            "WithoutAttribute" => types.Count > 0 && !types.Any(attribute => HasAttribute(type, attribute)),
            "Where" => link.ArgumentList.Arguments.Select(static argument => argument.Expression).All(condition => HasName(condition, type, model)),
            _ => false,
        };
    }

    /// <summary>A condition on the class's name, such as <c>type => type.Name.EndsWith("Handler")</c>.</summary>
    private static bool HasName(ExpressionSyntax condition, INamedTypeSymbol type, SemanticModel model)
    {
        if (condition is not SimpleLambdaExpressionSyntax
            {
                Body: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: "Name" } } access,
                    ArgumentList.Arguments: { Count: > 0 } arguments,
                },
            }
            || model.GetConstantValue(arguments[0].Expression).Value is not string text)
        {
            return false;
        }

        return access.Name.Identifier.ValueText switch
        {
            "EndsWith" => type.MetadataName.EndsWith(text, StringComparison.Ordinal),
            "StartsWith" => type.MetadataName.StartsWith(text, StringComparison.Ordinal),
            "Contains" => type.MetadataName.IndexOf(text, StringComparison.Ordinal) >= 0,
            _ => false,
        };
    }

    private static bool IsAssignable(INamedTypeSymbol type, ITypeSymbol target)
    {
        bool isOpen = target is INamedTypeSymbol { IsUnboundGenericType: true };
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (Matches(at))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(Matches);

        bool Matches(INamedTypeSymbol each) => SymbolEqualityComparer.Default.Equals(isOpen ? each.OriginalDefinition : each, isOpen ? target.OriginalDefinition : target);
    }

    private static bool HasAttribute(INamedTypeSymbol type, ITypeSymbol attribute) =>
        type.GetAttributes().Any(each => SymbolEqualityComparer.Default.Equals(each.AttributeClass, attribute));

    private static bool IsIn(INamedTypeSymbol type, string space)
    {
        string own = type.ContainingNamespace.ToDisplayString();
        return own == space || own.StartsWith(space + ".", StringComparison.Ordinal);
    }
}
