using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Receiving;

/// <summary>What is emitted for a receiver is emitted again where it has changed, and else not.</summary>
public sealed class ReceivingEditTests
{
    private const string Order = """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } }""";

    private static readonly SchemaText s_telia = GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"));

    [Fact]
    public void Keystroke_EmitsNothing()
    {
        CSharpCompilation compilation = Project("class C { }").AddReferences(ReceivingProject.PackageReference);
        Assert.Empty(Emitted([s_telia], compilation, static (driver, _) => driver, compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class D { int x; }", GeneratorHarness.ParseOptions))));
    }

    [Fact]
    public void PackageAdded_EmitsTheRegistrationAndTheEndpoints()
    {
        CSharpCompilation compilation = Project("class C { }");
        Assert.Equal(
            ["Modified Telia.TeliaWebhookRegistration.g.cs", "New Telia.TeliaWebhookEndpoints.g.cs"],
            Emitted([s_telia], compilation, static (driver, _) => driver, compilation.AddReferences(ReceivingProject.PackageReference)));
    }

    [Theory]
    [InlineData("X-Other", true)]
    [InlineData("X-Event", false)]
    public void OtherHeader_EmitsHowADeliveryIsRead(string header, bool isEmitted)
    {
        CSharpCompilation compilation = Project("class C { }");
        SchemaText[] before = Map("X-Event", "first");
        SchemaText[] after = Map(header, "second");
        string[] emitted = Emitted(before, compilation, (driver, _) => driver.ReplaceAdditionalText(before[^1], after[^1]), compilation);
        Assert.Equal(isEmitted, emitted.Contains("Modified Acme.AcmeEvent.Receiving.g.cs"));
        Assert.Contains("Modified Acme.AcmeEventTypes.g.cs", emitted);
    }

    private static SchemaText[] Map(string header, string name) => MappedProvider.Of(
        $$"""{ "eventType": "header {{header}}", "events": { "order": "order.json", "{{name}}": "order.json" } }""", ("order.json", Order));

    private static CSharpCompilation Project(string source) => GeneratorHarness.Compile("Project", [source]).AddReferences(ReceivingProject.Web);

    private static string[] Emitted(SchemaText[] schemas, CSharpCompilation before, Func<GeneratorDriver, SchemaText[], GeneratorDriver> edit, CSharpCompilation after) =>
    [
        .. edit(GeneratorHarness.CreateDriver(schemas).RunGenerators(before), schemas)
            .RunGenerators(after)
            .GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(static named => named.Value)
            .Where(static step => step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified))
            .SelectMany(static step => step.Inputs.Select(static input => input.Source.Outputs[input.OutputIndex]))
            .Where(static output => output.Value is Emit.EmittedUnit)
            .Select(static output => $"{output.Reason} {((Emit.EmittedUnit)output.Value).HintName}")
            .Order(StringComparer.Ordinal),
    ];
}
