using System;
using System.Collections.Generic;
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
    private readonly StringBuilder _configuration = new("is_global = true\nbuild_property.RootNamespace = Consumer\n");

    public SchemaTest(params SchemaText[] schemas)
    {
        foreach (SchemaText schema in schemas)
        {
            TestState.AdditionalFiles.Add((schema.Path, schema.GetText()!.ToString()));
            _configuration.Append("\n[").Append(schema.Path).Append("]\n");
            _configuration.AppendJoin('\n', schema.Metadata.Select(static option => option.Key + " = " + option.Value)).Append('\n');
        }

        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", _configuration.ToString()));
        ReferenceAssemblies = RuleTest.NoPackage;
        TestState.AdditionalReferences.AddRange(GeneratorHarness.References);
        CompilerDiagnostics = CompilerDiagnostics.Suggestions;

        // What is emitted is approved elsewhere, for providers whose code is worth reading.
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        DiagnosticVerifier = (diagnostic, _, _) => _reported.Add(diagnostic);
    }

    /// <summary>What the project has beside the schemas: code that the emitted one has to fit.</summary>
    public string Source { get; init; } = "";

    /// <summary>Fails where anything but what is marked is reported, or something with another message.</summary>
    public async Task ReportsAsync(params string[] messages)
    {
        TestState.Sources.Add(Source);
        await RunAsync();
        Assert.Equal(messages, _reported.Select(static diagnostic => diagnostic.Id + ": " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    protected override ParseOptions CreateParseOptions() => GeneratorHarness.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
}
