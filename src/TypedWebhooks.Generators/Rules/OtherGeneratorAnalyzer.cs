using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules;

/// <summary>TWH9004: an event that another generator of the same project would have to know, and cannot see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OtherGeneratorAnalyzer : DiagnosticAnalyzer
{
    private const string Endpoints = "ASP.NET Core's request delegate generator";
    private const string Json = "System.Text.Json's generator";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TWH9004_OtherGenerator);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            EmittedTypes emitted = new(start.Compilation.Assembly);
            start.RegisterSymbolAction(symbol => Context(symbol, emitted), SymbolKind.NamedType);
            if (start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.EnableRequestDelegateGenerator", out string? enabled)
                && string.Equals(enabled, "true", StringComparison.OrdinalIgnoreCase))
            {
                start.RegisterOperationAction(operation => Endpoint(operation, emitted), OperationKind.Invocation);
            }
        });
    }

    /// <summary>A call such as <c>MapPost</c>, with a lambda or method that has an event in its signature, or a lambda whose result is left to be inferred from one.</summary>
    private static void Endpoint(OperationAnalysisContext context, EmittedTypes emitted)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal)
            || call.TargetMethod.ContainingNamespace?.ToDisplayString() != "Microsoft.AspNetCore.Builder"
            || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type is { Name: "Delegate", ContainingNamespace.Name: "System" }) is not { } argument)
        {
            return;
        }

        IOperation handler = argument.Value;
        while (handler is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            handler = handler switch
            {
                IConversionOperation conversion => conversion.Operand,
                IDelegateCreationOperation creation => creation.Target,
                _ => ((IParenthesizedOperation)handler).Operand,
            };
        }

        ITypeSymbol? found = handler switch
        {
            IAnonymousFunctionOperation lambda => emitted.In(lambda.Symbol) ?? (IsInferred(lambda) ? emitted.In(lambda.Body) : null),
            IMethodReferenceOperation method => emitted.In(method.Method),
            _ => null,
        };
        if (found is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.TWH9004_OtherGenerator,
                argument.Syntax.GetLocation(),
                Endpoints,
                found.Name,
                $"take an HttpRequest, state the lambda's return type, and call {emitted.RootOf(found).Name}.TryParseAsync, or put the events into a class library"));
        }
    }

    private static bool IsInferred(IAnonymousFunctionOperation lambda) =>
        lambda.Syntax is not ParenthesizedLambdaExpressionSyntax { ReturnType: not null };

    /// <summary>A <c>JsonSerializerContext</c> that lists an event, or a type of which one is a member.</summary>
    private static void Context(SymbolAnalysisContext context, EmittedTypes emitted)
    {
        foreach (AttributeData attribute in context.Symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "JsonSerializableAttribute" } type
                && type.ContainingNamespace?.ToDisplayString() == "System.Text.Json.Serialization"
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is ITypeSymbol listed
                && emitted.Within(listed) is { } found)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.TWH9004_OtherGenerator,
                    attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? context.Symbol.Locations[0],
                    Json,
                    found.Name,
                    $"add {emitted.ContextOf(found)}.Default to the TypeInfoResolverChain beside this context, or put the events into a class library"));
            }
        }
    }
}
