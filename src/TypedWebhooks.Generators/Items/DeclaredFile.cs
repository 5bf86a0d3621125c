using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedWebhooks.Generators.Items;

/// <summary>What an additional file is to us.</summary>
internal enum FileKind
{
    Schema,
    Map,

    /// <summary>A project file that declares items. One of them brings the list of them all.</summary>
    Project,

    /// <summary>A baseline, in the project's folder or below.</summary>
    Lock,

    /// <summary>A baseline beside a schema that lies elsewhere: it may be of a provider that another project has.</summary>
    LinkedLock,
}

/// <summary>An additional file that the package's build files declare: its text, and what stands with it.</summary>
/// <param name="Items">Of a project file, the list of all items, encoded; else empty.</param>
/// <param name="Metadata">What the file's own metadata say, for a project that declares it without an item.</param>
internal sealed record DeclaredFile(FileKind Kind, string Path, string? Text, string Items, SchemaMetadata Metadata)
{
    /// <summary>The files that are a schema, a map, a baseline or a project; null for all others.</summary>
    public static DeclaredFile? TryCreate(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        FileKind? kind = Get(metadata, "WebhookSchema").ToLowerInvariant() switch
        {
            "schema" => FileKind.Schema,
            "map" => FileKind.Map,
            "project" => FileKind.Project,
            "lock" => FileKind.Lock,
            "linked-lock" => FileKind.LinkedLock,
            _ => null,
        };
        return kind is null ? null : new(kind.Value, file.Path, file.GetText(cancellationToken)?.ToString(), Get(metadata, "WebhookItems"), new(
            Get(metadata, "WebhookProvider"),
            Get(metadata, "WebhookNamespace"),
            Get(metadata, "WebhookFormat"),
            Get(metadata, "WebhookEventType"),
            Get(metadata, "WebhookEventTypeComparison"),
            Get(metadata, "WebhookAccess"),
            Get(metadata, "WebhookRequiredMembers"),
            Get(metadata, "WebhookEqualObjects"),
            Get(metadata, "WebhookPrint"),
            Get(metadata, "WebhookEvents"),
            Get(metadata, "WebhookJsonSchema"),
            Get(metadata, "WebhookNamePrefix"),
            Get(metadata, "WebhookNumbers"),
            Get(metadata, "WebhookDates"),
            Get(metadata, "WebhookVersion"),
            Get(metadata, "WebhookFrozen"),
            Get(metadata, "WebhookVersionFrom"),
            Get(metadata, "WebhookBaseline")));
    }

    /// <summary>The file once for each of its items; without any, as its own metadata have it.</summary>
    public IEnumerable<SchemaFile> Under(SchemaItems items)
    {
        string address = SchemaPath.Normalize(Path);
        bool isListed = false;
        foreach (SchemaMetadata metadata in items.Of(address))
        {
            isListed = true;
            yield return new(Path, Text, Kind == FileKind.Map, metadata);
        }

        if (!isListed)
        {
            yield return new(Path, Text, Kind == FileKind.Map, Metadata);
        }
    }

    private static string Get(AnalyzerConfigOptions metadata, string name) =>
        metadata.TryGetValue("build_metadata.AdditionalFiles." + name, out string? value) ? value.Trim() : "";
}
