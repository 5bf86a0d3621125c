using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>A schema file or an event map: its text, and what its item in the project file says. Equal while both are.</summary>
/// <param name="Text">Its text; null where the compiler could not read the file.</param>
/// <param name="IsMap">Whether it is an event map, which says of a provider's events what its schemas do not.</param>
internal sealed record SchemaFile(string Path, string? Text, bool IsMap, SchemaMetadata Metadata)
{
    /// <summary>The files whose item is a schema or a map; null for all others.</summary>
    public static SchemaFile? TryCreate(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        string kind = Get(metadata, "WebhookSchema");
        bool isMap = string.Equals(kind, "map", StringComparison.OrdinalIgnoreCase);
        if (!isMap && !string.Equals(kind, "schema", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return new(file.Path, file.GetText(cancellationToken)?.ToString(), isMap, new(
            Get(metadata, "WebhookProvider"),
            Get(metadata, "WebhookNamespace"),
            Get(metadata, "WebhookFormat"),
            Get(metadata, "WebhookEventType"),
            Get(metadata, "WebhookEventTypeComparison"),
            Get(metadata, "WebhookAccess"),
            Get(metadata, "WebhookRequiredMembers"),
            Get(metadata, "WebhookEqualObjects"),
            Get(metadata, "WebhookPrint")));
    }

    private static string Get(AnalyzerConfigOptions metadata, string name) =>
        metadata.TryGetValue("build_metadata.AdditionalFiles." + name, out string? value) ? value.Trim() : "";
}

/// <summary>The metadata of a <c>WebhookSchema</c> item, as written; empty where the default is meant.</summary>
internal sealed record SchemaMetadata(
    string Provider,
    string Namespace,
    string Format,
    string EventType,
    string EventTypeComparison,
    string Access,
    string RequiredMembers,
    string EqualObjects,
    string Print = "");
