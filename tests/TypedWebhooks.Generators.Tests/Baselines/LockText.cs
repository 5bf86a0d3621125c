using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Baselines;

/// <summary>The lock file of schemas in memory, as accepting them writes it.</summary>
internal static class LockText
{
    /// <summary>The lock file of the one provider that the schemas are of.</summary>
    public static string Of(params IEnumerable<SchemaText> schemas) => After(null, schemas);

    /// <summary>The same after another lock file, whose names and numbers stay.</summary>
    public static string After(string? before, params IEnumerable<SchemaText> schemas)
    {
        SchemaDocument[] documents = [.. schemas
            .Select(static schema => DeclaredFile.TryCreate(schema, new SchemaOptions("Consumer"), CancellationToken.None)!)
            .Where(static file => file.Kind is FileKind.Schema or FileKind.Map)
            .SelectMany(static file => file.Under(SchemaItems.Read([])))
            .Select(static file => SchemaDocument.Read(file, CancellationToken.None))];
        ProviderFiles files = ProviderFiles.Group(documents, "Consumer").Single();
        if (before is not null)
        {
            files = files with { Pins = PinnedNamesReader.Read(BaselineReader.Read(before, CancellationToken.None, out _)!.Baseline) };
        }

        LocatedBaseline? baseline = CatalogBaseline.Of(ProviderReader.ReadOriginal(files, CancellationToken.None), CancellationToken.None);
        Assert.NotNull(baseline);
        return BaselineWriter.Write(baseline.Baseline);
    }

    /// <summary>A lock file of a provider, beside the project's schemas.</summary>
    public static SchemaText File(string text, string provider = "Acme") => new($"/consumer/schemas/{provider}.webhooks.lock", text, ("Schema", "lock"));

    /// <summary>The schemas with a lock file of what they are, or were.</summary>
    public static SchemaText[] With(this IEnumerable<SchemaText> schemas, string text, string provider = "Acme") => [.. schemas, File(text, provider)];
}
