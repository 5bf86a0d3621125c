using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes.Switches;

namespace TypedWebhooks.CodeFixes;

/// <summary>
/// Adds to a statement that names every event the <c>default</c> which the compiler needs: unlike an expression's warning its
/// errors about a statement cannot be silenced. As every event is named, no rule minds that one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachableDefaultCodeFix))]
[Shared]
internal sealed class UnreachableDefaultCodeFix : CodeFixProvider
{
    private const string Title = "Add a default that is never reached";

    /// <summary>Not all ways return a value, of a method and of a lambda; a local is not assigned, a parameter with out is not.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CS0161", "CS1643", "CS0165", "CS0177");

    public override FixAllProvider GetFixAllProvider() => new DocumentFixAll(Title, static (document, diagnostics, _, cancellationToken) =>
        AddAsync(document, diagnostics, cancellationToken));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
            && new CompleteStatements(model).Of(root, diagnostic, context.CancellationToken).Any())
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, cancellationToken => AddAsync(context.Document, new[] { diagnostic }, cancellationToken), nameof(UnreachableDefaultCodeFix)),
                diagnostic);
        }
    }

    private static async Task<Document> AddAsync(Document document, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        CompleteStatements complete = new(model);
        List<TextChange> changes = diagnostics
            .SelectMany(diagnostic => complete.Of(root, diagnostic, cancellationToken))
            .Distinct()
            .Select(statement => StatementSections.Default(statement, "throw new " + Exception(model, statement.SpanStart) + "()", text))
            .OrderBy(static change => change.Span.Start)
            .ToList();
        return changes.Count == 0 ? document : document.WithText(text.WithChanges(changes));
    }

    private static string Exception(SemanticModel model, int at) =>
        (model.Compilation.GetTypeByMetadataName("System.Diagnostics.UnreachableException") ?? model.Compilation.GetTypeByMetadataName("System.InvalidOperationException")) is { } type
            ? TypeNames.Of(type, model, at)
            : "System.InvalidOperationException";
}
