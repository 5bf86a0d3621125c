using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Uses;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution.Uses;

/// <summary>
/// A consumer of a provider <c>Acme</c> whose schema was updated, with the lock file of before. What is reported in its code is marked in
/// it, and nothing else may be.
/// </summary>
internal sealed class UpdatedProject
{
    public const string LockPath = "/consumer/schemas/acme/Acme.webhooks.lock";

    private readonly List<SchemaText> _files;
    private readonly string _source;
    private readonly ImmutableDictionary<string, ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan>> _marked;

    public UpdatedProject(string old, string now, string source, params (string Name, string Value)[] item)
        : this([GeneratorHarness.Acme(old, [("EventType", "/type"), .. item])], [GeneratorHarness.Acme(now, [("EventType", "/type"), .. item])], source)
    {
    }

    public UpdatedProject(SchemaText[] old, SchemaText[] now, string source, string? lockText = null)
    {
        _files = [.. now, new SchemaText(LockPath, lockText ?? LockOf(old), ("Schema", "lock"))];
        TestFileMarkupParser.GetSpans(source, out _source, out ImmutableDictionary<string, ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan>> spans);
        _marked = spans;
    }

    /// <summary>Schemas of <c>Acme</c> by what stands in their definitions of events: <c>"paid": { … }</c>.</summary>
    public static string Events(string events, string definitions = "") => $$"""
        { "$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{{string.Join(", ", Names(events).Select(static name => $$"""{ "$ref": "#/$defs/{{name}}" }"""))}}], "$defs": { {{events}}{{(definitions.Length > 0 ? ", " + definitions : "")}} } }
        """;

    /// <summary>The names of definitions, which stand at the beginning of their lines.</summary>
    private static IEnumerable<string> Names(string events) => System.Text.RegularExpressions.Regex.Matches(events, @"""(\w+)"": \{ ""type"": ""object"", ""required"": \[""type""")
        .Select(static match => match.Groups[1].Value);

    /// <summary>An event of a name, with members beside its name.</summary>
    public static string Event(string definition, string eventType, string members = "", string required = "") =>
        $$"""
        "{{definition}}": { "type": "object", "required": ["type"{{(required.Length > 0 ? ", " + required : "")}}], "properties": { "type": { "const": "{{eventType}}" }{{(members.Length > 0 ? ", " + members : "")}} } }
        """;

    /// <summary>The text of the lock file that accepting these schemas writes.</summary>
    public static string LockOf(params SchemaText[] schemas) => BaselineWriter.Write(Assert.Single(Updates(schemas).Providers).New!.Baseline);

    public static ProjectUpdates Updates(IEnumerable<SchemaText> files)
    {
        SchemaOptions options = new("Consumer");
        return ProjectUpdates.Find([.. files.Select(file => DeclaredFile.TryCreate(file, options, CancellationToken.None)!)], options.GlobalOptions, CancellationToken.None);
    }

    /// <summary>The changes that are reported in the schemas.</summary>
    public IReadOnlyList<Change> Changes => [.. Assert.Single(Updates(_files).Providers).Changes];

    /// <summary>Fails where anything but what is marked is reported in the code; gives what was reported, apart from the twin of TWH3001.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ReportedAsync(NullableContextOptions nullable = NullableContextOptions.Enable, bool compiles = true)
    {
        List<Diagnostic> reported = [.. (await AllAsync(nullable, compiles)).Where(static d => d.Severity != DiagnosticSeverity.Info)];
        Assert.Equal(
            _marked.SelectMany(static marked => marked.Value, (marked, span) => $"{marked.Key}: {_source[span.Start..span.End]}").Order(StringComparer.Ordinal),
            reported.Select(d => $"{d.Id}: {_source[d.Location.SourceSpan.Start..d.Location.SourceSpan.End]}").Order(StringComparer.Ordinal));
        Assert.Equal(
            _marked.SelectMany(static marked => marked.Value, static (marked, span) => (marked.Key, span.Start)).Order(),
            reported.Select(static d => (d.Id, d.Location.SourceSpan.Start)).Order());
        return [.. reported.OrderBy(static d => d.Location.SourceSpan.Start)];
    }

    /// <summary>All that the rules on uses report.</summary>
    public async Task<ImmutableArray<Diagnostic>> AllAsync(NullableContextOptions nullable = NullableContextOptions.Enable, bool compiles = true)
    {
        CSharpParseOptions parse = new(LanguageVersion.CSharp13);
        CSharpCompilation compilation = GeneratorHarness.Compile("Consumer", [_source], parse);
        compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable));
        GeneratorHarness.CreateDriver(_files, parse).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        if (compiles)
        {
            Assert.DoesNotContain(output.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        }

        List<string> crashes = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([.. _files], new SchemaOptions("Consumer")),
            (exception, analyzer, _) => crashes.Add(analyzer.GetType().Name + ": " + exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> all = await output.WithAnalyzers([new UpdateUseAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(crashes);
        return all;
    }

    public static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
