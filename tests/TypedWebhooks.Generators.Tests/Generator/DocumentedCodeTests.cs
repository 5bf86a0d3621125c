using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Generator.Versions;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>The C# that the pages show compiles against the events that they show it for, in a web application.</summary>
public sealed partial class DocumentedCodeTests
{
    /// <summary>What an application has around such code: the usings of its project, and what its own functions are called.</summary>
    private const string Around = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Primitives;
        global using TypedWebhooks;
        global using TypedWebhooks.AspNetCore;
        global using static Application;

        internal static class Application
        {
            public static readonly WebApplicationBuilder builder = null!;
            public static readonly WebApplication app = null!;
            public static readonly IServiceCollection services = null!;
            public static readonly HttpRequest request = null!;
            public static readonly CancellationToken ct, cancellationToken;

            public static Task<IResult> Handled(params object?[] values) => Task.FromResult(Results.Ok());

            public static Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken) => Task.FromResult(new byte[0]);

            public static bool IsSigned(byte[] body, StringValues signature) => body.Length > 0 && signature.Count > 0;
        }
        """;

    private const string Telia = """
        global using Consumer.Telia;

        internal interface ISignatureStore
        {
            ValueTask ArchiveAsync(Guid request, CancellationToken cancellationToken);
            ValueTask RemindAsync(Guid request, CancellationToken cancellationToken);
            ValueTask ParkAsync(string eventType, JsonElement json, CancellationToken cancellationToken);
        }

        internal abstract class RemindHandler : IWebhookEventHandler<SignatorySignedEvent>
        {
            public abstract ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken);
        }

        internal abstract class ParkHandler : IWebhookEventHandler<UnrecognizedTeliaEvent>
        {
            public abstract ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken);
        }

        internal static class TeliaApplication
        {
            public static readonly TeliaEvent teliaEvent = null!;
            public static readonly TeliaEventDispatcher dispatcher = null!;
            public static readonly ITeliaEventHandler handler = null!;
        }
        """;

    private static readonly CSharpParseOptions s_latest = new(LanguageVersion.CSharp14);

    /// <summary>What a web application references.</summary>
    private static readonly MetadataReference[] s_web =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(DocumentedCodeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "AspNetCorePackage").Value!),
    ];

    [Fact]
    public void Readme_Compiles() => AssertCompiles(
        "README.md",
        5,
        [GeneratorHarness.Known("schemas/telia/hooks.json")],
        Telia + "\n" + Functions("Remind", "Archive", "Park"),
        "using static TeliaApplication; using static Functions;");

    [Fact]
    public void Handlers_Compile() => AssertCompiles(
        "docs/handlers.md",
        2,
        [GeneratorHarness.Known("schemas/telia/hooks.json")],
        Telia,
        "using static TeliaApplication;");

    [Fact]
    public void Testing_Compiles() => AssertCompiles(
        "docs/testing.md",
        4,
        [GeneratorHarness.Known("schemas/telia/hooks.json")],
        Telia + "\ninternal static class Request { public static readonly byte[] body = new byte[0]; }",
        "using static TeliaApplication; using static Request;");

    [Fact]
    public void Json_Compiles() => AssertCompiles(
        "docs/json.md",
        3,
        [GeneratorHarness.Known("schemas/telia/hooks.json")],
        Telia,
        "using static TeliaApplication;");

    [SharedFact("corpus/github")]
    public void GitHub_Compiles() => AssertCompiles(
        "docs/providers/github.md",
        2,
        Corpus.Load("corpus/github/schema", static _ => true, ("Provider", "GitHub"), ("EventType", "header X-GitHub-Event /action")),
        "global using Consumer.GitHub;\n" + Functions("Triage", "Refresh", "Build", "Park"),
        "using static Functions;");

    [SharedFact("corpus/github")]
    public void LargeProviders_Compile() => AssertCompiles(
        "docs/large-providers.md",
        1,
        Corpus.Load("corpus/github/schema", static _ => true, ("Provider", "GitHub"), ("EventType", "header X-GitHub-Event /action"), ("Events", "issues.*; pull_request.opened; push; !issues.deleted")),
        "global using Consumer.GitHub;",
        "");

    [Fact]
    public void EventMap_Compiles() => AssertCompiles(
        "docs/event-map.md",
        2,
        [GeneratorHarness.Acme("""{ "body": "cloudevents", "names": ["com.acme.order.paid"] }""", ("Schema", "map"))],
        "global using Consumer.Acme;\n\ninternal static class Request { public static readonly byte[] body = new byte[0]; }",
        "using static Request;");

    [Fact]
    public void Batches_Compile() => AssertCompiles(
        "docs/batches.md",
        4,
        [
            .. Of("Line", """{ "type": "object", "properties": { "type": { "const": "follow" } } }""", """{ "eventType": "/type", "batch": "/events/*" }"""),
            .. Of("Slack", """{ "type": "object" }""", """{ "eventType": ["/event/type", "/event/subtype?"], "events": { "message": "slack.json" }, "handshakes": ["url_verification"] }"""),
            .. Of("Sign", """{ "type": "object" }""", """{ "eventType": "/event/event_type", "body": "multipart json", "events": { "signed": "sign.json" } }"""),
            GeneratorHarness.Acme("""
                { "openapi": "3.1.0", "info": { "title": "Acme", "version": "1" }, "webhooks": {
                    "a.b": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["type"], "properties": { "type": { "const": "a.b" } } } } } } } },
                    "a.c": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["type"], "properties": { "type": { "const": "a.c" } } } } } } } },
                    "balance.changed": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "integer" } } } } } } } } } }
                """),
        ],
        "internal static class Bodies { public static readonly byte[] body = []; public const string contentType = \"\"; }",
        "using Consumer.Line; using Consumer.Slack; using Consumer.Sign; using Consumer.Acme; using static Bodies;");

    [Fact]
    public void Versions_Compile() => AssertCompiles(
        "docs/versions.md",
        3,
        [VersionSamples.V3(), VersionSamples.V4()],
        "internal static class Request { public static readonly byte[] body = new byte[0]; }",
        "using static Request; using Consumer.Shop; using Consumer.Shop.V4; using V3 = Consumer.Shop.V3; using V4 = Consumer.Shop.V4;");

    [Fact]
    public void Signatures_Compile() => AssertCompiles("docs/signatures.md", 4, [], "global using System.Net.Http;", "");

    private static SchemaText[] Of(string provider, string schema, string map)
    {
        string path = "/consumer/schemas/" + provider.ToLowerInvariant();
        return [new(path + ".json", schema, ("Provider", provider), ("Format", "json-schema")), new(path + ".map.json", map, ("Provider", provider), ("Schema", "map"))];
    }

    /// <summary>The application's own functions; each takes whatever it is given.</summary>
    private static string Functions(params string[] names) =>
        $$"""internal static class Functions { {{string.Join(" ", names.Select(static name => $"public static Task<IResult> {name}(params object?[] values) => Handled(values);"))}} }""";

    private static void AssertCompiles(string page, int count, IEnumerable<SchemaText> schemas, string application, string usings)
    {
        string[] blocks = [.. CSharpBlock().Matches(File.ReadAllText(SharedFiles.InProject(page))).Select(static block => block.Groups[1].Value)];
        Assert.Equal(count, blocks.Length);
        CSharpCompilation compilation = GeneratorHarness
            .Compile("Page", [Around, application, .. blocks.Select((block, i) => usings + "\n" + Complete(block, i))], s_latest)
            .AddReferences(s_web);
        GeneratorHarness.CreateDriver(schemas, s_latest).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        string[] errors = [.. output.SyntaxTrees
            .Where(static tree => tree.FilePath.StartsWith("/consumer/", StringComparison.Ordinal))
            .SelectMany(tree => output.GetSemanticModel(tree).GetDiagnostics())
            .Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(static d => d.ToString())];
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }

    /// <summary>A class stands as it is; statements stand in a method, and dots for what is left out.</summary>
    private static string Complete(string block, int index) => block.Contains("class ", StringComparison.Ordinal)
        ? block
        : $$"""
            internal static class Block{{index}}
            {
                public static async Task<IResult> Run()
                {
                    {{Using().Replace(block, "").Replace("\n\u2026\n", "\n", StringComparison.Ordinal)}}
                    return await Handled();
                }
            }
            """;

    /// <summary>A using that an application has at the top of its file; here the events have another namespace.</summary>
    [GeneratedRegex("^using [A-Za-z0-9.]+;.*\n", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
