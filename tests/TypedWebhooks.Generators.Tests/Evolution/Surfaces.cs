using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Baselines of schemas in memory, and what differs between two of them.</summary>
internal static class Surfaces
{
    public static LocatedBaseline Of(params SchemaText[] schemas)
    {
        SchemaOptions options = new("Consumer");
        ImmutableArray<SchemaDocument> documents =
        [
            .. schemas.Select(schema => DeclaredFile.TryCreate(schema, options, CancellationToken.None)!)
                .SelectMany(static file => file.Under(SchemaItems.Read([])))
                .Select(static file => SchemaDocument.Read(file, CancellationToken.None)),
        ];
        ProviderFiles files = ProviderFiles.Group(documents, "Consumer").Single();
        LocatedBaseline? surface = CatalogBaseline.Of(ProviderReader.ReadOriginal(files, CancellationToken.None), CancellationToken.None);
        Assert.NotNull(surface);
        return surface;
    }

    public static IReadOnlyList<Change> Compare(SchemaText[] old, SchemaText[] now) =>
        [.. Comparison.Compare(Of(old).Baseline, Of(now).Baseline, CancellationToken.None)];

    /// <summary>What a build with a lock file of before finds: the names and numbers in it come before all that are made of the new schemas.</summary>
    public static ProviderUpdate Build(SchemaText[] old, SchemaText[] now)
    {
        SchemaOptions options = new("Consumer");
        return ProjectUpdates.Find(
            [.. now.Append(Lock(old)).Select(text => DeclaredFile.TryCreate(text, options, CancellationToken.None)!)],
            options.GlobalOptions,
            CancellationToken.None).Providers.Single();
    }

    /// <summary>The lock file of a provider.</summary>
    public static SchemaText Lock(SchemaText[] schemas)
    {
        Baseline baseline = Of(schemas).Baseline;
        return new("/consumer/" + LockFile.NameOf(baseline.Name, baseline.Version ?? ""), BaselineWriter.Write(baseline), ("Schema", "lock"));
    }

    /// <summary>The numbers of the rules of some changes, in order, each as often as there is such a change.</summary>
    public static string Rules(IEnumerable<Change> changes) => string.Join(' ', changes.Select(static change => change.Rule.Id[3..]).Order());

    /// <summary>The changes as a failure shows them.</summary>
    public static string Text(IEnumerable<Change> changes) => string.Join('\n', changes.Select(static change => $"{change.Rule.Id} {change.Where} ({change.Events}): {change.Message}"));
}
