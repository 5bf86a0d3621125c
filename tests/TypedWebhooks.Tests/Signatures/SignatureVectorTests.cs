using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>Signatures that providers have published (cases 1 to 18).</summary>
public sealed class SignatureVectorTests
{
    private const string StandardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static TheoryData<int> Published() => [.. Enumerable.Range(0, SharedVectors.All.Count)];

    [SharedVectorTheory("vectors/signatures.json")]
    [MemberData(nameof(Published))]
    public void PublishedSignature_Verifies(int index)
    {
        JsonElement vector = SharedVectors.All[index];
        Assert.True(WebhookScheme.TryGet(vector.GetProperty("scheme").GetString(), out WebhookScheme? scheme));
        byte[] body = Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString()!);
        WebhookHeaderList headers = new(vector.GetProperty("headers").EnumerateObject().Select(static header => KeyValuePair.Create(header.Name, header.Value.GetString()!)));
        string? address = vector.TryGetProperty("publicUrl", out JsonElement url) ? url.GetString() : null;
        WebhookSecrets secrets = scheme.ReadSecrets([vector.GetProperty("secret").GetString()!]);
        DateTimeOffset now = !vector.TryGetProperty("now", out JsonElement time) ? DateTimeOffset.UnixEpoch
            : time.ValueKind == JsonValueKind.Number ? DateTimeOffset.FromUnixTimeSeconds(time.GetInt64())
            : DateTimeOffset.Parse(time.GetString()!, CultureInfo.InvariantCulture);
        WebhookVerification found = scheme.Verify(headers, body, secrets, now, address: address);
        Assert.Equal((WebhookRefusal.None, 0), (found.Refusal, found.SecretIndex));

        // Whoever signs the same gets the same.
        string? id = found.Id;
        SignedWebhook signed = scheme.Sign(body, secrets, now, id, address);
        Assert.Equal(
            headers.Where(static header => !header.Key.StartsWith("svix-", StringComparison.Ordinal)),
            signed.Headers.Where(header => headers.Find(header.Key, out _) > 0).OrderBy(header => headers.ToList().FindIndex(one => one.Key.Equals(header.Key, StringComparison.OrdinalIgnoreCase))));

        if (scheme.Coverage.HasFlag(WebhookCoverage.Body))
        {
            for (int bit = 0; bit < 8 * body.Length; bit++)
            {
                body[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.Equal(WebhookRefusal.Mismatch, scheme.Verify(headers, body, secrets, now, address: address).Refusal);
                body[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Theory]
    [InlineData(1 << 20, "txpEUxqWZJ5nteTnymUVa+7C4NHpBeXJ6CsBAW0c3/A=")]
    [InlineData(1 << 18, "Mw4Pe2WgApuT7NSqnSq0PQPV9gbLdggCl9B865x5Xh0=")]
    [InlineData((1 << 18) - 1, "NTItnqyWMoFhk2Bbe5V/BMdcFRWgcSQaTgqLHX7FC7c=")]
    public void LargeStandardBody_Verifies(int length, string signature)
    {
        WebhookScheme scheme = WebhookScheme.StandardWebhooks;
        WebhookHeaderList headers = new(
        [
            new("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), new("webhook-timestamp", "1614265330"), new("webhook-signature", "v1," + signature),
        ]);
        byte[] body = new byte[length];
        Array.Fill(body, (byte)'a');
        Assert.True(scheme.Verify(headers, body, scheme.ReadSecrets([StandardSecret]), DateTimeOffset.FromUnixTimeSeconds(1614265330)).IsValid);
    }

    [Fact]
    public void BoxSecondaryAlone_Verifies() // case 34
    {
        WebhookScheme scheme = WebhookScheme.Box;
        const string Body = """{"type":"webhook_event","webhook":{"id":"1234567890"},"trigger":"FILE.UPLOADED","source":{"id":"1234567890","type":"file","name":"Test.txt"}}""";
        KeyValuePair<string, string>[] Headers(string version) =>
        [
            new("box-delivery-timestamp", "2020-01-01T00:00:00-07:00"), new("box-signature-secondary", "v+1CD1Jdo3muIcbpv5lxxgPglOqMfsNHPV899xWYydo="),
            new("box-signature-version", version), new("box-signature-algorithm", "HmacSHA256"),
        ];
        DateTimeOffset now = new(2020, 1, 1, 7, 0, 0, TimeSpan.Zero);
        WebhookSecrets secrets = scheme.ReadSecrets(["SamplePrimaryKey", "SampleSecondaryKey"]);
        Assert.Equal(1, scheme.Verify(new WebhookHeaderList(Headers("1")), Encoding.UTF8.GetBytes(Body), secrets, now).SecretIndex);
        Assert.Equal(WebhookRefusal.Malformed, scheme.Verify(new WebhookHeaderList(Headers("2")), Encoding.UTF8.GetBytes(Body), secrets, now).Refusal);
    }

    [SharedVectorFact("corpus/dropbox-sign/examples")]
    public void DropboxSignFixtures_Verify()
    {
        WebhookScheme scheme = WebhookScheme.DropboxSign;
        WebhookSecrets secrets = scheme.ReadSecrets(["324e3b0840f065eb51f3fd63231d0d33daa35d4ed10d27718839e81737065782"]);
        string[] fixtures = Directory.GetFiles(SharedVectors.Find("corpus/dropbox-sign/examples")!, "fixture_*.json", SearchOption.AllDirectories);
        Assert.Equal(12, fixtures.Length);
        Assert.All(fixtures, fixture => Assert.Equal(WebhookRefusal.None, scheme.Verify(WebhookHeaderList.Empty, File.ReadAllBytes(fixture), secrets, default).Refusal));
    }
}

/// <summary>What lies beside the repository, where there is a copy of it.</summary>
internal static class SharedVectors
{
    public static IReadOnlyList<JsonElement> All { get; } = Find("vectors/signatures.json") is { } path
        ? [.. JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray()]
        : [default];

    public static string Root { get; } = FindRoot();

    public static string? Find(string path)
    {
        string found = Path.GetFullPath(Path.Combine(FindRoot(), "..", "shared", path));
        return Path.Exists(found) ? found : null;
    }

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Generators.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

/// <summary>A theory over files beside the repository; it says that it was skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedVectorTheoryAttribute : TheoryAttribute
{
    public SharedVectorTheoryAttribute(string path) => Skip = SharedVectors.Find(path) is null ? $"../shared/{path} is not beside the repository." : null;
}

/// <summary>A fact about files beside the repository; it says that it was skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedVectorFactAttribute : FactAttribute
{
    public SharedVectorFactAttribute(string path) => Skip = new SharedVectorTheoryAttribute(path).Skip;
}
