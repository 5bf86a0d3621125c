using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>Schemas that are broken, each in one way: the build says where, once, and the rest is generated all the same.</summary>
[Collection(OnePackage.Name)]
public sealed class BrokenSchemaTests(PackedPackage package)
{
    [Fact]
    public async Task BrokenCatalogues_GiveOneLocatedErrorEachAndTakeNothingElseDown()
    {
        Consumer consumer = new Consumer(package, "broken schemas")
            .Write("Receiver.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                    <WebhookSchema Include="*/hooks.json" />
                    <WebhookProvider Include="Prix" />
                  </ItemGroup>
                </Project>
                """)
            .Write("brace/hooks.json", """
                [
                  {
                    "eventType": "opened",
                    "payloadSchema": { "EventType": "string"
                  }
                ]
                """)
            .Write("duplicate/hooks.json", """
                [
                  { "eventType": "opened", "payloadSchema": { "EventType": "string" } },
                  { "eventType": "opened", "payloadSchema": { "EventType": "string" } }
                ]
                """)
            .Write("type/hooks.json", """
                [
                  {
                    "eventType": "opened",
                    "payloadSchema": {
                      "EventType": "string",
                      "Title": "strng"
                    }
                  }
                ]
                """)
            .Write("Prix.cs", """
                namespace Receiver;

                public static class Contracts
                {
                    public static string? Title(Prix.PrixEvent e) => (e as Prix.ContractCreatedEvent)?.Contract.Title;
                }
                """);

        CommandResult build = (await consumer.BuildAsync()).EnsureFailed();

        Assert.Empty(build.Warnings);
        Assert.Equal(3, build.Errors.Count);
        // The brace is missed where `]` stands in the place of `,` or `}`.
        AssertLocated(build.Errors, "brace/hooks.json(6,1)");
        AssertLocated(build.Errors, "duplicate/hooks.json(3,18)");
        AssertLocated(build.Errors, "type/hooks.json(6,16)");
    }

    private static void AssertLocated(IReadOnlyList<string> errors, string location)
    {
        string error = Assert.Single(errors, e => e.Replace('\\', '/').Contains(location, StringComparison.Ordinal));
        Assert.Contains(": error TWH2", error, StringComparison.Ordinal);
    }
}
