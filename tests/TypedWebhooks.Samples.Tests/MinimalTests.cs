using System.Diagnostics;
using System.Text;
using Xunit;

namespace TypedWebhooks.Samples.Tests;

/// <summary>The minimal sample, as it is built and as native code.</summary>
public sealed class MinimalTests
{
    private const string ApiKey = "an API key";

    [Fact]
    public async Task AsItIsBuilt_ItAnswers()
    {
        await using Sample sample = await Sample.StartAsync("Receiver.Minimal", "net9.0", ("Webhooks__DropboxSign__Secrets", ApiKey));
        await AnswersAsync(sample);
    }

    [SkippableFact]
    public async Task AsNativeCode_ItAnswers()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The sample is published where there is a linker that is known to be there.");
        string output = Path.Combine(Path.GetTempPath(), "typedwebhooks-aot-" + Guid.NewGuid().ToString("N")[..12]);
        try
        {
            (int code, string log) = await PublishAsync(output);
            Skip.If(code != 0 && (log.Contains("error NU1", StringComparison.Ordinal) || log.Contains("Platform linker", StringComparison.Ordinal)), "The compiler of native code, or a linker, is not to be had here.");
            Assert.True(code == 0, log);
            Assert.DoesNotContain("warning IL", log, StringComparison.Ordinal);
            await using Sample sample = await Sample.StartProgramAsync(Path.Combine(output, "Receiver.Minimal"), [], ("Webhooks__DropboxSign__Secrets", ApiKey));
            await AnswersAsync(sample);
        }
        finally
        {
            if (Directory.Exists(output))
            {
                Directory.Delete(output, recursive: true);
            }
        }
    }

    [Fact]
    public async Task WithoutASecret_ItDoesNotStart()
    {
        InvalidOperationException notStarted = await Assert.ThrowsAsync<InvalidOperationException>(() => Sample.StartAsync("Receiver.Minimal", "net9.0"));
        Assert.Contains("Webhooks:DropboxSign:Secrets", notStarted.Message, StringComparison.Ordinal);
    }

    private static async Task AnswersAsync(Sample sample)
    {
        // A shared secret: the right one, and another.
        string id = Guid.NewGuid().ToString();
        Assert.Equal(200, await sample.PostTeliaAsync(id));
        await sample.WaitForAsync("completed " + id);
        Assert.Equal(401, await sample.PostTeliaAsync(id, secret: "another"));

        // An event that the schema does not have.
        Assert.Equal(200, await sample.PostTeliaAsync(id, "archived"));
        await sample.WaitForAsync("parked archived");

        // A signature, and an answer that the provider wants to the byte.
        using HttpResponseMessage answer = await PostSignAsync(sample, ApiKey);
        Assert.Equal("200 text/plain Hello API Event Received", $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}");
        await sample.WaitForAsync("sent at 1348177752");
        using HttpResponseMessage refusal = await PostSignAsync(sample, "another");
        Assert.Equal("401 ", $"{(int)refusal.StatusCode} {await refusal.Content.ReadAsStringAsync()}");
    }

    /// <summary>Posts an event as Dropbox Sign does: as a part of a form.</summary>
    private static async Task<HttpResponseMessage> PostSignAsync(Sample sample, string key)
    {
        WebhookScheme scheme = WebhookScheme.DropboxSign;
        ReadOnlyMemory<byte> body = Encoding.UTF8.GetBytes("""{"event":{"event_type":"signature_request_sent","event_time":"1348177752"}}""");
        SignedWebhook signed = scheme.Sign(body, scheme.ReadSecrets([key]), DateTimeOffset.UtcNow);
        using MultipartFormDataContent form = new() { { new ReadOnlyMemoryContent(signed.Body), "json" } };
        return await sample.PostAsync("/hooks/sign", signed, form);
    }

    private static async Task<(int Code, string Log)> PublishAsync(string output)
    {
        // Intermediate files of its own: those of the build beside it are being used.
        ProcessStartInfo start = new("dotnet", ["publish", Path.Combine(Sample.Root, "samples", "Receiver.Minimal"), "--configuration", "Release", "--use-current-runtime", "--output", output, "-v:q", "-tl:off"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process publish = Process.Start(start)!;
        Task<string> errors = publish.StandardError.ReadToEndAsync();
        string log = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return (publish.ExitCode, log + await errors);
    }
}
