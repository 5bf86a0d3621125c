using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>
/// The generator over schemas in which what is reported is marked, such as <c>{ "type": {|TWH2010:"int"|} }</c>: that and
/// nothing else has to be reported, and what is emitted has to compile without a warning, with the sources beside it.
/// </summary>
internal sealed class SchemaTest : CSharpSourceGeneratorTest<WebhookGenerator, DefaultVerifier>
{
    private readonly List<Diagnostic> _reported = [];

    public SchemaTest(params SchemaText[] schemas)
    {
        Add(TestState, schemas);
        ReferenceAssemblies = RuleTest.NoPackage;
        TestState.AdditionalReferences.AddRange(GeneratorHarness.References);
        CompilerDiagnostics = CompilerDiagnostics.Suggestions;

        // What is emitted is approved elsewhere, for providers whose code is worth reading.
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        DiagnosticVerifier = (diagnostic, _, _) => _reported.Add(diagnostic);
    }

    /// <summary>What the project has beside the schemas: code that the emitted one has to fit.</summary>
    public string Source { get; init; } = "";

    /// <summary>Fails where anything but what is marked is reported, or something with another message; gives what was reported.</summary>
    public async Task<ImmutableArray<Diagnostic>> ReportsAsync(params string[] messages)
    {
        TestState.Sources.Add(Source);
        await RunAsync();

        // The places are marked; the order in which the package looks at them says nothing.
        Assert.Equal(
            messages.Order(StringComparer.Ordinal),
            _reported.Select(static diagnostic => diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
        return [.. _reported];
    }

    /// <summary>Puts schemas into a project, with the metadata of their items.</summary>
    public static void Add(SolutionState project, params SchemaText[] schemas)
    {
        StringBuilder configuration = new("is_global = true\nbuild_property.RootNamespace = Consumer\n");
        foreach (SchemaText schema in schemas)
        {
            project.AdditionalFiles.Add((schema.Path, schema.GetText()!.ToString()));
            configuration.Append("\n[").Append(schema.Path).Append("]\n");
            configuration.AppendJoin('\n', schema.Metadata.Select(static option => option.Key + " = " + option.Value)).Append('\n');
        }

        project.AnalyzerConfigFiles.Add(("/.globalconfig", configuration.ToString()));
    }

    protected override ParseOptions CreateParseOptions() => GeneratorHarness.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
}
