using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>What holds of every scheme, whatever the body, the key and the headers. The seed is fixed.</summary>
public sealed class SigningLawTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(4711, 13), FSharpOption<int>.None)));

    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void WhatIsSigned_Verifies(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        Check((bytes, text, key) =>
        {
            byte[] body = Body(sample, bytes, text);
            string secret = Secret(sample, key);
            WebhookSecrets secrets = sample.Scheme.ReadSecrets([secret]);
            SignedWebhook signed = sample.Scheme.Sign(body, secrets, SchemeSample.Now, address: sample.Address);
            WebhookVerification found = sample.Verify(signed, secrets);
            Assert.Equal((WebhookRefusal.None, 0), (found.Refusal, found.SecretIndex));

            // Signed again, also what is in the body stays.
            Assert.Equal(signed.Body.ToArray(), sample.Scheme.Sign(signed.Body, secrets, SchemeSample.Now, address: sample.Address).Body.ToArray());
            Assert.Equal(WebhookRefusal.Mismatch, sample.Verify(signed, sample.Scheme.ReadSecrets([Secret(sample, [.. key, 1])])).Refusal);
        });
    }

    [Theory]
    [MemberData(nameof(SchemeSample.Names), MemberType = typeof(SchemeSample))]
    public void AnyHeadersAndBody_ThrowNothing(string scheme)
    {
        SchemeSample sample = SchemeSample.Of(scheme);
        SignedWebhook signed = sample.Sign();
        Check((bytes, text, _) =>
        {
            Assert.False(sample.Verify(signed.Headers.Select(header => KeyValuePair.Create(header.Key, text)), bytes).IsValid && signed.Headers.Count > 0);
            for (int i = 0; i < signed.Headers.Count; i++)
            {
                string value = signed.Headers[i].Value;
                int at = bytes.Length % (value.Length + 1);
                sample.Verify(SchemeSample.With(signed, i, value[..at] + text + value[at..]), signed.Body.Span);
                sample.Verify(SchemeSample.With(signed, i, value[..at] + text), bytes);
            }

            byte[] body = signed.Body.ToArray();
            for (int i = 0; i < bytes.Length; i++)
            {
                body[(i * 31) % body.Length] ^= bytes[i];
            }

            sample.Verify(signed.Headers, body);
            sample.Scheme.FindChallenge(new WebhookHeaderList(signed.Headers), body, sample.Secrets);
            sample.Verify(signed.Headers, body.AsSpan(0, bytes.Length % body.Length));
        });
    }

    private static void Check(Action<byte[], string, byte[]> law) => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<byte[]>(),
        (bytes, text, key) => law(bytes ?? [], text ?? "", key ?? [])).Check(s_config);

    private static byte[] Body(SchemeSample sample, byte[] bytes, string text)
    {
        if (sample.SignsBody || sample.Scheme.Coverage == WebhookCoverage.Sender)
        {
            return bytes;
        }

        string clean = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        JsonNode body = sample.Scheme.Name == "DropboxSign"
            ? new JsonObject { [clean + "x"] = clean, ["event"] = new JsonObject { ["event_type"] = clean, ["event_time"] = bytes.Length } }
            : new JsonObject
            {
                ["notificationItems"] = new JsonArray(new JsonObject
                {
                    ["NotificationRequestItem"] = new JsonObject
                    {
                        ["merchantReference"] = clean, ["x" + clean] = new JsonArray(clean), ["amount"] = new JsonObject { ["value"] = bytes.Length, ["currency"] = clean },
                    },
                }),
            };
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <summary>A key of these bytes, in the form of the scheme's.</summary>
    private static string Secret(SchemeSample sample, byte[] key) => sample.Scheme.Name switch
    {
        "StandardWebhooks" => "whsec_" + Convert.ToBase64String([1, .. key]),
        "Sha1" => Convert.ToBase64String([1, .. key]),
        "AdyenClassic" or "AdyenPlatform" => Convert.ToHexString([1, .. key]),
        "Basic" => "u:" + Convert.ToHexString(key),
        _ => "k" + Convert.ToHexString(key),
    };
}
