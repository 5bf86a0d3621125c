using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>Another implementation signs what this one verifies (cases 1 to 18 and 40).</summary>
public sealed class NodeSignerTests
{
    private const int Bodies = 20;
    private const string Letters = "abcXYZ019 :/\\\"\u00e4\u20ac\u0001";

    [NodeFact]
    public void NodesSignatures_AreOurs()
    {
        Random random = new(20231114);
        List<(SchemeSample Sample, byte[] Body, string Secret)> posts =
        [
            .. from sample in SchemeSample.All where sample.Scheme.Coverage != WebhookCoverage.Sender from number in Enumerable.Range(0, Bodies) select (sample, Body(sample, random), Secret(sample, random)),
        ];
        JsonElement[] signed = NodeSigner.Sign(posts.Select(static post => new JsonObject
        {
            ["scheme"] = post.Sample.Scheme.Name,
            ["body"] = Convert.ToBase64String(post.Body),
            ["secret"] = post.Secret,
            ["id"] = "msg_1",
            ["url"] = SchemeSample.Url,
            ["time"] = SchemeSample.Now.ToUnixTimeSeconds(),
            ["date"] = "2023-11-14T22:13:20+00:00",
        }));
        Assert.Equal(posts.Count, signed.Length);
        for (int i = 0; i < signed.Length; i++)
        {
            (SchemeSample sample, byte[] body, string secret) = posts[i];
            WebhookSecrets secrets = sample.Scheme.ReadSecrets([secret]);
            SignedWebhook ours = sample.Sign(body, secret: secret);
            if (sample.SignsBody)
            {
                KeyValuePair<string, string>[] headers = [.. signed[i].EnumerateObject().Select(static header => KeyValuePair.Create(header.Name, header.Value.GetString()!))];
                Assert.Equal(headers.OrderBy(static header => header.Key), ours.Headers.OrderBy(static header => header.Key));
                Assert.Equal(WebhookRefusal.None, sample.Verify(headers, body, secrets).Refusal);
            }
            else
            {
                JsonElement root = JsonElement.Parse(ours.Body.Span);
                IEnumerable<string?> signatures = sample.Scheme.Name == "DropboxSign"
                    ? [root.GetProperty("event").GetProperty("event_hash").GetString()]
                    : root.GetProperty("notificationItems").EnumerateArray().Select(static item => item.GetProperty("NotificationRequestItem").GetProperty("additionalData").GetProperty("hmacSignature").GetString());
                Assert.Equal(signed[i].EnumerateArray().Select(static signature => signature.GetString()), signatures);
            }
        }
    }

    [NodeFact]
    public void ZoomsSample_AnswersAsWeDo() // case 40
    {
        JsonElement expected = NodeSigner.Sign([new JsonObject { ["scheme"] = "ZoomQuestion", ["body"] = "", ["secret"] = "zoom-token", ["id"] = "qgg8vlvZRS6UYooatFL8Aw" }])[0];
        byte[] body = """{"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event_ts":1654503849680,"event":"endpoint.url_validation"}"""u8.ToArray();
        SchemeSample sample = SchemeSample.Of("Zoom");
        WebhookChallenge? answer = sample.Scheme.FindChallenge(new WebhookHeaderList(sample.Sign(body).Headers), body, sample.Secrets);
        Assert.True(JsonElement.DeepEquals(expected, JsonElement.Parse(answer!.Body.Span)));
    }

    private static byte[] Body(SchemeSample sample, Random random)
    {
        string Text() => new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Letters[random.Next(Letters.Length)])]);
        switch (sample.Scheme.Name)
        {
            case "Zoom":
                // As JSON.stringify prints it: Zoom signs that, and sends it.
                return Encoding.UTF8.GetBytes("{\"event\":\"meeting.started\",\"n\":" + random.Next() + ",\"text\":\"a\u00e4\u20ac" + random.Next() + "\"}");
            case "DropboxSign":
                return Encoding.UTF8.GetBytes(new JsonObject { ["event"] = new JsonObject { ["event_type"] = Text(), ["event_time"] = random.Next().ToString() } }.ToJsonString());
            case "AdyenClassic":
                JsonObject Item() => new()
                {
                    ["NotificationRequestItem"] = new JsonObject
                    {
                        ["pspReference"] = Text(), ["originalReference"] = random.Next(2) == 0 ? null : Text(), ["merchantAccountCode"] = Text(), ["merchantReference"] = Text(),
                        ["amount"] = random.Next(4) == 0 ? null : new JsonObject { ["currency"] = "EUR", ["value"] = random.Next() }, ["eventCode"] = Text(), ["success"] = random.Next(2) == 0 ? "true" : "false",
                    },
                };
                return Encoding.UTF8.GetBytes(new JsonObject { ["live"] = "false", ["notificationItems"] = new JsonArray(Item(), Item()) }.ToJsonString());
            default:
                byte[] bytes = new byte[random.Next(0, 3000)];
                random.NextBytes(bytes);
                return bytes;
        }
    }

    private static string Secret(SchemeSample sample, Random random)
    {
        byte[] key = new byte[random.Next(1, 100)];
        random.NextBytes(key);
        return sample.Scheme.Name switch
        {
            "StandardWebhooks" => "whsec_" + Convert.ToBase64String(key),
            "Sha1" => Convert.ToBase64String(key),
            "AdyenClassic" or "AdyenPlatform" => Convert.ToHexString(key),
            _ => "\u00e4" + Convert.ToHexString(key),
        };
    }
}
