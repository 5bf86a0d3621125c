using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Tests;

/// <summary>The JSON of providers that send it as a field of a form.</summary>
public sealed class WebhookFormTests
{
    [Theory]
    [InlineData("json=%7B%22a%22%3A1%7D", """{"a":1}""")]
    [InlineData("a=1&json={\"a\":+\"b%2Bc%26\"}&b=2", "{\"a\": \"b+c&\"}")]
    [InlineData("js%6Fn=%C3%A4", "\u00e4")]
    [InlineData("json=100%&x", "100%")]
    [InlineData("json=%4", "%4")]
    [InlineData("json=a=b", "a=b")]
    [InlineData("json", "")]
    [InlineData("&&json=&", "")]
    [InlineData("Json=1&jsonx=2&xjson=3", null)]
    [InlineData("", null)]
    public void Field_IsDecoded(string body, string? expected)
    {
        byte[]? field = WebhookForm.Field(Encoding.UTF8.GetBytes(body), "json");
        Assert.Equal(expected, field is null ? null : Encoding.UTF8.GetString(field));
    }

    [Fact]
    public void FieldTwice_IsRefused() => Assert.Throws<FormatException>(() => WebhookForm.Field("json=1&x=2&json=3"u8, "json"));

    [Fact]
    public async Task Part_IsWhatHttpClientWrites()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"a\":\"\u00e4\r\n--\"}");
        using MultipartFormDataContent form = new("a 'boundary'") { { new StringContent("x"), "other" }, { new ByteArrayContent(json), "json", "f.json" }, { new ByteArrayContent([]), "empty" } };
        byte[] body = await form.ReadAsByteArrayAsync();
        string contentType = form.Headers.ContentType!.ToString();
        Assert.Equal(json, WebhookForm.Part(body, contentType, "json"));
        Assert.Empty(WebhookForm.Part(body, contentType, "empty")!);
        Assert.Null(WebhookForm.Part(body, contentType, "absent"));
        for (int i = 0; i < body.Length - 4; i++)
        {
            Assert.Throws<FormatException>(() => WebhookForm.Part(body.AsSpan(0, i), contentType, "json"));
        }
    }

    [Theory]
    [InlineData("preamble\r\n--b\r\ncontent-disposition: form-data; filename=\"json\"; NAME=json\r\n\r\n1\r\n--b--\r\nepilogue")]
    [InlineData("--b  \r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"js\\on\"\r\n\r\n1\r\n--b--")]
    public void Part_IsFoundByItsNameAlone(string body) =>
        Assert.Equal("1"u8.ToArray(), WebhookForm.Part(Encoding.UTF8.GetBytes(body), "multipart/form-data; charset=utf-8; boundary=b", "json"));

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=json\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name=json\r\n\r\n2\r\n--b--", "multipart/form-data; boundary=\"b\"")]
    [InlineData("--b--", "multipart/form-data")]
    [InlineData("", "multipart/form-data; boundary=b")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=json\r\n\r\n1", "multipart/form-data; boundary=b")]
    public void PartTwiceOrCutOff_IsRefused(string body, string contentType) =>
        Assert.Throws<FormatException>(() => WebhookForm.Part(Encoding.UTF8.GetBytes(body), contentType, "json"));

    [Fact]
    public void NoForm_NoFieldNorPart()
    {
        Assert.Null(WebhookForm.Part("--b--\r\n"u8, "multipart/form-data; boundary=b", "json"));
        Assert.Throws<ArgumentNullException>(() => WebhookForm.Field([], null!));
        Assert.Throws<ArgumentNullException>(() => WebhookForm.Part([], null!, ""));
    }
}
