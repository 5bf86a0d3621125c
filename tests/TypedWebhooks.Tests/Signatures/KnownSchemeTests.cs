using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>What the schemes say of themselves, the questions that they answer, and schemes of one's own.</summary>
public sealed class KnownSchemeTests
{
    [Theory]
    [InlineData("StandardWebhooks", WebhookCoverage.Body | WebhookCoverage.Timestamp | WebhookCoverage.Id, "signed id", 300, null)]
    [InlineData("Stripe", WebhookCoverage.Body | WebhookCoverage.Timestamp, "/id", 300, null)]
    [InlineData("GitHub", WebhookCoverage.Body, "body hash", null, null)]
    [InlineData("Slack", WebhookCoverage.Body | WebhookCoverage.Timestamp, "/event_id", 300, null)]
    [InlineData("Shopify", WebhookCoverage.Body, "body hash", null, null)]
    [InlineData("DocuSign", WebhookCoverage.Body, "body hash", null, null)]
    [InlineData("Xero", WebhookCoverage.Body, "event /tenantId /resourceId /eventDateUtc /eventCategory /eventType", null, null)]
    [InlineData("Line", WebhookCoverage.Body, "event /webhookEventId", null, null)]
    [InlineData("Box", WebhookCoverage.Body | WebhookCoverage.Timestamp, "/id", 600, null)]
    [InlineData("Square", WebhookCoverage.Body | WebhookCoverage.Url, "/event_id", null, null)]
    [InlineData("Zoom", WebhookCoverage.Body | WebhookCoverage.Timestamp, "body hash", 300, null)]
    [InlineData("AdyenClassic", WebhookCoverage.Members, "event /pspReference /eventCode /success", null, "[accepted]")]
    [InlineData("AdyenPlatform", WebhookCoverage.Body, "body hash", null, "[accepted]")]
    [InlineData("DropboxSign", WebhookCoverage.Members, "body hash", null, "Hello API Event Received")]
    [InlineData("Basic", WebhookCoverage.Sender, null, null, null)]
    [InlineData("None", WebhookCoverage.None, null, null, null)]
    public void Scheme_SaysWhatItIs(string name, WebhookCoverage coverage, string? duplicates, int? tolerance, string? reply)
    {
        Assert.True(WebhookScheme.TryGet(name.ToUpperInvariant(), out WebhookScheme? scheme));
        Assert.Same(scheme, WebhookScheme.Known.Single(known => known.Name == name));
        Assert.Equal((name, coverage, duplicates, tolerance, reply), (scheme.ToString(), scheme.Coverage, scheme.DuplicateKey?.ToString(), (int?)scheme.Tolerance?.TotalSeconds, scheme.ReplyText));
        Assert.Equal(name != "None", scheme.NeedsSecrets);
        Assert.Equal(name == "Square", scheme.NeedsAddress);
        Assert.Equal(name == "GitHub" ? 25 * 1024 * 1024 : null, scheme.MaxBodySize);
        Assert.True(scheme.RetrySpan > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Paypal")]
    [InlineData("SharedHeaders")]
    public void UnknownScheme_IsNotFound(string? name)
    {
        Assert.False(WebhookScheme.TryGet(name, out WebhookScheme? scheme));
        Assert.Null(scheme);
        Assert.Equal(16, WebhookScheme.Known.Count);
        Assert.Equal(WebhookScheme.Known.Select(static known => known.Name).Order(StringComparer.Ordinal), WebhookScheme.Known.Select(static known => known.Name));
    }

    [Theory]
    [InlineData("{\"type\":\"url_verification\",\"challenge\":\"3eZbr\\u003C\"}", "3eZbr<")] // case 39
    [InlineData(" {\"token\":\"t\",\"challenge\":\"c\",\"type\":\"url_verification\"}", "c")]
    [InlineData("ssl_check=1&token=x", "")]
    [InlineData("token=x&ssl_check=1", "")]
    [InlineData("ssl_check=0", null)]
    [InlineData("ssl_check=1&ssl_check=1", null)]
    [InlineData("text=ssl_check%3D1", null)]
    [InlineData("{\"type\":\"event_callback\",\"challenge\":\"c\",\"x\":\"url_verification\"}", null)]
    [InlineData("{\"type\":\"url_verification\"}", null)]
    [InlineData("{\"type\":\"url_verification\",\"type\":\"url_verification\",\"challenge\":\"c\"}", null)]
    [InlineData("{\"type\":\"url_verification\",", null)]
    [InlineData("", null)]
    public void SlacksQuestion_IsAnswered(string body, string? expected)
    {
        WebhookChallenge? found = WebhookScheme.Slack.FindChallenge(WebhookHeaderList.Empty, Encoding.UTF8.GetBytes(body), WebhookSecrets.None);
        Assert.Equal(expected, found is null ? null : Encoding.UTF8.GetString(found.Body.Span));
        Assert.Equal(expected is null ? null : "text/plain", found?.ContentType);
    }

    [Theory]
    [InlineData("new", true)] // case 40
    [InlineData("old", true)]
    [InlineData("other", false)]
    public void ZoomsQuestion_IsAnsweredWithTheSecretThatAsked(string secret, bool isAnswered)
    {
        byte[] body = """{"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw\"\u00e4"},"event_ts":1654503849680,"event":"endpoint.url_validation"}"""u8.ToArray();
        WebhookScheme zoom = WebhookScheme.Zoom;
        SignedWebhook signed = zoom.Sign(body, zoom.ReadSecrets([secret]), SchemeSample.Now);
        WebhookChallenge? found = zoom.FindChallenge(new WebhookHeaderList(signed.Headers), body, zoom.ReadSecrets(["new", "old"]));
        Assert.Equal(isAnswered, found is not null);
        if (found is not null)
        {
            Assert.Equal("application/json", found.ContentType);
            JsonElement answer = JsonElement.Parse(found.Body.Span);
            Assert.Equal("qgg8vlvZRS6UYooatFL8Aw\"\u00e4", answer.GetProperty("plainToken").GetString());
            Assert.Equal(
                Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("qgg8vlvZRS6UYooatFL8Aw\"\u00e4"))),
                answer.GetProperty("encryptedToken").GetString());
        }

        Assert.Null(zoom.FindChallenge(new WebhookHeaderList(signed.Headers), "{\"event\":\"meeting.started\"}"u8, zoom.ReadSecrets([secret])));
    }

