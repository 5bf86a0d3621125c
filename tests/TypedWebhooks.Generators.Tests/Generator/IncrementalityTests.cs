using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What an edit runs anew, by the reasons that the compiler gives for each step.</summary>
public sealed class IncrementalityTests
{
    private const string Signed = "The signatory signed the request.";

    private static readonly string s_telia = File.ReadAllText(SharedFiles.InProject("schemas/telia/hooks.json"));
    private static readonly string s_prix = File.ReadAllText(SharedFiles.InProject("schemas/prix/prix.schema.json"));

    [Fact]
    public void UnrelatedCSharpEdit_RunsNothing()
    {
        Rerun rerun = new(s_telia, s_telia, editCSharp: true);
        Assert.All(rerun.Reasons, static step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
        Assert.Empty(rerun.Emitted);
        Assert.Equal(
            [StepNames.Catalogs, StepNames.Files, StepNames.Providers, StepNames.Readings, StepNames.Units],
            rerun.Reasons.Select(static step => step.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\n", "\n\n")]
    [InlineData("\n", "\r\n")]
    [InlineData("  ", "\t")]
    public void WhitespaceEditInASchema_EmitsNothing(string before, string after)
    {
        Rerun rerun = new(s_telia, s_telia.Replace(before, after));
        Assert.Contains(new Step(StepNames.Files, IncrementalStepRunReason.Modified), rerun.Reasons);
        Assert.All(rerun.ReasonsOf(StepNames.Catalogs), static reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
        Assert.Empty(rerun.Emitted);
    }

    [Fact]
    public void DescriptionOfAnEventChanged_EmitsThatEventAndTheJsonSchemas()
    {
        Rerun rerun = new(s_telia, s_telia.Replace(Signed, "A signatory signed the request."));
        Assert.Equal(["Modified Telia.SignatorySignedEvent.g.cs", "Modified Telia.TeliaJsonSchema.g.cs"], rerun.Emitted);
    }

    [Fact]
    public void MemberOfAPayloadChanged_EmitsItsEventAndTheJsonSchemas()
    {
        Rerun rerun = new(s_telia, s_telia.Replace("\"SignatoryId\": \"guid\"", "\"SignatoryId\": \"string\""));
        Assert.Equal(["Modified Telia.SignatorySignedEvent.g.cs", "Modified Telia.TeliaJsonSchema.g.cs"], rerun.Emitted);
    }

    /// <summary>The compiler compares by position what a step gives. An event before the others moves all of them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EventAdded_EmitsItAndWhatListsAllEvents(bool atTheBeginning)
    {
        const string Ping = """{ "eventType": "ping", "payloadSchema": { "EventType": "string", "Timestamp": "date", "Data": { "Id": "guid" } } }""";
        Rerun rerun = new(s_telia, atTheBeginning ? s_telia.Replace("[\n  {", "[\n  " + Ping + ",\n  {") : Insert(s_telia, Ping));
        Assert.Equal(
            [
                "Modified Telia.ITeliaEventHandler.g.cs",
                "Modified Telia.TeliaEvent.g.cs",
                "Modified Telia.TeliaEventDispatcher.g.cs",
                "Modified Telia.TeliaEventTypes.g.cs",
                "Modified Telia.TeliaJsonContext.g.cs",
                "Modified Telia.TeliaJsonConverter.g.cs",
                "Modified Telia.TeliaJsonSchema.g.cs",
                "New Telia.PingEvent.g.cs",
            ],
            rerun.Emitted);
    }

    [Fact]
    public void EventRemoved_EmitsWhatListsAllEvents()
    {
        Rerun rerun = new(Insert(s_telia, """{ "eventType": "ping", "payloadSchema": { "EventType": "string", "Timestamp": "date" } }"""), s_telia);
        Assert.Equal(
            [
                "Modified Telia.ITeliaEventHandler.g.cs",
                "Modified Telia.TeliaEvent.g.cs",
                "Modified Telia.TeliaEventDispatcher.g.cs",
                "Modified Telia.TeliaEventTypes.g.cs",
                "Modified Telia.TeliaJsonContext.g.cs",
                "Modified Telia.TeliaJsonConverter.g.cs",
                "Modified Telia.TeliaJsonSchema.g.cs",
            ],
            rerun.Emitted);
        Assert.DoesNotContain(rerun.Result.GeneratedSources, static source => source.HintName.Contains("Ping", StringComparison.Ordinal));
    }

    /// <summary>Whether bodies can be equal for two events is what a receiver has to know.</summary>
    [Fact]
    public void EventWithoutATimeAdded_EmitsWhatAReceiverAsksAnew()
    {
        Rerun rerun = new(s_telia, Insert(s_telia, """{ "eventType": "ping", "payloadSchema": { "EventType": "string" } }"""));
        Assert.Contains("Modified Telia.TeliaEvent.Receiving.g.cs", rerun.Emitted);
    }

    /// <summary>An event more that is chosen: what the others are made of is as it was.</summary>
    [Theory]
    [InlineData("signatorysigned", "signatorysigned; ping", "New Telia.PingEvent.g.cs")]
    [InlineData("signatorysigned; ping", "signatorysigned", null)]
    public void EventChosen_EmitsItAndWhatListsTheChosen(string before, string after, string? emitted)
    {
        string schema = Insert(s_telia, """{ "eventType": "ping", "payloadSchema": { "EventType": "string" } }""");
        Rerun rerun = new(schema, schema, eventsBefore: before, eventsAfter: after);
        string[] lists =
        [
            "Modified Telia.ITeliaEventHandler.g.cs",
            "Modified Telia.TeliaEvent.g.cs",
            "Modified Telia.TeliaEventDispatcher.g.cs",
            "Modified Telia.TeliaEventTypes.g.cs",
            "Modified Telia.TeliaJsonContext.g.cs",
            "Modified Telia.TeliaJsonConverter.g.cs",
            "Modified Telia.TeliaJsonSchema.g.cs",
            "Modified Telia.UnrecognizedTeliaEvent.g.cs",
        ];
        Assert.Equal(emitted is null ? lists : [.. lists, emitted], rerun.Emitted);
    }

    /// <summary>The same events by other patterns.</summary>
    [Fact]
    public void ChoiceWrittenOtherwise_EmitsNothing() =>
        Assert.Empty(new Rerun(s_telia, s_telia, eventsBefore: "signatorysigned", eventsAfter: " SIGNATORY*; signatorysigned;").Emitted);

    [Fact]
    public void ErrorThatOnlyMoves_EmitsNothing()
    {
        string broken = s_telia.Replace("\"SignatoryId\": \"guid\"", "\"SignatoryId\": \"gui\"");
        Rerun rerun = new(broken, "\n\n" + broken);
        Assert.Equal(24, Assert.Single(rerun.Result.Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains(IncrementalStepRunReason.Modified, rerun.ReasonsOf(StepNames.Diagnostics));
        Assert.Empty(rerun.Emitted);
    }

    [Fact]
    public void BrokenSchema_LeavesOtherProvidersAlone()
    {
        Rerun rerun = new(s_telia, s_telia.TrimEnd().TrimEnd(']'));
        Assert.Empty(rerun.Emitted);
        Assert.Contains(rerun.Result.GeneratedSources, static source => source.HintName == "Prix.PrixEvent.g.cs");
        Assert.DoesNotContain(rerun.Result.GeneratedSources, static source => source.HintName.StartsWith("Telia.", StringComparison.Ordinal));
    }

    private static string Insert(string catalog, string e) => catalog.TrimEnd().TrimEnd(']').TrimEnd() + ",\n  " + e + "\n]\n";

    private sealed record Step(string Name, IncrementalStepRunReason Reason);

    /// <summary>A second run of the generator, after Telia's schema or the C# of the project was edited.</summary>
    private sealed class Rerun
    {
        public Rerun(string before, string after, bool editCSharp = false, string eventsBefore = "", string eventsAfter = "")
        {
            SchemaText old = Telia(before, eventsBefore);
            CSharpCompilation compilation = GeneratorHarness.Compile("Consumer", ["class C { }"]);
            GeneratorDriver driver = GeneratorHarness
                .CreateDriver([old, new SchemaText("/consumer/schemas/prix/prix.schema.json", s_prix, ("Provider", "Prix"))])
                .RunGenerators(compilation);
            if (editCSharp)
            {
                compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class D { int x; }", GeneratorHarness.ParseOptions));
            }

            if (before != after || eventsBefore != eventsAfter)
            {
                driver = driver.ReplaceAdditionalText(old, Telia(after, eventsAfter));
            }

            // An editor hands over the options as a new object for each keystroke.
            Result = driver.WithUpdatedAnalyzerConfigOptions(new SchemaOptions("Consumer")).RunGenerators(compilation).GetRunResult().Results.Single();
        }

        public GeneratorRunResult Result { get; }

        public IReadOnlyList<Step> Reasons => [.. Result.TrackedSteps
            .Where(static named => named.Key.StartsWith("TypedWebhooks.", StringComparison.Ordinal))
            .SelectMany(static named => named.Value.SelectMany(step => step.Outputs.Select(output => new Step(named.Key, output.Reason))))];

        public IEnumerable<IncrementalStepRunReason> ReasonsOf(string step) => Reasons.Where(s => s.Name == step).Select(static s => s.Reason);

        /// <summary>The files that were emitted in the second run, with the reason of their step, in ordinal order.</summary>
        public IEnumerable<string> Emitted => Result.TrackedOutputSteps
            .SelectMany(static named => named.Value)
            .Where(static step => step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified))
            .SelectMany(static step => step.Inputs.Select(static input => input.Source.Outputs[input.OutputIndex]))
            .Where(static output => output.Value is Emit.EmittedUnit)
            .Select(static output => $"{output.Reason} {((Emit.EmittedUnit)output.Value).HintName}")
            .Order(StringComparer.Ordinal);

        private static SchemaText Telia(string text, string events) => new("/consumer/schemas/telia/hooks.json", text, ("Provider", "Telia"), ("JsonSchema", "true"), ("Events", events));
    }
}
