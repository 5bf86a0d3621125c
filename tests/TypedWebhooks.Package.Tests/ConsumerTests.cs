using System;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>A project of ten lines outside the repository, at the strictest settings, through a real update of its schema.</summary>
[Collection(OnePackage.Name)]
public sealed class ConsumerTests(PackedPackage package)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisMode>All</AnalysisMode><GenerateDocumentationFile>true</GenerateDocumentationFile>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
            <WebhookSchema Include="schemas/hooks.json" Provider="Telia" />
          </ItemGroup>
        </Project>
        """;

    private const string CompletedArm = """SignatureRequestCompletedEvent e => $"completed {e.EventData.SignatureRequestId}",""";
    private const string StatusUpdatedArm = """SignatureRequestStatusUpdatedEvent e => $"updated {e.EventData.SignatureRequestId}",""";
    private const string SignedArm = """SignatorySignedEvent e => $"signed by {e.EventData.SignatoryId}",""";
    private const string UnrecognizedArm = """UnrecognizedTeliaEvent e => $"{e.Reason} {e.EventType}",""";

    private static string Program(params string[] arms) => $$"""
        using System;
        using Receiver.Telia;

        TeliaEvent received = TeliaEvent.Parse(await Console.In.ReadToEndAsync().ConfigureAwait(false));
        string line = received switch
        {
            {{string.Join("\n    ", arms)}}
        };
        Console.WriteLine(line);
        """;

    [Fact]
    public async Task SchemaUpdate_ChangesTypesAndFlagsTheSwitch()
    {
        Consumer consumer = new Consumer(package, "one project")
            .Write("Receiver.csproj", Project)
            .Write("schemas/hooks.json", TeliaCatalogue.Older)
            .Write("Program.cs", Program(CompletedArm, StatusUpdatedArm, UnrecognizedArm));

        (await consumer.BuildAsync()).EnsureClean();
        CommandResult older = await consumer.RunAsync("bin/Debug/net10.0/Receiver.dll", TeliaCatalogue.CompletedPayload);
        Assert.Equal("completed 00000000-0000-0000-0000-000000000001", older.Output.Trim());

        // Telia has dropped one event, and added another.
        consumer.Write("schemas/hooks.json", TeliaCatalogue.Today);
        CommandResult updated = (await consumer.BuildAsync()).EnsureFailed();
        Assert.Contains(updated.Errors, static e => e.Contains("CS0246", StringComparison.Ordinal) && e.Contains("SignatureRequestStatusUpdatedEvent", StringComparison.Ordinal));

        // The dropped one is taken out, the added one forgotten.
        consumer.Write("Program.cs", Program(CompletedArm, UnrecognizedArm));
        CommandResult forgotten = (await consumer.BuildAsync()).EnsureFailed();
        string unhandled = Assert.Single(forgotten.Errors, static e => e.Contains("TWH1001", StringComparison.Ordinal));
        Assert.Contains("SignatorySignedEvent", unhandled, StringComparison.Ordinal);
        Assert.Contains("Program.cs(5,", unhandled, StringComparison.Ordinal);

        // The fix that travels in the package adds the arm, and with it the project builds again.
        await consumer.DotnetAsync("format", "analyzers", "--no-restore", "--diagnostics", "TWH1001", "--severity", "warn");
        string restored = consumer.Read("Program.cs");
        Assert.Contains("SignatorySignedEvent", restored, StringComparison.Ordinal);
        consumer.Write("Program.cs", restored.Replace("e.EventData.SignatureRequestId", "e.EventData.CreatorId", StringComparison.Ordinal));
        (await consumer.BuildAsync()).EnsureClean();
        CommandResult today = await consumer.RunAsync("bin/Debug/net10.0/Receiver.dll", TeliaCatalogue.CompletedPayload);
        Assert.Equal("completed 00000000-0000-0000-0000-000000000004", today.Output.Trim());
    }

    [Fact]
    public async Task TypesInOneProjectAndSwitchInAnother_IsFlaggedThereToo()
    {
        Consumer consumer = new Consumer(package, "two projects")
            .Write("Types/Types.csproj", Project.Replace("<OutputType>Exe</OutputType>", "<RootNamespace>Receiver</RootNamespace>", StringComparison.Ordinal))
            .Write("Types/schemas/hooks.json", TeliaCatalogue.Today)
            .Write("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../Types/Types.csproj" />
                  </ItemGroup>
                </Project>
                """)
            .Write("App/Program.cs", Program(SignedArm, CompletedArm, UnrecognizedArm));

        (await consumer.BuildAsync("App")).EnsureClean();
        CommandResult run = await consumer.RunAsync("App/bin/Debug/net10.0/App.dll", TeliaCatalogue.CompletedPayload);
        Assert.Equal("completed 00000000-0000-0000-0000-000000000001", run.Output.Trim());

        consumer.Write("App/Program.cs", Program(CompletedArm, UnrecognizedArm));
        CommandResult forgotten = (await consumer.BuildAsync("App")).EnsureFailed();
        string unhandled = Assert.Single(forgotten.Errors, static e => e.Contains("TWH1001", StringComparison.Ordinal));
        Assert.Contains("SignatorySignedEvent", unhandled, StringComparison.Ordinal);
    }
}
