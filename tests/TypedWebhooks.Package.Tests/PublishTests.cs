using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>What is generated keeps working where nothing can be looked up at run time.</summary>
[Collection(OnePackage.Name)]
public sealed class PublishTests(PackedPackage package)
{
    private const string Program = """
        using System;
        using System.Text.Json;
        using Receiver.Telia;

        TeliaEvent received = TeliaEvent.Parse(Console.In.ReadToEnd());
        string text = JsonSerializer.Serialize(received, TeliaJsonContext.Default.TeliaEvent);
        TeliaEvent again = JsonSerializer.Deserialize(text, TeliaJsonContext.Default.TeliaEvent)!;
        Console.WriteLine(again switch
        {
            SignatureRequestCompletedEvent e => $"{e.EventData.CreatorId} {received == again}",
            SignatorySignedEvent e => $"{e.EventData.SignatoryId}",
            UnrecognizedTeliaEvent e => $"{e.Reason}",
        });
        """;

    private static string Project(string targetFramework, string property) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>{targetFramework}</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <{property}>true</{property}>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
            <WebhookProvider Include="Telia" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task PublishTrimmed_GivesNoWarningAndRuns()
    {
        Consumer consumer = new Consumer(package, "trimmed")
            .Write("Receiver.csproj", Project("net10.0", "PublishTrimmed"))
            .Write("Program.cs", Program);

        (await consumer.DotnetAsync("publish", "--self-contained", "--output", "out", "-v:q", "-tl:off")).EnsureClean();

        await AssertRunsAsync(consumer);
    }

    [SkippableFact]
    public async Task PublishAot_GivesNoWarningAndRuns()
    {
        Skip.IfNot(OperatingSystem.IsWindows() || IsOnPath("clang") || IsOnPath("gcc"), "Native AOT needs a C compiler to link with.");
        Consumer consumer = new Consumer(package, "native")
            .Write("Receiver.csproj", Project("net9.0", "PublishAot"))
            .Write("Program.cs", Program);

        CommandResult restore = await consumer.DotnetAsync("restore", "-v:q", "-tl:off");
        Skip.If(restore.Output.Contains("NU1101", StringComparison.Ordinal) || restore.Output.Contains("NU1102", StringComparison.Ordinal),
            "The configured package sources have no compiler of native AOT.");
        restore.EnsureClean();
        (await consumer.DotnetAsync("publish", "--no-restore", "--output", "out", "-v:q", "-tl:off")).EnsureClean();

        await AssertRunsAsync(consumer);
    }

    private static async Task AssertRunsAsync(Consumer consumer)
    {
        string program = Path.Combine(consumer.Directory, "out", OperatingSystem.IsWindows() ? "Receiver.exe" : "Receiver");
        CommandResult run = await DotnetCommand.RunProgramAsync(program, consumer.Directory, TeliaCatalogue.CompletedPayload);
        Assert.Equal("00000000-0000-0000-0000-000000000004 True", run.EnsureClean().Output.Trim());
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
