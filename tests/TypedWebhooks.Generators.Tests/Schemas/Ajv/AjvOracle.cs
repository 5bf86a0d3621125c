using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Ajv;

/// <summary>
/// Ajv, the validator that most of the world uses, as a second opinion on what a schema accepts. It is not a part of this
/// repository: where there is node, npm puts it into the tests' own output folder, once.
/// </summary>
internal static class AjvOracle
{
    private static readonly string[] s_packages = ["ajv@8.17.1", "ajv-formats@3.0.1", "ajv-draft-04@1.0.0"];

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "ajv");

    private static readonly Lazy<string?> s_skipReason = new(Install);

    /// <summary>Why there is no Ajv; null where there is.</summary>
    public static string? SkipReason => s_skipReason.Value;

    /// <summary>Judges by schemas, all in one process.</summary>
    /// <returns>For each schema what Ajv says of its values, or why it is no schema to Ajv.</returns>
    public static IReadOnlyList<AjvVerdict> Judge(IEnumerable<AjvJob> jobs)
    {
        string script = Path.Combine(s_folder, "judge.cjs");
        File.Copy(SharedFiles.InProject("tests/TypedWebhooks.Generators.Tests/Schemas/Ajv/judge.cjs"), script, overwrite: true);
        string input = string.Concat(jobs.Select(static job => job.ToLine() + "\n"));
        (int exitCode, string output) = Run("node", input, script);
        Assert.True(exitCode == 0, output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(AjvVerdict.Parse)];
    }

    private static string? Install()
    {
        if (Directory.Exists(Path.Combine(s_folder, "node_modules", "ajv-draft-04")))
        {
            return IsOnPath("node") ? null : "node is not there";
        }

        if (!IsOnPath("node") || !IsOnPath("npm"))
        {
            return "node and npm are not there, so Ajv is not either";
        }

        Directory.CreateDirectory(s_folder);
        (int exitCode, string output) = Run("npm", "", ["install", "--prefix", s_folder, "--no-save", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000", .. s_packages]);
        return exitCode == 0 ? null : "npm could not install Ajv: " + output.Split('\n').FirstOrDefault(static line => line.Contains("error", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + (program == "npm" ? ".cmd" : ".exe") : program)));

    private static (int ExitCode, string Output) Run(string program, string input, params string[] arguments)
    {
        // On Windows npm is a script, which only a shell can start.
        bool isScript = OperatingSystem.IsWindows() && program == "npm";
        ProcessStartInfo start = new(isScript ? "cmd.exe" : program, isScript ? ["/c", program, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} was not done after five minutes");
        }

        return (process.ExitCode, process.ExitCode == 0 ? output.Result : output.Result + errors.Result);
    }
}

/// <summary>A schema, as JSON, and what is judged by it.</summary>
/// <param name="Dialect">The draft, such as <c>2020-12</c>.</param>
/// <param name="IsStrict">Whether Ajv refuses keywords and formats that it does not know.</param>
internal sealed record AjvJob(string Dialect, string Schema, IReadOnlyList<string> Values, bool IsStrict = false)
{
    // The schema's own text would do, but for a line break in it.
    public string ToLine() =>
        $$"""{"dialect":"{{Dialect}}","strict":{{(IsStrict ? "true" : "false")}},"schema":{{Schema.ReplaceLineEndings(" ")}},"values":{{JsonSerializer.Serialize(Values)}}}""";
}

/// <summary>What Ajv says.</summary>
/// <param name="Accepts">Whether it accepts each of the values; null where the schema is none to it.</param>
internal sealed record AjvVerdict(IReadOnlyList<bool>? Accepts, string? Error)
{
    public static AjvVerdict Parse(string line)
    {
        JsonNode verdict = JsonNode.Parse(line)!;
        return new(verdict["verdicts"]?.AsArray().Select(static one => (bool)one!).ToArray(), (string?)verdict["error"]);
    }
}

/// <summary>A test that asks Ajv, and is skipped where it cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AjvFactAttribute : FactAttribute
{
    public AjvFactAttribute() => Skip = AjvOracle.SkipReason;
}

/// <summary>A theory that asks Ajv about files in <c>../shared</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AjvSharedTheoryAttribute : TheoryAttribute
{
    /// <param name="path">The file or folder, relative to <c>../shared</c>.</param>
    public AjvSharedTheoryAttribute(string path)
    {
        Path = path;
        Skip = SharedFiles.SkipReason(path) ?? AjvOracle.SkipReason;
    }

    /// <summary>The file or folder, relative to <c>../shared</c>.</summary>
    public string Path { get; }
}
