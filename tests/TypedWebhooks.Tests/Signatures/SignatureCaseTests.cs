using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>What strangers send, and clocks do. Nothing of it throws.</summary>
public sealed class SignatureCaseTests
{
    /// <summary>Headers that are no signature (cases 23 and 26), by name.</summary>
    private static readonly Dictionary<string, Func<string, string>> s_headers = new()
    {
        ["empty"] = static _ => "",
        ["test"] = static _ => "test",
        ["t="] = static _ => "t=",
        ["v1="] = static _ => "v1=",
        ["separators"] = static _ => ", ,,= =,v1,,v1=,t=,",
        ["64 kB"] = static _ => new string('a', 65536),
        ["64 kB of entries"] = static _ => string.Concat(Enumerable.Repeat("v1, v1=,", 8192)),
        ["64 kB behind it"] = static good => good + new string('0', 65536),
        ["not ASCII"] = static good => good + "\u00e4\u20ac",
        ["fullwidth letters"] = static good => string.Concat(good.Select(static c => c is > ' ' and <= '~' ? (char)(c - '!' + 0xFF01) : c)),
        ["lone surrogate"] = static good => good[..^1] + "\ud800",
        ["zero"] = static good => good[..^1] + "\0",
        ["space behind"] = static good => good + "\t",
        ["space before"] = static good => "\t" + good,
        ["space within"] = static good => good[..^4] + "\t" + good[^4..],
        ["cut"] = static good => good[..^1],
        ["longer"] = static good => good + "0",
        ["half"] = static good => good[..^(good.Length / 2)],
        ["base64url"] = static good => good[..^5] + "-_-_" + good[^1],
        ["twice in one line"] = static good => good + "," + good,
        ["another algorithm"] = static good => good.Replace("sha256=", "sha1=").Replace("v1", "v2").Replace("v0", "v9") + "x",
        ["zeros"] = static good => string.Concat(good.Select(static c => char.IsAsciiLetterOrDigit(c) ? '0' : c)),
    };

    /// <summary>Times that are none (case 24). Each is signed as it stands, so that nothing but its form is wrong.</summary>
    private static readonly string[] s_times =
    [
        "", "1e9", " 1700000000", "1700000000 ", "-1", "+1700000000", "1700000000.0", "0x6553F100", "1_700_000_000", "1.700.000.000",
        "123456789012345678901234567890", "9223372036854775807", "9223372036854775808", "253402300800000", "NaN", "t", "\uff11\uff17", "1700000000\0", "2023-11-14", "2023-11-14T22:13:20", "2023-13-14T22:13:20Z",
        "2023-11-14 22:13:20Z", "2023-11-14T22:13:20+99:00", "Tue, 14 Nov 2023 22:13:20 GMT",
    ];

    public static TheoryData<string, string> Headers() => Pairs(SchemeSample.All.Select(static sample => sample.Scheme.Name), s_headers.Keys);

    public static TheoryData<string, string> Times() => Pairs(Timed(), s_times);

    public static TheoryData<string, int, WebhookRefusal> Clocks()
    {
        TheoryData<string, int, WebhookRefusal> data = [];
        foreach (string scheme in Timed())
        {
            int most = (int)SchemeSample.Of(scheme).Scheme.Tolerance!.Value.TotalSeconds;
            data.Add(scheme, -most - 1, WebhookRefusal.TooOld);
            data.Add(scheme, -most, WebhookRefusal.None);
            data.Add(scheme, 0, WebhookRefusal.None);
            data.Add(scheme, most, WebhookRefusal.None);
            data.Add(scheme, most + 1, WebhookRefusal.TooNew);
            data.Add(scheme, -1_600_000_000, WebhookRefusal.TooOld);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void HostileHeader_IsRefused(string scheme, string hostile) // cases 23, 26
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        if (signed.Headers.Count == 0)
        {
            // The signature is in the body: a header of any kind changes nothing.
            Assert.True(sample.Verify([new("X-Signature", s_headers[hostile]("good enough"))], signed.Body.Span).IsValid);
            return;
        }

        int at = sample.SignatureAt(signed);
        string value = s_headers[hostile](signed.Headers[at].Value);
        WebhookVerification found = sample.Verify(SchemeSample.With(signed, at, value), signed.Body.Span);
        if (scheme == "Stripe" && hostile == "twice in one line")
        {
            Assert.Equal(WebhookRefusal.Repeated, found.Refusal);
            return;
        }

        Assert.True(found.Refusal is WebhookRefusal.Malformed or WebhookRefusal.Mismatch, $"{found}");
        Assert.Equal(-1, found.SecretIndex);
    }

    [Theory]
    [MemberData(nameof(Times))]
    public void TimeOfAnotherForm_IsMalformed(string scheme, string time) // case 24
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        Assert.Equal(WebhookRefusal.Malformed, sample.Verify(RawSigner.Sign(sample, time), sample.Body).Refusal);
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public void TimeFromNow_IsWithinTheToleranceOrNot(string scheme, int seconds, WebhookRefusal expected) // case 24
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        DateTimeOffset at = SchemeSample.Now.AddSeconds(seconds);
        WebhookVerification found = sample.Verify(sample.Sign(at: at));
        Assert.Equal((expected, at), (found.Refusal, found.Timestamp));
        Assert.Equal(expected, sample.Verify(RawSigner.Sign(sample, RawSigner.Time(sample, at)), sample.Body).Refusal);
        Assert.True(sample.Scheme.Verify(new WebhookHeaderList(sample.Sign(at: at).Headers), sample.Body, sample.Secrets, SchemeSample.Now, TimeSpan.MaxValue, sample.Address).IsValid);
    }

