using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Package.Tests;

/// <summary>Lock files in a project that consumes the package: written, compared, accepted one by one and as a whole.</summary>
[Collection(OnePackage.Name)]
public sealed class BaselineTests(PackedPackage package)
{
    private const string Lock = "schemas/acme/Acme.webhooks.lock";
    private const string Broken = "class Broken { int X = \"\"; }";

    /// <summary>No baseline, a first one, a new schema, code that does not fit any more, accepted all the same.</summary>
    [Fact]
    public async Task Schema_IsUpdatedReadAndAccepted()
    {
        Consumer consumer = Receiver("accept", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")
            .Write("schemas/acme/hooks.json", Hooks("""{ "type": "string" }"""))
            .Write("Use.cs", "public static class Use { public static string? Of(App.Acme.MadeEvent e) => e?.Note; }");
        (await consumer.BuildAsync()).EnsureClean();
        Assert.Empty(Locks(consumer));

        (await Run(consumer, "Accept")).EnsureClean();
        Assert.Equal([Lock], Locks(consumer));
        Assert.Contains("  note string\n", consumer.Read(Lock), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', consumer.Read(Lock));
        Assert.All(consumer.Read(Lock), static c => Assert.True(c < 128));
        (await consumer.BuildAsync()).EnsureClean();
        (await Run(consumer, "Verify")).EnsureClean();

        // The provider makes another type of it: the code does not compile, and the baseline says why.
        consumer.Write("schemas/acme/hooks.json", Hooks("""{ "type": "boolean" }"""));
        CommandResult updated = (await consumer.BuildAsync()).EnsureFailed();
        Assert.Contains(updated.Errors, static line => line.Contains("CS0029", StringComparison.Ordinal));
        Assert.Contains(updated.Output.Split('\n'), static line => line.Contains("hooks.json(", StringComparison.Ordinal) && line.Contains("TWH3301", StringComparison.Ordinal));
        Assert.Contains(updated.Output.Split('\n'), static line => line.Contains("Acme.webhooks.lock(1,1)", StringComparison.Ordinal) && line.Contains("TWH3001", StringComparison.Ordinal));

        CommandResult verified = (await Run(consumer, "Verify")).EnsureFailed();
        Assert.Contains("error TWH3001: Acme: 1 change not accepted", Assert.Single(verified.Errors), StringComparison.Ordinal);
        Assert.Contains("hooks.json(1,", Assert.Single(verified.Warnings), StringComparison.Ordinal);

        // While it does not compile.
        string before = consumer.Read(Lock);
        CommandResult accepted = (await Run(consumer, "Accept")).EnsureClean();
        Assert.Contains("Acme: accepted 1 change", accepted.Output, StringComparison.Ordinal);
        Assert.NotEqual(before, consumer.Read(Lock));
        Assert.Contains("  note bool\n", consumer.Read(Lock), StringComparison.Ordinal);
        Assert.Equal([Lock], Locks(consumer));
        (await consumer.BuildAsync()).EnsureFailed();
        consumer.Write("Use.cs", "public static class Use { public static bool? Of(App.Acme.MadeEvent e) => e?.Note; }");
        (await consumer.BuildAsync()).EnsureClean();

        // Once more there is nothing to write.
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(consumer.Directory, Lock));
        Assert.Contains("Acme: nothing had changed", (await Run(consumer, "Accept")).EnsureClean().Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(consumer.Directory, Lock)));
    }

