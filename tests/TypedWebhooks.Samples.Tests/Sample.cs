using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace TypedWebhooks.Samples.Tests;

/// <summary>A sample that runs as a process of its own, and what it has written.</summary>
internal sealed class Sample : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private HttpClient _client = null!;

    private Sample(Process process) => _process = process;

    /// <summary>All that it has written.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Where the build has put a sample.</summary>
    public static string Directory(string name, string framework) =>
        Path.Combine(Root, "samples", name, "bin", Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Path.Combine(AppContext.BaseDirectory, "x"))))!, framework);

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Starts a sample as it was built.</summary>
    public static Task<Sample> StartAsync(string name, string framework, params (string Key, string Value)[] settings) =>
        StartProgramAsync("dotnet", [Path.Combine(Directory(name, framework), name + ".dll")], settings);

    /// <summary>Starts a program, and waits until it listens.</summary>
    public static async Task<Sample> StartProgramAsync(string program, string[] arguments, params (string Key, string Value)[] settings)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment["Logging__Console__FormatterOptions__SingleLine"] = "true";
        start.Environment["Webhooks__Telia__Headers__client-id"] = "an id";
        start.Environment["Webhooks__Telia__Headers__client-secret"] = "a secret";
        foreach ((string key, string value) in settings)
        {
            start.Environment[key] = value;
        }

        Sample sample = new(new Process { StartInfo = start });
        sample._process.OutputDataReceived += (_, e) => sample._lines.Enqueue(e.Data ?? "");
        sample._process.ErrorDataReceived += (_, e) => sample._lines.Enqueue(e.Data ?? "");
        sample._process.Start();
        sample._process.BeginOutputReadLine();
        sample._process.BeginErrorReadLine();
        string line = await sample.WaitForAsync(Listening);
        sample._client = new() { BaseAddress = new(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()) };
        return sample;
    }

    /// <summary>Posts a delivery of Telia: that a signature request is completed.</summary>
    /// <returns>The status.</returns>
    public async Task<int> PostTeliaAsync(string signatureRequestId, string eventType = "signaturerequestcompleted", string secret = "a secret")
    {
        string body = $$$"""{"EventType":"{{{eventType}}}","Timestamp":"2026-01-01T00:00:00Z","EventData":{"SignatureRequestId":"{{{signatureRequestId}}}","TenantId":"{{{signatureRequestId}}}","DepartmentId":"{{{signatureRequestId}}}","CreatorId":"{{{signatureRequestId}}}"}}""";
        SignedWebhook delivery = new([new("client-id", "an id"), new("client-secret", secret)], Encoding.UTF8.GetBytes(body));
        using ReadOnlyMemoryContent content = new(delivery.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await PostAsync("/hooks/telia", delivery, content);
        return (int)response.StatusCode;
    }

    public async Task<HttpResponseMessage> PostAsync(string address, SignedWebhook delivery, HttpContent content)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = content };
        foreach ((string name, string value) in delivery.Headers)
        {
            request.Headers.Add(name, value);
        }

        return await _client.SendAsync(request);
    }

    /// <summary>Waits until it has written a line.</summary>
    public async Task<string> WaitForAsync(string part)
    {
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < s_patience; await Task.Delay(50))
        {
            if (_lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            if (_process.HasExited)
            {
                break;
            }
        }

        throw new InvalidOperationException($"It has not written '{part}', but:\n{Output}");
    }

    public int Count(string part) => _lines.Count(line => line.Contains(part, StringComparison.Ordinal));

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Generators.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository is not found.");
    }
}
