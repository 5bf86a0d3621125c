using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Rules;

/// <summary>TWH1002: an event that only a catch-all takes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SwallowedEventAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TWH1002_SwallowedEvent);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => EventSwitchWatch.Register(start, Report));
    }

    private static void Report(EventSwitch events, SwitchFinding finding, Action<Diagnostic> report)
    {
        // A default for the values of an enum, or for types of the user's own, is a habit and no lost event.
        IReadOnlyList<ISymbol> swallowed = finding.With(MemberVerdict.Swallowed);
        if (swallowed.Count > 0 && finding.Subject.Set is { IsEnum: false, IsMarked: true })
        {
            report(finding.Diagnose(Descriptors.TWH1002_SwallowedEvent, finding.CatchAll(swallowed[0]) ?? events.Keyword.GetLocation(), swallowed));
        }
    }
}
