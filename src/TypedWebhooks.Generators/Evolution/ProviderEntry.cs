using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What a baseline says of a provider as a whole.</summary>
internal static class ProviderEntry
{
    public static BaselineEntry Of(OriginalReading reading, EventCatalog catalog)
    {
        ProviderModel provider = catalog.Provider;
        return BaselineEntry.Of(
            new(EntryKind.Provider, "", provider.Name.Text),
            reading.Files.VersionText is { Length: > 0 } version ? new(FacetNames.Version, version) : null,
            new(FacetNames.Names, string.Join("; ", provider.FurtherKeys.Prepend(provider.Key).Select(Text))),
            new(FacetNames.Comparison, provider.IgnoreCase ? "ignore-case" : "ordinal"),
            new(FacetNames.Namespace, provider.Namespace.ToString()),
            provider.IsPublic ? null : new(FacetNames.Access, "internal"),
            reading.Settings.AllOptional ? new(FacetNames.RequiredMembers, "optional") : null,
            reading.Prefixes.Text.Length == 0 ? null : new(FacetNames.NamePrefix, reading.Prefixes.Text),
            provider.BatchPath is { } batch ? new(FacetNames.Batch, Inner(batch.Array) + "/*" + Inner(batch.Item)) : null,
            provider.Body.Kind == BodyKind.Json ? null : new(FacetNames.Body, (provider.Body.Kind + " " + provider.Body.Field).Trim()),
            provider.Handshakes.Count == 0 ? null : new(FacetNames.Handshakes, string.Join(" ", provider.Handshakes.Select(static handshake => handshake.Value))),
            reading.Map is { } map && (map.Envelope is not null || map.Data is not null) ? new(FacetNames.Envelope, $"{map.Envelope?.Value} {map.Data?.Pointer.Value}".Trim()) : null,
            provider.CloudEvents is null ? null : new(FacetNames.CloudEvents, ""),
            reading.Shape.StatedVersion is { } stated ? new(FacetNames.Stated, stated) : null,
            new(FacetNames.Schema, Hash(reading.Files)));
    }

    /// <summary>Where names stand, as the metadata <c>EventType</c> says it.</summary>
    private static string Text(EventKey key) => string.Join(
        key.Separator == "." ? " " : $" {key.Separator} ",
        key.Parts.Select(static part => (part.Header is null ? Path(part.Path) : ("header " + part.Header).TrimEnd()) + (part.IsOptional ? "?" : "")));

    /// <summary>A way that may have no steps at all.</summary>
    private static string Inner(EquatableArray<string> path) => path.Count == 0 ? "" : Path(path);

    private static string Path(IEnumerable<string> path) => "/" + string.Join("/", path.Select(static name => name.Replace("~", "~0").Replace("/", "~1")));

    /// <summary>What all files say, so that a surface which differs although they do not is known to be our own doing.</summary>
    private static string Hash(ProviderFiles files)
    {
        StableHash hash = default;
        foreach (SchemaDocument document in files.Documents)
        {
            hash.Add(document.File.Name);
            hash.Add(document.File.Text ?? "");
        }

        return hash.Long;
    }
}
