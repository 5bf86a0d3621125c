using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>The schemes that bring a secret along (case 31), and the one that has none.</summary>
public sealed class SharedHeaderTests
{
    private static readonly WebhookScheme s_telia = WebhookScheme.SharedHeaders("client-id", "client-secret");
    private static readonly WebhookSecrets s_secrets = s_telia.ReadSecrets(["id", "secret", "id2", "secret2"]);

    [Theory]
    [InlineData("client-id: id|client-secret: secret", WebhookRefusal.None, 0)]
    [InlineData("CLIENT-SECRET: secret|Client-Id: id|x: y", WebhookRefusal.None, 0)]
    [InlineData("client-id: id2|client-secret: secret2", WebhookRefusal.None, 1)]
    [InlineData("client-id: id2|client-secret: secret", WebhookRefusal.Mismatch, -1)]
    [InlineData("client-id: id|client-secret: secret2", WebhookRefusal.Mismatch, -1)]
    [InlineData("client-id: secret|client-secret: id", WebhookRefusal.Mismatch, -1)]
    [InlineData("client-id: id|client-secret: id", WebhookRefusal.Mismatch, -1)]
    [InlineData("client-id: id|client-secret: Secret", WebhookRefusal.Mismatch, -1)]
    [InlineData("client-id: id|client-secret: ", WebhookRefusal.Mismatch, -1)]
    [InlineData("client-id: id|client-secret: secretx", WebhookRefusal.Mismatch, -1)]
    [InlineData("client-id: id", WebhookRefusal.Missing, -1)]
    [InlineData("client-secret: secret", WebhookRefusal.Missing, -1)]
    [InlineData("", WebhookRefusal.Missing, -1)]
    [InlineData("client-id: id|client-secret: secret|client-secret: secret", WebhookRefusal.Repeated, -1)]
    [InlineData("client-id: id|client-id: id2|client-secret: secret", WebhookRefusal.Repeated, -1)]
    public void Headers_AllMatchOneSet(string headers, WebhookRefusal expected, int index)
    {
        WebhookVerification found = s_telia.Verify(Parse(headers), default, s_secrets, default);
        Assert.Equal((expected, index), (found.Refusal, found.SecretIndex));
    }

    [Fact]
    public void MoreThanEightHeaders_AllCount()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(static i => $"h{i}")];
        WebhookScheme scheme = WebhookScheme.SharedHeaders(names);
        WebhookSecrets secrets = scheme.ReadSecrets(names);
        SignedWebhook signed = scheme.Sign(default, secrets, default);
        Assert.True(scheme.Verify(new WebhookHeaderList(signed.Headers), default, secrets, default).IsValid);
        for (int i = 0; i < names.Length; i++)
        {
            Assert.Equal(WebhookRefusal.Mismatch, scheme.Verify(new WebhookHeaderList(SchemeSample.With(signed, i, "x")), default, secrets, default).Refusal);
        }
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz", WebhookRefusal.None)]
    [InlineData("basic dXNlcjpwYXNz", WebhookRefusal.None)]
    [InlineData("BASIC dXNlcjpwYXNz", WebhookRefusal.None)]
    [InlineData("Basic dXNlcjpwYXNzIA==", WebhookRefusal.Mismatch)]
    [InlineData("Basic dXNlcjpwYXN6", WebhookRefusal.Mismatch)]
    [InlineData("Basic user:pass", WebhookRefusal.Mismatch)]
    [InlineData("Basic ", WebhookRefusal.Mismatch)]
    [InlineData("Basic", WebhookRefusal.Malformed)]
    [InlineData("Bearer dXNlcjpwYXNz", WebhookRefusal.Malformed)]
    [InlineData("dXNlcjpwYXNz", WebhookRefusal.Malformed)]
    [InlineData("", WebhookRefusal.Malformed)]
    public void Authorization_IsUserAndPassword(string value, WebhookRefusal expected)
    {
        WebhookSecrets secrets = WebhookScheme.Basic.ReadSecrets(["user:pass"]);
        Assert.Equal(expected, WebhookScheme.Basic.Verify(new WebhookHeaderList([new("authorization", value)]), default, secrets, default).Refusal);
    }

    [Fact]
    public void None_TakesAnything()
    {
        Assert.True(WebhookScheme.None.Verify(WebhookHeaderList.Empty, [0xFF], WebhookSecrets.None, default).IsValid);
        Assert.Empty(WebhookScheme.None.Sign("{}"u8.ToArray(), WebhookScheme.None.ReadSecrets([]), default).Headers);
        Assert.Throws<FormatException>(() => WebhookScheme.None.ReadSecrets(["x"]));
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("a", " ")]
    [InlineData("a", "A")]
    public void HeaderNamesThatAreNone_AreRefused(params string[] names) => Assert.Throws<ArgumentException>(() => WebhookScheme.SharedHeaders(names));

    /// <summary>What cannot be a secret is refused when it is read, and no message tells what it was.</summary>
    [Theory]
    [InlineData("GitHub", "")]
    [InlineData("GitHub", "  \n")]
    [InlineData("GitHub", "top-secret surrogate")]
    [InlineData("StandardWebhooks", "whsec_")]
    [InlineData("StandardWebhooks", "whsec_top-secret")]
    [InlineData("StandardWebhooks", "whpk_AAAA")]
    [InlineData("AdyenClassic", "0")]
    [InlineData("AdyenClassic", "top-secret")]
    [InlineData("AdyenPlatform", "0x00")]
    [InlineData("Basic", "top-secret")]
    public void SecretThatIsNone_IsRefused(string scheme, string secret)
    {
        SchemeSample sample = SchemeSample.Of(scheme);

        // In an attribute it would be replaced.
        secret = secret.Replace("surrogate", "\ud800");
        FormatException thrown = Assert.Throws<FormatException>(() => sample.Scheme.ReadSecrets([sample.Secret, secret]));
        Assert.Contains("position 1", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(sample.Secret, thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SecretsThatAreNoWholeSets_AreRefused()
    {
        FormatException thrown = Assert.Throws<FormatException>(() => s_telia.ReadSecrets(["id", "top-secret", "id2"]));
        Assert.DoesNotContain("top-secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, s_telia.ReadSecrets([]).Count);
        Assert.Throws<ArgumentNullException>(() => s_telia.ReadSecrets(null!));
    }

    private static WebhookHeaderList Parse(string headers) => new(headers.Split('|', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => KeyValuePair.Create(line[..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])));
}
