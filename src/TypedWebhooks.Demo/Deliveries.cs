using System.Net.Http.Headers;
using System.Text;

namespace TypedWebhooks.Demo;

/// <summary>Plays the providers: posts to the receiver over HTTP, prints what each body became, and holds it to what was expected.</summary>
internal static class Deliveries
{
    private static readonly string s_schemas = Path.Combine(AppContext.BaseDirectory, "schemas");

    /// <summary>The headers that were chosen when Telia was subscribed to.</summary>
    public const string ClientId = "demo", ClientSecret = "a demo keeps no secret";

    /// <returns>0 when everything became what <see cref="Expected"/> says, else 1.</returns>
    public static async Task<int> PostAllAsync(Uri receiver, Inbox inbox)
    {
        // A proxy of the machine has no business between this process and itself.
        using HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = receiver };

        Console.OutputEncoding = Encoding.UTF8;
        int surprises = 0;
        Console.WriteLine(Row("", "provider", "delivery", "event", "C# type", "HTTP", "members"));
        foreach (Expected expected in Expected.All)
        {
            inbox.Obstacle = expected.How == How.Slow ? Task.Delay(Timeout.Infinite) : null;
            int status = await PostAsync(client, expected);
            Received? received = inbox.Take();
            Console.WriteLine(Row("", expected.Provider, Name(expected.How), received?.EventType, received?.Event.GetType().Name ?? "(no handler)", $"{status}", received?.Members));

            if (status != expected.Status || received?.Event.GetType() != expected.Type || (received?.Members ?? "") != expected.Members)
            {
                surprises++;
                Console.WriteLine(Row("!", "expected", Name(expected.How), expected.Body, expected.Type?.Name ?? "(no handler)", $"{expected.Status}", expected.Members));
            }
        }

        foreach (string example in UnexpectedExamples())
        {
            surprises++;
            Console.WriteLine($"! {example}: {nameof(Expected)} does not say what becomes of this example");
        }

        Console.WriteLine();
        Console.WriteLine(surprises == 0
            ? $"{Expected.All.Count} deliveries, all as expected."
            : $"{Expected.All.Count} deliveries, {surprises} not as expected.");
        return surprises == 0 ? 0 : 1;
    }

    /// <summary>Prints what arrives from elsewhere, until the receiver stops.</summary>
    public static async Task ListenAsync(Uri receiver, Inbox inbox, CancellationToken stopping)
    {
        Console.WriteLine($"Listening on {receiver}hooks/telia, …/prix and …/quicklysign. Ctrl+C ends it.");
        try
        {
            await foreach (Received received in inbox.TakeAllAsync(stopping))
            {
                Console.WriteLine(Row("", "", "", received.EventType, received.Event.GetType().Name, "200", received.Members));
            }
        }
        catch (OperationCanceledException)
        {
            // The end of listening, and no failure.
        }
    }

    private static async Task<int> PostAsync(HttpClient client, Expected expected)
    {
        string provider = expected.Provider.ToLowerInvariant();
        byte[] body = expected.Body.StartsWith('{')
            ? Encoding.UTF8.GetBytes(expected.Body)
            : await File.ReadAllBytesAsync(Path.Combine(s_schemas, provider, "examples", expected.Body));

        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpRequestMessage request = new(HttpMethod.Post, $"hooks/{provider}") { Content = content };
        if (expected.Provider == "Telia")
        {
            // The only one of the three that says who it is.
            WebhookScheme scheme = WebhookScheme.SharedHeaders("client-id", "client-secret");
            WebhookSecrets secrets = scheme.ReadSecrets([ClientId, expected.How == How.WrongSecret ? "another secret" : ClientSecret]);
            foreach ((string name, string value) in scheme.Sign(body, secrets, DateTimeOffset.UtcNow).Headers)
            {
                request.Headers.Add(name, value);
            }
        }

        using HttpResponseMessage response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>Examples that somebody has added to <c>schemas/</c> without a line in <see cref="Expected.All"/>.</summary>
    private static IEnumerable<string> UnexpectedExamples()
    {
        HashSet<string> listed = [.. Expected.All.Select(static e => Path.Combine(e.Provider.ToLowerInvariant(), "examples", e.Body))];
        return Directory.EnumerateFiles(s_schemas, "*.json", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(s_schemas, file))
            .Where(file => !listed.Contains(file))
            .Order(StringComparer.Ordinal);
    }

    private static string Name(How how) => how switch
    {
        How.Again => "again",
        How.WrongSecret => "wrong secret",
        How.Slow => "slow handler",
        _ => "",
    };

    private static string Row(string mark, string provider, string delivery, string? eventType, string type, string status, string? members) =>
        $"{mark,-1} {provider,-12} {delivery,-13} {eventType,-30} {type,-31} {status,-5} {members}".TrimEnd();
}
