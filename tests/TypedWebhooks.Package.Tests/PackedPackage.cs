using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>
/// The packages, packed once for all tests into a folder feed of their own. The version is new each time, so that no cache can
/// hold an older one under the same name.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>A folder outside the repository, whose settings therefore do not reach the consumers.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("typed webhooks é 한 ").FullName;

    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");

    public string Nupkg => NupkgOf("TypedWebhooks");

    public string NupkgOf(string name) => Path.Combine(Root, "feed", $"{name}.{Version}.nupkg");

    private string Artifacts => Path.Combine(RepositoryRoot, "artifacts", Version);

    public static string RepositoryRoot { get; } = typeof(PackedPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(Root, "NuGet.Config"), """
            <configuration>
              <packageSources>
                <add key="packed" value="feed" />
              </packageSources>
            </configuration>
            """);

        // Whatever lies above the temporary folder ends here.
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Packages.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(Root, ".editorconfig"), "root = true\n");

        // What the tests of the repository build at the same time is left alone: this build has its artifacts elsewhere.
        foreach (string project in new[] { "TypedWebhooks", "TypedWebhooks.AspNetCore", "TypedWebhooks.PostgreSql" })
        {
            CommandResult pack = await DotnetCommand.RunAsync(
                Path.Combine(RepositoryRoot, "src", project),
                "pack", $"-p:Version={Version}", "--output", Path.Combine(Root, "feed"), "--artifacts-path", Artifacts);
            pack.EnsureClean();
        }
    }

    public Task DisposeAsync()
    {
        Delete(Root);
        Delete(Artifacts);
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string name in new[] { "typedwebhooks", "typedwebhooks.aspnetcore", "typedwebhooks.postgresql" })
        {
            Delete(Path.Combine(packages, name, Version));
        }

        return Task.CompletedTask;
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was never made, or a compiler server still holds a file of it: its name is not used again.
        }
    }
}

/// <summary>All tests that consume the package: one after the other, since each child build takes the whole machine.</summary>
[CollectionDefinition(Name)]
public sealed class OnePackage : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
