using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Answers;

/// <summary>Bodies that are compressed on their way: what arrives at the endpoint is what is verified (acceptance case 29).</summary>
public class DecompressionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(300_000)]
    public async Task CompressedBody_IsVerifiedAsItArrivesAtTheEndpoint_29(int padding)
    {
        // A short body is longer when it is compressed, and a long one shorter: its declared length is of no use either way.
        Calls calls = new();
        await using Receiver receiver = await StartAsync(calls, decompresses: true);
        string body = $$"""{"id":"evt_1","type":"order.paid","amount":1,"padding":"{{new string('x', padding)}}"}""";
        Assert.Equal(200, (await PostAsync(receiver, body)).Status);
        Assert.Equal("OrderPaidEvent", calls.Types);
    }

    [Fact]
    public async Task CompressedBodyThatNobodyDecompresses_IsRefused_29()
    {
        Calls calls = new();
        await using Receiver receiver = await StartAsync(calls, decompresses: false);
        Assert.Equal(401, (await PostAsync(receiver, Setup.Paid)).Status);
    }

    [Fact]
    public async Task BodyThatGrowsOverTheLimit_IsRefused()
    {
        Calls calls = new();
        await using Receiver receiver = await StartAsync(calls, decompresses: true);
        Assert.Equal(413, (await PostAsync(receiver, new string('x', 40 * 1024 * 1024))).Status);
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task BodyThatOnlyCallsItselfCompressed_IsRefused()
    {
        Calls calls = new();
        await using Receiver receiver = await StartAsync(calls, decompresses: true);
        Assert.Equal(400, (await receiver.PostAsync("/hooks", Encoding.UTF8.GetBytes(Setup.Paid), "application/json", ("Content-Encoding", "gzip"))).Status);
        Assert.Empty(calls.All);
    }

    [Fact]
    public async Task BodyThatSomethingBeforeHasRead_IsReadAgain()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, use: static app => app.Use(static async (context, next) =>
        {
            context.Request.EnableBuffering();
            await new StreamReader(context.Request.Body).ReadToEndAsync();
            await next(context);
        }));
        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
    }

    private static Task<Receiver> StartAsync(Calls calls, bool decompresses) => Setup.AcmeAsync(
        calls,
        add: static builder => builder.Services.AddRequestDecompression(),
        use: app =>
        {
            if (decompresses)
            {
                app.UseRequestDecompression();
            }
        },
        onKestrel: true);

    private static Task<Answer> PostAsync(Receiver receiver, string body)
    {
        SignedWebhook signed = WebhookScheme.StandardWebhooks.Sign(Encoding.UTF8.GetBytes(body), WebhookScheme.StandardWebhooks.ReadSecrets([Setup.Secret]), DateTimeOffset.UtcNow);
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(signed.Body.Span);
        }

        return receiver.PostAsync("/hooks", compressed.ToArray(), "application/json", [.. signed.Headers.Select(static header => (header.Key, header.Value)), ("Content-Encoding", "gzip")]);
    }
}
