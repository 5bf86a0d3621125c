using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Baselines;

/// <summary>What a build's target asks, and what the generator answers.</summary>
public sealed class CommandTests
{
    private static readonly SchemaText s_before = Schema("""{ "type": "string" }, "gone": { "type": "string" }""");
    private static readonly SchemaText s_after = Schema("""{ "type": "boolean" }, "more": { "type": "string" }, "state": { "enum": ["on", "off"] }""");

    [Fact]
    public void Accept_WritesWhatTheSchemasAre()
    {
        BaselineNote file = Assert.Single(Run(CommandKind.Accept, [s_before]), static note => note.Kind == NoteKind.Lock);
        Assert.Equal("/consumer/schemas/acme/Acme.webhooks.lock", file.Path);
        Assert.Equal(LockText.Of(s_before), file.Text);

        // Where there is one, it is written where it is.
        file = Assert.Single(Run(CommandKind.Accept, [s_after, LockText.File(file.Text)]), static note => note.Kind == NoteKind.Lock);
        Assert.Equal("/consumer/schemas/Acme.webhooks.lock", file.Path);
        Assert.Equal(LockText.Of(s_after), file.Text);
    }

    /// <summary>Whatever the order, with the last one it is what accepting all at once writes, and a change that was accepted is not there any more.</summary>
    [Fact]
    public void ChangesAcceptedInAnyOrder_AreAllOfThem()
    {
        string first = LockText.Of(s_before), all = LockText.After(first, s_after);
        string[] changes = [.. Fingerprints(first)];
        Assert.Equal(4, changes.Length);
        foreach (string[] order in Permutations(changes))
        {
            string text = first;
            for (int i = 0; i < order.Length; i++)
            {
                Assert.Equal(order.Skip(i).Order(StringComparer.Ordinal), Fingerprints(text).Order(StringComparer.Ordinal));
                text = Assert.Single(Run(CommandKind.Accept, [s_after, LockText.File(text)], changes: [order[i]]), static note => note.Kind == NoteKind.Lock).Text;
                Assert.NotNull(BaselineReader.Read(text, CancellationToken.None, out _));
            }

            Assert.Equal(all, text);
        }

        Assert.Empty(Fingerprints(all));
    }

    [Theory]
    [InlineData("Nobody", "There is no provider 'Nobody' in this project. It has Acme")]
    [InlineData("Acm", "There is no provider 'Acm' in this project. It has Acme")]
    public void ProviderThatThereIsNot_IsAnError(string provider, string message) =>
        Assert.Equal(message, Assert.Single(Run(CommandKind.Verify, [s_after, LockText.File(LockText.Of(s_before))], provider)).Text);

    /// <summary>What is said of a baseline that cannot be read is said at its line, and nothing is written over it.</summary>
    [Theory]
    [InlineData("", 1)]
    [InlineData("# TypedWebhooks baseline 1\n\n=======\n", 3)]
    [InlineData("# TypedWebhooks baseline 1\nprovider Acme\nprovider Acme\n", 3)]
    [InlineData("# TypedWebhooks baseline 2\n", 1)]
    public void BrokenBaseline_IsOneError(string text, int line)
    {
        foreach (CommandKind kind in Enum.GetValues<CommandKind>())
        {
            BaselineNote[] notes = Run(kind, [s_after, LockText.File(text)]);
            BaselineNote error = Assert.Single(notes, static note => note.Kind == NoteKind.Error);
            Assert.Equal(("/consumer/schemas/Acme.webhooks.lock", line), (error.Path, error.Line));
            Assert.DoesNotContain(notes, static note => note.Kind == NoteKind.Lock);
        }
    }

    /// <summary>What is only documentation is no reason to fail, and what is of a class that nobody asked for neither.</summary>
    [Theory]
    [InlineData("", "string", "string\", \"description\": \"x", false)]
    [InlineData("", "string", "boolean", true)]
    [InlineData("Report Wire", "string", "boolean", true)]
    [InlineData("Silent", "string", "boolean", false)]
    [InlineData("Strict Source", "string", "boolean", true)]
    public void Verify_FailsForWhatIsWanted(string baseline, string before, string after, bool fails)
    {
        BaselineNote[] notes = Run(
            CommandKind.Verify,
            [Schema($$"""{ "type": "{{after}}" }"""), LockText.File(LockText.Of(Schema($$"""{ "type": "{{before}}" }""")))],
            baseline: baseline);
        Assert.Equal(fails, Array.Exists(notes, static note => note.Kind == NoteKind.Error));
    }

    /// <summary>Of several versions one can be asked for, or all of them.</summary>
    [Fact]
    public void Versions_AreAskedForTogetherOrAlone()
    {
        SchemaText[] schemas = [Version("3"), Version("4")];
        Assert.Equal(
            ["/consumer/schemas/acme/Acme.3.webhooks.lock", "/consumer/schemas/acme/Acme.4.webhooks.lock"],
            Run(CommandKind.Accept, schemas, "acme").Where(static note => note.Kind == NoteKind.Lock).Select(static note => note.Path));
        foreach (string provider in new[] { "Acme 4", "Acme.4" })
        {
            Assert.Equal("/consumer/schemas/acme/Acme.4.webhooks.lock", Assert.Single(Run(CommandKind.Accept, schemas, provider), static note => note.Kind == NoteKind.Lock).Path);
        }
    }

