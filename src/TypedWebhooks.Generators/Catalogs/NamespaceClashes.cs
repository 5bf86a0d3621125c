using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>The types that a provider brings into its namespace.</summary>
/// <param name="Provider">Its name, with that of its version.</param>
/// <param name="Files">The names of its files, for whoever has to find its items.</param>
/// <param name="At">Where to say what is wrong with it.</param>
internal sealed record ProviderTypes(string Provider, CSharpNamespace Namespace, EquatableArray<string> Types, string Files, LocationInfo At)
{
    public static ProviderTypes? Of(ProviderFiles files, EventCatalog? catalog)
    {
        if (catalog is null)
        {
            return null;
        }

        SchemaFile first = (files.Documents.FirstOrDefault(static document => document.File.Metadata.Namespace.Length > 0) ?? files.Documents[0]).File;
        ProviderModel provider = catalog.Provider;
        IEnumerable<CSharpName> types = ((CSharpName[])[provider.Root, provider.Unrecognized, provider.EventTypes, provider.Handler, provider.Dispatcher, provider.Registration, provider.Endpoints, provider.JsonContext])
            .Concat(catalog.Records.Select(static record => record.Name))
            .Concat(catalog.Hierarchies.SelectMany(static hierarchy => new[] { hierarchy.Name, hierarchy.Unrecognized }))
            .Concat(catalog.Enums.Select(static values => values.Name));
        return new(
            provider.FullName,
            provider.Namespace,
            types.Select(static name => name.Text).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(),
            first.Name,
            new(first.Path, default, new(default, default)));
    }

    /// <summary>What stands beside the versions of a provider, and their namespaces, which no type can be called like.</summary>
    public static ProviderTypes Of(ProviderVersions versions)
    {
        IEnumerable<CSharpName> names = versions.All.Select(static version => version.Name)
            .Concat([versions.Provider.With(VersionedProvider.WebhookSuffix), versions.Provider.With(VersionedProvider.VersionedEventSuffix)])
            .Concat(versions.All.Zip(versions.All.Skip(1), (from, to) => UpgradeModel.Converter(versions.Provider, from, to)).SelectMany(static converter => new[] { converter, UpgradeModel.Interface(converter) }));
        return new(
            versions.Provider.Text,
            versions.Target,
            names.Select(static name => name.Text).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(),
            versions.File.Name,
            new(versions.File.Path, default, new(default, default)));
    }
}

/// <summary>
/// Providers in one namespace that have a type of one name: of these the later ones, in the order of their names, are left out and
/// said to be, since the compiler would say it of the emitted files, once for each of their members.
/// </summary>
internal sealed record NamespaceClashes(EquatableArray<string> LeftOut, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static NamespaceClashes Find(IEnumerable<ProviderTypes> providers, CancellationToken cancellationToken)
    {
        Dictionary<(string Namespace, string Type), ProviderTypes> taken = [];
        List<string> leftOut = [];
        List<DiagnosticInfo> diagnostics = [];
        foreach (ProviderTypes provider in providers.OrderBy(static provider => provider.Provider, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string target = provider.Namespace.ToString();
            List<string> clashing = [.. provider.Types.Where(type => taken.ContainsKey((target, type)))];
            if (clashing.Count == 0)
            {
                foreach (string type in provider.Types)
                {
                    taken[(target, type)] = provider;
                }

                continue;
            }

            ProviderTypes other = taken[(target, clashing[0])];
            leftOut.Add(provider.Provider);
            diagnostics.Add(DiagnosticInfo.Create(
                Descriptors.TWH2011_InvalidMetadata,
                provider.At,
                $"Namespace=\"{target}\"",
                "WebhookSchema",
                FormattableString.Invariant($"the providers {other.Provider} ({other.Files}) and {provider.Provider} ({provider.Files}) are both in it, and both have a type {clashing[0]}{(clashing.Count > 1 ? FormattableString.Invariant($" and {clashing.Count - 1} more in common") : "")}. Nothing is emitted for {provider.Provider} until each has a namespace of its own")));
        }

        return new(leftOut.ToEquatableArray(), diagnostics.ToEquatableArray());
    }
}
