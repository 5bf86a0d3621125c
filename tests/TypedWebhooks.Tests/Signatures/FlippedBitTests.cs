using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>Each single bit of what a scheme covers counts (cases 1 to 18), and what it does not cover does not.</summary>
public sealed class FlippedBitTests
{
    [Theory]
    [MemberData(nameof(SchemeSample.HmacNames), MemberType = typeof(SchemeSample))]
    public void BitOfBody_IsRefused(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        byte[] body = signed.Body.ToArray();
        foreach (int bit in Flip(body))
        {
            Assert.Equal((bit, WebhookRefusal.Mismatch), (bit, sample.Verify(signed.Headers, body).Refusal));
        }

        Assert.Equal(WebhookRefusal.Mismatch, sample.Verify(signed.Headers, body.AsSpan(1)).Refusal);
        Assert.Equal(WebhookRefusal.Mismatch, sample.Verify(signed.Headers, body.AsSpan(0, body.Length - 1)).Refusal);
        Assert.Equal(WebhookRefusal.Mismatch, sample.Verify(signed.Headers, (byte[])[.. body, 0]).Refusal);
    }

    /// <summary>Each bit of each header's text: of the signature, the time, the identifier, and what stands around them.</summary>
    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void BitOfHeader_IsRefused(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        for (int at = 0; at < signed.Headers.Count; at++)
        {
            string value = signed.Headers[at].Value;
            for (int bit = 0; bit < 16 * value.Length; bit++)
            {
                char[] text = value.ToCharArray();
                text[bit / 16] ^= (char)(1 << (bit % 16));
                string flipped = new(text);

                // Hexadecimal digits may be of either case, and so may the word Basic.
                if (!flipped.Equals(value, StringComparison.OrdinalIgnoreCase) || !IsOfEitherCase(scheme, value, bit / 16))
                {
                    Assert.False(sample.Verify(SchemeSample.With(signed, at, flipped), signed.Body.Span).IsValid, $"{signed.Headers[at].Key}: {flipped}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void BitOfKey_IsRefused(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        (string prefix, byte[] key, Func<byte[], string> write) = scheme switch
        {
            "StandardWebhooks" => ("whsec_", Convert.FromBase64String(sample.Secret[6..]), Convert.ToBase64String),
            "Sha1" => ("", Convert.FromBase64String(sample.Secret), Convert.ToBase64String),
            "AdyenClassic" or "AdyenPlatform" => ("", Convert.FromHexString(sample.Secret), Convert.ToHexStringLower),
            _ => ("", Encoding.UTF8.GetBytes(sample.Secret), (Func<byte[], string>)Encoding.Latin1.GetString),
        };
        Assert.True(sample.Verify(signed, sample.Scheme.ReadSecrets([prefix + write(key)])).IsValid);
        foreach (int bit in Flip(key))
        {
            string secret = prefix + write(key);
            if (scheme != "Basic" || secret.Contains(':'))
            {
                WebhookVerification found = sample.Verify(signed, sample.Scheme.ReadSecrets([secret]));
                Assert.Equal((bit, WebhookRefusal.Mismatch, -1), (bit, found.Refusal, found.SecretIndex));
            }
        }
    }

    [Theory]
    [InlineData("Square")]
    [InlineData("Milliseconds")]
    public void BitOfAddress_IsRefused(string scheme) // case 30
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        for (int bit = 0; bit < 7 * SchemeSample.Url.Length; bit++)
        {
            char[] address = SchemeSample.Url.ToCharArray();
            address[bit / 7] ^= (char)(1 << (bit % 7));
            Assert.Equal(WebhookRefusal.Mismatch, sample.Verify(signed, address: new(address)).Refusal);
        }

        Assert.Equal(WebhookRefusal.Mismatch, sample.Verify(signed, address: SchemeSample.Url + "/").Refusal);
        Assert.Throws<ArgumentNullException>(() => sample.Scheme.Verify(new WebhookHeaderList(signed.Headers), signed.Body.Span, sample.Secrets, SchemeSample.Now));
    }

    /// <summary>What the documentation says is not signed.</summary>
    [Theory]
    [InlineData("AdyenClassic", "\"reason\":\"x\"", "\"reason\":\"y\"")]
    [InlineData("AdyenClassic", "\"live\":\"false\"", "\"live\":\"true\"")]
    [InlineData("AdyenClassic", "\"a\":\"b\"", "\"a\":\"c\"")]
    [InlineData("AdyenClassic", "\"psp\",\"originalReference\":\"orig\"", "\"psp:orig\",\"originalReference\":\"acc\",\"merchantAccountCode\":\"ref/1\",\"merchantReference\":\"1000\"", true)]
    [InlineData("DropboxSign", "{\"id\":\"a\"}", "{\"id\":\"b\"}")]
    [InlineData("Basic", "paid", "sold")]
    [InlineData("client-id", "paid", "sold")]
    public void WhatIsNotSigned_DoesNotCount(string scheme, string old, string now, bool isRefused = false)
    {
        SchemeSample sample = scheme == "client-id" ? SchemeSample.Of("SharedHeaders") : SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        string body = Encoding.UTF8.GetString(signed.Body.Span);
        Assert.Contains(old, body, StringComparison.Ordinal);
        byte[] changed = Encoding.UTF8.GetBytes(body.Replace(old, now, StringComparison.Ordinal));
        Assert.Equal(!isRefused, sample.Verify(signed.Headers, changed).IsValid);
    }

    /// <summary>Each field that Adyen signs, and both that Dropbox Sign does.</summary>
    [Theory]
    [InlineData("AdyenClassic", "\"psp\"")]
    [InlineData("AdyenClassic", "\"psp2\"")]
    [InlineData("AdyenClassic", "\"orig\"")]
    [InlineData("AdyenClassic", "\"acc\"")]
    [InlineData("AdyenClassic", "\"ref\\/1\"")]
    [InlineData("AdyenClassic", "1000")]
    [InlineData("AdyenClassic", "\"EUR\"")]
    [InlineData("AdyenClassic", "\"AUTHORISATION\"")]
    [InlineData("AdyenClassic", "\"REFUND\"")]
    [InlineData("AdyenClassic", "\"true\"")]
    [InlineData("AdyenClassic", "\"success\":\"false\"")]
    [InlineData("DropboxSign", "1700000000")]
    [InlineData("DropboxSign", "account_confirmed")]
    public void SignedMember_Counts(string scheme, string text) // case 32
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        string body = Encoding.UTF8.GetString(signed.Body.Span);
        int end = body.IndexOf(text, StringComparison.Ordinal) + text.Length - (text[^1] == '"' ? 2 : 1);
        byte[] changed = Encoding.UTF8.GetBytes(body[..end] + (char)(body[end] ^ 1) + body[(end + 1)..]);
        Assert.Equal(WebhookRefusal.Mismatch, sample.Verify(signed.Headers, changed).Refusal);
    }

    private static bool IsOfEitherCase(string scheme, string value, int at) => scheme switch
    {
        "Basic" => at < 5,
        "GitHub" or "Slack" or "Zoom" or "Sha1" => at > value.IndexOf('='),
        "Stripe" => at > value.LastIndexOf('='),
        _ => false,
    };

    private static IEnumerable<int> Flip(byte[] bytes)
    {
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return bit;
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }
}