    [Theory]
    [InlineData("/app", "/app/Acme.webhooks.lock", "/elsewhere/a.json")]
    [InlineData("/app/", "/app/Acme.webhooks.lock", "/app/a.json")]
    [InlineData("/app", "/app/Acme.webhooks.lock", "/application/a.json")]
    [InlineData("/app", "/app/s/Acme.webhooks.lock", "/app/s/a/x.json", "/app/s/b/y.json")]
    [InlineData("/app", "/app/s/a/Acme.webhooks.lock", "/app/s/a/x.json", "/app/s/a/b/y.json")]
    [InlineData("/app", "/app/Acme.webhooks.lock", "/app/ab/x.json", "/app/a/y.json")]
    [InlineData("/app", "/app/s/Acme.webhooks.lock", "/app/s/x.json", "/packages/y.json")]
    [InlineData("C:\\repo\\App", "C:/repo/App/s/Acme.webhooks.lock", "C:\\repo\\App\\s\\x.json", "c:\\repo\\app\\s\\y.json")]
    public void NewLockFile_LiesBesideTheSchemas(string project, string expected, params string[] schemas)
    {
        ProviderFiles files = new("Acme", "", schemas.Select(static path => SchemaDocument.Of(new(path, "{}", false, Empty))).ToEquatableArray());
        Assert.Equal(expected, LockPlace.Of(files, SchemaPath.Normalize(project)));
    }

    /// <summary>A target that another version of the package brings, or a property of somebody else, is no command.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("no base 64")]
    [InlineData("QWNjZXB0")]
    [InlineData("=")]
    public void PropertyOfAnotherForm_IsNoCommand(string property) => Assert.Null(CommandRequest.TryRead(new Options(property)));

    /// <summary>All that is emitted is comments, whatever the schemas say; and what is wrong with them is said in them.</summary>
    [Fact]
    public void Command_EmitsCommentsAndNothingElse()
    {
        const string Hostile = "x\u2028}class Injected{}\n*/ int i;";
        SchemaText schema = Schema("""{ "type": "string" }""", System.Text.Json.JsonSerializer.Serialize(Hostile));
        string command = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\u001f', "Describe", "/consumer", "", "")));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new WebhookGenerator().AsSourceGenerator()],
            [schema, LockText.File(LockText.Of(s_before)), new SchemaText("/consumer/schemas/bolt/broken.json", "{", ("Provider", "Bolt"))],
            GeneratorHarness.ParseOptions,
            new Provider(command));
        GeneratorRunResult result = driver.RunGenerators(CSharpCompilation.Create("Nothing")).GetRunResult().Results.Single();
        Assert.Empty(result.Diagnostics);
        GeneratedSourceResult source = Assert.Single(result.GeneratedSources);
        string text = source.SourceText.ToString();
        Assert.All(text.TrimEnd().Split('\n'), static line => Assert.Matches("^// [ -~]*$", line));
        Assert.DoesNotContain(source.SyntaxTree.GetRoot().DescendantTokens(), static token => !token.IsKind(SyntaxKind.EndOfFileToken));
        Assert.Contains("// Error TWH2001 1 2 ", text, StringComparison.Ordinal);
        string description = Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Match(text, "// Description - 0 0 = =(.*)").Groups[1].Value));
        Assert.DoesNotContain('\u2028', description);
        Assert.Contains(@"class Injected{}", description, StringComparison.Ordinal);
        Assert.Contains("## Bolt", description, StringComparison.Ordinal);
    }

    private static readonly SchemaMetadata Empty = new("", "", "", "", "", "", "", "", "", "", "");

    private static IEnumerable<string> Fingerprints(string text) =>
        Run(CommandKind.Verify, [s_after, LockText.File(text)]).Select(static note => Regex.Match(note.Text, @"\[([0-9a-f]{8})\]$").Groups[1].Value).Where(static fingerprint => fingerprint.Length > 0);

    private static BaselineNote[] Run(CommandKind kind, SchemaText[] files, string provider = "", string[]? changes = null, string baseline = "") => [.. BaselineCommand.Run(
        new(kind, "/consumer", provider, (changes ?? []).ToEquatableArray(), "Consumer", baseline),
        [.. files.Select(static file => DeclaredFile.TryCreate(file, new SchemaOptions("Consumer"), CancellationToken.None)!)],
        CancellationToken.None).Notes];

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(item => Permutations([.. items.Where(other => other != item)]).Select(rest => (string[])[item, .. rest]));

    private static SchemaText Schema(string note, string more = "\"other\"") => GeneratorHarness.Acme(
        $$"""{ "type": "object", "properties": { "type": { "const": "made" }, {{more}}: { "type": "integer" }, "note": {{note}} }, "required": ["type"] }""",
        ("Provider", "Acme"));

    private static SchemaText Version(string version) => new(
        $"/consumer/schemas/acme/v{version}.json",
        """{ "type": "object", "properties": { "type": { "const": "made" }, "note": { "type": "string" } }, "required": ["type"] }""",
        ("Provider", "Acme"),
        ("Version", version));

    private sealed class Provider(string command) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(command);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new SchemaOptions("Consumer").GetOptions(textFile);
    }

    private sealed class Options(string command) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key switch
            {
                "build_property._TypedWebhooksCommand" => command,
                "build_property.RootNamespace" => "Consumer",
                _ => "",
            };
            return value.Length > 0;
        }
    }
}
