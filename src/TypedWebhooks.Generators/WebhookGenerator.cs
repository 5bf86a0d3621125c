using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Emit;
using TypedWebhooks.Generators.Emit.Versions;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Versions;

namespace TypedWebhooks.Generators;

/// <summary>Turns the schemas of webhook providers into typed events: schema files, their catalogues, the files to emit.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class WebhookGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What the package's build files declare among the additional files, and the list of all items, which a project file brings.
        IncrementalValuesProvider<DeclaredFile> declared = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => DeclaredFile.TryCreate(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!);
        IncrementalValuesProvider<DeclaredFile> projects = declared.Where(static file => file.Kind == FileKind.Project);
        IncrementalValueProvider<SchemaItems> items = projects.Collect().Select(static (projects, _) => SchemaItems.Read(projects));

        // The schema files, each as often as it has an item.
        IncrementalValuesProvider<SchemaFile> files = declared
            .Where(static file => file.Kind is FileKind.Schema or FileKind.Map)
            .Combine(items)
            .SelectMany(static (pair, _) => pair.Left.Under(pair.Right))
            .WithTrackingName(StepNames.Files);

        // What the baselines say of names, and no more: another description in one of them reads no schema anew.
        IncrementalValueProvider<PinnedLocks> pins = declared
            .Where(static file => file.Kind is FileKind.Lock or FileKind.LinkedLock)
            .Select(PinnedLock.Read)
            .WithTrackingName(StepNames.Pins)
            .Collect()
            .Select(static (locks, _) => PinnedLocks.Of(locks));

        // Their JSON, read once for each version of a file.
        IncrementalValuesProvider<SchemaDocument> documents = files.Select(SchemaDocument.Read);

        // Language version and root namespace come in as plain values: nothing here depends on the compilation.
        IncrementalValueProvider<string> rootNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => RootNamespace(options));
        IncrementalValueProvider<EquatableArray<string>> references = context.MetadataReferencesProvider
            .Select(static (reference, _) => ProjectFeatures.RelevantName(reference))
            .Where(static name => name is not null)
            .Collect()
            .Select(static (names, _) => names.Select(static name => name!).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());
        IncrementalValueProvider<ProjectFeatures> features = context.ParseOptionsProvider
            .Select(static (options, _) => ProjectFeatures.LanguageOf(options))
            .Combine(references)
            .Select(static (pair, _) => ProjectFeatures.Of(pair.Left, pair.Right));

        // The files of each provider, or of each version of one, read together: one may refer to another.
        IncrementalValueProvider<(ImmutableArray<SchemaDocument> Left, string Right)> all = documents.Collect().Combine(rootNamespace);
        IncrementalValuesProvider<ProviderReading> readings = all
            .SelectMany(static (pair, _) => ProviderFiles.Group(pair.Left, pair.Right))
            .Combine(pins)
            .Select(static (pair, _) => pair.Right.Pin(pair.Left))
            .WithTrackingName(StepNames.Providers)
            .Select(ProviderReader.Read)
            .WithTrackingName(StepNames.Readings);

        // The providers of which several versions stand side by side.
        IncrementalValuesProvider<ProviderVersions> versions = all.SelectMany(static (pair, _) => ProviderFiles.VersionsOf(pair.Left, pair.Right));

        // A target of the build may ask for something else than code.
        IncrementalValueProvider<CommandRequest?> command = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => CommandRequest.TryRead(options.GlobalOptions));
        context.RegisterSourceOutput(declared.Collect().Combine(command), static (output, pair) => EmitNotes(output, pair.Left, pair.Right));

        // What is wrong takes its own road, so that an error which only moves emits nothing anew. A target is told it of those providers that it asks for.
        context.RegisterSourceOutput(
            readings.SelectMany(static (reading, _) => reading.Diagnostics).WithTrackingName(StepNames.Diagnostics).Combine(command),
            static (output, pair) => Report(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(
            versions.SelectMany(static (versions, _) => versions.Diagnostics).WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            projects.SelectMany(static (project, cancellationToken) => ItemMetadata.Check(project, cancellationToken)).WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        ReportItems(context, readings.SelectMany(static (reading, _) => reading.Items), projects);
        ReportItems(context, versions.SelectMany(static (versions, _) => versions.Items), projects);
        context.RegisterSourceOutput(
            files.Collect().Combine(features).Combine(command),
            static (output, pair) => EmitForProject(output, pair.Left.Left, pair.Left.Right, pair.Right));

        // What providers that share a namespace have in common, which cannot be emitted twice.
        IncrementalValueProvider<NamespaceClashes> clashes = readings
            .Select(static (reading, _) => reading.Types)
            .Where(static types => types is not null)
            .Select(static (types, _) => types!)
            .Collect()
            .Combine(versions.Where(static versions => versions.All.Count > 0).Select(static (versions, _) => ProviderTypes.Of(versions)).Collect())
            .Select(static (pair, cancellationToken) => NamespaceClashes.Find(pair.Left.AddRange(pair.Right), cancellationToken));
        context.RegisterSourceOutput(
            clashes.SelectMany(static (clashes, _) => clashes.Diagnostics).WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        IncrementalValueProvider<EquatableArray<string>> leftOut = clashes.Select(static (clashes, _) => clashes.LeftOut);

        // One emitted file a type: what an edit of a schema does not change is not emitted again, wherever it now stands.
        IncrementalValuesProvider<EmittedUnit> units = readings
            .Select(static (reading, _) => reading.Catalog)
            .WithTrackingName(StepNames.Catalogs)
            .Combine(leftOut)
            .Where(static pair => pair.Left is not null && !pair.Right.Contains(pair.Left.Provider.FullName))
            .Select(static (pair, _) => pair.Left)
            .Combine(features)
            .Where(static pair => pair.Right.IsSupported)
            .SelectMany(static (pair, cancellationToken) => UnitBuckets.Of(EmittedUnit.Of(pair.Left!, pair.Right), cancellationToken))
            .SelectMany(static (bucket, _) => bucket)
            .WithTrackingName(StepNames.Units);
        context.RegisterSourceOutput(units, EmitUnit);

        // What stands beside the versions of a provider: which of them a delivery is of, and how each becomes the next one.
        IncrementalValuesProvider<EmittedUnit> versionUnits = versions
            .Combine(readings.Select(static (reading, _) => reading.Catalog).Where(static catalog => catalog?.Provider.Version is not null).Select(static (catalog, _) => catalog!).Collect())
            .Combine(leftOut)
            .Where(static pair => !pair.Right.Contains(pair.Left.Left.Provider.Text))
            .Select(static (pair, cancellationToken) => VersionedProviderReader.Read(
                pair.Left.Left,
                pair.Left.Right.Where(catalog => !pair.Right.Contains(catalog.Provider.FullName)),
                cancellationToken))
            .Where(static versioned => versioned is not null)
            .Combine(features)
            .Where(static pair => pair.Right.IsSupported)
            .SelectMany(static (pair, cancellationToken) => UnitBuckets.Of(VersionUnits.Of(pair.Left!, pair.Right), cancellationToken))
            .SelectMany(static (bucket, _) => bucket)
            .WithTrackingName(StepNames.Units);
        context.RegisterSourceOutput(versionUnits, EmitUnit);
    }

    private static string RootNamespace(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? value) ? value : "";

    /// <summary>Says what is wrong with items where a project file has them.</summary>
    private static void ReportItems(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ItemFinding> findings, IncrementalValuesProvider<DeclaredFile> projects) =>
        context.RegisterSourceOutput(
            findings
                .Combine(projects.Collect())
                .Select(static (pair, cancellationToken) => pair.Left.At(ItemPlace.Find(pair.Left, pair.Right, cancellationToken)))
                .WithTrackingName(StepNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

    private static void Report(SourceProductionContext output, DiagnosticInfo diagnostic, CommandRequest? command)
    {
        if (command is null)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }

    private static void EmitNotes(SourceProductionContext output, ImmutableArray<DeclaredFile> declared, CommandRequest? command)
    {
        if (command is not null)
        {
            output.AddSource(BaselineNotesEmitter.HintName, BaselineNotesEmitter.Emit(BaselineCommand.Run(command, declared, output.CancellationToken)).ToSourceText());
        }
    }

    private static void EmitUnit(SourceProductionContext output, EmittedUnit unit)
    {
        output.CancellationToken.ThrowIfCancellationRequested();
        output.AddSource(unit.HintName, unit.Emit().ToSourceText());
    }

    /// <summary>What concerns the project as a whole, once it has a schema.</summary>
    private static void EmitForProject(SourceProductionContext output, ImmutableArray<SchemaFile> files, ProjectFeatures features, CommandRequest? command)
    {
        if (files.IsEmpty || command is not null)
        {
            return;
        }

        if (!features.HasRuntimeLibrary)
        {
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.TWH9006_RuntimeLibraryNotReferenced, Location.None));
        }
        else if (!features.IsSupported)
        {
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.TWH9001_LanguageVersionTooOld, Location.None, features.Language.ToDisplayString()));
        }
        else if (features.HasClosedTypes)
        {
            output.AddSource(ClosedTypeEmitter.HintName, ClosedTypeEmitter.Emit().ToSourceText());
        }
    }
}
