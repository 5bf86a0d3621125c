using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What has become of the providers of a project, as it is reported.</summary>
/// <param name="Updates">The providers of which something is reported; of the others nothing is kept.</param>
/// <param name="ByFile">What is said, by the file in which it is.</param>
internal sealed record Finding(ImmutableArray<ProviderUpdate> Updates, ILookup<string, Diagnostic> ByFile)
{
    public static Finding Of(ProjectUpdates updates) => new(
        updates.Providers.Where(static update => UpdateReport.Reported(update).Count > 0).ToImmutableArray(),
        UpdateReport.Of(updates).ToLookup(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal));
}
