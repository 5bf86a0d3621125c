using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Answers;

/// <summary>
/// Bodies that something before the endpoint decompresses (29): what is verified is what arrives at the endpoint. The length that the request
/// names is still that of the compressed body, which may be longer or shorter.
/// </summary>
public class CompressedBodyTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(20_000, true)]
    [InlineData(20_000, false)]
    [InlineData(500_000, true)]
    public async Task Decompressed_IsVerifiedAndHandled(int padding, bool onKestrel)
    {
        Calls calls = new();
        await using Receiver receiver = await StartAsync(calls, onKestrel);
        Assert.Equal(200, (await PostAsync(receiver, Body(padding))).Status);
        Assert.Equal(1, calls.Count);
    }

    [Fact]
    public async Task Decompressed_OverTheLimit_IsTooLarge()
    {
        Calls calls = new();
        await using Receiver receiver = await StartAsync(calls, onKestrel: true);
        Assert.Equal(413, (await PostAsync(receiver, Body(2_000_000))).Status);
        Assert.Equal(0, calls.Count);
    }

    private static string Body(int padding) => Setup.Paid.Replace("1250}", $"1250,\"note\":\"{new string('n', padding)}\"}}", StringComparison.Ordinal);

    private static Task<Receiver> StartAsync(Calls calls, bool onKestrel) => Setup.AcmeAsync(
        calls,
        add: static builder => builder.Services.AddRequestDecompression(),
        use: static app => app.UseRequestDecompression(),
        onKestrel: onKestrel);

    private static async Task<Answer> PostAsync(Receiver receiver, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        receiver.KeepPrivate(body);
        WebhookScheme scheme = WebhookScheme.StandardWebhooks;
        using MemoryStream compressed = new();
        await using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(bytes);
        }

        using HttpRequestMessage request = new(HttpMethod.Post, "/hooks") { Content = new ByteArrayContent(compressed.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        foreach ((string name, string value) in scheme.Sign(bytes, scheme.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow).Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Answer.ReadAsync(receiver.Client, request);
    }
}