    [Theory]
    [MemberData(nameof(SchemeSample.TimedNames), MemberType = typeof(SchemeSample))]
    public void EndsOfTime_ThrowNothing(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        Assert.Equal(WebhookRefusal.TooOld, sample.Verify(signed, now: DateTimeOffset.MaxValue).Refusal);
        Assert.Equal(WebhookRefusal.TooNew, sample.Verify(signed, now: DateTimeOffset.MinValue).Refusal);
        Assert.Equal(WebhookRefusal.TooNew, sample.Verify(sample.Sign(at: DateTimeOffset.MaxValue), now: DateTimeOffset.MinValue).Refusal);
    }

    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void HeaderTwice_IsRepeated(string scheme) // case 25
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        Assert.All(signed.Headers, header =>
        {
            Assert.Equal(WebhookRefusal.Repeated, sample.Verify([.. signed.Headers, header], signed.Body.Span).Refusal);
            Assert.Equal(WebhookRefusal.Repeated, sample.Verify([new(header.Key.ToUpperInvariant(), "x"), .. signed.Headers], signed.Body.Span).Refusal);
        });
    }

    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void HeaderMissing_IsMissing(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        Assert.All(signed.Headers, header => Assert.Equal(WebhookRefusal.Missing, sample.Verify(signed.Headers.Where(one => one.Key != header.Key), signed.Body.Span).Refusal));
    }

    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void SecretsThatAreChanged_BothVerify(string scheme) // case 19
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        WebhookSecrets both = sample.Scheme.ReadSecrets([sample.Secret, sample.OldSecret]);
        Assert.Equal((WebhookRefusal.None, 0), Found(sample.Verify(sample.Sign(), both)));
        Assert.Equal((WebhookRefusal.None, 1), Found(sample.Verify(sample.Sign(secret: sample.OldSecret), both)));
        Assert.Equal((WebhookRefusal.Mismatch, -1), Found(sample.Verify(sample.Sign(secret: sample.OldSecret))));
        Assert.Equal((WebhookRefusal.NoSecret, -1), Found(sample.Verify(sample.Sign(), WebhookSecrets.None)));
        Assert.Equal(2, both.Count);
        Assert.DoesNotContain(sample.Secret, both.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void NoSecretToSignWith_IsRefused(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        Assert.Throws<ArgumentException>(() => sample.Scheme.Sign(sample.Body, WebhookSecrets.None, SchemeSample.Now, address: sample.Address));
    }

    [Theory]
    [MemberData(nameof(SchemeSample.HmacNames), MemberType = typeof(SchemeSample))]
    public void AnyBytes_AreVerifiedAsTheyCame(string scheme) // case 28
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        byte[][] bodies =
        [
            [], "{\r\n\"a\": 1\r\n}\r\n"u8.ToArray(), [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'], [0xFF, 0xFE, 0, 0xC0, 0x80], "{\"a\":\"\\u00e4\\ud800\"}"u8.ToArray(), new byte[100_000],
        ];
        Assert.All(bodies, body =>
        {
            SignedWebhook signed = sample.Sign(body);
            Assert.Equal(body, signed.Body.ToArray());
            Assert.True(sample.Verify(signed).IsValid);
            Assert.True(sample.Verify(RawSigner.Sign(sample, RawSigner.Time(sample, SchemeSample.Now), body: body), body).IsValid);
        });
    }

    [Theory]
    [InlineData("GitHub")]
    [InlineData("Slack")]
    [InlineData("Zoom")]
    [InlineData("Stripe")]
    public void HexDigits_MayBeOfEitherCase(string scheme) // case 26
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        int at = sample.SignatureAt(signed);
        string value = signed.Headers[at].Value;
        int start = value.LastIndexOf('=') + 1;
        Assert.True(sample.Verify(SchemeSample.With(signed, at, value[..start] + value[start..].ToUpperInvariant()), signed.Body.Span).IsValid);
        Assert.False(sample.Verify(SchemeSample.With(signed, at, value.ToUpperInvariant()), signed.Body.Span).IsValid);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("\u00e4")]
    [InlineData("\ufffd")]
    [InlineData("surrogate")]
    [InlineData("a\0")]
    [InlineData("a\u007f")]
    public void IdThatIsNone_IsMalformed(string id)
    {
        // In an attribute it would be replaced.
        id = id == "surrogate" ? "\ud800" : id;
        Assert.All((SchemeSample[])[SchemeSample.Of("StandardWebhooks"), SchemeSample.Of("Milliseconds")], sample =>
        {
            Assert.Equal(WebhookRefusal.Malformed, sample.Verify(RawSigner.Sign(sample, RawSigner.Time(sample, SchemeSample.Now), id), sample.Body).Refusal);
            Assert.Throws<ArgumentException>(() => sample.Scheme.Sign(sample.Body, sample.Secrets, SchemeSample.Now, id, sample.Address));
        });
    }

    private static (WebhookRefusal, int) Found(WebhookVerification found) => (found.Refusal, found.SecretIndex);

    private static IEnumerable<string> Timed() => SchemeSample.All.Where(static sample => sample.Scheme.Tolerance is not null).Select(static sample => sample.Scheme.Name);

    private static TheoryData<string, string> Pairs(IEnumerable<string> schemes, IEnumerable<string> cases)
    {
        TheoryData<string, string> data = [];
        foreach (string scheme in schemes)
        {
            foreach (string one in cases)
            {
                data.Add(scheme, one);
            }
        }

        return data;
    }
}
