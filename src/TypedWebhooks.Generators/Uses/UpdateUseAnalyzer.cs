using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Uses;

/// <summary>
/// TWH39xx: where the project's code uses what an update of a schema has changed without the compiler noticing. As long as nothing has
/// changed that is not accepted, it looks at no code at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UpdateUseAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(
    [
        Descriptors.TWH3001_NotAccepted, Descriptors.TWH3005_GeneratorChanged,
        Descriptors.TWH3901_MemberAmongAdditional, Descriptors.TWH3902_ValueHasName, Descriptors.TWH3903_NullableMember,
        Descriptors.TWH3904_GoneText, Descriptors.TWH3905_EnumAsNumber, Descriptors.TWH3906_KnownEvent,
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

            foreach (ProviderUpdate update in RecentFindings.Find(baseline, start.Options, start.CancellationToken).Updates)
            {
                UsedProvider provider = new(update, start.Compilation);
                FirstUse.Register(start, provider);
                if (update.Choice.Silent)
                {
                    AdditionalPropertyUses.Register(start, provider);
                    EnumValueUses.Register(start, provider);
                    NullableMemberUses.Register(start, provider);
                    TextUses.Register(start, provider);
                    EnumNumberUses.Register(start, provider);
                }
            }
        });
    }
}
