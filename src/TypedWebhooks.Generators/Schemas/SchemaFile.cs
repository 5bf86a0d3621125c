using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>A schema file: its text, and what its item in the project file says. Equal while both are.</summary>
/// <param name="Text">Its text; null where the compiler could not read the file.</param>
internal sealed record SchemaFile(string Path, string? Text, SchemaMetadata Metadata)
{
    /// <summary>The files whose item is a schema; null for all others.</summary>
    public static SchemaFile? TryCreate(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        if (!string.Equals(Get(metadata, "WebhookSchema"), "schema", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return new(file.Path, file.GetText(cancellationToken)?.ToString(), new(
            Get(metadata, "WebhookProvider"),
            Get(metadata, "WebhookNamespace"),
            Get(metadata, "WebhookFormat"),
            Get(metadata, "WebhookEventType"),
            Get(metadata, "WebhookEventTypeComparison"),
            Get(metadata, "WebhookAccess"),
            Get(metadata, "WebhookRequiredMembers")));
    }

    /// <summary>Where in the file, as a person counts lines and columns.</summary>
    public LocationInfo Locate(TextSpan span)
    {
        SourceText text = SourceText.From(Text ?? "");
        TextSpan inside = TextSpan.FromBounds(Math.Min(span.Start, text.Length), Math.Min(span.End, text.Length));
        return new(Path, inside, text.Lines.GetLinePositionSpan(inside));
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
    string RequiredMembers);
