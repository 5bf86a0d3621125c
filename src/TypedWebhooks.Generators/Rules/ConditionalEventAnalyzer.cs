using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;
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
        // Where nothing takes the rest the compiler may say so itself; where a catch-all takes it only an event is lost.
        List<MemberVerdict> wanted = new();
        if (!finding.CompilerSpeaks)
        {
            wanted.Add(MemberVerdict.Conditional);
        }

        if (finding.Subject.Set is { IsEnum: false, IsMarked: true })
        {
            wanted.Add(MemberVerdict.ConditionalThenSwallowed);
        }

        IReadOnlyList<ISymbol> conditional = finding.With(wanted.ToArray());
        foreach (ISymbol member in conditional)
        {
            report(finding.Diagnose(
                Descriptors.TWH1003_ConditionalEvent,
                finding.FirstNamed(member) ?? events.Keyword.GetLocation(),
                ImmutableArray.Create(member)));
        }
    }
}
