using System.Text;
using System.Text.Json;
using Xunit;

namespace TypedWebhooks.Samples.Tests.Queues;

/// <summary>The code of <c>docs/queues.md</c> is that of the files beside this one, which are compiled.</summary>
public sealed class SnippetTests
{
    [Fact]
    public void CodeOfThePage_IsCompiled()
    {
        string[] blocks = [.. File.ReadAllText(Path.Combine(Sample.Root, "docs", "queues.md")).Split("```csharp\n").Skip(1).Select(static block => block[..block.IndexOf("```", StringComparison.Ordinal)])];
        string[] snippets = [.. Directory.GetFiles(Path.Combine(Sample.Root, "tests", "TypedWebhooks.Samples.Tests", "Queues"), "*.cs")
            .Select(File.ReadAllText)
            .Where(static text => text.Contains("// <snippet>\n", StringComparison.Ordinal))
            .Select(static text => text.Split("// <snippet>\n")[1].Split("// </snippet>")[0])];
        Assert.Equal(snippets.Order(StringComparer.Ordinal), blocks.Order(StringComparer.Ordinal));
    }

    /// <summary>The snippets store a delivery as JSON of itself.</summary>
    [Fact]
    public void Delivery_AsJson_IsReadAsItWas()
    {
        WebhookDelivery delivery = new()
        {
            Key = new("Telia/acme", "an id"),
            Provider = "Telia",
            Account = "acme",
            Body = Encoding.UTF8.GetBytes("{\"a\": \"\\u00e9\"}\r\n"),
            Headers = [new("ce-type", "one"), new("ce-type", "two")],
            Coverage = WebhookCoverage.Body | WebhookCoverage.Timestamp,
            ReceivedAt = new(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(1)),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        };

        WebhookDelivery read = JsonSerializer.Deserialize<WebhookDelivery>(JsonSerializer.SerializeToUtf8Bytes(delivery))!;

        Assert.Equal(delivery.Body.ToArray(), read.Body.ToArray());
        Assert.Equal(delivery.Headers, read.Headers);
        Assert.Equal(delivery, read with { Body = delivery.Body, Headers = delivery.Headers });
    }
}
