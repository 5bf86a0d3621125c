using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;

namespace TypedWebhooks.Generators.Rules;

/// <summary>TWH9005: a call of <c>AddXWebhooks</c> that the compiler does not know, because the project of the events does not know <c>IServiceCollection</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MissingRegistrationAnalyzer : DiagnosticAnalyzer
{
    private const string Prefix = "Add";
    private const string Suffix = "Webhooks";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TWH9005_NoDependencyInjection);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Call, SyntaxKind.SimpleMemberAccessExpression);
    }

    private static void Call(SyntaxNodeAnalysisContext context)
    {
        SimpleNameSyntax name = ((MemberAccessExpressionSyntax)context.Node).Name;
        string text = name.Identifier.ValueText;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || !text.EndsWith(Suffix, StringComparison.Ordinal)
            || text.Length <= Prefix.Length + Suffix.Length
            || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken) is not { Symbol: null, CandidateSymbols.IsEmpty: true })
        {
            return;
        }

        string provider = text.Substring(Prefix.Length, text.Length - Prefix.Length - Suffix.Length);
        foreach (IAssemblySymbol assembly in Assemblies(context.Compilation))
        {
            if (Stem(provider, assembly) is { } stem && !assembly.TypeNames.Contains(stem + "WebhookRegistration"))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TWH9005_NoDependencyInjection, name.GetLocation(), text, assembly.Name, stem + "Event"));
                return;
            }
        }
    }

    /// <summary>What the provider's types are called after: its name or, where that of a version is behind it, what stands before that.</summary>
    private static string? Stem(string provider, IAssemblySymbol assembly)
    {
        if (assembly.TypeNames.Contains(provider + "EventDispatcher"))
        {
            return provider;
        }

        for (int length = provider.Length - 2; length > 0; length--)
        {
            string stem = provider.Substring(0, length);
            if (provider[length] == 'V' && assembly.TypeNames.Contains(stem + "EventDispatcher") && assembly.NamespaceNames.Contains(provider.Substring(length)))
            {
                return stem;
            }
        }

        return null;
    }

    private static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Concat([compilation.Assembly]);
}
