using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>A Web project whose endpoints are generated, as <c>PublishTrimmed</c> and <c>PublishAot</c> have it: README's first sample, published and run.</summary>
[Collection(OnePackage.Name)]
public sealed class WebProjectTests(PackedPackage package)
{
    private const string Main = """
        using Receiver.Telia;

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        ENDPOINT
        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
        string received = await Console.In.ReadToEndAsync();
        foreach (string body in new[] { received, "{\"EventType\":\"archived\"}", "{\"EventType\":" })
        {
            using StringContent content = new(body);
            using HttpResponseMessage response = await client.PostAsync("/hooks/telia", content);
            Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        await app.StopAsync();

        static Task<IResult> Remind(Guid signatureRequestId, CancellationToken ct) => Task.FromResult(Results.Text($"remind {signatureRequestId}"));
        static Task<IResult> Archive(Guid signatureRequestId, CancellationToken ct) => Task.FromResult(Results.Text($"archive {signatureRequestId}"));
        static Task<IResult> Park(string eventType, System.Text.Json.JsonElement json, CancellationToken ct) => Task.FromResult(Results.Text($"park {eventType}"));
        """;

    private const string FirstSample = """
        using TypedWebhooks.AspNetCore;
        using Receiver.Telia;

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Webhooks:Telia:Headers:client-id"] = "tester";
        builder.Configuration["Webhooks:Telia:Headers:client-secret"] = "what nobody knows";
        SERVICES
        WebApplication app = builder.Build();
        ENDPOINT
        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
        string received = await Console.In.ReadToEndAsync();
        foreach (string body in new[] { received, "{\"EventType\":\"archived\"}", "{\"EventType\":" })
        {
            foreach (string secret in new[] { "what nobody knows", "what somebody guesses" })
            {
                using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
                using HttpRequestMessage request = new(HttpMethod.Post, "/hooks/telia") { Content = content };
                request.Headers.Add("client-id", "tester");
                request.Headers.Add("client-secret", secret);
                using HttpResponseMessage response = await client.SendAsync(request);
                Console.WriteLine((int)response.StatusCode);
            }
        }

        await app.StopAsync();

        static Task Remind(Guid signatureRequestId, CancellationToken ct) => Console.Out.WriteLineAsync($"remind {signatureRequestId}");
        static Task Archive(Guid signatureRequestId, CancellationToken ct) => Console.Out.WriteLineAsync($"archive {signatureRequestId}");
        static Task Park(string eventType, System.Text.Json.JsonElement json, CancellationToken ct) => Console.Out.WriteLineAsync($"park {eventType}");
        """;

    private const string Bound = """app.MapPost("/hooks/telia", (TeliaEvent e) => e.EventType);""";

