using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace TypedWebhooks.Package.Tests;

/// <summary>What a child process printed, and how it ended.</summary>
public sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The lines that begin with a location and report an error, each once: MSBuild repeats them in its summary.</summary>
    public IReadOnlyList<string> Errors { get; } =
        [.. Output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct()];

    /// <summary>The same for warnings.</summary>
    public IReadOnlyList<string> Warnings { get; } =
        [.. Output.Split('\n').Where(static line => line.Contains(": warning ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct()];

    /// <returns>This result, when the process succeeded without a warning.</returns>
    public CommandResult EnsureClean() =>
        ExitCode == 0 && Warnings.Count == 0 ? this : throw new InvalidOperationException($"{Command} ended with {ExitCode}:\n{Output}");

    /// <returns>This result, when the process failed.</returns>
    public CommandResult EnsureFailed() =>
        ExitCode != 0 ? this : throw new InvalidOperationException($"{Command} should have failed:\n{Output}");
}

/// <summary>Runs <c>dotnet</c>, or a program that it has published, as a user would in a shell.</summary>
public static class DotnetCommand
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public static Task<CommandResult> RunAsync(string directory, params string[] arguments) =>
        RunProgramAsync("dotnet", directory, input: null, arguments);

    public static async Task<CommandResult> RunProgramAsync(string program, string directory, string? input, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Isolate(start.Environment);

        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, e) => Append(output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(output, e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
        process.StandardInput.Close();

        Task exit = process.WaitForExitAsync();
        if (await Task.WhenAny(exit, Task.Delay(s_limit)).ConfigureAwait(false) != exit)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {s_limit}:\n{output}");
        }

        lock (output)
        {
            return new CommandResult($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }

    /// <summary>
    /// <c>dotnet test</c> hands its own MSBuild settings down to the tests; a child build must not take them for its own. A
    /// build node that outlived the child would keep its output open, and nobody could tell that it has ended.
    /// </summary>
    private static void Isolate(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(static name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) ||
            name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase) ||
            name is "DOTNET_HOST_PATH" or "TargetFramework" or "Platform" or "Configuration" or "CI" or "TF_BUILD" or "GITHUB_ACTIONS").ToList())
        {
            environment.Remove(name);
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }
}
