using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.CodeFixes;

/// <summary>Accepts what all diagnostics of a document, a project or a solution are about, each lock file in one edit.</summary>
/// <param name="title">What the user is shown.</param>
/// <param name="scopes">Where it is offered.</param>
internal sealed class AcceptFixAll(string title, params FixAllScope[] scopes) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        List<(ProjectId Project, Diagnostic Diagnostic)> found = [];
        IEnumerable<Project> projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects.Where(project => project.Language == fixAllContext.Project.Language) : [fixAllContext.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = fixAllContext is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            found.AddRange(diagnostics.Select(diagnostic => (project.Id, diagnostic)));
        }

        bool isWhole = fixAllContext.CodeActionEquivalenceKey == AcceptActions.AllKey;
        return found.Count == 0 ? null : CodeAction.Create(title, cancellationToken => AcceptAsync(fixAllContext.Solution, found, isWhole, cancellationToken), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> AcceptAsync(Solution solution, List<(ProjectId Project, Diagnostic Diagnostic)> found, bool isWhole, CancellationToken cancellationToken)
    {
        foreach (IGrouping<(ProjectId Project, string Provider), Diagnostic> provider in found
            .Where(static each => AcceptActions.ProviderOf(each.Diagnostic) is not null)
            .GroupBy(static each => (each.Project, AcceptActions.ProviderOf(each.Diagnostic)!), static each => each.Diagnostic))
        {
            ISet<string>? changes = isWhole ? null : new HashSet<string>(provider.SelectMany(AcceptActions.ChangesOf));
            solution = await AcceptedChanges.AcceptAsync(solution, provider.Key.Project, provider.Key.Provider, changes, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
