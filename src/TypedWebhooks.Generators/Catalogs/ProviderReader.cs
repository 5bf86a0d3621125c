using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>What the schema files of one provider say.</summary>
/// <param name="Catalog">Its events; null where there is none to emit.</param>
/// <param name="Diagnostics">What is wrong with the files, each at its place.</param>
/// <param name="Items">What is wrong with metadata of its items, to be said where the project has them.</param>
/// <param name="Types">What it brings into its namespace; null where there is nothing to emit.</param>
internal sealed record ProviderReading(EventCatalog? Catalog, EquatableArray<DiagnosticInfo> Diagnostics, EquatableArray<ItemFinding> Items, ProviderTypes? Types);

/// <summary>A reading with all that it was made of, which no step of the pipeline holds: it changes with every line.</summary>
internal sealed record OriginalReading(ProviderFiles Files, ProviderSettings Settings, ProviderShape Shape, EventMap? Map, CatalogOrigins Origins, ProviderReading Reading);

/// <summary>Makes the catalogue of a provider out of its schema files.</summary>
internal static class ProviderReader
{
    /// <summary>Reads the files for what is emitted.</summary>
    public static ProviderReading Read(ProviderFiles files, CancellationToken cancellationToken) => RecentReadings.Read(files, cancellationToken).Reading;

    /// <summary>Reads the files for what is emitted, and for what it was made of.</summary>
    public static OriginalReading ReadOriginal(ProviderFiles files, CancellationToken cancellationToken)
    {
        SchemaDiagnostics diagnostics = new();
        ProviderSettings settings = ProviderSettings.Read(files, diagnostics);
        (ProviderShape shape, EventMap? map) = ProviderSchemas.Read(files, settings, diagnostics, cancellationToken);
        List<ItemFinding> items = [];
        CatalogBuilder? builder = shape.Events.Count > 0 && shape.Key is not null
            ? new(settings, files.Pins, shape, Prefixes(settings, map, shape, diagnostics, items), diagnostics, cancellationToken)
            : null;
        EventCatalog? catalog = builder?.Build();
        if (catalog is not null && Selected(settings, map, shape, diagnostics, items, cancellationToken) is { } selected)
        {
            catalog = SelectedCatalog.Of(catalog, selected, cancellationToken);
        }

        return new(
            files,
            settings,
            shape,
            map,
            builder?.Origins ?? new(),
            new(catalog, diagnostics.ToEquatableArray(), items.ToEquatableArray(), ProviderTypes.Of(files, catalog)));
    }

    /// <summary>What the item says that names begin with or, where it says nothing, the map.</summary>
    private static NamePrefixes Prefixes(ProviderSettings settings, EventMap? map, ProviderShape shape, SchemaDiagnostics diagnostics, List<ItemFinding> items)
    {
        bool ignoreCase = settings.IgnoreCase ?? shape.IgnoreCase;
        NamePrefixes prefixes = new([.. map?.NamePrefixes.Select(static prefix => prefix.Value) ?? []], ignoreCase);
        prefixes.Check(shape, settings.Name.Text, (i, why) => diagnostics.Report(
            Descriptors.TWH2012_InvalidEventMap,
            map!.Document.At(map.NamePrefixes[i]),
            $"'{map.NamePrefixes[i].Value}' in namePrefix is not valid: {why}"));
        if (settings.NamePrefixes is not { Document: { } document, Patterns: var stated })
        {
            return prefixes;
        }

        prefixes = new(stated, ignoreCase);
        prefixes.Check(shape, settings.Name.Text, (i, why) => items.Add(new(
            settings.Name.Text,
            "NamePrefix",
            document.File.Metadata.NamePrefix,
            stated[i],
            why,
            diagnostics.Locate(document.At(default(Microsoft.CodeAnalysis.Text.TextSpan))))));
        return prefixes;
    }

    /// <summary>The names of the events that the item chooses or, where it says nothing, the map; null where that is all of them.</summary>
    private static HashSet<string>? Selected(
        ProviderSettings settings,
        EventMap? map,
        ProviderShape shape,
        SchemaDiagnostics diagnostics,
        List<ItemFinding> items,
        CancellationToken cancellationToken)
    {
        EventSelection selection = new(shape, settings.Name.Text, settings.IgnoreCase ?? shape.IgnoreCase, cancellationToken);
        HashSet<EventShape>? chosen = null;
        if (map is { Selected.Count: > 0 })
        {
            chosen = selection.Choose([.. map.Selected.Select(static s => s.Pattern)], (i, why) => diagnostics.Report(
                Descriptors.TWH2012_InvalidEventMap,
                map.Document.At(map.Selected[Math.Max(i, 0)].Place),
                i < 0 ? $"select is not valid: {why}" : $"'{map.Selected[i].Pattern}' in select is not valid: {why}"));
        }

        if (settings.Events is { Document: { } document, Patterns: var patterns })
        {
            chosen = selection.Choose(patterns, (i, why) => items.Add(new(
                settings.Name.Text,
                "Events",
                document.File.Metadata.Events,
                i < 0 ? null : patterns[i],
                why,
                diagnostics.Locate(document.At(default(Microsoft.CodeAnalysis.Text.TextSpan))))));
        }

        return chosen is null ? null : new(chosen.Select(static e => e.EventType), StringComparer.Ordinal);
    }
}
