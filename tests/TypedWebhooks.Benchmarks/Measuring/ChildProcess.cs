using System;
using System.Diagnostics;

namespace TypedWebhooks.Benchmarks.Measuring;

/// <summary>This program once more, in a process that has done nothing yet.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it, and gives what it prints.</summary>
    public static string Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (!Environment.ProcessPath!.Contains("Benchmarks", StringComparison.Ordinal))
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return output.Trim();
    }
}
