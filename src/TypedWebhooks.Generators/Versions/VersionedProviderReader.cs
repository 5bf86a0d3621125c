using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Versions;

/// <summary>Puts the catalogues of a provider's versions side by side.</summary>
internal static class VersionedProviderReader
{
    /// <param name="catalogs">The catalogues of all providers.</param>
    /// <returns>The provider; null where none of its versions has an event.</returns>
    public static VersionedProvider? Read(ProviderVersions versions, IEnumerable<EventCatalog> catalogs, CancellationToken cancellationToken)
    {
        List<EventCatalog> own = [.. versions.All
            .Select(version => catalogs.FirstOrDefault(catalog => catalog.Provider.Name == versions.Provider && catalog.Provider.Version == version))
            .Where(static catalog => catalog is not null)];
        return own.Count == 0 ? null : new(
            versions.Provider,
            versions.Target,
            own.TrueForAll(static catalog => catalog.Provider.IsPublic),
            versions.From,
            own.Select(static catalog => Picked(catalog.Provider)).ToEquatableArray(),
            own.Zip(own.Skip(1), (older, newer) => UpgradeBuilder.Build(older, newer, versions.From, cancellationToken)).ToEquatableArray());
    }

    private static PickedVersion Picked(ProviderModel provider) => new(
        provider.Version!,
        provider.TakesName,
        provider.Handshakes.Count > 0,
        IsPlain: provider is { CloudEvents: null, Body.Kind: BodyKind.Json } && provider.Key.Parts.All(static part => part.Header is null or { Length: > 0 }),
        provider.Key.Parts.Select(static part => part.Header).FirstOrDefault(static header => header is not null));
}
