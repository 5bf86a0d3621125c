using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>The schemes whose signature is in the body.</summary>
public sealed class SignedMemberTests
{
    private const string Signature = "ipnxGCaUZ4l8TUW75a71/ghd2Fe5ffvX0pV4TLTntIc=";

    private static readonly WebhookSecrets s_adyen = WebhookScheme.AdyenClassic.ReadSecrets(["DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00"]);
    private static readonly WebhookSecrets s_dropbox = WebhookScheme.DropboxSign.ReadSecrets(["key"]);

    /// <summary>The published item of Adyen's, with changes.</summary>
    public static TheoryData<string, string, WebhookRefusal> AdyenItems() => new()
    {
        { "", "", WebhookRefusal.None },
        { "\"EVENT\"", "\"EV\\u0045NT\"", WebhookRefusal.None },
        { "/ghd", "\\/ghd", WebhookRefusal.None },
        { "\"success\"", "\"succes\\u0073\"", WebhookRefusal.None },
        { "\"true\"", "true", WebhookRefusal.None },
        { "1000}", "\"1000\"}", WebhookRefusal.None },
        { "{\"live\"", "\uFEFF{\"live\"", WebhookRefusal.None },
        { "]}", "],\"more\":{\"notificationItems\":[]}}", WebhookRefusal.None },
        { "{\"hmacSignature\"", "{\"other\":{\"hmacSignature\":1},\"hmacSignature\"", WebhookRefusal.None },
        { "1000}", "1000.0}", WebhookRefusal.Mismatch },
        { "1000}", "1e3}", WebhookRefusal.Mismatch },
        { "1000}", new string('9', 5000) + "}", WebhookRefusal.Mismatch },
        { "1000}", "null}", WebhookRefusal.Mismatch },
        { "{\"currency\": \"EUR\", \"value\": 1000}", "null", WebhookRefusal.Mismatch },
        { "{\"currency\": \"EUR\", \"value\": 1000}", "1", WebhookRefusal.Malformed },
        { "1000}", "1000, \"value\": 1000}", WebhookRefusal.Malformed },
        { "1000}", "[1000]}", WebhookRefusal.Malformed },
        { "\"success\": \"true\"", "\"success\": \"true\", \"success\": \"true\"", WebhookRefusal.Malformed },
        { "\"success\": \"true\"", "\"success\": \"true\", \"succes\\u0073\": \"false\"", WebhookRefusal.Malformed },
        { "\"success\": \"true\"", "\"success\": {}", WebhookRefusal.Malformed },
        { "\"amount\"", "\"amount\": {}, \"amount\"", WebhookRefusal.Malformed },
        { "\"amount\"", "\"amount\": null, \"amount\"", WebhookRefusal.Malformed },
        { "\"additionalData\"", "\"additionalData\": {}, \"additionalData\"", WebhookRefusal.Malformed },
        { "\"additionalData\"", "\"additionalData\": null, \"additionalData\"", WebhookRefusal.Malformed },
        { "\"hmacSignature\"", "\"hmacSignature\": \"\", \"hmacSignature\"", WebhookRefusal.Malformed },
        { "\"notificationItems\"", "\"notificationItems\": [], \"notificationItems\"", WebhookRefusal.Malformed },
        { "\"NotificationRequestItem\"", "\"NotificationRequestItem\": {}, \"NotificationRequestItem\"", WebhookRefusal.Malformed },
        { "\"NotificationRequestItem\"", "\"notificationRequestItem\"", WebhookRefusal.Malformed },
        { "[{", "[{}, {", WebhookRefusal.Malformed },
        { "[{", "[null, {", WebhookRefusal.Malformed },
        { "\"" + Signature + "\"", "null", WebhookRefusal.Missing }, // case 33
        { "hmacSignature", "hmacsignature", WebhookRefusal.Missing },
        { "{\"hmacSignature\": \"" + Signature + "\"}", "null", WebhookRefusal.Missing },
        { "{\"hmacSignature\": \"" + Signature + "\"}", "[]", WebhookRefusal.Malformed },
        { ", \"additionalData\": {\"hmacSignature\": \"" + Signature + "\"}", "", WebhookRefusal.Missing },
        { ", \"additionalData\": {\"hmacSignature\": \"" + Signature + "\"}", ", \"hmacSignature\": \"" + Signature + "\"", WebhookRefusal.Missing },
        { "\"" + Signature + "\"", "1", WebhookRefusal.Malformed },
        { "\"" + Signature + "\"", "\"x\"", WebhookRefusal.Malformed },
        { "\"" + Signature + "\"", "\"" + new string('A', 65536) + "\"", WebhookRefusal.Malformed },
        { "ntIc=", "ntId=", WebhookRefusal.Malformed },
        { "\"EVENT\"", "\"\\ud800\"", WebhookRefusal.Malformed },
        { "}}]}", "}}]", WebhookRefusal.Malformed },
        { "}}]}", "}}]}{}", WebhookRefusal.Malformed },
        { "}}]}", "}}]}x", WebhookRefusal.Malformed },
        { "}}]}", "}}, {\"NotificationRequestItem\": {\"pspReference\": \"2\"}}]}", WebhookRefusal.Missing },
        { "}}]}", "}}, {\"NotificationRequestItem\": {\"pspReference\": \"2\", \"additionalData\": {\"hmacSignature\": \"" + Signature + "\"}}}]}", WebhookRefusal.Mismatch }, // case 32
    };

