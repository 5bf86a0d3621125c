using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Evolution.Uses;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Uses;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution.Fixes;

/// <summary>Accepting changes from an editor, or a tool that applies fixes: the lock file has the text that the build's target writes.</summary>
public sealed class AcceptFixTests
{
    private static readonly string s_old = UpdatedProject.Events(UpdatedProject.Event("paid", "order.paid", """ "id": { "type": "string" }, "note": { "type": "string" } """, "\"id\""));
    private static readonly string s_new = UpdatedProject.Events(
        UpdatedProject.Event("paid", "order.paid", """ "id": { "type": "string" }, "gift": { "type": "string" } """, "\"id\", \"gift\"") + ", " + UpdatedProject.Event("sent", "order.sent"));

    private const string Source = """
        using Consumer.Acme;
        class Receiver
        {
            object F(OrderPaidEvent e) => e.AdditionalProperties["gift"];
            bool G(UnrecognizedAcmeEvent e) => e.EventType == "order.sent";
        }
        """;

    private static string Accepted(string schema) => UpdatedProject.LockOf(Schema(schema));

    private static SchemaText Schema(string text) => GeneratorHarness.Acme(text, ("EventType", "/type"));

    private static SchemaText Lock(string schema) => new(UpdatedProject.LockPath, Accepted(schema), ("Schema", "lock"));

    [Theory]
    [InlineData("TWH3202")]
    [InlineData("TWH3203")]
    [InlineData("TWH3101")]
    public async Task ChangeInASchema_IsAcceptedAloneOrWithAll(string id)
    {
        Consumer consumer = new([Schema(s_new), Lock(s_old)], Source);
        Diagnostic diagnostic = Assert.Single(await consumer.ReportedAsync(), each => each.Id == id);
        IReadOnlyList<CodeAction> actions = await consumer.ActionsAsync(new AcceptUpdateCodeFix(), diagnostic);
        Assert.Collection(
            actions,
            one => Assert.StartsWith($"Accept this change ({id} ", one.Title, StringComparison.Ordinal),
            static all => Assert.Equal("Accept all changes of Acme", all.Title));
        string accepted = await Consumer.LockAfterAsync(actions[0]);
        Assert.Equal(1, accepted.Split('\n').Count(line => line.StartsWith("accepted ", StringComparison.Ordinal) && line.Contains(id, StringComparison.Ordinal)));
        Assert.Equal(Accepted(s_new), await Consumer.LockAfterAsync(actions[1]));
    }

    [Fact]
    public async Task ChangesOneByOne_AreAllOfThem()
    {
        string text = Accepted(s_old);
        for (int i = 0; i < 3; i++)
        {
            Consumer consumer = new([Schema(s_new), new(UpdatedProject.LockPath, text, ("Schema", "lock"))], Source);
            Diagnostic[] changes = [.. (await consumer.ReportedAsync()).Where(static each => each.Id is "TWH3202" or "TWH3203" or "TWH3101" && each.Location.Kind == LocationKind.ExternalFile)];
            Assert.Equal(3 - i, changes.Length);
            text = await Consumer.LockAfterAsync((await consumer.ActionsAsync(new AcceptUpdateCodeFix(), changes[^1]))[0]);
        }

        Assert.Equal(Accepted(s_new), text);
    }

    [Fact]
    public async Task WholeUpdate_IsAcceptedInTheLockFileAndWhereTheCodeBegins()
    {
        Consumer consumer = new([Schema(s_new), Lock(s_old)], Source);
        Diagnostic[] whole = [.. (await consumer.ReportedAsync()).Where(static each => each.Id == "TWH3001")];
        Assert.Equal(2, whole.Length);
        foreach (Diagnostic diagnostic in whole)
        {
            CodeAction action = Assert.Single(await consumer.ActionsAsync(new AcceptUpdateCodeFix(), diagnostic));
            Assert.Equal("Accept all changes of Acme", action.Title);
            Assert.Equal(Accepted(s_new), await Consumer.LockAfterAsync(action));
        }
    }

    [Fact]
    public async Task Use_AcceptsTheChangeThatItIsAbout()
    {
        Consumer consumer = new([Schema(s_new), Lock(s_old)], Source);
        Diagnostic use = Assert.Single(await consumer.ReportedAsync(), static each => each.Id == "TWH3901");
        IReadOnlyList<CodeAction> actions = await consumer.ActionsAsync(new AcceptUseCodeFix(), use);
        Assert.Equal(["Accept this change (TWH3202 OrderPaidEvent.gift)", "Accept all changes of Acme"], actions.Select(static action => action.Title));
        Consumer after = new([Schema(s_new), new(UpdatedProject.LockPath, await Consumer.LockAfterAsync(actions[0]), ("Schema", "lock"))], Source);
        Assert.Equal(["TWH3906"], (await after.ReportedAsync()).Where(static each => each.Id.StartsWith("TWH39", StringComparison.Ordinal)).Select(static each => each.Id));
    }

