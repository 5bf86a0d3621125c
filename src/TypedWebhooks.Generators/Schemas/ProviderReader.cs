using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>What the schema files of one provider say.</summary>
/// <param name="Catalog">Its events; null where there is none to emit.</param>
/// <param name="Diagnostics">What is wrong with the files, each at its place.</param>
internal sealed record ProviderReading(EventCatalog? Catalog, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>Reads the schema files of one provider, each by the reader of its dialect.</summary>
internal static class ProviderReader
{
    public static ProviderReading Read(ProviderFiles files, CancellationToken cancellationToken)
    {
        SchemaDiagnostics diagnostics = new();
        ProviderSettings settings = ProviderSettings.Read(files, diagnostics);
        ProviderShape shape = new() { EventTypeMember = settings.EventTypeMember };
        foreach (SchemaDocument document in files.Documents)
        {
            document.ReportErrors(diagnostics);
            if (document.Root is not null)
            {
                ReadDocument(document, settings, shape, diagnostics, cancellationToken);
            }
        }

        RemoveUnusable(shape, settings, diagnostics);
        EventCatalog? catalog = shape.Events.Count > 0 && shape.EventTypeMember.Length > 0
            ? new CatalogBuilder(settings, shape, diagnostics).Build(cancellationToken)
            : null;
        return new(catalog, diagnostics.ToEquatableArray());
    }

    private static void ReadDocument(
        SchemaDocument document,
        ProviderSettings settings,
        ProviderShape shape,
        SchemaDiagnostics diagnostics,
        CancellationToken cancellationToken)
    {
        JsonNode root = document.Root!;
        string format = document.File.Metadata.Format;
        if (format.Length == 0)
        {
            format = TeliaReader.Recognizes(root) ? "telia" : JsonSchemaReader.Recognizes(root) ? "json-schema" : "";
        }

        switch (format.ToLowerInvariant())
        {
            case "telia":
                new TeliaReader(document, shape, diagnostics).Read(cancellationToken);
                break;
            case "json-schema":
                new JsonSchemaReader(document, shape, diagnostics, cancellationToken).Read(settings.EventTypeMember);
                break;
            case "":
                diagnostics.Report(
                    Descriptors.TWH2009_UnknownFormat,
                    document.At(root),
                    "The file is neither a JSON Schema nor a Telia catalogue; say what it is with Format=\"…\" on the item");
                break;
            default:
                diagnostics.Report(Descriptors.TWH2009_UnknownFormat, document.At(root), $"'{format}' is not a known format; the known ones are json-schema and telia");
                break;
        }
    }

    /// <summary>Removes events whose name another one has already, and those whose name cannot come.</summary>
    private static void RemoveUnusable(ProviderShape shape, ProviderSettings settings, SchemaDiagnostics diagnostics)
    {
        bool ignoreCase = settings.IgnoreCase ?? shape.IgnoreCase;
        Dictionary<string, EventShape> first = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (EventShape e in shape.Events.ToList())
        {
            if (!WireName.IsUnicode(e.EventType))
            {
                diagnostics.Report(Descriptors.TWH2010_InvalidSchema, e.Location, "The name of this event holds half a surrogate pair, which no text can");
                shape.Events.Remove(e);
                continue;
            }

            if (!first.TryGetValue(e.EventType, out EventShape? earlier))
            {
                first.Add(e.EventType, e);
                continue;
            }

            LocationInfo at = earlier.Location.File.Locate(earlier.Location.Span);
            string file = earlier.Location.File == e.Location.File ? "" : System.IO.Path.GetFileName(at.Path) + " ";
            diagnostics.Report(
                Descriptors.TWH2004_DuplicateEvent,
                e.Location,
                e.EventType,
                FormattableString.Invariant($"{file}line {at.Lines.Start.Line + 1}, column {at.Lines.Start.Character + 1}"));
            shape.Events.Remove(e);
        }
    }
}
