using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;

namespace TypedWebhooks.Generators.Items;

/// <summary>Two items of one provider that say different things of what it has but one of.</summary>
internal sealed record ItemContradiction(string Metadata, SchemaDocument First, string Followed, SchemaDocument Second, string Refused)
{
    /// <summary>What all files of a provider share, and how values are compared.</summary>
    private static readonly (string Name, Func<SchemaMetadata, string> Read, StringComparer Comparer)[] s_ofProvider =
    [
        ("Namespace", static metadata => metadata.Namespace, StringComparer.Ordinal),
        ("EventType", static metadata => metadata.EventType, StringComparer.Ordinal),
        ("EventTypeComparison", static metadata => metadata.EventTypeComparison, StringComparer.OrdinalIgnoreCase),
        ("Access", static metadata => metadata.Access, StringComparer.OrdinalIgnoreCase),
        ("RequiredMembers", static metadata => metadata.RequiredMembers, StringComparer.OrdinalIgnoreCase),
        ("EqualObjects", static metadata => metadata.EqualObjects, StringComparer.OrdinalIgnoreCase),
        ("Print", static metadata => metadata.Print, StringComparer.OrdinalIgnoreCase),
        ("Events", static metadata => string.Join("; ", EventPatterns.Split(metadata.Events).Distinct().OrderBy(static pattern => pattern, StringComparer.Ordinal)), StringComparer.Ordinal),
        ("JsonSchema", static metadata => metadata.JsonSchema, StringComparer.OrdinalIgnoreCase),
        ("NamePrefix", static metadata => string.Join("; ", EventPatterns.Split(metadata.NamePrefix).Distinct().OrderBy(static prefix => prefix, StringComparer.Ordinal)), StringComparer.Ordinal),
        ("Numbers", static metadata => metadata.Numbers, StringComparer.OrdinalIgnoreCase),
        ("Dates", static metadata => metadata.Dates, StringComparer.OrdinalIgnoreCase),
        ("Frozen", static metadata => metadata.Frozen, StringComparer.OrdinalIgnoreCase),
        ("Baseline", static metadata => metadata.Baseline, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What the versions of a provider that stand side by side share as well.</summary>
    private static readonly (string Name, Func<SchemaMetadata, string> Read, StringComparer Comparer)[] s_ofAllVersions =
    [
        ("Namespace", static metadata => metadata.Namespace, StringComparer.Ordinal),
        ("VersionFrom", static metadata => metadata.VersionFrom, StringComparer.Ordinal),
    ];

    /// <summary>What does not agree with the first item that says something, among those of all of a provider's versions.</summary>
    public static IEnumerable<ItemContradiction> FindAmongVersions(IReadOnlyList<SchemaDocument> documents) =>
        s_ofAllVersions.SelectMany(shared => Find(documents, shared.Name, shared.Read, shared.Comparer));

    /// <summary>All of them: what does not agree with the first item that says something.</summary>
    /// <param name="isOneVersion">Whether there may be other versions, with which it shares what <see cref="FindAmongVersions"/> looks at.</param>
    public static IEnumerable<ItemContradiction> Find(IReadOnlyList<SchemaDocument> documents, bool isOneVersion)
    {
        foreach ((string name, Func<SchemaMetadata, string> read, StringComparer comparer) in s_ofProvider)
        {
            if (isOneVersion && Array.Exists(s_ofAllVersions, shared => shared.Name == name))
            {
                continue;
            }

            foreach (ItemContradiction contradiction in Find(documents, name, read, comparer))
            {
                yield return contradiction;
            }
        }

        // The format is that of one file.
        foreach (IGrouping<string, SchemaDocument> file in documents.Where(static document => !document.File.IsMap).GroupBy(static document => document.File.Address, StringComparer.Ordinal))
        {
            foreach (ItemContradiction contradiction in Find([.. file], "Format", static metadata => metadata.Format, StringComparer.OrdinalIgnoreCase))
            {
                yield return contradiction;
            }
        }
    }

    public void Report(SchemaDiagnostics diagnostics) => diagnostics.Report(
        Descriptors.TWH2011_InvalidMetadata,
        Second.At(default(TextSpan)),
        $"{Metadata}=\"{Refused}\"",
        "WebhookSchema",
        $"the item of {(First.File.Address == Second.File.Address ? "the same file" : First.File.Name)} says {Metadata}=\"{Followed}\", and both are of the provider {ProviderFiles.NameOf(First.File).Text}, which has one. The first is followed");

    private static IEnumerable<ItemContradiction> Find(IEnumerable<SchemaDocument> documents, string name, Func<SchemaMetadata, string> read, StringComparer comparer)
    {
        SchemaDocument? first = null;
        foreach (SchemaDocument document in documents)
        {
            string value = read(document.File.Metadata);
            if (value.Length == 0 || (first is not null && comparer.Equals(read(first.File.Metadata), value)))
            {
                continue;
            }

            if (first is not null)
            {
                yield return new(name, first, read(first.File.Metadata), document, value);
            }

            first ??= document;
        }
    }
}