    [Theory]
    [MemberData(nameof(AdyenItems))]
    public void AdyenItem_VerifiesByItsFields(string old, string now, WebhookRefusal expected)
    {
        string body = """{"live": "false", "notificationItems": [{"NotificationRequestItem": {"pspReference": "pspReference", "originalReference": "originalReference", "merchantAccountCode": "merchantAccount", "merchantReference": "reference", "amount": {"currency": "EUR", "value": 1000}, "eventCode": "EVENT", "success": "true", "additionalData": {"hmacSignature": "ipnxGCaUZ4l8TUW75a71/ghd2Fe5ffvX0pV4TLTntIc="}}}]}""";
        Assert.Contains(old, body, StringComparison.Ordinal);
        Assert.Equal(expected, Adyen(old.Length == 0 ? body : body.Replace(old, now, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", WebhookRefusal.Malformed)]
    [InlineData(" ", WebhookRefusal.Malformed)]
    [InlineData("null", WebhookRefusal.Malformed)]
    [InlineData("[]", WebhookRefusal.Malformed)]
    [InlineData("{", WebhookRefusal.Malformed)]
    [InlineData("{}", WebhookRefusal.Missing)]
    [InlineData("{\"notificationItems\":[]}", WebhookRefusal.Missing)]
    [InlineData("{\"notificationItems\":null}", WebhookRefusal.Malformed)]
    [InlineData("{\"notificationItems\":{}}", WebhookRefusal.Malformed)]
    [InlineData("a=b", WebhookRefusal.Malformed)]
    public void AdyenBodyWithoutItems_IsRefused(string body, WebhookRefusal expected) => Assert.Equal(expected, Adyen(body));

    [Fact]
    public void BrokenBytes_AreRefused()
    {
        byte[] invalid = [.. "{\"notificationItems\":[{\"NotificationRequestItem\":{\"pspReference\":\""u8, 0xFF, .. "\"}}]}"u8];
        Assert.Equal(WebhookRefusal.Malformed, WebhookScheme.AdyenClassic.Verify(WebhookHeaderList.Empty, invalid, s_adyen, default).Refusal);
        Assert.Equal(WebhookRefusal.Malformed, Adyen(string.Concat(System.Linq.Enumerable.Repeat("{\"a\":", 10_000))));
        invalid = [.. "{\"event\":{\"event_time\":\"1\",\"event_hash\":\"0\",\"event_type\":\""u8, 0xFF, .. "\"}}"u8];
        Assert.Equal(WebhookRefusal.Missing, WebhookScheme.DropboxSign.Verify(WebhookHeaderList.Empty, invalid, s_dropbox, default).Refusal);
    }

    /// <summary>What the scheme's documentation warns of: colons are not escaped, so that neighbours share one text.</summary>
    [Fact]
    public void AdyensColons_AreNotToldApart()
    {
        string body = Encoding.UTF8.GetString(WebhookScheme.AdyenClassic.Sign("""{"notificationItems":[{"NotificationRequestItem":{"merchantAccountCode":"a","merchantReference":"b:1","amount":{"value":2}}}]}"""u8.ToArray(), s_adyen, default).Body.Span);
        Assert.Equal(WebhookRefusal.None, Adyen(body));
        Assert.Equal(WebhookRefusal.None, Adyen(body.Replace("\"a\"", "\"a:b\"").Replace("\"b:1\"", "\"1\"")));
    }

    [Theory]
    [InlineData("{}", "{\"additionalData\":{\"hmacSignature\":\"*\"}}")]
    [InlineData("{ \"success\" : true }", "{\"additionalData\":{\"hmacSignature\":\"*\"}, \"success\" : true }")]
    [InlineData("{\"additionalData\":null}", "{\"additionalData\":{\"hmacSignature\":\"*\"}}")]
    [InlineData("{\"additionalData\":{}}", "{\"additionalData\":{\"hmacSignature\":\"*\"}}")]
    [InlineData("{\"additionalData\":{ \"a\":1}}", "{\"additionalData\":{\"hmacSignature\":\"*\", \"a\":1}}")]
    [InlineData("{\"additionalData\":{ \"a\":1, \"hmacSignature\" : null }}", "{\"additionalData\":{ \"a\":1, \"hmacSignature\" : \"*\" }}")]
    [InlineData("{\"additionalData\":{\"hmacSignature\":\"old\"}}", "{\"additionalData\":{\"hmacSignature\":\"*\"}}")]
    public void SignedAdyenItem_IsOtherwiseAsItWas(string item, string expected)
    {
        byte[] body = Encoding.UTF8.GetBytes($"{{ \"notificationItems\": [ {{\"NotificationRequestItem\":{item}}}, {{\"NotificationRequestItem\":{item}}} ] }}\n");
        string signed = Encoding.UTF8.GetString(WebhookScheme.AdyenClassic.Sign(body, s_adyen, default).Body.Span);
        Assert.Equal(WebhookRefusal.None, Adyen(signed));
        string starred = System.Text.RegularExpressions.Regex.Replace(signed, "\"[A-Za-z0-9+/]{43}=\"", "\"*\"");
        Assert.Equal($"{{ \"notificationItems\": [ {{\"NotificationRequestItem\":{expected}}}, {{\"NotificationRequestItem\":{expected}}} ] }}\n", starred);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"notificationItems\":[1]}")]
    [InlineData("{\"notificationItems\":[{\"NotificationRequestItem\":{\"success\":\"\\ud800\"}}]}")]
    public void WhatIsNoNotification_IsNotSigned(string body)
    {
        Assert.Throws<ArgumentException>(() => WebhookScheme.AdyenClassic.Sign(Encoding.UTF8.GetBytes(body), s_adyen, default));
        Assert.Throws<ArgumentException>(() => WebhookScheme.DropboxSign.Sign(Encoding.UTF8.GetBytes(body), s_dropbox, default));
    }

    [Theory]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\"}}", "{\"event\":{\"event_hash\":\"*\",\"event_time\":\"1\",\"event_type\":\"a\"}}")]
    [InlineData("{\"x\":{\"event\":1},\"event\":{\"event_time\":1,\"event_hash\":null, \"event_type\":\"a\"}, \"y\":[]}", "{\"x\":{\"event\":1},\"event\":{\"event_time\":1,\"event_hash\":\"*\", \"event_type\":\"a\"}, \"y\":[]}")]
    public void SignedDropboxBody_IsOtherwiseAsItWas(string body, string expected)
    {
        byte[] signed = WebhookScheme.DropboxSign.Sign(Encoding.UTF8.GetBytes(body), s_dropbox, default).Body.ToArray();
        Assert.Equal(expected, System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(signed), "\"[a-f0-9]{64}\"", "\"*\""));
        WebhookVerification found = WebhookScheme.DropboxSign.Verify(WebhookHeaderList.Empty, signed, s_dropbox, default);
        Assert.Equal((WebhookRefusal.None, DateTimeOffset.FromUnixTimeSeconds(1)), (found.Refusal, found.Timestamp));
    }

