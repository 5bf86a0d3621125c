using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>Applies a code fix in a workspace, as an IDE would.</summary>
internal static class CodeFixHarness
{
    /// <summary>Applies the action that is offered for the first diagnostic, by its place among those offered.</summary>
    public static async Task<string> FixFirstAsync(string source, CodeFixProvider fix, string id, int action = 0, LanguageVersion language = LanguageVersion.CSharp14, IEnumerable<MetadataReference>? references = null)
    {
        Document document = Open(references, language, source);
        Diagnostic diagnostic = (await DiagnosticsAsync(document.Project, fix)).Where(d => d.Id == id).OrderBy(static d => d.Location.SourceSpan.Start).First();
        List<CodeAction> offered = await OfferedAsync(document, fix, diagnostic);
        return await ApplyAsync(document, offered[action]);
    }

    /// <summary>The titles of what is offered for the first diagnostic of the id.</summary>
    public static async Task<string[]> TitlesAsync(string source, CodeFixProvider fix, string id)
    {
        Document document = Open(null, LanguageVersion.CSharp14, source);
        Diagnostic? diagnostic = (await DiagnosticsAsync(document.Project, fix)).Where(d => d.Id == id).OrderBy(static d => d.Location.SourceSpan.Start).FirstOrDefault();
        return diagnostic is null ? [] : [.. (await OfferedAsync(document, fix, diagnostic)).Select(static action => action.Title)];
    }

    /// <summary>Applies the fix to every diagnostic of the id in a scope.</summary>
    public static async Task<string[]> FixAllAsync(string[] sources, CodeFixProvider fix, string id, FixAllScope scope = FixAllScope.Document, IEnumerable<MetadataReference>? references = null)
    {
        Document document = Open(references, LanguageVersion.CSharp14, sources);
        ImmutableArray<Diagnostic> diagnostics = [.. (await DiagnosticsAsync(document.Project, fix)).Where(d => d.Id == id)];
        if (diagnostics.IsEmpty)
        {
            return sources;
        }

        Diagnostic first = diagnostics.OrderBy(static d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start).First();
        document = document.Project.GetDocument(first.Location.SourceTree)!;
        CodeAction offered = (await OfferedAsync(document, fix, first))[0];
        FixAllContext context = new(document, fix, scope, offered.EquivalenceKey!, [id], new Found(fix), CancellationToken.None);
        CodeAction? all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        ImmutableArray<CodeActionOperation> operations = await all!.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        List<string> texts = [];
        foreach (DocumentId file in document.Project.DocumentIds)
        {
            texts.Add((await changed.GetDocument(file)!.GetTextAsync()).ToString());
        }

        return [.. texts];
    }

    private static Document Open(IEnumerable<MetadataReference>? references, LanguageVersion language, params string[] sources)
    {
        AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(language),
            metadataReferences: references ?? AnalyzerHarness.References));
        Document? first = null;
        for (int i = 0; i < sources.Length; i++)
        {
            Document document = project.AddDocument($"Source{i}.cs", sources[i], filePath: $"/Source{i}.cs");
            first ??= document;
            project = document.Project;
        }

        return project.GetDocument(first!.Id)!;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CodeFixProvider fix)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        return [.. (await AnalyzerHarness.AnalyzeAsync(compilation)).Where(d => !d.IsSuppressed && fix.FixableDiagnosticIds.Contains(d.Id))];
    }

    private static async Task<List<CodeAction>> OfferedAsync(Document document, CodeFixProvider fix, Diagnostic diagnostic)
    {
        List<CodeAction> offered = [];
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
        return offered;
    }

    private static async Task<string> ApplyAsync(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private sealed class Found(CodeFixProvider fix) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await DiagnosticsAsync(project, fix);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await DiagnosticsAsync(document.Project, fix)).Where(d => d.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            return [];
        }
    }
}
