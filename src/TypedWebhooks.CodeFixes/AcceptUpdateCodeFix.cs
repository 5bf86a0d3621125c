using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.CodeFixes;

/// <summary>
/// Accepts changes where they are reported in schemas and lock files, and all of them where the code first names the provider. There a
/// tool such as <c>dotnet format</c> may do it as well, if it is asked for this rule by name.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptUpdateCodeFix), DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
internal sealed class AcceptUpdateCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(
        new[] { "TWH3000", "TWH3001", "TWH3005" }.Concat(ChangeRules.All.Select(static rule => rule.Id)));

    public override FixAllProvider GetFixAllProvider() => new AcceptFixAll("Accept the changes of schemas", FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        AcceptActions.Register(context, context.TextDocument.Project);
        return Task.CompletedTask;
    }
}
