using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Each link of the pages leads to a file, and to a heading in it where it names one.</summary>
public sealed partial class LinkTests
{
    /// <summary>Where the package's own copy of the README finds the other pages: it travels without them.</summary>
    private const string Repository = "https://github.com/typedwebhooks/typedwebhooks/blob/main/";

    private static readonly string[] s_folders = ["docs", "schemas", "samples"];

    public static TheoryData<string> Pages => [.. s_folders
        .Select(SharedFiles.InProject)
        .Where(Directory.Exists)
        .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        .Append(SharedFiles.InProject("README.md"))
        .Select(static page => Path.GetRelativePath(SharedFiles.ProjectRoot, page).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadSomewhere(string page)
    {
        List<string> broken = [];
        foreach (string link in Links(page))
        {
            string[] parts = link.Split('#', 2);
            string? file = parts[0] switch
            {
                "" => page,
                var url when url.StartsWith(Repository, StringComparison.Ordinal) => url[Repository.Length..],
                var url when url.Contains("://", StringComparison.Ordinal) => null,
                var relative => Path.Combine(Path.GetDirectoryName(page) ?? "", relative),
            };
            if (file is null)
            {
                continue;
            }

            string path = SharedFiles.InProject(file);
            if (!Path.Exists(path) || (parts.Length > 1 && !Anchors(path).Contains(parts[1])))
            {
                broken.Add(link);
            }
        }

        Assert.Equal([], broken);
    }

    [Fact]
    public void Readme_LinksWorkInThePackage() => Assert.DoesNotContain(
        Links("README.md"),
        static link => !link.StartsWith('#') && !link.Contains("://", StringComparison.Ordinal));

    private static IEnumerable<string> Links(string page) =>
        Link().Matches(Code().Replace(File.ReadAllText(SharedFiles.InProject(page)), "")).Select(static link => link.Groups[1].Value);

    /// <summary>The anchors that GitHub makes of a page's headings.</summary>
    private static HashSet<string> Anchors(string path) =>
        [.. Heading().Matches(Code().Replace(File.ReadAllText(path), "")).Select(static heading => Dropped().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Dropped();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
