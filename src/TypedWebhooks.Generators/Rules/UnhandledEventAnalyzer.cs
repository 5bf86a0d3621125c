using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Rules;

/// <summary>TWH1001: a switch over events in which nothing takes an event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnhandledEventAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TWH1001_UnhandledEvent);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => EventSwitchWatch.Register(start, Report));
    }

    private static void Report(EventSwitch events, SwitchFinding finding, Action<Diagnostic> report)
    {
        IReadOnlyList<ISymbol> unhandled = finding.With(MemberVerdict.Unhandled);
        if (unhandled.Count > 0 && !finding.CompilerSpeaks)
        {
            report(finding.Diagnose(Descriptors.TWH1001_UnhandledEvent, events.Keyword.GetLocation(), unhandled));
        }
    }
}
