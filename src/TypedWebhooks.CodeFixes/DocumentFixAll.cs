using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedWebhooks.CodeFixes;

/// <summary>Applies a fix to everything in a document in one edit, document by document, so that what goes to one place does not collide.</summary>
/// <param name="title">What the user is shown.</param>
/// <param name="fix">The fix of some diagnostics of one document; its third parameter is the equivalence key of the action that was chosen.</param>
internal sealed class DocumentFixAll(string title, Func<Document, IReadOnlyList<Diagnostic>, string, CancellationToken, Task<Document>> fix)
    : DocumentBasedFixAllProvider
{
    protected override string GetFixAllTitle(FixAllContext fixAllContext) => title;

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
        await fix(document, diagnostics, fixAllContext.CodeActionEquivalenceKey ?? "", fixAllContext.CancellationToken).ConfigureAwait(false);
}
