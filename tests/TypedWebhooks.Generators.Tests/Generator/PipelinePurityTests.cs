using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What the pipeline keeps between runs: plain values, and nothing that keeps a compilation or a schema's nodes alive.</summary>
public sealed class PipelinePurityTests
{
    [Theory]
    [InlineData(StepNames.Files)]
    [InlineData(StepNames.Providers)]
    [InlineData(StepNames.Readings)]
    [InlineData(StepNames.Diagnostics)]
    [InlineData(StepNames.Catalogs)]
    [InlineData(StepNames.Units)]
    public void StepOutput_ReachesNoCompilation(string step) => Assert.All(Reachable(step), static found => Assert.False(
        found is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or AdditionalText or Diagnostic,
        found.GetType().FullName));

    /// <summary>Nodes and shapes live while a file is read; models and diagnostics outlive them.</summary>
    [Theory]
    [InlineData(StepNames.Readings)]
    [InlineData(StepNames.Diagnostics)]
    [InlineData(StepNames.Catalogs)]
    [InlineData(StepNames.Units)]
    public void StepOutputAfterReading_ReachesNoNode(string step) => Assert.All(Reachable(step), static found => Assert.False(
        found is SchemaDocument or SchemaFile or JsonNode or Shape or MemberShape or EventShape or SourceText,
        found.GetType().FullName));

    [Fact]
    public void StepOutputs_AreEqualByValue()
    {
        foreach (string step in (string[])[StepNames.Files, StepNames.Providers, StepNames.Readings, StepNames.Diagnostics, StepNames.Catalogs, StepNames.Units])
        {
            object[] once = Outputs(step), again = Outputs(step);
            Assert.NotEmpty(once);
            Assert.Equal(once, again);
            Assert.Equal(once.Select(static value => value.GetHashCode()), again.Select(static value => value.GetHashCode()));
        }
    }

    private static object[] Outputs(string step)
    {
        GeneratorRunResult result = GeneratorHarness
            .CreateDriver([
                GeneratorHarness.Known("schemas/telia/hooks.json"),
                GeneratorHarness.Known("schemas/prix/prix.schema.json"),
                GeneratorHarness.Acme(Schema.Of(Schema.Event("2fa", "\"data\": { \"type\": \"strng\" }")))])
            .RunGenerators(GeneratorHarness.Compile("Consumer", ["class C { }"]))
            .GetRunResult().Results.Single();
        return [.. result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Value)];
    }

    /// <summary>Every object that the outputs of a step hold, by their fields.</summary>
    private static HashSet<object> Reachable(string step)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new(Outputs(step));
        while (open.TryPop(out object? value))
        {
            if (!seen.Add(value) || value is string or Type or MemberInfo || value.GetType().IsPrimitive || value.GetType().IsEnum)
            {
                continue;
            }

            if (value is IEnumerable items and (Array or ICollection))
            {
                foreach (object? item in items)
                {
                    Push(item);
                }
            }

            for (Type? type = value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer)
                    {
                        Push(field.GetValue(value));
                    }
                }
            }
        }

        return seen;

        void Push(object? value)
        {
            if (value is not null)
            {
                open.Push(value);
            }
        }
    }
}
