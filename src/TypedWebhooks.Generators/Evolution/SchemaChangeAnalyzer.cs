using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>
/// TWH3xxx: what has changed in the schemas since the baseline was accepted, each in the file where it stands. It looks at additional
/// files and at nothing else, so that what was found holds until one of them changes, whatever is typed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SchemaChangeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(
    [
        Descriptors.TWH3000_NoBaseline, Descriptors.TWH3001_NotAccepted, Descriptors.TWH3002_InvalidBaseline, Descriptors.TWH3003_NewerBaseline,
        Descriptors.TWH3004_StrayBaseline, Descriptors.TWH3005_GeneratorChanged,
        .. ChangeRules.All.Select(static rule => rule.Descriptor),
    ]);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (RecentFindings.BaselineIn(start.Options) is not { } baseline)
            {
                return;
            }

            start.RegisterAdditionalFileAction(context =>
            {
                foreach (Diagnostic diagnostic in RecentFindings.Find(baseline, context.Options, context.CancellationToken).ByFile[context.AdditionalFile.Path])
                {
                    context.ReportDiagnostic(diagnostic);
                }
            });
        });
    }
}
