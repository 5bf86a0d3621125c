using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Handlers;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Rules;

/// <summary>TWH1004: a class that declares to handle a provider's events, or the services of an application, without a handler for an event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnhandledByHandlerAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TWH1004_UnhandledByHandler);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            TypeRelations relations = new(start.Compilation);
            ClosedSets sets = new(relations);
            HandledEvents events = new(relations);
            if (!events.AreKnown)
            {
                return;
            }

            RegisteredHandlers registered = new(start.Compilation, events);
            start.RegisterSymbolAction(symbol => Class(symbol, sets, events), SymbolKind.NamedType);
            start.RegisterOperationAction(operation => Registration(operation, sets, events, registered), OperationKind.Invocation);
        });
    }

    private static void Class(SymbolAnalysisContext context, ClosedSets sets, HandledEvents events)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || type.IsStatic)
        {
            return;
        }

        foreach (INamedTypeSymbol root in HandlerMarkers.Declared(type).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
        {
            if (sets.Find(root) is { IsEnum: false, IsMarked: true } set && type.Locations.FirstOrDefault(static each => each.IsInSource) is { } location)
            {
                Report(context.ReportDiagnostic, location, "'" + type.Name + "' has no handler", set, events.Missing(set, events.Of(type), HandlerMarkers.Ignored(type)));
            }
        }
    }

    private static void Registration(OperationAnalysisContext context, ClosedSets sets, HandledEvents events, RegisteredHandlers registered)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        foreach (INamedTypeSymbol root in HandlerMarkers.Registered(call.TargetMethod))
        {
            if (sets.Find(root) is not { IsEnum: false, IsMarked: true } set)
            {
                continue;
            }

            Location location = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
                ? access.Name.GetLocation()
                : call.Syntax.GetLocation();
            Report(context.ReportDiagnostic, location, "No handler is registered", set, events.Undispatched(set, registered.Of(set.Root, context.CancellationToken)));
        }
    }

    private static void Report(System.Action<Diagnostic> report, Location location, string what, ClosedSet set, IReadOnlyList<ISymbol> missing)
    {
        if (missing.Count > 0)
        {
            report(Diagnostic.Create(
                Descriptors.TWH1004_UnhandledByHandler,
                location,
                EventNames.Properties(missing),
                what,
                EventNames.Listed(missing),
                EventNames.Short(set.Root)));
        }
    }
}
