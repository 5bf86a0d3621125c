using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>Headers that hold several signatures, and signatures that are in several headers.</summary>
public sealed class SignatureListTests
{
    [Theory]
    [InlineData("junk v2,x v1a,y {0}", true)] // case 22
    [InlineData("{0} junk", true)]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= {0}", true)]
    [InlineData("  {0}  ", true)]
    [InlineData(", v1, v1,{0}", false)]
    [InlineData("v1a,{1}", false)]
    [InlineData("V1,{1}", false)]
    [InlineData("v1={1}", false)]
    [InlineData("v2,{1}", false)]
    [InlineData("{1}", false)]
    [InlineData("v1, {1}", false)]
    [InlineData("{0},v1,{1}", false)]
    [InlineData("{0};{0}", false)]
    public void StandardList_VerifiesByOneEntry(string list, bool isValid)
    {
        SchemeSample sample = SchemeSample.Of("StandardWebhooks");
        SignedWebhook signed = sample.Sign();
        int at = sample.SignatureAt(signed);
        string good = signed.Headers[at].Value;
        Assert.Equal(isValid, sample.Verify(SchemeSample.With(signed, at, string.Format(list, good, good[3..])), signed.Body.Span).IsValid);
    }

    [Theory]
    [InlineData("t={0},v1={1}", WebhookRefusal.None)]
    [InlineData("v1={1},t={0}", WebhookRefusal.None)]
    [InlineData("t={0},v1={2},v1={1},v0={2}", WebhookRefusal.None)] // case 21
    [InlineData("t={0},v1={1},v1={2}", WebhookRefusal.None)]
    [InlineData("t={0},junk,=,v2=x,v1={1}", WebhookRefusal.None)]
    [InlineData("t={0},v0={1}", WebhookRefusal.Malformed)]
    [InlineData("t={0},v1={2}", WebhookRefusal.Mismatch)]
    [InlineData("t={0},V1={1}", WebhookRefusal.Malformed)]
    [InlineData("T={0},v1={1}", WebhookRefusal.Malformed)]
    [InlineData("t={0}, v1={1}", WebhookRefusal.Malformed)]
    [InlineData("t={0};v1={1}", WebhookRefusal.Malformed)]
    [InlineData("v1={1}", WebhookRefusal.Malformed)]
    [InlineData("t=,v1={1}", WebhookRefusal.Malformed)]
    [InlineData("t={0}", WebhookRefusal.Malformed)]
    [InlineData("t={0},t={0},v1={1}", WebhookRefusal.Repeated)]
    [InlineData("t={0},v1={1},t=1", WebhookRefusal.Repeated)]
    [InlineData("t=1,v1={1}", WebhookRefusal.Mismatch)]
    public void StripeHeader_VerifiesByAnyV1(string header, WebhookRefusal expected)
    {
        SchemeSample sample = SchemeSample.Of("Stripe");
        SignedWebhook signed = sample.Sign();
        string good = signed.Headers[0].Value[(signed.Headers[0].Value.LastIndexOf('=') + 1)..];
        Assert.Equal(expected, sample.Verify(SchemeSample.With(signed, 0, string.Format(header, SchemeSample.Now.ToUnixTimeSeconds(), good, new string('0', 64))), signed.Body.Span).Refusal);
    }

    [Theory]
    [InlineData("webhook-", true)]
    [InlineData("svix-", true)]
    [InlineData("Svix-", true)]
    [InlineData("svix_", false)]
    public void StandardHeaders_MayBeSvixs(string prefix, bool isValid)
    {
        SchemeSample sample = SchemeSample.Of("StandardWebhooks");
        SignedWebhook signed = sample.Sign();
        Assert.Equal(isValid, sample.Verify(signed.Headers.Select(header => KeyValuePair.Create(header.Key.Replace("webhook-", prefix), header.Value)), signed.Body.Span).IsValid);
    }

    [Fact]
    public void StandardHeaders_AreNotMixed()
    {
        SchemeSample sample = SchemeSample.Of("StandardWebhooks");
        SignedWebhook signed = sample.Sign();
        Assert.Equal(WebhookRefusal.Missing, sample.Verify(signed.Headers.Select(static header => KeyValuePair.Create(header.Key.Replace("webhook-id", "svix-id"), header.Value)), signed.Body.Span).Refusal);
        KeyValuePair<string, string>[] both = [.. signed.Headers, .. signed.Headers.Select(static header => KeyValuePair.Create(header.Key.Replace("webhook-", "svix-"), "x"))];
        Assert.True(sample.Verify(both, signed.Body.Span).IsValid);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(101)]
    public void DocuSign_VerifiesByAnyOfItsHeaders(int number) // case 35
    {
        SchemeSample sample = SchemeSample.Of("DocuSign");
        SignedWebhook signed = sample.Sign();
        string other = sample.Sign(secret: "other").Headers[0].Value;
        List<KeyValuePair<string, string>> headers = [.. Enumerable.Range(1, 3).Where(one => one != number).Select(one => KeyValuePair.Create($"X-DocuSign-Signature-{one}", other))];
        headers.Add(new($"x-docusign-signature-{number}", signed.Headers[0].Value));
        Assert.Equal(number <= 100, sample.Verify(headers, signed.Body.Span).IsValid);
        headers.Add(headers[0]);
        Assert.Equal(WebhookRefusal.Repeated, sample.Verify(headers, signed.Body.Span).Refusal);
    }

    [Fact]
    public void ProvidersWithSeveralKeys_SignWithEach()
    {
        Assert.Equal(
            ["X-DocuSign-Signature-1", "X-DocuSign-Signature-2", "X-DocuSign-Signature-3"],
            Sign(WebhookScheme.DocuSign, "a", "b", "c").Select(static header => header.Key));
        Assert.Equal(2, Sign(WebhookScheme.Box, "a", "b", "c").Count(static header => header.Key is "box-signature-primary" or "box-signature-secondary"));
        Assert.Equal(2, Sign(WebhookScheme.Stripe, "a", "b").Single().Value.Split("v1=").Length - 1);
        Assert.Equal(2, Sign(WebhookScheme.StandardWebhooks, "YWFh", "YmJi")[^1].Value.Split(' ').Length);
        Assert.Single(Sign(WebhookScheme.GitHub, "a", "b"));
    }

    [Theory]
    [InlineData("box-signature-version", "2")]
    [InlineData("box-signature-version", "01")]
    [InlineData("box-signature-algorithm", "HmacSHA1")]
    [InlineData("box-signature-algorithm", "")]
    public void BoxOfAnotherKind_IsRefused(string name, string value) // case 34
    {
        SchemeSample sample = SchemeSample.Of("Box");
        SignedWebhook signed = sample.Sign();
        Assert.Equal(WebhookRefusal.Malformed, sample.Verify(signed.Headers.Select(header => header.Key == name ? new(name, value) : header), signed.Body.Span).Refusal);
    }

    [Fact]
    public void ShopifysNewerHeader_Verifies()
    {
        SchemeSample sample = SchemeSample.Of("Shopify");
        Assert.True(sample.Verify([new("shopify-hmac-sha256", sample.Sign().Headers[0].Value)], sample.Body).IsValid);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Sign(WebhookScheme scheme, params string[] secrets) =>
        scheme.Sign("{}"u8.ToArray(), scheme.ReadSecrets(secrets), SchemeSample.Now).Headers;
}
