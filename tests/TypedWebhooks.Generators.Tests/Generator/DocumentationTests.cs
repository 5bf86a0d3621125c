using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Each diagnostic has its id in the name of its field, a page in docs/rules, and a line in the release notes.</summary>
public sealed partial class DocumentationTests
{
    private static readonly (string Name, DiagnosticDescriptor Descriptor)[] s_declared = [.. typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(static declared => declared.FieldType == typeof(DiagnosticDescriptor))
        .Select(static declared => (declared.Name, (DiagnosticDescriptor)declared.GetValue(null)!))];

    /// <summary>The descriptors that are declared, and those of the rules on changes, which stand with their classes.</summary>
    private static readonly DiagnosticDescriptor[] s_all = [.. s_declared.Select(static d => d.Descriptor), .. ChangeRules.All.Select(static rule => rule.Descriptor)];

    private static readonly Dictionary<string, string> s_releases = File
        .ReadLines(SharedFiles.InProject("src/TypedWebhooks.Generators/AnalyzerReleases.Unshipped.md"))
        .Where(static line => line.StartsWith("TWH", StringComparison.Ordinal))
        .ToDictionary(static line => line.Split('|')[0].Trim(), static line => line);

    public static TheoryData<string> Ids => [.. s_declared.Select(static d => d.Descriptor.Id)];

    public static TheoryData<string> IdsOfAll => [.. s_all.Select(static descriptor => descriptor.Id)];

    /// <summary>The diagnostics on schemas and projects; the pages of the rules on code have tests of their own.</summary>
    public static TheoryData<string> IdsOfSchemas =>
        [.. s_declared.Select(static d => d.Descriptor.Id).Where(static id => !id.StartsWith("TWH1", StringComparison.Ordinal) && !id.StartsWith("TWH39", StringComparison.Ordinal))];

    /// <summary>The pages that show a schema and its repaired version.</summary>
    public static TheoryData<string> IdsWithExamples =>
        [.. s_declared.Select(static d => d.Descriptor.Id).Where(static id => File.Exists(PagePath(id)) && Examples(id).Length == 2)];

    [Fact]
    public void Ids_AreUnique() => Assert.Equal(s_all.Length, s_all.Select(static descriptor => descriptor.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Field_HasTheIdInItsName(string id) => Assert.Contains(s_declared, d => d.Name.StartsWith(id + "_", StringComparison.Ordinal) && d.Descriptor.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_LeadsToThePage(string id) => Assert.Equal(
        $"https://github.com/typedwebhooks/typedwebhooks/blob/main/docs/rules/{id}.md",
        Descriptor(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(IdsOfSchemas))]
    public void Page_HasTheTitleCategoryAndSeverity(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);
        string title = descriptor.Title.ToString();
        string page = File.ReadAllText(PagePath(id));
        Assert.Equal($"# {id}: {char.ToLowerInvariant(title[0])}{title[1..]}", page.Split('\n')[0].Replace("`", ""));
        Assert.Contains($"| Category | {descriptor.Category} |", page);
        Assert.Contains($"| Severity | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} |", page);
        Assert.Contains("\n## Cause\n", page);
        Assert.Contains("\n## How to fix it\n", page);
    }

    [Theory]
    [MemberData(nameof(IdsOfAll))]
    public void ReleaseNotes_HaveTheSameCategorySeverityAndTitle(string id)
    {
        DiagnosticDescriptor descriptor = s_all.Single(each => each.Id == id);
        Assert.Equal($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}", s_releases[id]);
    }

    [Fact]
    public void ReleaseNotes_NameNothingElse() => Assert.Empty(s_releases.Keys.Except(s_all.Select(static descriptor => descriptor.Id)));

    /// <summary>The list of rules has a row for each page, with the severity that the rule has.</summary>
    [Theory]
    [MemberData(nameof(IdsOfAll))]
    public void List_HasTheRule(string id)
    {
        string row = Assert.Single(File.ReadLines(SharedFiles.InProject("docs/rules/README.md")), line => line.StartsWith($"| [{id}]({id}.md) |", StringComparison.Ordinal));
        Assert.EndsWith($"| {s_all.Single(each => each.Id == id).DefaultSeverity.ToString().ToLowerInvariant()} |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void SupportedDiagnostics_AreAllDescriptors()
    {
        IEnumerable<DiagnosticDescriptor> supported = typeof(Descriptors).Assembly.GetTypes()
            .Where(static type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .SelectMany(static type => ((DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!).SupportedDiagnostics);
        Assert.Empty(supported.Except(s_all));
    }

    /// <summary>The build, not the generator, reports these; the package's targets name their pages.</summary>
    [Fact]
    public void PagesWithoutADescriptor_AreOfTheBuild() => Assert.Equal(
        ["TWH9003", "TWH9007", "TWH9010", "TWH9011", "TWH9012", "TWH9013"],
        Directory.EnumerateFiles(SharedFiles.InProject("docs/rules"), "TWH*.md")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Except(s_all.Select(static descriptor => descriptor.Id))
            .Order(System.StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(IdsWithExamples))]
    public void ExampleOfAPage_IsFlaggedAndItsRepairIsNot(string id)
    {
        string[] examples = Examples(id);
        Assert.Contains(id, GeneratorHarness.Run(GeneratorHarness.Acme(examples[0])).Diagnostics.Select(static d => d.Id));
        Generated repaired = GeneratorHarness.Run(GeneratorHarness.Acme(examples[1]));
        Assert.Empty(repaired.Printed);
        repaired.AssertCompiles();
    }

    private static DiagnosticDescriptor Descriptor(string id) => s_declared.Single(d => d.Descriptor.Id == id).Descriptor;

    private static string PagePath(string id) => SharedFiles.InProject($"docs/rules/{id}.md");

    private static string[] Examples(string id) =>
        [.. JsonBlock().Matches(File.ReadAllText(PagePath(id))).Select(static block => block.Groups[1].Value)];

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
