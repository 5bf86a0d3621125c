using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>Shows an analyzer every switch over events, with the verdict on it.</summary>
internal static class EventSwitchWatch
{
    public static void Register(CompilationStartAnalysisContext context, Action<EventSwitch, SwitchFinding, Action<Diagnostic>> report)
    {
        // Everything that is remembered hangs on the compilation, and ends with it.
        SwitchJudge judge = new(context.Compilation);
        context.RegisterOperationAction(
            operation => judge.Judge(operation.Operation, (events, finding) => report(events, finding, operation.ReportDiagnostic), operation.CancellationToken),
            OperationKind.Switch,
            OperationKind.SwitchExpression,
            OperationKind.Conditional);
    }
}
