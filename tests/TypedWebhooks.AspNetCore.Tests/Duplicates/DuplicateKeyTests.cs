using System.Text;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Duplicates;

/// <summary>What a delivery is known by.</summary>
public class DuplicateKeyTests
{
    private static readonly byte[] s_body = Encoding.UTF8.GetBytes("""{"id":"evt_1","nested":{"id":"n"},"list":[1],"n":12345678901234567890,"long":"LONG","line":"a\nb"}""".Replace("LONG", new string('x', 300), StringComparison.Ordinal));

    [Theory]
    [InlineData("evt_1", "/id")]
    [InlineData("n", "/nested/id")]
    [InlineData("12345678901234567890", "/n")]
    [InlineData("5:evt_1-1:", "/id", "/absent")]
    public void Members_AreWhatIsThere(string expected, params string[] pointers) =>
        Assert.Equal(expected, WebhookDuplicateKey.Members(pointers).Find(s_body, s_body, default));

    [Theory]
    [InlineData("/absent")]
    [InlineData("/nested")]
    [InlineData("/list/0")]
    [InlineData("/id/deeper")]
    public void MembersThatAreNotThere_AreTheBodysHash(string place) =>
        Assert.Equal(WebhookDuplicateKey.BodyHash.Find(s_body, s_body, default), WebhookDuplicateKey.Members(place).Find(s_body, s_body, default));

    [Theory]
    [InlineData("/long")]
    [InlineData("/line")]
    public void TextThatIsNoKey_IsItsHash(string place) =>
        Assert.Matches("^[0-9A-F]{64}$", WebhookDuplicateKey.Members(place).Find(s_body, s_body, default)!);

    [Theory]
    [InlineData("""{"id":"a","id":"b"}""")]
    [InlineData("""{"id":"\ud800"}""")]
    [InlineData("""{"id":""")]
    [InlineData("""[]""")]
    public void BodyThatTwoReadersCouldReadDifferently_IsKnownByItsHash(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        Assert.Matches("^[0-9A-F]{64}$", WebhookDuplicateKey.Members("/id").Find(bytes, bytes, default)!);
    }

    [Fact]
    public void SignatureOfTheBodyAlone_IsItsHashAndNeverWhole()
    {
        WebhookSecrets secrets = WebhookScheme.GitHub.ReadSecrets(["new secret", "old secret"]);
        SignedWebhook signed = WebhookScheme.GitHub.Sign(s_body, secrets, DateTimeOffset.UtcNow);
        WebhookVerification byNew = WebhookScheme.GitHub.Verify(new WebhookHeaderList(signed.Headers), s_body, secrets, DateTimeOffset.UtcNow);
        SignedWebhook signedByOld = WebhookScheme.GitHub.Sign(s_body, WebhookScheme.GitHub.ReadSecrets(["old secret"]), DateTimeOffset.UtcNow);
        WebhookVerification byOld = WebhookScheme.GitHub.Verify(new WebhookHeaderList(signedByOld.Headers), s_body, secrets, DateTimeOffset.UtcNow);
        string key = WebhookDuplicateKey.BodyHash.Find(s_body, s_body, byNew)!;

        // Whoever has two signatures of one body has one key.
        Assert.Equal((1, key), (byOld.SecretIndex, WebhookDuplicateKey.BodyHash.Find(s_body, s_body, byOld)));
        Assert.Equal(32, key.Length);
        Assert.StartsWith("sha256=" + key, signed.Headers[0].Value, StringComparison.OrdinalIgnoreCase);

        byte[] other = [.. s_body, (byte)' '];
        SignedWebhook signedOther = WebhookScheme.GitHub.Sign(other, secrets, DateTimeOffset.UtcNow);
        WebhookVerification ofOther = WebhookScheme.GitHub.Verify(new WebhookHeaderList(signedOther.Headers), other, secrets, DateTimeOffset.UtcNow);
        Assert.NotEqual(key, WebhookDuplicateKey.BodyHash.Find(other, other, ofOther));
    }

    [Fact]
    public void SignatureOfMoreThanTheBody_IsNoHashOfIt()
    {
        WebhookSecrets secrets = WebhookScheme.Slack.ReadSecrets(["secret"]);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string[] keys = [.. new[] { now, now.AddSeconds(1) }.Select(time =>
        {
            SignedWebhook signed = WebhookScheme.Slack.Sign(s_body, secrets, time);
            return WebhookDuplicateKey.BodyHash.Find(s_body, s_body, WebhookScheme.Slack.Verify(new WebhookHeaderList(signed.Headers), s_body, secrets, now))!;
        })];
        Assert.Equal(keys[0], keys[1]);
    }

    [Fact]
    public void None_IsNothing() => Assert.Null(WebhookDuplicateKey.None.Find(s_body, s_body, default));
}
