using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>
/// A server of one's own: made in a directory of its own, on the loopback, and gone with the one who made it. The binaries are those of Debian's
/// package <c>postgresql</c>, or of whatever is on the path.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly bool s_isRoot = Environment.UserName == "root";
    private readonly string _binaries;
    private readonly string _directory;
    private readonly string _password;
    private readonly int _port;
    private Process? _process;

    private PostgresServer(string binaries)
    {
        _binaries = binaries;
        _directory = Path.Combine(Path.GetTempPath(), "typedwebhooks-postgres-" + Guid.NewGuid().ToString("N")[..12]);
        _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        _port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Password={_password};Database=postgres;Timeout=5;Command Timeout=20";

    /// <summary>Finds the folder of the binaries.</summary>
    public static string? FindBinaries()
    {
        string[] versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions
            .OrderByDescending(static version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out int number) ? number : 0)
            .Select(static version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    public static async Task<PostgresServer> StartNewAsync(string binaries)
    {
        PostgresServer server = new(binaries);
        try
        {
            await server.InitializeAsync();
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the server as a power cut would, without a word to those who are connected.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <summary>Starts the server, after it was killed as well.</summary>
    public async Task StartAsync()
    {
        for (Stopwatch clock = Stopwatch.StartNew(); ;)
        {
            Process process = Run("postgres", "-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", "", "-c", "max_connections=200", "-c", "logging_collector=on");
            while (!process.HasExited)
            {
                try
                {
                    await using NpgsqlConnection connection = new(ConnectionString + ";Pooling=false");
                    await connection.OpenAsync();
                    _process = process;
                    return;
                }
                catch (NpgsqlException) when (clock.Elapsed < TimeSpan.FromSeconds(60))
                {
                    await Task.Delay(50);
                }
            }

            // Those who served the killed one's connections may not be gone yet, and it waits for nobody.
            string log = await process.StandardError.ReadToEndAsync();
            process.Dispose();
            if (clock.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException("The server does not start: " + log);
            }

            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false } process)
        {
            // SIGINT: it ends what runs, and goes.
            using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            using CancellationTokenSource patience = new(TimeSpan.FromSeconds(10));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        _process?.Dispose();
        for (int i = 0; Directory.Exists(_directory); i++)
        {
            try
            {
                Directory.Delete(_directory, recursive: true);
            }
            catch (IOException) when (i < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    private string Data => Path.Combine(_directory, "data");

    private async Task InitializeAsync()
    {
        Directory.CreateDirectory(_directory);
        string password = Path.Combine(_directory, "password");
        await File.WriteAllTextAsync(password, _password);
        if (s_isRoot)
        {
            using Process chown = Process.Start("chown", ["-R", "postgres", _directory]);
            await chown.WaitForExitAsync();
        }

        using Process initdb = Run("initdb", "-D", Data, "-U", "postgres", "--auth=scram-sha-256", "--pwfile=" + password, "-E", "UTF8", "--locale=C");
        string errors = await initdb.StandardError.ReadToEndAsync();
        await initdb.WaitForExitAsync();
        if (initdb.ExitCode != 0)
        {
            throw new InvalidOperationException("initdb: " + errors);
        }
    }

    /// <summary>Runs one of the binaries. They refuse to be root; setpriv becomes them, so that the process is theirs.</summary>
    private Process Run(string name, params string[] arguments)
    {
        string binary = Path.Combine(_binaries, name);
        string[] asPostgres = ["--reuid=postgres", "--regid=postgres", "--clear-groups", binary];
        ProcessStartInfo start = new(s_isRoot ? "setpriv" : binary, s_isRoot ? [.. asPostgres, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _directory,
        };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
