using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.AsyncApi;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Schemas.EventTypes;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using TypedWebhooks.Generators.Schemas.OpenApi;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>The schema files of one provider, each read by the reader of its dialect, and its event map.</summary>
/// <param name="Shape">What they say of its events.</param>
/// <param name="Map">The map; null where there is none.</param>
internal sealed record ProviderSchemas(ProviderShape Shape, EventMap? Map)
{
    public static ProviderSchemas Read(ProviderFiles files, ProviderSettings settings, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        List<SchemaDocument> readable = [];
        foreach (SchemaDocument document in Different(files.Documents))
        {
            document.ReportErrors(diagnostics);
            if (document.Root is not null)
            {
                readable.Add(document);
            }
        }

        EventMap? map = ReadMap(readable, diagnostics);
        ProviderShape shape = new() { Key = settings.Key ?? map?.Key, IsCloudEvents = map is { IsCloudEvents: true }, HasVersions = settings.Key is null && map is { HasVersion: true }, Body = map?.Body ?? BodyForm.Json };
        shape.Forms = new(settings.NumbersAreText ?? map?.NumbersAreText ?? false, settings.Dates ?? map?.Dates ?? DateForm.Text);
        shape.Handshakes.AddRange(map?.Handshakes.Select(static name => name.Value) ?? []);
        ReadDocuments(readable, map, shape, diagnostics, cancellationToken);
        RemoveUnusable(shape, settings, diagnostics, cancellationToken);
        RemoveTooMany(shape, diagnostics);
        return new(shape, map);
    }

    /// <summary>Each file once, as the first of its items has it that says what it is.</summary>
    private static IEnumerable<SchemaDocument> Different(IEnumerable<SchemaDocument> documents) => documents
        .GroupBy(static document => (document.File.Address, document.File.IsMap))
        .Select(static file => file.FirstOrDefault(static document => document.File.Metadata.Format.Length > 0) ?? file.First());

    /// <summary>The provider's event map. There is one key for all of its events, so a second map is said to be one too many.</summary>
    private static EventMap? ReadMap(List<SchemaDocument> documents, SchemaDiagnostics diagnostics)
    {
        EventMap? map = null;
        foreach (SchemaDocument document in documents.Where(static document => document.File.IsMap))
        {
            EventMap? read = new EventMapReader(document, diagnostics).Read();
            if (map is not null && read is not null)
            {
                diagnostics.Report(
                    Descriptors.TWH2012_InvalidEventMap,
                    document.At(document.Root!),
                    $"The provider has another event map, {map.Document.File.Name}, which is the one that is used: put what both say into one, and name it with Map on the items");
            }

            map ??= read;
        }

        return map;
    }