    [Fact]
    public void OwnScheme_VerifiesAndKnowsItsParts()
    {
        WebhookScheme own = SchemeSample.Milliseconds;
        Assert.Equal(WebhookCoverage.Body | WebhookCoverage.Timestamp | WebhookCoverage.Id | WebhookCoverage.Url, own.Coverage);
        Assert.Same(WebhookDuplicateKey.SignedId, own.DuplicateKey);
        SchemeSample sample = SchemeSample.Of("Milliseconds");
        Assert.Equal(("msg_1", SchemeSample.Now), (sample.Verify(sample.Sign()).Id, sample.Verify(sample.Sign()).Timestamp));
        WebhookScheme paddle = WebhookScheme.Hmac(new() { SignatureHeader = "Paddle-Signature", Template = "{timestamp}:{body}", Separator = ';', Prefix = "h1=", TimestampPrefix = "ts=", Tolerance = TimeSpan.FromSeconds(5) });
        WebhookSecrets secrets = paddle.ReadSecrets(["pdl_1", "pdl_2"]);
        SignedWebhook signed = paddle.Sign("{}"u8.ToArray(), secrets, SchemeSample.Now);
        Assert.Matches("^ts=1700000000;h1=[0-9a-f]{64};h1=[0-9a-f]{64}$", signed.Headers.Single().Value);
        Assert.True(paddle.Verify(new WebhookHeaderList(signed.Headers), "{}"u8, secrets, SchemeSample.Now.AddSeconds(5)).IsValid);
        Assert.Equal(WebhookRefusal.TooOld, paddle.Verify(new WebhookHeaderList(signed.Headers), "{}"u8, secrets, SchemeSample.Now.AddSeconds(6)).Refusal);
        Assert.NotEqual(
            WebhookScheme.StandardWebhooks.Sign(default, WebhookScheme.StandardWebhooks.ReadSecrets(["YQ"]), default).Headers[1].Value,
            WebhookScheme.StandardWebhooks.Sign(default, WebhookScheme.StandardWebhooks.ReadSecrets(["YQ"]), default).Headers[1].Value);
    }

