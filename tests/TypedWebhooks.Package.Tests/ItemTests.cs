using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>How <c>WebhookSchema</c> and <c>WebhookProvider</c> items reach the compiler: seen by evaluation alone, as an IDE sees them.</summary>
[Collection(OnePackage.Name)]
public sealed class ItemTests(PackedPackage package)
{
    [Fact]
    public async Task Items_BecomeAdditionalFilesWithTheirMetadata()
    {
        Consumer consumer = new Consumer(package, "items (x86) O'Brien")
            .Write("Directory.Build.targets", """
                <Project>
                  <ItemGroup>
                    <WebhookSchema Include="$(MSBuildThisFileDirectory)linked/late.json" />
                  </ItemGroup>
                </Project>
                """)
            .Write("linked/late.json", "{}")
            .Write("linked/quickly-sign/q.schema.json", "{}")
            .Write("App/schemas/acmé 한/a.json", "{}")
            .Write("App/schemas/acmé 한/a.map.json", "{}")
            .Write("App/schemas/mapped/b.json", "{}")
            .Write("App/maps/b.json", "{}")
            .Write("App/schemas/beside/c.json", "{}")
            .Write("App/schemas/beside/names.json", "{}")
            .Write("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                    <WebhookProvider Include="prix" Access="internal" Events="*.signed; !contract.*" JsonSchema="false" />
                    <WebhookProvider Include="QuicklySign" />
                    <WebhookSchema Include="schemas/**/*.json" />
                    <WebhookSchema Update="schemas/mapped/b.json" Map="maps/b.json" Namespace="A.B" EventType="/type" />
                    <WebhookSchema Update="schemas/beside/c.json" Provider="C" Map="names.json" />
                    <WebhookSchema Include="../linked/quickly-sign/*.json" />
                  </ItemGroup>
                </Project>
                """);
        (await consumer.DotnetAsync("restore", "App", "-v:q", "-tl:off")).EnsureClean();

        CommandResult evaluation = (await consumer.DotnetAsync("msbuild", "App", "-getItem:AdditionalFiles", "-p:TargetFramework=net8.0")).EnsureClean();

        string[] files = [.. AdditionalFiles(evaluation.Output, consumer.Directory)];
        Assert.Equal(
            [
                "App/App.csproj: project",
                "App/maps/b.json: map Provider=mapped Namespace=A.B EventType=/type",
                "App/schemas/acmé 한/a.json: schema",
                "App/schemas/acmé 한/a.map.json: map",
                "App/schemas/beside/c.json: schema Provider=C",
                "App/schemas/beside/names.json: map Provider=C",
                "App/schemas/mapped/b.json: schema Namespace=A.B EventType=/type",
                "Directory.Build.targets: project",
                "linked/late.json: schema",
                "linked/quickly-sign/q.schema.json: schema",
                "prix.schema.json: schema Provider=Prix Access=internal Events=*.signed; !contract.* JsonSchema=false",
            ],
            files);
    }

    [Fact]
    public async Task MissingSchemaOrMap_IsAnErrorThatNamesIt()
    {
        Consumer consumer = Library("missing", """
            <WebhookSchema Include="schemas/telai/hooks.json" Provider="Telia" />
            <WebhookSchema Include="there/hooks.json" Map="nowhere.json" />
            <WebhookSchema Include="there/more.json" Map="map.json" />
            """)
            .Write("there/hooks.json", "[]")
            .Write("there/more.json", "[]")
            .Write("there/map.json", "{}");

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        string error = Assert.Single(build.Errors);
        Assert.Contains("App.csproj : error TWH9002: ", error, StringComparison.Ordinal);
        Assert.EndsWith(": schemas/telai/hooks.json, nowhere.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownProvider_IsAnErrorThatListsTheKnown()
    {
        Consumer consumer = Library("unknown", """<WebhookProvider Include="Telia;Priks" />""");

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        string error = Assert.Single(build.Errors);
        Assert.Contains("App.csproj : error TWH9003: ", error, StringComparison.Ordinal);
        Assert.Contains(": Priks. It has Prix, QuicklySign, Telia.", error, StringComparison.Ordinal);
    }

    /// <summary>One file of two providers, be the second one that of the folder by a glob: both are there in the compilation.</summary>
    [Fact]
    public async Task OneFileOfTwoProviders_IsBoth()
    {
        Consumer consumer = Library("two providers", """
            <WebhookSchema Include="schemas/acme/hooks.json" Provider="Bolt" Namespace="Some.Where" />
            <WebhookSchema Include="schemas/**/*.json" />
            """)
            .Write("schemas/acme/hooks.json", Made)
            .Write("Use.cs", """
                public static class Use
                {
                    public static string Names => Some.Where.BoltEventTypes.Made + App.Acme.AcmeEventTypes.Made;
                }
                """);

        (await consumer.BuildAsync()).EnsureClean();
    }

    /// <summary>What the compiler's format for metadata has no place for reaches it all the same.</summary>
    [Fact]
    public async Task MetadataOfAnyText_ReachTheCompiler()
    {
        Consumer consumer = Library("any text", """
            <WebhookSchema Include="schemas/a (1)#%3Bx/hooks.json" Provider="Acme">
              <EventType>
                /a#b%3Bc
              </EventType>
            </WebhookSchema>
            """)
            .Write("schemas/a (1)#;x/hooks.json", Made.Replace("type\": {", "a#b;c\": {", StringComparison.Ordinal))
            .Write("Use.cs", "public static class Use { public static string Name => App.Acme.AcmeEventTypes.Made; }");

        (await consumer.BuildAsync()).EnsureClean();
    }

    /// <summary>Patterns with semicolons between, in lines, in properties, and with what MSBuild and the compiler have a meaning for.</summary>
    [Fact]
    public async Task ChosenEvents_ReachTheCompiler()
    {
        Consumer consumer = new Consumer(package, "chosen")
            .Write("App.csproj", Project("""
                <WebhookSchema Include="schemas/acme/hooks.json" Provider="Acme" JsonSchema="true">
                  <Events>
                    $(Chosen)
                    !odd#two
                  </Events>
                </WebhookSchema>
                <WebhookSchema Include="schemas/bolt/hooks.json" Events="!made" />
                <WebhookProvider Include="Telia" Events="SignatorySigned" />
                """, "<PropertyGroup><Chosen>made; odd*;</Chosen></PropertyGroup>"))
            .Write("schemas/acme/hooks.json", Several)
            .Write("schemas/bolt/hooks.json", Several)
            .Write("Use.cs", """
                using TypedWebhooks;

                public static class Use
                {
                    public static object? Of(App.Acme.AcmeEvent e) => e switch
                    {
                        App.Acme.MadeEvent or App.Acme.OddOneEvent => App.Acme.AcmeJsonSchema.Of(e.GetType()),
                        App.Acme.UnrecognizedAcmeEvent { Reason: UnrecognizedReason.NotSelected, EventType: App.Acme.AcmeEventTypes.OddTwo } => null,
                        App.Acme.UnrecognizedAcmeEvent => null,
                    };

                    public static int Of(App.Bolt.BoltEvent e) => e switch
                    {
                        App.Bolt.GoneEvent => 1,
                        App.Bolt.OddOneEvent => 2,
                        App.Bolt.OddTwoEvent => 3,
                        App.Bolt.UnrecognizedBoltEvent => 4,
                    };

                    public static int Of(App.Telia.TeliaEvent e) => e switch
                    {
                        App.Telia.SignatorySignedEvent => 1,
                        App.Telia.UnrecognizedTeliaEvent => 2,
                    };
                }
                """);

        (await consumer.BuildAsync()).EnsureClean();
    }

    [Fact]
    public async Task ChoiceThatFitsNothing_IsAnErrorAtItsPlaceInTheProject()
    {
        Consumer consumer = Library("misfit", """
            <WebhookSchema Include="schemas/acme/hooks.json" Events="made; gon" />
            <WebhookProvider Include="Telia" Events="signatorysignd" />
            """)
            .Write("schemas/acme/hooks.json", Several);

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        Assert.Equal(2, build.Errors.Count);
        Assert.Contains(build.Errors, static error => error.Contains("App.csproj(8,", StringComparison.Ordinal) && error.Contains("did you mean gone?", StringComparison.Ordinal));
        Assert.Contains(build.Errors, static error => error.Contains("App.csproj(9,", StringComparison.Ordinal) && error.Contains("of this WebhookProvider item", StringComparison.Ordinal));
    }

    /// <summary>Schemas at the root of the repository, beside the project's folder.</summary>
    [Fact]
    public async Task SchemasBesideTheProject_FindOneAnother()
    {
        Consumer consumer = new Consumer(package, "beside")
            .Write("App/App.csproj", Project("""<WebhookSchema Include="../shared/acme/*.json" />"""))
            .Write("shared/acme/hooks.json", """{ "type": "object", "properties": { "data": { "$ref": "parts.json#/$defs/Data" } } }""")
            .Write("shared/acme/parts.json", """{ "$defs": { "Data": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } } } }""")
            .Write("shared/acme/hooks.map.json", """{ "eventType": "/type", "events": { "made": "hooks.json" } }""")
            .Write("App/Use.cs", "public static class Use { public static string? Id(App.Acme.MadeEvent e) => e.Data?.Id; }");

        (await consumer.BuildAsync("App")).EnsureClean();
    }

    [Fact]
    public async Task ContradictingItems_AreAnErrorThatNamesBoth()
    {
        Consumer consumer = Library("contradicting", """
            <WebhookSchema Include="schemas/acme/hooks.json" Namespace="A.B" EventTyp="/type" />
            <WebhookSchema Include="schemas/acme/more.json" Namespace="A.C" />
            <WebhookSchema Include="schemas/bolt/hooks.json" Namespace="One" />
            <WebhookSchema Include="schemas/cave/hooks.json" Namespace="One" />
            """)
            .Write("schemas/acme/hooks.json", Made)
            .Write("schemas/acme/more.json", Made.Replace("made", "gone", StringComparison.Ordinal))
            .Write("schemas/bolt/hooks.json", Made)
            .Write("schemas/cave/hooks.json", Made);

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        Assert.Equal(3, build.Errors.Count);
        Assert.All(build.Errors, static error => Assert.Contains(": error TWH2011: ", error, StringComparison.Ordinal));
        Assert.Contains(build.Errors, static error => error.Contains("App.csproj(8,", StringComparison.Ordinal) && error.Contains("did you mean EventType?", StringComparison.Ordinal));
        Assert.Contains(build.Errors, static error => error.Contains("Namespace=\"A.C\"", StringComparison.Ordinal) && error.Contains("hooks.json says Namespace=\"A.B\"", StringComparison.Ordinal));
        Assert.Contains(build.Errors, static error => error.Contains("the providers Bolt (hooks.json) and Cave (hooks.json)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BeforeBuild")]
    [InlineData("CoreCompile")]
    public async Task ItemsOfATarget_AreAnErrorThatNamesThem(string before)
    {
        Consumer consumer = new Consumer(package, "late " + before)
            .Write("App.csproj", Project("""<WebhookSchema Include="schemas/acme/hooks.json" />""", $"""
                <Target Name="TooLate" BeforeTargets="{before}">
                  <ItemGroup>
                    <WebhookSchema Include="schemas/acme/late.json" />
                  </ItemGroup>
                </Target>
                """))
            .Write("schemas/acme/hooks.json", Made)
            .Write("schemas/acme/late.json", Made.Replace("made", "gone", StringComparison.Ordinal));

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        string error = Assert.Single(build.Errors);
        Assert.Contains("App.csproj : error TWH9010: ", error, StringComparison.Ordinal);
        Assert.Contains(": schemas/acme/late.json. ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Events", "made")]
    [InlineData("JsonSchema", "true")]
    public async Task MetadataOfATarget_AreAnErrorThatNamesTheirItem(string name, string value)
    {
        Consumer consumer = new Consumer(package, "late " + name)
            .Write("App.csproj", Project("""<WebhookSchema Include="schemas/acme/hooks.json" />""", $"""
                <Target Name="TooLate" BeforeTargets="BeforeBuild">
                  <ItemGroup>
                    <WebhookSchema Update="schemas/acme/hooks.json" {name}="{value}" />
                  </ItemGroup>
                </Target>
                """))
            .Write("schemas/acme/hooks.json", Several);

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        Assert.Contains("App.csproj : error TWH9010: ", Assert.Single(build.Errors), StringComparison.Ordinal);
    }

    private const string Several = """
        { "oneOf": [
          { "properties": { "type": { "const": "made" } } }, { "properties": { "type": { "const": "gone" } } },
          { "properties": { "type": { "const": "odd[one" } } }, { "properties": { "type": { "const": "odd#two" } } }
        ] }
        """;

    private const string Made = """{ "type": "object", "required": ["type"], "properties": { "type": { "const": "made" }, "id": { "type": "string" } } }""";

    private Consumer Library(string name, string item) => new Consumer(package, name).Write("App.csproj", Project(item));

    private static string Project(string item, string target = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
            {item}
          </ItemGroup>
          {target}
        </Project>
        """;

    private static IEnumerable<string> AdditionalFiles(string json, string root)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonElement file in document.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .OrderBy(file => Name(file, root), StringComparer.Ordinal))
        {
            IEnumerable<string> metadata = new[] { "Provider", "Namespace", "Format", "EventType", "EventTypeComparison", "Access", "RequiredMembers", "EqualObjects", "Print", "Events", "JsonSchema" }
                .Select(name => (name, value: file.TryGetProperty("Webhook" + name, out JsonElement value) ? value.GetString() : null))
                .Where(static m => m.value is { Length: > 0 })
                .Select(static m => $" {m.name}={m.value}");
            yield return $"{Name(file, root)}: {file.GetProperty("WebhookSchema").GetString()}{string.Concat(metadata)}";
        }
    }

    /// <summary>The path below the consumer; of a packaged file, which lies elsewhere, the last part.</summary>
    private static string Name(JsonElement file, string root)
    {
        string path = Path.GetRelativePath(root, file.GetProperty("FullPath").GetString()!).Replace('\\', '/');
        return path.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(path) : path;
    }
}
