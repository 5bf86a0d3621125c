using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>
/// The schema files of one provider or, where it has versions side by side, of one of them: in ordinal order of their paths, each once
/// for each of its items, and the project's root namespace.
/// </summary>
/// <param name="Versions">The versions of the provider; null where no item states any.</param>
/// <param name="Version">The one that the files are of.</param>
internal sealed record ProviderFiles(
    string Name,
    string RootNamespace,
    EquatableArray<SchemaDocument> Documents,
    ProviderVersions? Versions = null,
    ProviderVersion? Version = null)
{
    /// <summary>The version that the files are of, as the project states it; empty where it has one only.</summary>
    public string VersionText => Version?.Text ?? "";

    /// <summary>The names that the provider's baseline says.</summary>
    public PinnedNames Pins { get; init; } = PinnedNames.None;

    /// <summary>The provider that a file belongs to: what its item says, or else the folder that it lies in.</summary>
    public static CSharpName NameOf(SchemaFile file)
    {
        string name = file.Metadata.Provider;
        if (name.Length == 0)
        {
            string[] path = file.Address.Split('/');
            name = path.Length > 1 ? path[path.Length - 2] : System.IO.Path.GetFileNameWithoutExtension(file.Address);
        }

        // A name that its project chose stands as it is; that of a folder is made a name.
        return CSharpName.IsValid(name) && name[0] is >= 'A' and <= 'Z' ? new(name) : WireName.ToPascalCase(name);
    }

    /// <summary>Groups files by provider, its name in any case: Windows and people do not tell <c>Telia</c> from <c>telia</c>. Each version is a group of its own.</summary>
    public static IEnumerable<ProviderFiles> Group(IEnumerable<SchemaDocument> documents, string rootNamespace) =>
        Providers(documents).SelectMany(provider =>
        {
            string name = CommonName(provider);
            return ProviderVersions.Of(name, rootNamespace, provider) is not { IsStated: true } versions
                ? [new(name, rootNamespace, provider)]
                : versions.All.Select(version => new ProviderFiles(
                    name,
                    rootNamespace,
                    provider.Where(document => document.File.Metadata.Version == version.Text).ToEquatableArray(),
                    versions,
                    version));
        });

    /// <summary>The versions of each provider that has any.</summary>
    public static IEnumerable<ProviderVersions> VersionsOf(IEnumerable<SchemaDocument> documents, string rootNamespace) =>
        Providers(documents).Select(provider => ProviderVersions.Of(CommonName(provider), rootNamespace, provider)).Where(static versions => versions is not null).Select(static versions => versions!);

    /// <summary>The namespace of a provider: what is stated, where that is one, or else its name in the project's.</summary>
    /// <returns>Whether what is stated is one, or nothing.</returns>
    public static bool TryGetNamespace(string stated, string rootNamespace, CSharpName provider, out CSharpNamespace result)
    {
        string otherwise = CSharpNamespace.TryCreate(rootNamespace, out _) ? rootNamespace + "." + provider.Text : provider.Text;
        if (CSharpNamespace.TryCreate(stated.Length > 0 ? stated : otherwise, out result))
        {
            return true;
        }

        CSharpNamespace.TryCreate(otherwise, out result);
        return false;
    }

    private static IEnumerable<EquatableArray<SchemaDocument>> Providers(IEnumerable<SchemaDocument> documents) => documents
        .GroupBy(static document => NameOf(document.File).Text, StringComparer.OrdinalIgnoreCase)
        .OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase)
        .Select(static group => group.Distinct().OrderBy(static document => document.File.Address, StringComparer.Ordinal).ToEquatableArray());

    private static string CommonName(EquatableArray<SchemaDocument> documents) =>
        documents.Select(static document => NameOf(document.File).Text).OrderBy(static name => name, StringComparer.Ordinal).First();
}
