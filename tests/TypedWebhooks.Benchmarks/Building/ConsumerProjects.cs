using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TypedWebhooks.Benchmarks.Bodies;

namespace TypedWebhooks.Benchmarks.Building;

/// <summary>A library, its generator and the files that a build imports, as the package brings them.</summary>
internal sealed record Binaries(string Name, string Library, string Generator, string Build)
{
    /// <summary>The repository that this program was built from.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Whether its items can say which events are wanted.</summary>
    public bool CanChoose => Directory.EnumerateFiles(Build).Any(static file => File.ReadAllText(file).Contains("%(Events)", StringComparison.Ordinal));

    public static Binaries Built() => new(
        "",
        Path.Combine(AppContext.BaseDirectory, "TypedWebhooks.dll"),
        Path.Combine(AppContext.BaseDirectory, "TypedWebhooks.Generators.dll"),
        Path.Combine(Repository, "src", "TypedWebhooks", "build"));

    /// <summary>Other ones, in <c>lib</c>, <c>gen</c> and <c>build</c> of a folder.</summary>
    public static Binaries In(string folder)
    {
        string full = Path.GetFullPath(folder);
        return new(", " + Path.GetFileName(full), Path.Combine(full, "lib", "TypedWebhooks.dll"), Path.Combine(full, "gen", "TypedWebhooks.Generators.dll"), Path.Combine(full, "build"));
    }

    /// <summary>A copy, so that the repository may be built while it is measured.</summary>
    public Binaries CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Build).Append(Library).Append(Generator))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return new(Name, Path.Combine(folder, Path.GetFileName(Library)), Path.Combine(folder, Path.GetFileName(Generator)), folder);
    }

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "src", "TypedWebhooks", "build")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The program does not lie in its repository.");
        }

        return folder.FullName;
    }
}

/// <summary>A console project in a folder of its own.</summary>
internal sealed class ConsumerProject(string name, string folder)
{
    private int _changes;

    public string Name => name;

    public string Folder => folder;

    public int EmittedFiles { get; private set; }

    public long EmittedBytes { get; private set; }

    public long AssemblyBytes => new FileInfo(Path.Combine(folder, "bin", "Debug", "net10.0", "Consumer.dll")).Length;

    /// <summary>Says something else than before, so that the compiler has to run.</summary>
    public void Change() => File.WriteAllText(Path.Combine(folder, "Program.cs"), $"System.Console.WriteLine({++_changes});\n");

    /// <summary>Counts the generator's files, and takes them away again: only the first build writes them.</summary>
    public void CountEmitted()
    {
        string emitted = Path.Combine(folder, "obj", "Debug", "net10.0", "generated");
        if (!Directory.Exists(emitted))
        {
            return;
        }

        FileInfo[] files = [.. new DirectoryInfo(emitted).EnumerateFiles("*.cs", SearchOption.AllDirectories)];
        (EmittedFiles, EmittedBytes) = (files.Length, files.Sum(static file => file.Length));
        Directory.Delete(emitted, recursive: true);
    }
}

/// <summary>Writes the projects: a plain one, and with each set of binaries those that have events.</summary>
internal static class ConsumerProjects
{
    private static readonly int[] s_parts = [5, 10, 20, 50, 100];

    /// <summary>What a program about pull requests and issues may handle.</summary>
    private static readonly string[] s_chosen =
    [
        "pull_request.opened", "pull_request.closed", "pull_request.reopened", "pull_request.synchronize", "pull_request.edited",
        "pull_request.labeled", "pull_request.unlabeled", "pull_request.review_requested", "pull_request.ready_for_review",
        "pull_request.converted_to_draft", "issues.opened", "issues.closed", "issues.reopened", "issues.edited", "issues.labeled",
        "issues.assigned", "issue_comment.created", "push", "release.published", "check_run.completed",
    ];

    public static IReadOnlyList<ConsumerProject> Write(string root, IReadOnlyList<Binaries> all, bool isLinear)
    {
        // Whatever lies above the folder ends here, and nothing is fetched.
        File.WriteAllText(Path.Combine(root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(root, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(root, "NuGet.Config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        File.WriteAllText(Path.Combine(root, ".editorconfig"), "root = true\n");
        string versions = Path.Combine(root, "schemas", "acme");
        VersionedSchemas.Write(versions);
        if (GitHubBodies.Folder is null)
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
            Console.WriteLine();
        }

        List<ConsumerProject> projects = [Write(root, "no events", null, "")];
        Binaries[] copies = [.. all.Select((binaries, i) => binaries.CopyTo(Path.Combine(root, $"binaries{i}")))];
        Add("Telia", static _ => true, """<WebhookProvider Include="Telia" />""");
        Add("200 versions of 60 members", static _ => true, $"""<WebhookSchema Include="{versions}/*.json" Provider="Acme" />""");
        if (GitHubBodies.Folder is { } gitHub)
        {
            Add("GitHub", static _ => true, GitHubItem(gitHub, ""));
            Add("GitHub, 20 chosen events", static binaries => binaries.CanChoose, GitHubItem(gitHub, $"""Events="{string.Join("; ", s_chosen)}" """));
            foreach (int part in isLinear ? s_parts : [])
            {
                Add($"GitHub, {part} events", static binaries => binaries.CanChoose, GitHubItem(gitHub, $"""Events="{string.Join("; ", Spread(part))}" """));
            }
        }

        return projects;

        void Add(string name, Func<Binaries, bool> isKnown, string items) => projects.AddRange(copies
            .Where(isKnown)
            .Select(binaries => Write(root, name + binaries.Name, binaries, items)));
    }

    private static string GitHubItem(string folder, string metadata) =>
        $"""<WebhookSchema Include="{folder}/schema/**/*.json" Provider="GitHub" EventType="header X-GitHub-Event /action" {metadata}/>""";

    /// <summary>So many of GitHub's events, from all over their list.</summary>
    private static IEnumerable<string> Spread(int count)
    {
#if GITHUB
        IReadOnlyList<string> names = GitHub.GitHubEventTypes.All;
        return Enumerable.Range(0, count).Select(i => names[i * names.Count / count]);
#else
        return s_chosen.Take(count);
#endif
    }

    private static ConsumerProject Write(string root, string name, Binaries? binaries, string items)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, "project" + Directory.EnumerateDirectories(root, "project*").Count())).FullName;
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <TypedWebhooksSchemaDirectory>{Binaries.Repository}/schemas/</TypedWebhooksSchemaDirectory>
              </PropertyGroup>
              {(binaries is null ? "" : $"""
              <Import Project="{binaries.Build}/TypedWebhooks.props" />
              <Import Project="{binaries.Build}/TypedWebhooks.targets" />
              <ItemGroup>
                {items}
                <Reference Include="{binaries.Library}" />
                <Analyzer Include="{binaries.Generator}" />
              </ItemGroup>
              """)}
            </Project>
            """);
        ConsumerProject project = new(name, folder);
        project.Change();
        return project;
    }
}
