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
                    <WebhookProvider Include="prix" Access="internal" />
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
                "App/maps/b.json: map Provider=mapped Namespace=A.B EventType=/type",
                "App/schemas/acmé 한/a.json: schema",
                "App/schemas/acmé 한/a.map.json: map",
                "App/schemas/beside/c.json: schema Provider=C",
                "App/schemas/beside/names.json: map Provider=C",
                "App/schemas/mapped/b.json: schema Namespace=A.B EventType=/type",
                "linked/late.json: schema",
                "linked/quickly-sign/q.schema.json: schema",
                "prix.schema.json: schema Provider=Prix Access=internal",
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

    private Consumer Library(string name, string item) => new Consumer(package, name).Write("App.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
            {item}
          </ItemGroup>
        </Project>
        """);

    private static IEnumerable<string> AdditionalFiles(string json, string root)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonElement file in document.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .OrderBy(file => Name(file, root), StringComparer.Ordinal))
        {
            IEnumerable<string> metadata = new[] { "Provider", "Namespace", "Format", "EventType", "EventTypeComparison", "Access", "RequiredMembers", "EqualObjects" }
                .Select(name => (name, value: file.GetProperty("Webhook" + name).GetString()))
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
