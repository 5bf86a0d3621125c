using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>
/// The C# of the README and of the pages on handlers, tests and JSON, as it stands there: built in a Web project called
/// <c>Shop</c> that references the package, and run. Around it stands what an application has: functions, a store, a host.
/// </summary>
[Collection(OnePackage.Name)]
public sealed partial class DocumentedSampleTests(PackedPackage package)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
            <PackageReference Include="TypedWebhooks.AspNetCore" Version="$(PackageVersion)" />
            <WebhookProvider Include="Telia" />
            <Using Include="System.Text.Json" />
            <Using Include="TypedWebhooks" />
          </ItemGroup>
        </Project>
        """;

    private const string Store = """
        using Shop.Telia;

        interface ISignatureStore
        {
            ValueTask ArchiveAsync(Guid request, CancellationToken cancellationToken);
            ValueTask RemindAsync(Guid request, CancellationToken cancellationToken);
            ValueTask ParkAsync(string eventType, JsonElement json, CancellationToken cancellationToken);
        }

        sealed class Store : ISignatureStore
        {
            public ValueTask ArchiveAsync(Guid request, CancellationToken cancellationToken) => Say($"store archives {request}");
            public ValueTask RemindAsync(Guid request, CancellationToken cancellationToken) => Say($"store reminds {request}");
            public ValueTask ParkAsync(string eventType, JsonElement json, CancellationToken cancellationToken) => Say($"store parks {eventType}");

            public static ValueTask Say(string line)
            {
                Console.WriteLine(line);
                return default;
            }
        }

        sealed class RemindHandler : IWebhookEventHandler<SignatorySignedEvent>
        {
            public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => Store.Say($"handler reminds {e.EventData.SignatoryId}");
        }

        sealed class ParkHandler : IWebhookEventHandler<UnrecognizedTeliaEvent>
        {
            public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => Store.Say($"handler parks {e.EventType}");
        }
        """;

    private const string Signed = """{"EventType":"signatorysigned","Timestamp":"0001-01-01T00:00:00","EventData":{"SignatoryId":"00000000-0000-0000-0000-00000000000a","SignatureRequestId":"00000000-0000-0000-0000-00000000000b","TenantId":"00000000-0000-0000-0000-00000000000c","DepartmentId":"00000000-0000-0000-0000-00000000000d","CreatorId":"00000000-0000-0000-0000-00000000000e"}}""";

    [Fact]
    public async Task Readme_BuildsAndRuns()
    {
        string[] blocks = Blocks("README.md");
        string[] registration = Single(blocks, "AddTeliaWebhooks").Split("\n…\n");
        string[] receiving = Single(blocks, "app.MapTeliaWebhooks").Split("\n…\n");
        Consumer consumer = new Consumer(package, "readme")
            .Write("Shop.csproj", Project)
            .Write("Store.cs", Store)
            .Write("TeliaHandler.cs", "using Shop.Telia;\n" + Single(blocks, "class TeliaHandler"))
            .Write("Program.cs", $$"""
                {{string.Join("\n", Using().Matches(receiving[0]).Select(static each => each.Value))}}
                WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.ClearProviders();
                IServiceCollection services = builder.Services;
                {{registration[0]}}
                builder.Configuration["Webhooks:Telia:Headers:client-id"] = "shop";
                builder.Configuration["Webhooks:Telia:Headers:client-secret"] = "what only Telia and the shop know";
                {{Using().Replace(receiving[0], "")}}
                WebApplication app = builder.Build();
                {{receiving[1]}}
                await app.StartAsync();
                using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
                foreach (string body in new[] { Samples.Signed, "{\"EventType\":\"archived\"}", "{\"EventType\":", "[]" })
                {
                    using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
                    using HttpRequestMessage request = new(HttpMethod.Post, "/hooks/telia") { Content = content };
                    request.Headers.Add("client-id", "shop");
                    request.Headers.Add("client-secret", "what only Telia and the shop know");
                    using HttpResponseMessage response = await client.SendAsync(request);
                    Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}".Trim());
                }

                using IServiceScope scope = app.Services.CreateScope();
                TeliaEventDispatcher dispatcher = scope.ServiceProvider.GetRequiredService<TeliaEventDispatcher>();
                TeliaHandler handler = new(new Store());
                CancellationToken cancellationToken = default;
                foreach (string body in new[] { Samples.Signed, "{\"EventType\":\"archived\"}" })
                {
                    TeliaEvent teliaEvent = TeliaEvent.Parse(body);
                    {{Single(blocks, "teliaEvent.Match")}}
                    Console.WriteLine($"match: {log}");
                    {{Single(blocks, "teliaEvent.DispatchAsync(handler")}}
                    {{registration[1]}}
                }

                await app.StopAsync();

                static Task Remind(Guid id, CancellationToken ct) => Console.Out.WriteLineAsync($"remind {id}");
                static Task Archive(Guid id, CancellationToken ct) => Console.Out.WriteLineAsync($"archive {id}");
                static Task Park(string eventType, JsonElement json, CancellationToken ct) => Console.Out.WriteLineAsync($"park {eventType}");

                static class Samples
                {
                    public const string Signed = {{Quoted(Signed)}};
                }
                """);

        Assert.Equal(
            [
                "remind 00000000-0000-0000-0000-00000000000b",
                "200",
                "park archived",
                "200",
                "400",
                "400",
                "match: signed by 00000000-0000-0000-0000-00000000000a",
                "store reminds 00000000-0000-0000-0000-00000000000b",
                "handler reminds 00000000-0000-0000-0000-00000000000a",
                "match: archived: UnknownEventType",
                "store parks archived",
                "handler parks archived",
            ],
            await RunAsync(consumer));
    }

    [Fact]
    public async Task Pages_BuildAndRun()
    {
        string[] handlers = Blocks("docs/handlers.md");
        Consumer consumer = new Consumer(package, "pages")
            .Write("Shop.csproj", Project)
            .Write("Store.cs", Store)
            .Write("Archive.cs", "using Shop.Telia;\n" + Single(handlers, "class Archive"))
            .Write("Program.cs", $$"""
                using Shop.Telia;
                using Microsoft.AspNetCore.Http.Json;
                using Microsoft.Extensions.Options;

                byte[] body = System.Text.Encoding.UTF8.GetBytes({{Quoted(Signed)}});
                TeliaEvent teliaEvent = TeliaEvent.Parse(body);
                ServiceCollection services = new();
                await new Archive(new Store()).HandleAsync((SignatorySignedEvent)teliaEvent, default);
                await teliaEvent.DispatchAsync(new Archive(new Store()));
                {{Single(handlers, "AddTeliaWebhooks")}}
                {{string.Concat(Blocks("docs/testing.md"))}}
                Console.WriteLine($"testing: {later.Timestamp.Hour} {tomorrow.GetType().Name} {lossless}");
                Directory.CreateDirectory("fixtures");
                File.WriteAllBytes("fixtures/signed.json", body);
                AssertEveryFixtureIsKnown("fixtures");
                File.WriteAllText("fixtures/signed.json", "{}");
                try
                {
                    AssertEveryFixtureIsKnown("fixtures");
                }
                catch (InvalidOperationException e)
                {
                    Console.WriteLine(e.Message);
                }

                {{string.Concat(Blocks("docs/json.md"))}}
                Console.WriteLine($"json: {same == teliaEvent} {written == json}");
                #pragma warning disable ASP0000 // There is no host here that would build it.
                using ServiceProvider provider = services.BuildServiceProvider();
                Console.WriteLine(provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.TypeInfoResolverChain.Contains(TeliaJsonContext.Default));
                using IServiceScope scope = provider.CreateScope();
                await scope.ServiceProvider.GetRequiredService<TeliaEventDispatcher>().DispatchAsync(tomorrow);
                """);

        Assert.Equal(
            [
                "testing: 1 UnrecognizedTeliaEvent True",
                "fixtures/signed.json: MissingEventType at : ",
                "json: True True",
                "True",
                "handler parks signaturerequestarchived",
            ],
            (await RunAsync(consumer)).Select(static line => line.StartsWith("fixtures", StringComparison.Ordinal) ? line.Replace('\\', '/')[..line.LastIndexOf(':')] + ": " : line));
    }

    private static async Task<string[]> RunAsync(Consumer consumer)
    {
        (await consumer.BuildAsync()).EnsureClean();
        CommandResult run = await consumer.RunAsync("bin/Debug/net10.0/Shop.dll", "");
        return [.. run.EnsureClean().Output.Split('\n').Select(static line => line.TrimEnd('\r')).Where(static line => line.Length > 0)];
    }

    private static string[] Blocks(string page) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, page))).Select(static block => block.Groups[1].Value)];

    private static string Single(string[] blocks, string text) => blocks.Single(block => block.Contains(text, StringComparison.Ordinal));

    private static string Quoted(string text) => "\"\"\"\"" + text + "\"\"\"\"";

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^using [A-Za-z.]+;.*\n", RegexOptions.Multiline)]
    private static partial Regex Using();
}