    /// <summary>A fix that was offered for a text which has changed since accepts what stands there now, and nothing of before.</summary>
    [Fact]
    public async Task TextThatChangedMeanwhile_IsReadAnew()
    {
        Consumer consumer = new([Schema(s_new), Lock(s_old)], Source);
        Diagnostic whole = (await consumer.ReportedAsync()).First(static each => each.Id == "TWH3001");
        string later = s_new.Replace("\"gift\"", "\"present\"", StringComparison.Ordinal);
        Consumer changed = consumer.With(GeneratorHarness.Acme(later).Path, later);
        CodeAction action = Assert.Single(await changed.ActionsAsync(new AcceptUpdateCodeFix(), whole));
        Assert.Equal(Accepted(later), await Consumer.LockAfterAsync(action));

        // The change is another one now, so that there is nothing of it to accept.
        Diagnostic one = (await consumer.ReportedAsync()).First(static each => each.Id == "TWH3202");
        Assert.Equal(["Accept all changes of Acme"], (await changed.ActionsAsync(new AcceptUpdateCodeFix(), one)).Select(static each => each.Title));
    }

    [Fact]
    public async Task BrokenSchemaOrBaseline_IsNothingToAccept()
    {
        Consumer consumer = new([Schema(s_new), Lock(s_old)], Source);
        Diagnostic whole = (await consumer.ReportedAsync()).First(static each => each.Id == "TWH3001");
        Assert.Empty(await consumer.With(UpdatedProject.LockPath, "<<<<<<< ours\n").ActionsAsync(new AcceptUpdateCodeFix(), whole));
        Assert.Empty(await consumer.With(Schema("").Path, "{ not json").ActionsAsync(new AcceptUpdateCodeFix(), whole));
        Assert.Empty(await consumer.With(Schema("").Path, s_old).ActionsAsync(new AcceptUpdateCodeFix(), whole));
    }

    [Fact]
    public async Task ProviderWithoutBaseline_GetsOne()
    {
        SchemaText other = new("/consumer/schemas/shop/hooks.json", s_new, ("EventType", "/type"));
        Consumer consumer = new([Schema(s_old), other, Lock(s_old)], Source);
        Diagnostic missing = Assert.Single(await consumer.ReportedAsync(), static each => each.Id == "TWH3000");
        CodeAction action = Assert.Single(await consumer.ActionsAsync(new AcceptUpdateCodeFix(), missing));
        Assert.Equal("Start a baseline of Shop", action.Title);
        Project after = (await Consumer.SolutionAfterAsync(action)).Projects.Single();
        TextDocument added = Assert.Single(after.AdditionalDocuments, static file => file.Name == "Shop.webhooks.lock");
        Assert.Equal("/consumer/schemas/shop/Shop.webhooks.lock", added.FilePath);
        Assert.Equal(["schemas", "shop"], added.Folders);
        Assert.Equal(UpdatedProject.LockOf(other), (await added.GetTextAsync()).ToString());
        Assert.Equal(Accepted(s_old), (await after.AdditionalDocuments.Single(static file => file.Name == "Acme.webhooks.lock").GetTextAsync()).ToString());
    }

    /// <summary>As <c>dotnet format analyzers --diagnostics TWH3001</c> does it: all in the solution, from C# files.</summary>
    [Theory]
    [InlineData(Source)]
    [InlineData("using Consumer.Acme;\nclass Receiver { this is no C#")]
    public async Task FixAll_AcceptsEveryProvider(string source)
    {
        SchemaText other = new("/consumer/schemas/shop/hooks.json", s_new, ("EventType", "/type"));
        SchemaText otherLock = new("/consumer/schemas/shop/Shop.webhooks.lock", UpdatedProject.LockOf(new SchemaText(other.Path, s_old, ("EventType", "/type"))), ("Schema", "lock"));
        Consumer consumer = new([Schema(s_new), Lock(s_old), other, otherLock], source + "\nclass Other { Consumer.Shop.ShopEvent? E; }");
        AcceptUpdateCodeFix fix = new();
        Diagnostic[] found = [.. (await consumer.ReportedAsync()).Where(static each => each.Id == "TWH3001" && each.Location.IsInSource)];
        Assert.Equal(2, found.Length);
        CodeAction first = (await consumer.ActionsAsync(fix, found[0]))[0];
        FixAllContext context = new(consumer.Project, fix, FixAllScope.Solution, first.EquivalenceKey!, ["TWH3001"], new Found(found), CancellationToken.None);
        CodeAction? all = await fix.GetFixAllProvider().GetFixAsync(context);
        Project after = (await Consumer.SolutionAfterAsync(all!)).Projects.Single();
        Assert.Equal(Accepted(s_new), (await after.AdditionalDocuments.Single(static file => file.Name == "Acme.webhooks.lock").GetTextAsync()).ToString());
        Assert.Equal(UpdatedProject.LockOf(other), (await after.AdditionalDocuments.Single(static file => file.Name == "Shop.webhooks.lock").GetTextAsync()).ToString());
    }

