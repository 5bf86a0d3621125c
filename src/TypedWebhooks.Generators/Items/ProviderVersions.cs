using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>The versions of a provider that stand side by side, as the items state them. Equal while the items are, whatever the schemas say.</summary>
/// <param name="Namespace">The provider's namespace as an item states it; empty where none does.</param>
/// <param name="Target">The provider's namespace, in which each version has its own.</param>
/// <param name="From">Where a delivery says which version it is of: in the body, in a header, or nowhere in particular.</param>
/// <param name="IsStated">Whether any item states a version, be it a valid one.</param>
/// <param name="File">The first of its files.</param>
/// <param name="All">The versions, from the oldest on.</param>
/// <param name="Diagnostics">What is wrong with the items, said at their files.</param>
/// <param name="Items">What is wrong with them, to be said where the project has them.</param>
internal sealed record ProviderVersions(
    CSharpName Provider,
    string Namespace,
    CSharpNamespace Target,
    EventKeyPart From,
    bool IsStated,
    DeclaredPlace File,
    EquatableArray<ProviderVersion> All,
    EquatableArray<DiagnosticInfo> Diagnostics,
    EquatableArray<ItemFinding> Items)
{
    /// <summary>Whoever parses says it, from wherever he knows it.</summary>
    private static readonly EventKeyPart s_caller = new("", EquatableArray<string>.Empty, IsOptional: false);

    /// <summary>The versions of a provider; null where no item states one, nor where it stands.</summary>
    public static ProviderVersions? Of(string provider, string rootNamespace, IReadOnlyList<SchemaDocument> documents)
    {
        if (documents.All(static document => document.File.Metadata.Version.Length == 0 && document.File.Metadata.VersionFrom.Length == 0))
        {
            return null;
        }

        bool isStated = documents.Any(static document => document.File.Metadata.Version.Length > 0);
        SchemaDiagnostics diagnostics = new();
        List<ItemFinding> items = [];
        List<ProviderVersion> versions = Versions(provider, documents, diagnostics, items);
        if (isStated)
        {
            foreach (ItemContradiction contradiction in ItemContradiction.FindAmongVersions(documents))
            {
                contradiction.Report(diagnostics);
            }
        }

        string stated = First(documents, static metadata => metadata.Namespace);
        ProviderFiles.TryGetNamespace(stated, rootNamespace, new(provider), out CSharpNamespace target);
        return new(
            new(provider),
            stated,
            target,
            PlaceOf(provider, documents, isStated, diagnostics, items),
            isStated,
            new(documents[0].File.Name, documents[0].File.Path),
            versions.OrderBy(static version => version.Name.Text, VersionOrder.Instance).ToEquatableArray(),
            diagnostics.ToEquatableArray(),
            items.ToEquatableArray());
    }

    private static List<ProviderVersion> Versions(string provider, IReadOnlyList<SchemaDocument> documents, SchemaDiagnostics diagnostics, List<ItemFinding> items)
    {
        List<ProviderVersion> versions = [];
        foreach (IGrouping<string, SchemaDocument> files in documents.GroupBy(static document => document.File.Metadata.Version, StringComparer.Ordinal).OrderBy(static files => files.Key, StringComparer.Ordinal))
        {
            string? why = files.Key.Length == 0 ? null : ProviderVersion.TryCreate(files.Key, out ProviderVersion? version) is { } objection ? objection + ". Nothing is emitted for it"
                : versions.Find(other => string.Equals(other.Name.Text, version!.Name.Text, StringComparison.OrdinalIgnoreCase)) is { } other ? $"its namespace would be called {version!.Name.Text}, as that of {provider}'s version \"{other.Text}\" is called {other.Name.Text}. Nothing is emitted for \"{files.Key}\""
                : Add(versions, version!);
            if (why is not null)
            {
                items.Add(Finding(provider, "Version", files.Key, why, files.First(), diagnostics));
            }
        }

        // A file without a version would be in none of them, and its events would be unknown without a word.
        foreach (SchemaDocument document in documents.All(static document => document.File.Metadata.Version.Length == 0) ? [] : documents.Where(static document => document.File.Metadata.Version.Length == 0))
        {
            diagnostics.Report(
                Descriptors.TWH2011_InvalidMetadata,
                document.At(default(TextSpan)),
                "Version=\"\"",
                "WebhookSchema",
                $"other items of {provider} state a Version, and this one does not say which of them {document.File.Name} is of. A file that several versions share has an item for each of them. Nothing is emitted of this one");
        }

        return versions;
    }

    private static string? Add(List<ProviderVersion> versions, ProviderVersion version)
    {
        versions.Add(version);
        return null;
    }

    /// <summary>Where the version of a delivery stands. Where no item says it, whoever parses does.</summary>
    private static EventKeyPart PlaceOf(string provider, IReadOnlyList<SchemaDocument> documents, bool isStated, SchemaDiagnostics diagnostics, List<ItemFinding> items)
    {
        if (documents.FirstOrDefault(static document => document.File.Metadata.VersionFrom.Length > 0) is not { } document)
        {
            return s_caller;
        }

        string stated = document.File.Metadata.VersionFrom;
        EventKeyPart? place = null;
        bool isPlace = stated == "caller"
            || (EventKeyText.TryParsePart(stated, out place) && place is { IsOptional: false, Header: null or { Length: > 0 } });
        string? why = !isPlace ? "it is a JSON pointer into the body, such as /api_version; header and the header's name; or caller, where whoever parses says it"
            : !isStated ? $"it says where a delivery has its version, and no item of {provider} states a Version"
            : null;
        if (why is not null)
        {
            items.Add(Finding(provider, "VersionFrom", stated, why, document, diagnostics));
        }

        return isPlace ? place ?? s_caller : s_caller;
    }

    private static ItemFinding Finding(string provider, string metadata, string value, string why, SchemaDocument document, SchemaDiagnostics diagnostics) =>
        new(provider, metadata, value, null, why, diagnostics.Locate(document.At(default(TextSpan))));

    private static string First(IReadOnlyList<SchemaDocument> documents, Func<SchemaMetadata, string> read) =>
        documents.Select(document => read(document.File.Metadata)).FirstOrDefault(static value => value.Length > 0) ?? "";
}

/// <summary>A file, for whoever has to find what is said of it.</summary>
internal sealed record DeclaredPlace(string Name, string Path);
