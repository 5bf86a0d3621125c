using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>
/// Files that tests read: those of this repository, and the published test suites in the folder <c>shared</c> beside it.
/// The suites are large and not ours, so a clone does without them, and the tests that need them say that they are skipped.
/// </summary>
internal static class SharedFiles
{
    /// <summary>The folder that holds <c>Generators.sln</c>.</summary>
    public static string ProjectRoot { get; } = FindProjectRoot();

    /// <summary>A file or folder of the repository, such as <c>schemas/telia/hooks.json</c>.</summary>
    public static string InProject(string path) => Combine(ProjectRoot, path);

    /// <summary>A file or folder in <c>../shared</c>, whether it is there or not.</summary>
    public static string InShared(string path) => Combine(ProjectRoot, "../shared/" + path);

    /// <summary>Whether a file or folder is there in <c>../shared</c>.</summary>
    public static bool HasShared(string path) => Path.Exists(InShared(path));

    /// <summary>The names of a shared folder's files that a pattern fits, in ordinal order; none where the folder is absent.</summary>
    public static IReadOnlyList<string> SharedNames(string folder, string pattern = "*") =>
        !HasShared(folder)
            ? []
            : [.. Directory.EnumerateFiles(InShared(folder), pattern)
                .Select(static file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal)];

    /// <summary>Why a test that needs a shared path is skipped; null when it runs.</summary>
    internal static string? SkipReason(string path) =>
        HasShared(path) ? null : $"../shared/{path} is not there";

    private static string Combine(string root, string path) => Path.GetFullPath(Path.Combine(root, path));

    private static string FindProjectRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Generators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Generators.sln.");
    }
}

/// <summary>A test that needs a file or folder in <c>../shared</c>, and is skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="path">The file or folder, relative to <c>../shared</c>.</param>
    public SharedFactAttribute(string path)
    {
        Path = path;
        Skip = SharedFiles.SkipReason(path);
    }

    /// <summary>The file or folder, relative to <c>../shared</c>.</summary>
    public string Path { get; }
}

/// <summary>A theory whose data lie in <c>../shared</c>; one skipped test where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <param name="path">The file or folder, relative to <c>../shared</c>.</param>
    public SharedTheoryAttribute(string path)
    {
        Path = path;
        Skip = SharedFiles.SkipReason(path);
    }

    /// <summary>The file or folder, relative to <c>../shared</c>.</summary>
    public string Path { get; }
}
