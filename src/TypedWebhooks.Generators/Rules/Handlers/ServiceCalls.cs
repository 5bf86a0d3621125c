using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>Which calls add to an application's services, and what they name as a service.</summary>
internal static class ServiceCalls
{
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";

    /// <summary>Whether a call of the method can add a service that is found without a key.</summary>
    public static bool Adds(IMethodSymbol method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        IMethodSymbol declared = method.ReducedFrom ?? method;
        bool isAboutServices = IsDescriptor(declared.ContainingType) || IsServices(declared.ContainingType) || declared.Parameters.Any(static parameter => IsServices(parameter.Type));
        return isAboutServices
            // What is decorated or removed has to be registered first, by another call.
            && !method.Name.StartsWith("Remove", StringComparison.Ordinal)
            && method.Name.IndexOf("Decorate", StringComparison.Ordinal) < 0
            && !HasKey(method, arguments);
    }

    public static bool IsServices(ITypeSymbol type) =>
        type is { Name: "IServiceCollection" } named && IsHere(named) || type.AllInterfaces.Any(static each => each.Name == "IServiceCollection" && IsHere(each));

    /// <summary>The type between the parentheses of <c>typeof</c>, where the expression is nothing else.</summary>
    public static ITypeSymbol? Named(ExpressionSyntax expression, SemanticModel model)
    {
        while (expression is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            expression = expression is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)expression).Expression;
        }

        return expression is TypeOfExpressionSyntax named ? model.GetTypeInfo(named.Type).Type : null;
    }

    /// <summary>The assemblies that an expression names, and whether those are all that it can mean.</summary>
    public static bool TryAssemblies(IEnumerable<SyntaxNode> expressions, SemanticModel model, ISet<IAssemblySymbol> assemblies)
    {
        bool any = false;
        foreach (SyntaxNode node in expressions.SelectMany(static expression => expression.DescendantNodesAndSelf()))
        {
            ITypeSymbol? type = node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Assembly", Expression: TypeOfExpressionSyntax of } ? model.GetTypeInfo(of.Type).Type : null;
            if (type?.ContainingAssembly is { } named)
            {
                any = true;
                assemblies.Add(named);
            }
            else if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetExecutingAssembly" or "GetEntryAssembly" or "GetCallingAssembly" } })
            {
                any = true;
                assemblies.Add(model.Compilation.Assembly);
            }
        }

        return any;
    }

    private static bool IsDescriptor(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "ServiceDescriptor" && IsHere(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHere(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == Namespace;

    /// <summary>A service with a key is found by its key only, and the dispatcher asks without one.</summary>
    private static bool HasKey(IMethodSymbol method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        int key = -1;
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            key = method.Parameters[i].Name == "serviceKey" ? i : key;
        }

        if (key < 0)
        {
            return method.Name.IndexOf("Keyed", StringComparison.Ordinal) >= 0;
        }

        ArgumentSyntax? given = arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "serviceKey")
            ?? (key < arguments.Count && arguments[key].NameColon is null ? arguments[key] : null);
        return given is null || !given.Expression.IsKind(SyntaxKind.NullLiteralExpression);
    }
}