    [Theory]
    [InlineData("", WebhookRefusal.Missing)]
    [InlineData("{", WebhookRefusal.Missing)]
    [InlineData("[]", WebhookRefusal.Missing)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\"}}", WebhookRefusal.Missing)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"*\",\"event_hash\":\"*\"}}", WebhookRefusal.Missing)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"b\",\"event_type\":\"a\",\"event_hash\":\"*\"}}", WebhookRefusal.Missing)]
    [InlineData("{\"event\":{\"event_type\":\"b\"},\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"*\"}}", WebhookRefusal.Missing)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"\"}}", WebhookRefusal.Malformed)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"00\"}}", WebhookRefusal.Malformed)]
    [InlineData("{\"event\":{\"event_time\":\"1e0\",\"event_type\":\"a\",\"event_hash\":\"*\"}}", WebhookRefusal.Malformed)]
    [InlineData("{\"event\":{\"event_time\":\"\",\"event_type\":\"1a\",\"event_hash\":\"*\"}}", WebhookRefusal.Malformed)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"*\"}}", WebhookRefusal.None)]
    [InlineData("\uFEFF {\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"*\"}}", WebhookRefusal.None)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"*\"},\"x\":\"&json={}&\"}", WebhookRefusal.Malformed)]
    [InlineData("{\"event\":{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"*\"},\"x\":\"&js%6Fn=%7B&\"}", WebhookRefusal.Malformed)]
    [InlineData("a=b&json=%7B%22event%22:{\"event_time\":\"1\",\"event_type\":\"a\",\"event_hash\":\"*\"}}", WebhookRefusal.None)]
    [InlineData("json=%7B%7D&json=%7B%7D", WebhookRefusal.Malformed)]
    [InlineData("a=b", WebhookRefusal.Missing)]
    public void DropboxBody_VerifiesByItsEvent(string body, WebhookRefusal expected)
    {
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("key"u8, "1a"u8));
        Assert.Equal(expected, WebhookScheme.DropboxSign.Verify(WebhookHeaderList.Empty, Encoding.UTF8.GetBytes(body.Replace("*", hash)), s_dropbox, default).Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("event.json")] // case 36
    public async Task DropboxForm_Verifies(string? fileName)
    {
        byte[] json = WebhookScheme.DropboxSign.Sign("""{"event":{"event_time":"1","event_type":"a"}}"""u8.ToArray(), s_dropbox, default).Body.ToArray();
        using MultipartFormDataContent form = [];
        if (fileName is null)
        {
            form.Add(new ByteArrayContent(json), "json");
        }
        else
        {
            form.Add(new ByteArrayContent(json), "json", fileName);
        }

        byte[] body = await form.ReadAsByteArrayAsync();
        KeyValuePair<string, string> type = new("content-type", form.Headers.ContentType!.ToString());
        WebhookVerification Verify(params KeyValuePair<string, string>[] headers) => WebhookScheme.DropboxSign.Verify(new WebhookHeaderList(headers), body, s_dropbox, default);
        Assert.Equal(WebhookRefusal.None, Verify(type).Refusal);
        Assert.Equal(WebhookRefusal.Repeated, Verify(type, type).Refusal);
        Assert.Equal(WebhookRefusal.Malformed, Verify(new KeyValuePair<string, string>("Content-Type", "multipart/form-data")).Refusal);
        Assert.Equal(WebhookRefusal.Malformed, Verify(new KeyValuePair<string, string>("Content-Type", "multipart/form-data; boundary=x")).Refusal);
        Assert.Equal(WebhookRefusal.Missing, Verify().Refusal);
    }

    [Fact]
    public void DropboxTolerance_IsAskedFor()
    {
        byte[] body = WebhookScheme.DropboxSign.Sign("""{"event":{"event_time":"1000","event_type":"a"}}"""u8.ToArray(), s_dropbox, default).Body.ToArray();
        WebhookRefusal At(long seconds) => WebhookScheme.DropboxSign.Verify(WebhookHeaderList.Empty, body, s_dropbox, DateTimeOffset.FromUnixTimeSeconds(seconds), TimeSpan.FromSeconds(10)).Refusal;
        Assert.Equal([WebhookRefusal.TooNew, WebhookRefusal.None, WebhookRefusal.None, WebhookRefusal.TooOld], (WebhookRefusal[])[At(989), At(990), At(1010), At(1011)]);
    }

    private static WebhookRefusal Adyen(string body) => WebhookScheme.AdyenClassic.Verify(WebhookHeaderList.Empty, Encoding.UTF8.GetBytes(body), s_adyen, default).Refusal;
}
