using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>What an edit of one version emits anew: that version, and what it makes of the way from one to the other.</summary>
public sealed class VersionEditTests
{
    private static readonly string s_v3 = File.ReadAllText(SharedFiles.InProject("tests/TypedWebhooks.Generators.Tests/Generator/Samples/shop-v3.schema.json"));
    private static readonly string s_v4 = File.ReadAllText(SharedFiles.InProject("tests/TypedWebhooks.Generators.Tests/Generator/Samples/shop-v4.schema.json"));

    [Fact]
    public void Description_EmitsItsTypeAlone() => Assert.Equal(
        ["Modified Shop.V4.Address.g.cs"],
        Emitted(s_v4.Replace("\"country\": { \"type\": \"string\" }", "\"country\": { \"type\": \"string\", \"description\": \"Two letters.\" }")));

    [Fact]
    public void OptionalMember_EmitsItsTypeAndHowItIsMade() => Assert.Equal(
        ["Modified Shop.ShopV3ToV4.UpgradeCustomer.g.cs", "Modified Shop.V4.Customer.g.cs"],
        Emitted(s_v4.Replace("\"email\": { \"type\": \"string\" }", "\"email\": { \"type\": \"string\" }, \"phone\": { \"type\": \"string\" }")));

    [Fact]
    public void EventAdded_EmitsNothingOfTheWay() => Assert.DoesNotContain(
        Emitted(s_v4.Replace("\"ping\": {", "\"pong\": { \"type\": \"object\", \"properties\": { \"type\": { \"const\": \"pong\" } } },\n    \"ping\": {").Replace("\"#/$defs/ping\"", "\"#/$defs/pong\" }, { \"$ref\": \"#/$defs/ping\"")),
        static file => !file.Contains("Shop.V4.", StringComparison.Ordinal));

    [Fact]
    public void Break_EmitsTheInterfaceAndWhoeverCallsIt() => Assert.Equal(
        [
            "Modified Shop.IShopV3ToV4Upgrade.g.cs",
            "Modified Shop.ShopV3ToV4.CopyOrderShippedEvent.g.cs",
            "Modified Shop.ShopV3ToV4.UpgradeOrderPaidEvent.g.cs",
            "Modified Shop.V4.Customer.g.cs",
            "New Shop.ShopV3ToV4.CopyCustomer.g.cs",
        ],
        Emitted(s_v4.Replace("\"required\": [\"name\"]", "\"required\": [\"name\", \"email\"]")).Where(static file => !file.StartsWith("Removed", StringComparison.Ordinal)));

    [Fact]
    public void Keystroke_RunsNothing()
    {
        GeneratorRunResult result = Rerun(s_v4, editCSharp: true);
        Assert.All(
            result.TrackedSteps.Where(static named => named.Key.StartsWith("TypedWebhooks.", StringComparison.Ordinal)).SelectMany(static named => named.Value.SelectMany(static step => step.Outputs)),
            static output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.All(result.TrackedOutputSteps.SelectMany(static named => named.Value.SelectMany(static step => step.Outputs)), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static IEnumerable<string> Emitted(string v4)
    {
        Assert.NotEqual(s_v4, v4);
        return Rerun(v4).TrackedOutputSteps
            .SelectMany(static named => named.Value)
            .Where(static step => step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified))
            .SelectMany(static step => step.Inputs.Select(static input => input.Source.Outputs[input.OutputIndex]))
            .Where(static output => output.Value is Emit.EmittedUnit)
            .Select(static output => $"{output.Reason} {((Emit.EmittedUnit)output.Value).HintName}")
            .Order(StringComparer.Ordinal);
    }

    private static GeneratorRunResult Rerun(string v4, bool editCSharp = false)
    {
        SchemaText Text(string version, string text) => new($"/consumer/schemas/shop/{version}.json", text, ("Provider", "Shop"), ("Version", version), ("VersionFrom", "/api_version"));
        SchemaText old = Text("4", s_v4);
        CSharpCompilation compilation = GeneratorHarness.Compile("Consumer", ["class C { }"]);
        GeneratorDriver driver = GeneratorHarness.CreateDriver([Text("3", s_v3), old]).RunGenerators(compilation);
        if (editCSharp)
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class D { int x; }", GeneratorHarness.ParseOptions));
        }

        driver = v4 == s_v4 ? driver : driver.ReplaceAdditionalText(old, Text("4", v4));
        GeneratorRunResult result = driver.WithUpdatedAnalyzerConfigOptions(new SchemaOptions("Consumer")).RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.Empty(result.Diagnostics);
        return result;
    }
}