    private static string Project(
        string property, string more = "", string package = """<PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />""") => $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
            <InvariantGlobalization>true</InvariantGlobalization>
            <{property}>true</{property}>
          </PropertyGroup>
          <ItemGroup>
            {package}
            {more}
          </ItemGroup>
        </Project>
        """;

    /// <summary>README's first sample as it stands there: what is added to the services, and the endpoint.</summary>
    private static (string Services, string Endpoint) Sample()
    {
        string[] blocks = File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "README.md")).Split("```");
        string[] parts = blocks.First(static block => block.StartsWith("csharp\n", StringComparison.Ordinal))["csharp\n".Length..]
            .Replace("using TypedWebhooks.AspNetCore;", "", StringComparison.Ordinal)
            .Replace("using Shop.Telia;", "", StringComparison.Ordinal)
            .Split("\n\u2026\n");
        return (parts[0], parts[1]);
    }

    [Fact]
    public async Task FirstSample_PublishedTrimmed_Runs()
    {
        (string services, string endpoint) = Sample();
        Consumer consumer = new Consumer(package, "trimmed web")
            .Write("Receiver.csproj", Project("PublishTrimmed", """
                <PackageReference Include="TypedWebhooks.AspNetCore" Version="$(PackageVersion)" />
                <WebhookProvider Include="Telia" />
                """, package: ""))
            .Write("Program.cs", FirstSample.Replace("SERVICES", services, StringComparison.Ordinal).Replace("ENDPOINT", endpoint, StringComparison.Ordinal));

        (await consumer.DotnetAsync("publish", "--self-contained", "--output", "out", "-v:q", "-tl:off")).EnsureClean();

        string program = Path.Combine(consumer.Directory, "out", OperatingSystem.IsWindows() ? "Receiver.exe" : "Receiver");
        CommandResult run = await DotnetCommand.RunProgramAsync(program, consumer.Directory, TeliaCatalogue.CompletedPayload);
        string[] lines = [.. run.EnsureClean().Output.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)];
        Assert.Equal(
            [
                "archive 00000000-0000-0000-0000-000000000001", "200", "401",
                "park archived", "200", "401",
                "400", "401",
            ],
            lines.Where(static line => !line.StartsWith("info", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EventAsAParameter_InAProjectOfItsOwn_IsFlaggedAndFromALibraryItWorks()
    {
        Consumer own = new Consumer(package, "generated endpoints")
            .Write("Receiver.csproj", Project("EnableRequestDelegateGenerator", """<WebhookProvider Include="Telia" />"""))
            .Write("Program.cs", Main.Replace("ENDPOINT", Bound, StringComparison.Ordinal));
        CommandResult build = (await own.BuildAsync()).EnsureFailed();
        Assert.Contains(build.Warnings, static warning => warning.Contains("TWH9004", StringComparison.Ordinal) && warning.Contains("Program.cs(6,", StringComparison.Ordinal));

        Consumer split = new Consumer(package, "generated endpoints and a library")
            .Write("Events/Events.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <RootNamespace>Receiver</RootNamespace>
                  </PropertyGroup>
                  <ItemGroup>
                    <FrameworkReference Include="Microsoft.AspNetCore.App" />
                    <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                    <WebhookProvider Include="Telia" />
                  </ItemGroup>
                </Project>
                """)
            .Write("App/Receiver.csproj", Project("EnableRequestDelegateGenerator", """<ProjectReference Include="../Events/Events.csproj" />"""))
            .Write("App/Program.cs", Main.Replace("ENDPOINT", Bound, StringComparison.Ordinal));
        CommandResult clean = await split.BuildAsync("App");
        Assert.Equal(0, clean.ExitCode);
        Assert.DoesNotContain("TWH9004", clean.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net6.0")]
    [InlineData("netstandard2.0")]
    public async Task OlderFramework_IsOneError(string targetFramework)
    {
        Consumer consumer = new Consumer(package, "old " + targetFramework).Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{targetFramework}</TargetFramework>
                <LangVersion>latest</LangVersion>
                <CheckEolTargetFramework>false</CheckEolTargetFramework>
                <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
                <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                <WebhookProvider Include="Telia" />
              </ItemGroup>
            </Project>
            """);

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        Assert.Contains("App.csproj : error TWH9007: ", Assert.Single(build.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExcludeAssets=\"compile\"")]
    [InlineData("IncludeAssets=\"build;analyzers\"")]
    public async Task PackageWithoutItsLibrary_IsOneError(string assets)
    {
        Consumer consumer = new Consumer(package, "without library " + assets.Length).Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" {assets} />
                <WebhookProvider Include="Telia" />
              </ItemGroup>
            </Project>
            """);

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        Assert.Contains("error TWH9006: ", Assert.Single(build.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schemas_AreWatched()
    {
        Consumer consumer = new Consumer(package, "watched")
            .Write("App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                    <WebhookSchema Include="hooks.json" Provider="Acme" Map="names.json" />
                  </ItemGroup>
                </Project>
                """)
            .Write("hooks.json", "{}")
            .Write("names.json", "{}");
        (await consumer.DotnetAsync("restore", "-v:q", "-tl:off")).EnsureClean();

        CommandResult evaluation = (await consumer.DotnetAsync("msbuild", "-getItem:Watch")).EnsureClean();

        Assert.Contains("hooks.json", evaluation.Output, StringComparison.Ordinal);
        Assert.Contains("names.json", evaluation.Output, StringComparison.Ordinal);
    }
}