    private static void ReadDocuments(
        List<SchemaDocument> documents,
        EventMap? map,
        ProviderShape shape,
        SchemaDiagnostics diagnostics,
        CancellationToken cancellationToken)
    {
        List<SchemaDocument> schemas = [.. documents.Where(static document => !document.File.IsMap)];
        DocumentReferences references = new(schemas, diagnostics);
        List<SchemaDocument> jsonSchemas = [], unknown = [];
        List<DeclaringDocument> declaring = [];
        shape.StatedVersion = StatedVersion(schemas);
        foreach (SchemaDocument document in schemas)
        {
            switch (SchemaFormats.Of(document))
            {
                case SchemaFormats.EventTypes:
                    if (new EventTypesReader(document, map, shape, diagnostics, cancellationToken).Read() is { } catalogue)
                    {
                        declaring.Add(catalogue);
                    }

                    break;
                case SchemaFormats.JsonSchema:
                    jsonSchemas.Add(document);
                    break;
                case SchemaFormats.OpenApi:
                    if (OpenApiDocument.TryCreate(document, out JsonNode place, out string why) is { } openApi)
                    {
                        declaring.Add(new OpenApiReader(openApi, references, map, diagnostics, cancellationToken).Read());
                    }
                    else
                    {
                        diagnostics.Report(Descriptors.TWH2015_DocumentNotRead, document.At(place), why);
                    }

                    break;
                case SchemaFormats.AsyncApi:
                    if (AsyncApiDocument.TryCreate(document, out JsonNode version, out string reason) is { } asyncApi)
                    {
                        declaring.Add(new AsyncApiReader(asyncApi, references, map, diagnostics, cancellationToken).Read());
                    }
                    else
                    {
                        diagnostics.Report(Descriptors.TWH2015_DocumentNotRead, document.At(version), reason);
                    }

                    break;
                case "":
                    unknown.Add(document);
                    break;
                case var other:
                    diagnostics.Report(Descriptors.TWH2009_UnknownFormat, document.At(document.Root!), $"'{other}' is not a known format; the known ones are {SchemaFormats.Names}");
                    break;
            }
        }

        HashSet<SchemaDocument> referredTo = unknown.Count == 0 ? [] : JsonSchemaReader.ReferredTo(jsonSchemas, declaring, unknown, map, cancellationToken);
        foreach (SchemaDocument document in unknown)
        {
            if (referredTo.Contains(document))
            {
                jsonSchemas.Add(document);
            }
            else
            {
                diagnostics.Report(Descriptors.TWH2009_UnknownFormat, document.At(document.Root!), SchemaFormats.Refusal(document.Root!));
            }
        }

        // Schemas refer to one another, so they are read together; a map may name events that have no schema.
        if (jsonSchemas.Count > 0 || declaring.Count > 0 || map is not null)
        {
            jsonSchemas.Sort(static (left, right) => string.CompareOrdinal(left.File.Address, right.File.Address));
            new JsonSchemaReader(jsonSchemas, declaring, map, shape, diagnostics, cancellationToken).Read();
        }
    }

    /// <summary>The versions that OpenAPI's and AsyncAPI's documents state of themselves; null where there is none.</summary>
    private static string? StatedVersion(List<SchemaDocument> schemas)
    {
        string[] versions = [.. schemas
            .Select(static document => (document.Root as JsonObject)?.TryGet("info", out JsonNode? info) == true && info is JsonObject about && about.TryGet("version", out JsonNode? version) && version is JsonString text ? text.Value : "")
            .Where(static version => version.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static version => version, StringComparer.Ordinal)];
        return versions.Length == 0 ? null : string.Join(", ", versions);
    }

    /// <summary>Removes events whose name another one has already, and those whose name cannot come.</summary>
    private static void RemoveUnusable(ProviderShape shape, ProviderSettings settings, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        bool ignoreCase = settings.IgnoreCase ?? shape.IgnoreCase;
        Dictionary<string, EventShape> first = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        List<EventShape> all = [.. shape.Events];
        shape.Events.Clear();
        foreach (EventShape e in all)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!WireName.IsUnicode(e.EventType))
            {
                diagnostics.Report(Descriptors.TWH2010_InvalidSchema, e.Location, "The name of this event holds half a surrogate pair, which no text can");
                continue;
            }

            if (!first.TryGetValue(e.EventType, out EventShape? earlier))
            {
                first.Add(e.EventType, e);
                shape.Events.Add(e);
                continue;
            }

            LocationInfo at = diagnostics.Locate(earlier.Location);
            string file = earlier.Location.File == e.Location.File ? "" : System.IO.Path.GetFileName(at.Path) + " ";
            diagnostics.Report(
                Descriptors.TWH2004_DuplicateEvent,
                e.Location,
                e.EventType,
                FormattableString.Invariant($"{file}line {at.Lines.Start.Line + 1}, column {at.Lines.Start.Character + 1}"));
        }
    }

    private static void RemoveTooMany(ProviderShape shape, SchemaDiagnostics diagnostics)
    {
        if (shape.Events.Count > Limits.Events)
        {
            diagnostics.Report(
                Descriptors.TWH2008_LimitExceeded,
                shape.Events[Limits.Events].Location,
                FormattableString.Invariant($"The provider has {shape.Events.Count} events; those after the first {Limits.Events} are left out"));
            shape.Events.RemoveRange(Limits.Events, shape.Events.Count - Limits.Events);
        }
    }
}
