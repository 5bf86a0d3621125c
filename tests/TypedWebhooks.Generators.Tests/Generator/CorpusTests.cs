using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

public sealed class CorpusTests
{
    [SharedFact("corpus/github")]
    public void GitHub_IsEveryEventAndCompilesWithoutAWarning()
    {
        Generated generated = GeneratorHarness.Run(Corpus.GitHub);
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        Assert.Equal(224, generated["GitHub.GitHubEventTypes.g.cs"].Split("public const string").Length - 1);
        Assert.Empty(generated.CompilerMessages);
    }

    [SharedFact("corpus/cdevents")]
    public void CdEvents_IsEveryEventAndCompilesWithoutAWarning()
    {
        Generated generated = GeneratorHarness.Run(Corpus.CdEvents);
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        Assert.Equal(49, generated["CdEvents.CdEventsEventTypes.g.cs"].Split("public const string").Length - 1);
        Assert.Empty(generated.CompilerMessages);
    }
}
