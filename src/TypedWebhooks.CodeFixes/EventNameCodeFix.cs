using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes.Switches;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes;

/// <summary>Corrects a misspelt event type, and names the ones that a switch leaves out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EventNameCodeFix))]
[Shared]
internal sealed class EventNameCodeFix : CodeFixProvider
{
    private const string CorrectKey = "CorrectEventName";
    private const string AddKey = "NameEventTypes";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TWH1005");

    public override FixAllProvider GetFixAllProvider() => new DocumentFixAll("Correct or add event types", FixAsync);

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        string? title = Nearest(diagnostic) is { } nearest ? "Change to '" + nearest + "'"
            : diagnostic.Properties.ContainsKey(EventNames.Property) ? "Add the missing event types"
            : null;
        if (title is not null)
        {
            string key = KeyOf(diagnostic);
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellationToken => FixAsync(context.Document, new[] { diagnostic }, key, cancellationToken), key),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> FixAsync(Document document, IReadOnlyList<Diagnostic> diagnostics, string key, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        List<TextChange> changes = diagnostics
            .Where(diagnostic => KeyOf(diagnostic) == key)
            .SelectMany(diagnostic => Changes(diagnostic, root, model, text))
            .OrderBy(static change => change.Span.Start)
            .ToList();
        return changes.Count == 0 ? document : document.WithText(text.WithChanges(changes));
    }

    private static IEnumerable<TextChange> Changes(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, SourceText text)
    {
        if (Nearest(diagnostic) is { } nearest)
        {
            return new[] { new TextChange(diagnostic.Location.SourceSpan, SymbolDisplay.FormatLiteral(nearest, quote: true)) };
        }

        return MissingMembers.SwitchAt(root, diagnostic) is { } node
            ? ArmInsertion.Of(node, MissingSymbols.Of(diagnostic, model.Compilation).OfType<IFieldSymbol>()
                .Select(constant => new NewArm(FirstCatchAll(node), TypeNames.Of(constant, model, node.SpanStart))), model, text)
            : Enumerable.Empty<TextChange>();
    }

    private static string? Nearest(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(EventNameAnalyzer.NearestProperty, out string? nearest) ? nearest : null;

    private static string KeyOf(Diagnostic diagnostic) => Nearest(diagnostic) is null ? AddKey : CorrectKey;

    private static int FirstCatchAll(SyntaxNode node)
    {
        List<PatternSyntax?> patterns = node switch
        {
            SwitchExpressionSyntax expression => expression.Arms.Select(static arm => arm.WhenClause is null ? arm.Pattern : null).ToList(),
            SwitchStatementSyntax statement => statement.Sections.SelectMany(static section => section.Labels)
                .Select(static label => label is CasePatternSwitchLabelSyntax { WhenClause: null } pattern ? pattern.Pattern : null).ToList(),
            _ => new List<PatternSyntax?>(),
        };
        int first = patterns.FindIndex(static pattern => pattern is DiscardPatternSyntax or VarPatternSyntax or UnaryPatternSyntax or RecursivePatternSyntax);
        return first < 0 ? patterns.Count : first;
    }
}
