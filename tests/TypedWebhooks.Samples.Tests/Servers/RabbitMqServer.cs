using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TypedWebhooks.Samples.Tests;

/// <summary>A broker of one's own: on the loopback, in a directory of its own, and gone with the one who made it. The program is that of Debian's package.</summary>
internal sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly string _directory = Path.Combine(Path.GetTempPath(), "typedwebhooks-rabbitmq-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly int _port = FreePort();
    private readonly int _nodePort = FreePort();
    private readonly int _namePort = FreePort();
    private Process? _names;
    private Process? _broker;

    /// <summary>Whether there is one on this machine.</summary>
    public static bool IsInstalled => File.Exists(Program);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{_port}");

    public async Task StartAsync()
    {
        Directory.CreateDirectory(_directory);

        // The nodes' names: a daemon would outlive us, so it is a child of ours.
        _names ??= Run("epmd", "-port", _namePort.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1");
        _broker = Run(Program);
        for (Stopwatch clock = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException) when (clock.Elapsed < TimeSpan.FromSeconds(90) && !_broker.HasExited)
            {
            }
        }
    }

    public async Task StopAsync()
    {
        if (_broker is { HasExited: false } broker)
        {
            using Process kill = Process.Start("kill", ["-TERM", broker.Id.ToString(CultureInfo.InvariantCulture)]);
            await broker.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }

        _broker?.Dispose();
        _broker = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_names is { HasExited: false })
        {
            _names.Kill();
            await _names.WaitForExitAsync();
        }

        _names?.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private Process Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _directory };
        foreach ((string key, string value) in new[]
        {
            ("HOME", _directory),
            ("ERL_EPMD_PORT", _namePort.ToString(CultureInfo.InvariantCulture)),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODENAME", "webhooks@localhost"),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODE_PORT", _port.ToString(CultureInfo.InvariantCulture)),
            ("RABBITMQ_DIST_PORT", _nodePort.ToString(CultureInfo.InvariantCulture)),
            ("RABBITMQ_MNESIA_BASE", Path.Combine(_directory, "data")),
            ("RABBITMQ_LOG_BASE", Path.Combine(_directory, "log")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(_directory, "plugins")),
            ("RABBITMQ_CONFIG_FILE", Path.Combine(_directory, "rabbitmq")),
            ("RABBITMQ_CONF_ENV_FILE", Path.Combine(_directory, "environment")),
            ("RABBITMQ_PID_FILE", Path.Combine(_directory, "pid")),
        })
        {
            start.Environment[key] = value;
        }

        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
