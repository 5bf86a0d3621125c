using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Emit;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Schemas;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators;

/// <summary>Turns the schemas of webhook providers into typed events: schema files, their catalogues, the files to emit.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class WebhookGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The schema files among the additional files, each with the metadata of its item.
        IncrementalValuesProvider<SchemaFile> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => SchemaFile.TryCreate(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(StepNames.Files);

        // Their JSON, read once for each version of a file.
        IncrementalValuesProvider<SchemaDocument> documents = files.Select(SchemaDocument.Read);

        // Language version and root namespace come in as plain values: nothing here depends on the compilation.
        IncrementalValueProvider<string> rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => RootNamespace(options));
        IncrementalValueProvider<LanguageVersion> language = context.ParseOptionsProvider.Select(static (options, _) => Language(options));

        // The files of each provider, read together: one may refer to another.
        IncrementalValuesProvider<ProviderReading> readings = documents
            .Collect()
            .Combine(rootNamespace)
            .SelectMany(static (pair, _) => ProviderFiles.Group(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Providers)
            .Select(ProviderReader.Read)
            .WithTrackingName(StepNames.Readings);

        // What is wrong takes its own road, so that an error which only moves emits nothing anew.
        context.RegisterSourceOutput(
            readings.SelectMany(static (reading, _) => reading.Diagnostics).WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            files.Collect().Combine(language),
            static (output, pair) => ReportLanguage(output, pair.Left, pair.Right));

        // One emitted file a type: what an edit of a schema does not change is not emitted again.
        IncrementalValuesProvider<EmittedUnit> units = readings
            .Select(static (reading, _) => reading.Catalog)
            .WithTrackingName(StepNames.Catalogs)
            .Combine(language)
            .Where(static pair => pair.Left is not null && pair.Right >= LanguageVersion.CSharp11)
            .SelectMany(static (pair, _) => EmittedUnit.Of(pair.Left!))
            .WithTrackingName(StepNames.Units);
        context.RegisterSourceOutput(units, static (output, unit) => output.AddSource(unit.HintName, unit.Emit().ToSourceText()));
    }

    private static string RootNamespace(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? value) ? value : "";

    private static LanguageVersion Language(ParseOptions options) =>
        options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.Default;

    private static void ReportLanguage(SourceProductionContext output, ImmutableArray<SchemaFile> files, LanguageVersion language)
    {
        if (files.Any() && language < LanguageVersion.CSharp11)
        {
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.TWH9001_LanguageVersionTooOld, Location.None, language.ToDisplayString()));
        }
    }
}