    public static TheoryData<WebhookHmacOptions> OptionsAtOdds() =>
    [
        new WebhookHmacOptions { SignatureHeader = "" },
        new WebhookHmacOptions { SignatureHeader = "s", Name = " " },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "" },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{Body}" },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{body" },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{timestamp}" , TimestampHeader = "t" },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{timestamp}{body}" },
        new WebhookHmacOptions { SignatureHeader = "s", TimestampHeader = "t" },
        new WebhookHmacOptions { SignatureHeader = "s", IdHeader = "i" },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{id}{body}" },
        new WebhookHmacOptions { SignatureHeader = "s", Tolerance = TimeSpan.FromMinutes(1) },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{timestamp}{body}", TimestampHeader = "t", Tolerance = TimeSpan.FromMinutes(-1) },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{timestamp}{body}", TimestampHeader = "t", TimestampPrefix = "t=", Separator = ',' },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{timestamp}{body}", TimestampPrefix = "t=" },
        new WebhookHmacOptions { SignatureHeader = "s", Template = "{timestamp}{body}", TimestampPrefix = "", Separator = ',' },
    ];

    [Theory]
    [MemberData(nameof(OptionsAtOdds))]
    public void OptionsAtOdds_AreRefused(WebhookHmacOptions options) => Assert.Throws<ArgumentException>(() => WebhookScheme.Hmac(options));

    /// <summary>Case 27: nothing but <c>FixedTime</c> compares what is secret, and that with nothing but <c>FixedTimeEquals</c>.</summary>
    [Fact]
    public void Secrets_AreComparedInFixedTimeAlone()
    {
        string folder = Path.Combine(SharedVectors.Root, "src", "TypedWebhooks", "Signatures");
        string[] files = Directory.GetFiles(folder, "*.cs");
        Assert.Equal(["FixedTime.cs"], files.Where(static file => File.ReadAllText(file).Contains("CryptographicOperations", StringComparison.Ordinal)).Select(Path.GetFileName));
        Assert.Contains("AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);", File.ReadAllText(Path.Combine(folder, "FixedTime.cs")), StringComparison.Ordinal);

        // What has computed a hash to verify with compares it there, and has no other comparison of bytes.
        Regex comparison = new(@"\b(expected|wanted|sent|signature|hash|key|keys|secret|Keys\[.*?\])(\.AsSpan\(\))?(\.(SequenceEqual|Equals|SequenceCompareTo|StartsWith|IndexOf)\(| [!=]= (?!null|WebhookSignatureCoding|WebhookHash))");
        foreach (string file in files)
        {
            string text = File.ReadAllText(file).Replace("secret.StartsWith(prefix, StringComparison.Ordinal)", "");
            Assert.False(comparison.IsMatch(text), $"{Path.GetFileName(file)}: {comparison.Match(text)}");
        }

        foreach (string engine in (string[])["HmacScheme.cs", "AdyenClassicScheme.cs", "DropboxSignScheme.cs", "SharedHeadersScheme.cs", "BasicScheme.cs"])
        {
            string text = File.ReadAllText(Path.Combine(folder, engine));
            Assert.Contains("FixedTime.AreEqual(", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b(break|goto)\b", text[..text.IndexOf("FixedTime.AreEqual(", StringComparison.Ordinal)]);
        }
    }
}