    /// <summary>One change after the other, in any order, is as all of them.</summary>
    [Fact]
    public async Task Changes_AreAcceptedOneByOne()
    {
        Consumer consumer = Receiver("one by one").Write("schemas/acme/hooks.json", Hooks("""{ "type": "string" }""")).Write("Broken.cs", Broken);
        (await Run(consumer, "Accept")).EnsureClean();
        string first = consumer.Read(Lock);
        consumer.Write("schemas/acme/hooks.json", Hooks("""{ "type": "boolean" }""", """, "more": { "type": "string" }, "state": { "enum": ["on", "off"] }"""));
        CommandResult verified = (await Run(consumer, "Verify")).EnsureFailed();
        string[] changes = [.. Regex.Matches(verified.Output, @"\[([0-9a-f]{8})\]").Select(static match => match.Groups[1].Value).Distinct()];
        Assert.Equal(3, changes.Length);

        CommandResult unknown = (await Run(consumer, "Accept", "-p:Change=01234567")).EnsureFailed();
        Assert.Contains("error TWH9011: There is no change 01234567", Assert.Single(unknown.Errors), StringComparison.Ordinal);
        Assert.Equal(first, consumer.Read(Lock));

        CommandResult one = (await Run(consumer, "Accept", "-p:Provider=acme", "-p:Change=" + changes[1].ToUpperInvariant())).EnsureClean();
        Assert.Contains("2 changes are not accepted yet", one.Output, StringComparison.Ordinal);
        Assert.StartsWith(first + "\naccepted " + changes[1] + " ", consumer.Read(Lock), StringComparison.Ordinal);
        Assert.DoesNotContain(changes[1], (await Run(consumer, "Verify")).EnsureFailed().Output, StringComparison.Ordinal);
        string single = consumer.Read(Lock);
        (await Run(consumer, "Accept", "-p:Change=" + changes[1])).EnsureClean();
        Assert.Equal(single, consumer.Read(Lock));

        (await Run(consumer, "Accept", "-p:Change=" + changes[2] + "+" + changes[0])).EnsureClean();
        string all = consumer.Read(Lock);
        Assert.DoesNotContain("accepted", all.Split('\n').Where(static line => !line.StartsWith('#')).Aggregate("", string.Concat), StringComparison.Ordinal);
        (await Run(consumer, "Verify")).EnsureClean();
        consumer.Write(Lock, first);
        (await Run(consumer, "Accept")).EnsureClean();
        Assert.Equal(all, consumer.Read(Lock));
    }

    /// <summary>The gate of a server holds without analyzers, and without a baseline; and what is only documentation passes it.</summary>
    [Fact]
    public async Task Verify_EndsWithAnExitCode()
    {
        Consumer consumer = Receiver("verify", "<RunAnalyzers>false</RunAnalyzers><EnableNETAnalyzers>false</EnableNETAnalyzers>").Write("schemas/acme/hooks.json", Hooks("""{ "type": "string" }"""));
        CommandResult none = (await Run(consumer, "Verify")).EnsureFailed();
        Assert.Contains("error TWH3000: Acme has no baseline to compare with", Assert.Single(none.Errors), StringComparison.Ordinal);
        (await Run(consumer, "Accept")).EnsureClean();
        (await Run(consumer, "Verify", "-p:ContinuousIntegrationBuild=true")).EnsureClean();

        consumer.Write("schemas/acme/hooks.json", Hooks("""{ "type": "string", "description": "Something." }"""));
        (await Run(consumer, "Verify")).EnsureClean();

        consumer.Write("schemas/acme/hooks.json", Hooks("""{ "type": "integer" }"""));
        (await consumer.BuildAsync()).EnsureClean();
        Assert.Contains("TWH3001", Assert.Single((await Run(consumer, "Verify")).EnsureFailed().Errors), StringComparison.Ordinal);
        Assert.Contains("TWH3001", Assert.Single((await Run(consumer, "Verify", "-p:TypedWebhooksBaseline=Report")).EnsureFailed().Errors), StringComparison.Ordinal);
        (await Run(consumer, "Verify", "-p:Provider=Bolt")).EnsureFailed();
        Assert.Contains("Baseline=\"Off\"", Assert.Single((await Run(consumer, "Verify", "-p:TypedWebhooksBaseline=Off")).EnsureFailed().Errors), StringComparison.Ordinal);

        // A half-merged one is one error at its line, and nothing is written over it.
        string half = consumer.Read(Lock).Replace("event ", "<<<<<<< HEAD\nevent ", StringComparison.Ordinal);
        consumer.Write(Lock, half);
        Assert.Contains("Acme.webhooks.lock(7,1): error TWH3002", Assert.Single((await Run(consumer, "Verify")).EnsureFailed().Errors), StringComparison.Ordinal);
        (await Run(consumer, "Accept")).EnsureFailed();
        Assert.Equal(half, consumer.Read(Lock));
    }

