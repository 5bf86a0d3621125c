using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Baselines;

/// <summary>What an edit of a lock file runs anew: nothing but its own reading, unless it is of a name or number.</summary>
public sealed class LockIncrementalityTests
{
    private static readonly SchemaText s_telia = new("/consumer/schemas/telia/hooks.json", File.ReadAllText(SharedFiles.InProject("schemas/telia/hooks.json")), ("Provider", "Telia"));
    private static readonly SchemaText s_prix = new("/consumer/schemas/prix/prix.schema.json", File.ReadAllText(SharedFiles.InProject("schemas/prix/prix.schema.json")), ("Provider", "Prix"));
    private static readonly string s_lock = LockText.Of(s_prix);

    /// <summary>Another description is accepted, or a single change.</summary>
    [Theory]
    [InlineData("doc=[0-9a-f]+", "doc=01234567")]
    [InlineData("\\z", "\naccepted 01234567 \"TWH3801 Contract\"\n")]
    [InlineData("\\A(.*\n)", "$1# A remark.\n")]
    public void DocumentationAccepted_ReadsAndEmitsNothing(string before, string after)
    {
        string edited = Regex.Replace(s_lock, before, after);
        Assert.NotEqual(s_lock, edited);
        GeneratorRunResult result = Rerun(s_lock, edited);
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(result, StepNames.Pins));
        Assert.All(Reasons(result, StepNames.Readings), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(Emitted(result));
    }

    /// <summary>A member that is new in the baseline is called what it was called already.</summary>
    [Fact]
    public void MemberAccepted_EmitsNothing()
    {
        string without = Regex.Replace(s_lock, "\n  title [^\n]*", "");
        Assert.NotEqual(s_lock, without);
        GeneratorRunResult result = Rerun(without, s_lock);
        Assert.Contains(IncrementalStepRunReason.Unchanged, Reasons(result, StepNames.Readings));
        Assert.Empty(Emitted(result));
    }

    /// <summary>Another name is read, and emitted where it stands; the other provider is left alone.</summary>
    [Fact]
    public void NameChanged_ReadsThatProvider()
    {
        GeneratorRunResult result = Rerun(s_lock, s_lock.Replace("event SIGNATURE_CREATED SignatureCreatedEvent", "event SIGNATURE_CREATED SignatureMadeEvent", StringComparison.Ordinal));
        Assert.Single(Reasons(result, StepNames.Readings), static reason => reason == IncrementalStepRunReason.Modified);
        Assert.Contains("Prix.SignatureMadeEvent.g.cs", Emitted(result));
        Assert.All(Emitted(result), static file => Assert.StartsWith("Prix.", file, StringComparison.Ordinal));
    }

    /// <summary>A lock file of a provider that there is not, and the first one of one that there is.</summary>
    [Theory]
    [InlineData("Nobody")]
    [InlineData("Prix")]
    public void LockFileAdded_EmitsNothing(string provider)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("Consumer", ["class C { }"]);
        GeneratorDriver driver = GeneratorHarness.CreateDriver([s_telia, s_prix]).RunGenerators(compilation);
        GeneratorRunResult result = driver.AddAdditionalTexts([LockText.File(s_lock, provider)]).RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.Empty(Emitted(result));
    }

    private static GeneratorRunResult Rerun(string before, string after)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("Consumer", ["class C { }"]);
        SchemaText old = LockText.File(before, "Prix");
        GeneratorDriver driver = GeneratorHarness.CreateDriver([s_telia, s_prix, old]).RunGenerators(compilation);
        return driver.ReplaceAdditionalText(old, LockText.File(after, "Prix")).WithUpdatedAnalyzerConfigOptions(new SchemaOptions("Consumer")).RunGenerators(compilation).GetRunResult().Results.Single();
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(static run => run.Outputs.Select(static output => output.Reason))];

    private static string[] Emitted(GeneratorRunResult result) => [.. result.TrackedOutputSteps
        .SelectMany(static named => named.Value)
        .Where(static step => step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified))
        .SelectMany(static step => step.Inputs.Select(static input => input.Source.Outputs[input.OutputIndex].Value))
        .OfType<Emit.EmittedUnit>()
        .Select(static unit => unit.HintName)];
}
