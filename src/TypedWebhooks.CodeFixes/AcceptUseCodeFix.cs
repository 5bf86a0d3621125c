using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedWebhooks.CodeFixes;

/// <summary>
/// Accepts a change where the code uses what it has changed. Not in a whole solution: a formatter that fixes every warning there is
/// would accept changes which nobody has looked at.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptUseCodeFix))]
[Shared]
internal sealed class AcceptUseCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TWH3901", "TWH3902", "TWH3903", "TWH3904", "TWH3905", "TWH3906");

    public override FixAllProvider GetFixAllProvider() => new AcceptFixAll("Accept the changes that are used here", FixAllScope.Document, FixAllScope.Project);

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        AcceptActions.Register(context, context.Document.Project);
        return Task.CompletedTask;
    }
}
