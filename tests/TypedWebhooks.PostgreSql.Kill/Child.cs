using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>A receiver or a worker: a process that may be killed and started again.</summary>
internal sealed class Child(string connectionString, int port, params string[] arguments)
{
    private Process? _process;

    public int Port { get; } = port;

    public int Id => _process!.Id;

    public async Task StartAsync()
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, typeof(Child).Assembly.GetName().Name + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[Settings.Variable] = connectionString;
        _process = Process.Start(start)!;
        if (await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) != "ready")
        {
            throw new InvalidOperationException($"The {arguments[0]} does not start.");
        }
    }

    /// <summary>SIGKILL: it does not get to say anything.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }
}
