using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace TypedWebhooks.Peers.Tests;

/// <summary>A request as bytes on a socket: no client of HTTP sends a header twice, or a content type that is none.</summary>
internal sealed class Post(byte[] body)
{
    private readonly List<(string Name, string Value)> _headers = [];

    public static Post Of(string body) => new(Encoding.UTF8.GetBytes(body));

    public static Post Of(byte[] body) => new(body);

    public static string Hex(string key, byte[] signed) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed));

    public Post With(string name, string value)
    {
        _headers.Add((name, value));
        return this;
    }

    /// <summary>Waits with the body until the server wants it: one that does not want it closes the connection, and its answer would be lost.</summary>
    public Post Asking() => With("Expect", "100-continue");

    public Post Json() => With("Content-Type", "application/json");

    /// <summary>Signs it as GitHub does.</summary>
    public Post SignGitHub(string secret) => With("X-Hub-Signature-256", "sha256=" + Hex(secret, body));

    /// <summary>Signs it as Stripe does.</summary>
    public Post SignStripe(string secret, string? time = null)
    {
        time ??= Now();
        return With("Stripe-Signature", $"t={time},v1={Hex(secret, [.. Encoding.UTF8.GetBytes(time + "."), .. body])}");
    }

    public static string Now(int seconds = 0) => DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Sends it.</summary>
    /// <returns>The status.</returns>
    public async Task<int> SendAsync(EndPoint address)
    {
        using Socket socket = await ConnectAsync(address);
        await using NetworkStream stream = new(socket);
        using StreamReader reader = new(stream, Encoding.ASCII);
        if (_headers.Exists(static header => header.Name == "Expect"))
        {
            int status = await ReadStatusAsync(reader);
            if (status != 100)
            {
                return status;
            }

            await reader.ReadLineAsync();
        }

        await socket.SendAsync(body);
        return await ReadStatusAsync(reader);
    }

    /// <summary>Sends it, and hangs up before there can be an answer.</summary>
    public async Task HangUpAsync(EndPoint address, Task started)
    {
        using Socket socket = await ConnectAsync(address);
        await socket.SendAsync(body);
        await started.WaitAsync(TimeSpan.FromSeconds(20));
        socket.LingerState = new(true, 0);
        socket.Close();
    }

    private static async Task<int> ReadStatusAsync(StreamReader reader)
    {
        string status = await reader.ReadLineAsync() ?? throw new InvalidOperationException("The server has closed the connection without an answer.");
        return int.Parse(status.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private async Task<Socket> ConnectAsync(EndPoint address)
    {
        StringBuilder head = new("POST /hook HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        foreach ((string name, string value) in _headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address);
        await socket.SendAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()));
        return socket;
    }
}
