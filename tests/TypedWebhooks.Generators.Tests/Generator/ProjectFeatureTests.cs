using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Tests.Generator.Versions;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What a project lacks is said once, and nothing is emitted that could not compile.</summary>
public sealed class ProjectFeatureTests
{
    private static readonly SchemaText s_telia = GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"));

    [Fact]
    public void WithoutTheRuntimeLibrary_OneErrorAndNoCode()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Consumer", [], GeneratorHarness.References.RemoveAt(GeneratorHarness.References.Length - 1));
        GeneratorDriver driver = GeneratorHarness.CreateDriver([s_telia]).RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Equal(["TWH9006"], diagnostics.Select(static d => d.Id));
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void WithoutTheRuntimeLibraryAndWithoutASchema_Nothing()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Consumer", [], GeneratorHarness.References.RemoveAt(GeneratorHarness.References.Length - 1));
        GeneratorHarness.CreateDriver([]).RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("services.AddTeliaWebhooks();", "TWH9005(AddTeliaWebhooks)")]
    [InlineData("services.AddAcmeWebhooks();", "")]
    [InlineData("services.AddWebhooks();", "")]
    public async Task CallOfARegistrationThatIsNotEmitted_SaysWhy(string call, string expected)
    {
        CSharpCompilation events = GeneratorHarness.Run(s_telia).Compilation;
        using MemoryStream image = new();
        Assert.True(events.Emit(image).Success);
        CSharpCompilation other = GeneratorHarness
            .Compile("Other", ["using Consumer.Telia; class Services { } class C { void F(Services services) { " + call + " } }"])
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Equal(expected, await VerdictAsync(other, new MissingRegistrationAnalyzer()));
    }

    [Theory]
    [InlineData("services.AddShopV4Webhooks();", "TWH9005(AddShopV4Webhooks)")]
    [InlineData("services.AddShopV3Webhooks<H>();", "TWH9005(AddShopV3Webhooks<H>)")]
    [InlineData("services.AddShopV5Webhooks();", "")]
    public async Task CallOfARegistrationOfAVersionThatIsNotEmitted_SaysWhy(string call, string expected) => Assert.Equal(
        expected,
        await VerdictAsync(
            GeneratorHarness.Run([VersionSamples.V3(), VersionSamples.V4()], ["using Consumer.Shop.V4; class Services { } class H { } class C { void F(Services services) { " + call + " } }"]).Compilation,
            new MissingRegistrationAnalyzer()));

    [Theory]
    [InlineData("[JsonSerializable(typeof(TeliaEvent))] partial class C : JsonSerializerContext;", "TWH9004([JsonSerializable(typeof(TeliaEvent))])")]
    [InlineData("[JsonSerializable(typeof(List<SignatorySignedEvent[]>))] partial class C : JsonSerializerContext;", "TWH9004")]
    [InlineData("record Own(int A, Inner B); record Inner(Dictionary<string, SignatorySignedEventData> Parts, Own? Outer); [JsonSerializable(typeof(Own))] partial class C : JsonSerializerContext;", "TWH9004")]
    [InlineData("record Own(int A); [JsonSerializable(typeof(Own))] partial class C : JsonSerializerContext;", "")]
    public async Task JsonContextOfTheProjectsOwnEvents_IsFlagged(string code, string expected)
    {
        string source = "#nullable enable\nusing System.Collections.Generic; using System.Text.Json.Serialization; using Consumer.Telia; " + code.Replace("JsonSerializerContext;", "JsonSerializerContext { public C() : base(null) { } protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null; }", StringComparison.Ordinal);
        string verdict = await VerdictAsync(GeneratorHarness.Run([s_telia], [source], new CSharpParseOptions(LanguageVersion.CSharp12)).Compilation, new OtherGeneratorAnalyzer());
        Assert.StartsWith(expected.Length == 0 ? "none" : expected, verdict.Length == 0 ? "none" : verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.MapPost(\"/\", (TeliaEvent e) => \"\");", true)]
    [InlineData("app.MapPost(\"/\", static (SignatorySignedEvent e) => \"\");", true)]
    [InlineData("app.MapPost(\"/\", async (string body) => TeliaEvent.Parse(body) switch { SignatorySignedEvent => 1, _ => 2 });", true)]
    [InlineData("app.MapPost(\"/\", TeliaEvent (string body) => TeliaEvent.Parse(body));", true)]
    [InlineData("app.MapPost(\"/\", int (string body) => TeliaEvent.Parse(body) switch { SignatorySignedEvent => 1, _ => 2 });", false)]
    [InlineData("app.MapPost(\"/\", Handle);", true)]
    [InlineData("app.MapPost(\"/\", Plain);", false)]
    [InlineData("app.MapPost(\"/\", (string body) => body);", false)]
    public async Task EndpointWithTheProjectsOwnEvents_IsFlaggedWhereEndpointsAreGenerated(string call, bool isFlagged)
    {
        string source = $$"""
            namespace Microsoft.AspNetCore.Builder
            {
                using System;
                using Consumer.Telia;

                public class App { public void MapPost(string pattern, Delegate handler) { } }

                class C
                {
                    static string Handle(TeliaEvent e) => "";
                    static string Plain(string body) => TeliaEvent.Parse(body).EventType;
                    void F(App app) { {{call}} }
                }
            }
            """;
        Compilation compilation = GeneratorHarness.Run([s_telia], [source]).Compilation;
        Assert.Equal(isFlagged, (await VerdictAsync(compilation, new OtherGeneratorAnalyzer(), "true")).Length > 0);
        Assert.Equal("", await VerdictAsync(compilation, new OtherGeneratorAnalyzer(), "false"));
    }

    private static async Task<string> VerdictAsync(Compilation compilation, DiagnosticAnalyzer rule, string? endpoints = null)
    {
        List<string> crashes = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([], new BuildProperties(endpoints)),
            (exception, _, _) => crashes.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([rule], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(crashes);
        return string.Join(" ", found.Select(static d => $"{d.Id}({d.Location.SourceTree!.ToString().Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)})"
            .Replace("(JsonSerializable(typeof(TeliaEvent)))", "([JsonSerializable(typeof(TeliaEvent))])", StringComparison.Ordinal)));
    }

    private sealed class BuildProperties(string? endpoints) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(endpoints);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(null);

        private sealed class Options(string? endpoints) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = endpoints!;
                return endpoints is not null && key == "build_property.EnableRequestDelegateGenerator";
            }
        }
    }
}