    [Fact]
    public async Task Description_IsMarkdown()
    {
        Consumer consumer = Receiver("describe").Write("schemas/acme/hooks.json", Hooks("""{ "type": "string" }"""));
        (await Run(consumer, "Accept")).EnsureClean();
        consumer.Write("schemas/acme/hooks.json", Hooks("""{ "type": "boolean" }""", """, "a_b|<i>@me": { "type": "string" }""")).Write("Broken.cs", Broken);

        CommandResult described = (await Run(consumer, "Describe", "-p:WebhookChangesFile=out/changes.md")).EnsureClean();

        string text = consumer.Read("out/changes.md");
        Assert.StartsWith("## Acme\n\n2 changes not accepted: ", text, StringComparison.Ordinal);
        Assert.Contains("### Code does not compile any more\n\n- [TWH3301](", text, StringComparison.Ordinal);
        Assert.Matches(@"\. schemas/acme/hooks\.json:1 `[0-9a-f]{8}`\n", text);
        Assert.Contains(@"a\_b\|&lt;i&gt;&#64;me", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.Contains(line, described.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("accepted", File.ReadAllText(Path.Combine(consumer.Directory, Lock)).Split("-t:")[1], StringComparison.Ordinal);

        string change = Regex.Match(text, "`([0-9a-f]{8})`").Groups[1].Value;
        Assert.Contains("1 change not accepted", (await Run(consumer, "Describe", "-p:Change=" + change)).EnsureClean().Output, StringComparison.Ordinal);
    }

    /// <summary>What a server accepts nobody has looked at.</summary>
    [Theory]
    [InlineData("ContinuousIntegrationBuild")]
    [InlineData("CI")]
    [InlineData("TF_BUILD")]
    [InlineData("GITHUB_ACTIONS")]
    public async Task Accept_IsRefusedOnServers(string property)
    {
        Consumer consumer = Receiver("refused " + property).Write("schemas/acme/hooks.json", Hooks("{}"));
        CommandResult refused = (await Run(consumer, "Accept", $"-p:{property}=true")).EnsureFailed();
        Assert.Contains("error TWH9012", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(Locks(consumer));
    }

    /// <summary>One of the frameworks has the items, the other is too old for them; the project is asked as a whole, and once.</summary>
    [Fact]
    public async Task ProjectForSeveralFrameworks_IsAskedOnce()
    {
        Consumer consumer = new Consumer(package, "several frameworks")
            .Write("App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                    <WebhookSchema Include="schemas/acme/hooks.json" Condition="'$(TargetFramework)' == 'net10.0'" />
                  </ItemGroup>
                </Project>
                """)
            .Write("schemas/acme/hooks.json", Hooks("{}"));
        CommandResult accepted = (await Run(consumer, "Accept")).EnsureClean();
        Assert.Single(accepted.Output.Split('\n'), static line => line.Contains("Acme: its baseline is there now", StringComparison.Ordinal));
        Assert.Equal([Lock], Locks(consumer));
        (await Run(consumer, "Verify")).EnsureClean();
        (await Run(consumer, "Describe")).EnsureClean();
        consumer.Write("schemas/acme/hooks.json", Hooks("""{ "type": "string" }"""));
        (await Run(consumer, "Verify")).EnsureFailed();
        Assert.Contains((await consumer.BuildAsync()).Warnings, static line => line.Contains("TWH3001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ProjectWithoutItems_IsToldSo()
    {
        foreach (string frameworks in new[] { "<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>" })
        {
            Consumer consumer = new Consumer(package, "no items").Write("App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>{frameworks}</PropertyGroup>
                  <ItemGroup><PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" /></ItemGroup>
                </Project>
                """);
            CommandResult refused = (await Run(consumer, "Accept")).EnsureFailed();
            Assert.Contains("error TWH9011: This project has no WebhookSchema or WebhookProvider item", Assert.Single(refused.Errors), StringComparison.Ordinal);
        }
    }

    /// <summary>A new version of the package brings a new schema of a provider: it is seen like any other.</summary>
    [Fact]
    public async Task PackagedSchema_IsComparedAsAnyOther()
    {
        Consumer consumer = new Consumer(package, "packaged")
            .Write("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                    <WebhookProvider Include="Prix" />
                  </ItemGroup>
                </Project>
                """)
            .Write("later/prix/prix.schema.json", File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "schemas", "prix", "prix.schema.json"))
                .Replace("\"WAITING\"", "\"WAITING\", \"DECLINED\"", StringComparison.Ordinal));
        (await Run(consumer, "Accept", "App")).EnsureClean();
        Assert.Equal(["App/Prix.webhooks.lock"], Locks(consumer));
        (await consumer.BuildAsync("App")).EnsureClean();

        string later = $"-p:TypedWebhooksSchemaDirectory={Path.Combine(consumer.Directory, "later")}{Path.DirectorySeparatorChar}";
        CommandResult build = await consumer.DotnetAsync("build", "App", later, "-v:q", "-tl:off");
        Assert.Contains(build.Warnings, static line => line.Contains("TWH3001: Prix: 1 change not accepted", StringComparison.Ordinal));
        Assert.Contains("DECLINED", (await Run(consumer, "Verify", "App", later)).EnsureFailed().Output, StringComparison.Ordinal);
        (await Run(consumer, "Accept", "App", later)).EnsureClean();

        // The new value stands in the middle of the schema, and no number moves.
        Assert.Contains("  WAITING 1\n  DONE 2\n  CANCELED 3\n  DECLINED 4\n", consumer.Read("App/Prix.webhooks.lock"), StringComparison.Ordinal);
        (await Run(consumer, "Verify", "App", later)).EnsureClean();
    }

    /// <summary>Lock files are found by evaluation alone, whatever they are called, and written where they are found again.</summary>
    [Fact]
    public async Task LockFiles_AreFoundInFoldersOfAnyName()
    {
        Consumer consumer = new Consumer(package, "locks (x86) O'Brien #é")
            .Write("linked/hooks.json", Hooks("{}"))
            .Write("linked/Stranger.webhooks.lock", "")
            .Write("Above.webhooks.lock", "")
            .Write("App/schemas/a (1)#;x/one/hooks.json", Hooks("{}"))
            .Write("App/schemas/a (1)#;x/two/hooks.json", Hooks("{}").Replace("made", "lost", StringComparison.Ordinal))
            .Write("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
                    <WebhookSchema Include="schemas/**/*.json" Provider="Deep" />
                    <WebhookSchema Include="../linked/hooks.json" Provider="Linked" />
                    <WebhookProvider Include="Telia" />
                  </ItemGroup>
                </Project>
                """);
        (await Run(consumer, "Accept", "App")).EnsureClean();
        string[] own = ["App/Linked.webhooks.lock", "App/Telia.webhooks.lock", "App/schemas/a (1)#;x/Deep.webhooks.lock"];
        Assert.Equal([.. own, "Above.webhooks.lock", "linked/Stranger.webhooks.lock"], Locks(consumer).OrderByDescending(static path => path.StartsWith("App", StringComparison.Ordinal)).ThenBy(static path => path, StringComparer.Ordinal));
        (await Run(consumer, "Verify", "App")).EnsureClean();
        (await consumer.BuildAsync("App")).EnsureClean();
    }

    private Consumer Receiver(string name, string properties = "") => new Consumer(package, name).Write("App.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>{properties}</PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TypedWebhooks" Version="$(PackageVersion)" />
            <WebhookSchema Include="schemas/acme/hooks.json" />
          </ItemGroup>
        </Project>
        """);

    private static Task<CommandResult> Run(Consumer consumer, string command, params string[] arguments) =>
        consumer.DotnetAsync(["build", $"-t:{command}WebhookSchemas", "-tl:off", .. arguments]);

    private static IEnumerable<string> Locks(Consumer consumer) => Directory.EnumerateFiles(consumer.Directory, "*.webhooks.lock*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(consumer.Directory, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static string Hooks(string note, string more = "") =>
        $$"""{ "type": "object", "properties": { "type": { "const": "made" }, "id": { "type": "string" }, "note": {{note}}{{more}} }, "required": ["type", "id"] }""";
}
