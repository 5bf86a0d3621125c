using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Rules;

/// <summary>TWH1003: an event of which only a part is handled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConditionalEventAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TWH1003_ConditionalEvent);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => EventSwitchWatch.Register(start, Report));
    }

    private static void Report(EventSwitch events, SwitchFinding finding, Action<Diagnostic> report)
    {
        IReadOnlyList<ISymbol> conditional = finding.Subject.Set.IsEnum || finding.CompilerSpeaks
            ? finding.With(finding.Subject.Set.IsEnum ? MemberVerdict.Conditional : MemberVerdict.ConditionalThenSwallowed)
            : finding.With(MemberVerdict.Conditional, MemberVerdict.ConditionalThenSwallowed);
        foreach (ISymbol member in conditional)
        {
            report(finding.Diagnose(
                Descriptors.TWH1003_ConditionalEvent,
                finding.FirstNamed(member) ?? events.Keyword.GetLocation(),
                ImmutableArray.Create(member)));
        }
    }
}
