using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace TypedWebhooks.Tests.Suites;

/// <summary>
/// JSONTestSuite (https://github.com/nst/JSONTestSuite), which lies beside the repository where there is a copy of it:
/// y_ has to be accepted, n_ refused, i_ is free.
/// </summary>
internal static class JsonTestSuite
{
    public static string? Folder { get; } = FindFolder();

    public static IEnumerable<string> Names(string prefix) => Directory
        .EnumerateFiles(Folder!, prefix + "*.json")
        .Select(static path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal);

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder!, name));

    private static string? FindFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Generators.sln")))
        {
            folder = folder.Parent;
        }

        string? suite = folder is null
            ? null
            : Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "suites", "json-parsing", "test_parsing"));
        return Directory.Exists(suite) ? suite : null;
    }
}

/// <summary>A theory over JSONTestSuite; it says that it was skipped where there is no copy of the suite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JsonTestSuiteTheoryAttribute : TheoryAttribute
{
    public JsonTestSuiteTheoryAttribute() => Skip = JsonTestSuite.Folder is null
        ? "JSONTestSuite is not at ../shared/suites/json-parsing/test_parsing beside the repository."
        : null;
}

/// <summary>A fact about JSONTestSuite; it says that it was skipped where there is no copy of the suite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JsonTestSuiteFactAttribute : FactAttribute
{
    public JsonTestSuiteFactAttribute() => Skip = new JsonTestSuiteTheoryAttribute().Skip;
}
