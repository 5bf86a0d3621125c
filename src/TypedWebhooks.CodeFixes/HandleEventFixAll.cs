using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedWebhooks.CodeFixes;

/// <summary>Handles the events that all switches of a document leave out, document by document.</summary>
internal sealed class HandleEventFixAll : DocumentBasedFixAllProvider
{
    protected override string GetFixAllTitle(FixAllContext fixAllContext) => "Handle all missing events";

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        string key = fixAllContext.CodeActionEquivalenceKey ?? "";
        int only = key.IndexOf(':');
        return await HandleEventCodeFix.AddAsync(
            document,
            diagnostics,
            only < 0 ? null : key.Substring(only + 1),
            fixAllContext.CancellationToken).ConfigureAwait(false);
    }
}
