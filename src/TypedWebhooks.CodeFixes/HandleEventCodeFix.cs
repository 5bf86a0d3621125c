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
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes;

/// <summary>Adds to a switch the arms or sections that name the events which it leaves out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandleEventCodeFix))]
[Shared]
internal sealed class HandleEventCodeFix : CodeFixProvider
{
    private const string AllKey = "HandleEvents";
    private const int MaxSingles = 10;

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TWH1001", "TWH1002", "TWH1003", "CS8509");

    public override FixAllProvider GetFixAllProvider() => new DocumentFixAll("Handle all missing events", static (document, diagnostics, key, cancellationToken) =>
        AddAsync(document, diagnostics, key.IndexOf(':') is >= 0 and var at ? key.Substring(at + 1) : null, cancellationToken));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || MissingMembers.SwitchAt(root, diagnostic) is not { } node)
        {
            return;
        }

        IReadOnlyList<MissingMember> missing = new MissingMembers(model).Of(node, diagnostic.Id, context.CancellationToken);
        if (missing.Count == 0)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                missing.Count == 1 ? Single(missing[0]) : "Handle all missing events",
                cancellationToken => AddAsync(context.Document, new[] { diagnostic }, only: null, cancellationToken),
                AllKey + diagnostic.Id),
            diagnostic);
        if (missing.Count == 1)
        {
            return;
        }

        foreach (MissingMember member in missing.Take(MaxSingles))
        {
            string name = EventNames.Full(member.Member);
            context.RegisterCodeFix(
                CodeAction.Create(
                    Single(member),
                    cancellationToken => AddAsync(context.Document, new[] { diagnostic }, only: name, cancellationToken),
                    AllKey + diagnostic.Id + ":" + name),
                diagnostic);
        }
    }

    /// <summary>Adds what the diagnostics of one document ask for, all in one edit, so that nothing is inserted twice.</summary>
    private static async Task<Document> AddAsync(Document document, IEnumerable<Diagnostic> diagnostics, string? only, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        MissingMembers missing = new(model);
        List<TextChange> changes = new();
        foreach (IGrouping<SyntaxNode?, Diagnostic> here in diagnostics.GroupBy(diagnostic => MissingMembers.SwitchAt(root, diagnostic)))
        {
            if (here.Key is { } node)
            {
                IEnumerable<MissingMember> members = here
                    .Select(static diagnostic => diagnostic.Id)
                    .Distinct()
                    .SelectMany(id => missing.Of(node, id, cancellationToken))
                    .Where(member => only is null || EventNames.Full(member.Member) == only);
                changes.AddRange(ArmInsertion.Of(node, members.Select(member => new NewArm(member.Position, member.Pattern(model, node.SpanStart))), model, text));
            }
        }

        return changes.Count == 0
            ? document
            : document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span.Start)));
    }

    private static string Single(MissingMember member) => "Handle '" + EventNames.Short(member.Member) + "'";
}
