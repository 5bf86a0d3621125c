using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace TypedWebhooks.Benchmarks.Building;

/// <summary>The SDK that runs this program, with a compiler server that nobody else uses and that can be ended alone.</summary>
internal sealed class Toolchain
{
    private readonly string _pipe = "typed-webhooks-" + Guid.NewGuid().ToString("N");

    public Toolchain()
    {
        // A line each: "10.0.401 [/usr/share/dotnet/sdk]", the newest one last.
        string[] newest = Execute(Path.GetTempPath(), "--list-sdks").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim().TrimEnd(']').Split(" [");
        Roslyn = Path.Combine(newest[1], newest[0], "Roslyn", "bincore");
        References = Path.Combine(Path.GetDirectoryName(newest[1])!, "packs", "Microsoft.NETCore.App.Ref");
    }

    /// <summary>Where the compiler lies.</summary>
    public string Roslyn { get; }

    /// <summary>Where the versions of .NET's reference assemblies lie.</summary>
    public string References { get; }

    public IEnumerable<string> Compiler(bool isShared) => isShared
        ? ["-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + _pipe]
        : ["-p:UseSharedCompilation=false"];

    public void EndCompilerServer() => Execute(Path.GetTempPath(), Path.Combine(Roslyn, "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _pipe);

    /// <summary>Runs <c>dotnet</c>, and throws where it fails.</summary>
    public Run Execute(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Isolate(start.Environment);
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        StringBuilder output = new();
        using CountdownEvent open = new(2);
        process.OutputDataReceived += (_, e) => Append(output, open, e.Data);
        process.ErrorDataReceived += (_, e) => Append(output, open, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        // Not every system knows what a process took once it has ended.
        TimeSpan processor = default;
        while (!process.WaitForExit(10))
        {
            try
            {
                processor = process.TotalProcessorTime;
            }
            catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It has ended in this moment.
            }
        }

        TimeSpan wall = Stopwatch.GetElapsedTime(begin);

        // A server that the build has started may keep its output open.
        open.Wait(TimeSpan.FromSeconds(3));
        process.CancelOutputRead();
        process.CancelErrorRead();
        lock (output)
        {
            return process.ExitCode == 0 ? new(output.ToString(), wall, processor)
                : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} in {folder} ended with {process.ExitCode}:\n{output}");
        }
    }

    private static void Append(StringBuilder output, CountdownEvent open, string? line)
    {
        lock (output)
        {
            if (line is not null)
            {
                output.Append(line).Append('\n');
            }
            else if (!open.IsSet)
            {
                open.Signal();
            }
        }
    }

    /// <summary>What this program was built and run with is not meant for its children.</summary>
    private static void Isolate(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(static name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || name is "UseSharedCompilation" or "DOTNET_HOST_PATH" or "TargetFramework" or "Platform" or "Configuration").ToList())
        {
            environment.Remove(name);
        }

        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }
}

/// <summary>What a process printed, and what it took: the time until it had ended, and that of the processors.</summary>
internal sealed record Run(string Output, TimeSpan Wall, TimeSpan Processor);