    /// <summary>A formatter takes every warning that can be fixed in a solution: uses are none of them.</summary>
    [Fact]
    public void Uses_AreNotAcceptedInASolution() =>
        Assert.DoesNotContain(FixAllScope.Solution, new AcceptUseCodeFix().GetFixAllProvider().GetSupportedFixAllScopes());

    [Fact]
    public async Task FixAllOfUses_AcceptsWhatTheyAreAbout()
    {
        Consumer consumer = new([Schema(s_new), Lock(s_old)], Source);
        AcceptUseCodeFix fix = new();
        Diagnostic[] found = [.. (await consumer.ReportedAsync()).Where(static each => each.Id.StartsWith("TWH39", StringComparison.Ordinal))];
        FixAllContext context = new(consumer.Project, fix, FixAllScope.Project, AcceptActions.OneKey, found.Select(static each => each.Id), new Found(found), CancellationToken.None);
        CodeAction? all = await fix.GetFixAllProvider().GetFixAsync(context);
        string text = await Consumer.LockAfterAsync(all!);
        Assert.Equal(["TWH3101", "TWH3202"], text.Split('\n').Where(static line => line.StartsWith("accepted ", StringComparison.Ordinal)).Select(static line => line.Split('"')[1].Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    private sealed class Found(Diagnostic[] all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    /// <summary>A project in a workspace, with the generator in it.</summary>
    private sealed class Consumer
    {
        public Consumer(IReadOnlyList<SchemaText> files, string source)
        {
            StringBuilder configuration = new("is_global = true\nbuild_property.RootNamespace = Consumer\n");
            ProjectId id = ProjectId.CreateNewId();
            Solution solution = new AdhocWorkspace().CurrentSolution
                .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp, "/consumer/Consumer.csproj"))
                .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.CSharp13))
                .WithProjectCompilationOptions(id, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
                .AddMetadataReferences(id, GeneratorHarness.References)
                .AddAnalyzerReference(id, new GeneratorReference())
                .AddDocument(DocumentId.CreateNewId(id), "Receiver.cs", SourceText.From(source), filePath: "/consumer/Receiver.cs");
            foreach (SchemaText file in files)
            {
                solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), System.IO.Path.GetFileName(file.Path), file.GetText()!, filePath: file.Path);
                configuration.Append("\n[").Append(file.Path).Append("]\n").AppendJoin('\n', file.Metadata.Select(static option => option.Key + " = " + option.Value)).Append('\n');
            }

            Project = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From(configuration.ToString()), filePath: "/.globalconfig").GetProject(id)!;
        }

        private Consumer(Project project) => Project = project;

        public Project Project { get; }

        /// <summary>The project with another text in one of its files.</summary>
        public Consumer With(string path, string text) =>
            new(Project.Solution.WithAdditionalDocumentText(Project.AdditionalDocuments.Single(file => file.FilePath == path).Id, SourceText.From(text)).GetProject(Project.Id)!);

        public async Task<IReadOnlyList<Diagnostic>> ReportedAsync()
        {
            Compilation compilation = (await Project.GetCompilationAsync())!;
            return await compilation.WithAnalyzers([new SchemaChangeAnalyzer(), new UpdateUseAnalyzer()], Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        }

        public async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider fix, Diagnostic diagnostic)
        {
            Assert.Contains(diagnostic.Id, fix.FixableDiagnosticIds);
            TextDocument where = diagnostic.Location.IsInSource
                ? Project.GetDocument(diagnostic.Location.SourceTree) ?? Project.Documents.Single()
                : Project.AdditionalDocuments.Single(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);
            List<CodeAction> actions = [];
            await fix.RegisterCodeFixesAsync(new CodeFixContext(where, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            return actions;
        }

        public static async Task<Solution> SolutionAfterAsync(CodeAction action) =>
            Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution;

        public static async Task<string> LockAfterAsync(CodeAction action) =>
            (await (await SolutionAfterAsync(action)).Projects.Single().AdditionalDocuments.Single(static file => file.Name == "Acme.webhooks.lock").GetTextAsync()).ToString();
    }
}
