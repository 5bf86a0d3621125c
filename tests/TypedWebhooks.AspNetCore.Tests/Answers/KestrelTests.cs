using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Answers;

/// <summary>What only a real server shows: bytes on a socket. The numbers are those of the acceptance cases of the plan.</summary>
public class KestrelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BodyOverTheLimit_IsRefusedByLengthAndInChunks_47(bool chunked)
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, static options => options.MaxBodySize = 100_000, onKestrel: true);
        string body = new('a', 100_001);
        string answer = await RawAsync(receiver, chunked
            ? $"POST /hooks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n"
            : $"POST /hooks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task ChunkedBody_IsReadToItsEnd()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, onKestrel: true);
        string body = $$"""{"id":"evt_1","type":"order.paid","amount":1,"padding":"{{new string('x', 200_000)}}"}""";
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Encoding.UTF8.GetBytes(body), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow);
        StringBuilder request = new("POST /hooks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n");
        foreach ((string name, string value) in signed.Headers)
        {
            request.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        request.Append("\r\n");
        foreach (char[] chunk in body.Chunk(7919))
        {
            request.Append(chunk.Length.ToString("x", null)).Append("\r\n").Append(chunk).Append("\r\n");
        }

        string answer = await RawAsync(receiver, request.Append("0\r\n\r\n").ToString());
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Equal("OrderPaidEvent", calls.Types);
    }

    [Fact]
    public async Task BodyThatIsCutOff_IsNeitherHandledNorAnError()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, onKestrel: true);
        using (Socket socket = await ConnectAsync(receiver))
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes("POST /hooks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"id\":"));
            socket.LingerState = new(true, 0);
        }

        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
        Assert.Single(calls.All);
        Assert.DoesNotContain(receiver.Logs.Ours, static line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task HeadersThatAreNoText_AreRefusedAndNoError_23()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, onKestrel: true);
        foreach (string header in new[] { "v1,\u00e9\u00e9", new string('v', 16_000), "v1,", ",", " ", "v1,AAAA v1", "\tv1,\t" })
        {
            string answer = await RawAsync(
                receiver,
                $"POST /hooks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nwebhook-id: a\r\nwebhook-timestamp: {DateTimeOffset.UtcNow.ToUnixTimeSeconds()}\r\nwebhook-signature: {header}\r\nContent-Length: 2\r\n\r\n{{}}");
            Assert.True(answer.StartsWith("HTTP/1.1 401", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), header + ": " + answer);
        }

        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task GitHubsBodies_MayBeLargerThanOthers()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.HubAsync(calls);
        string body = $$"""{"ref":"{{new string('x', 2 * 1024 * 1024)}}"}""";
        Assert.Equal(200, (await receiver.PostHubAsync(body, ("X-GitHub-Event", "push"))).Status);
    }

    private static async Task<string> RawAsync(Receiver receiver, string request)
    {
        using Socket socket = await ConnectAsync(receiver);
        await using NetworkStream stream = new(socket);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        byte[] buffer = new byte[4096];
        int read = await stream.ReadAsync(buffer);
        return Encoding.Latin1.GetString(buffer, 0, read);
    }

    private static async Task<Socket> ConnectAsync(Receiver receiver)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, receiver.Address.Port);
        return socket;
    }
}
