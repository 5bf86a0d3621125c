using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TypedWebhooks.Subscriptions.Tests;

/// <summary>Telia Sign as its page describes it: it keeps subscriptions, and sends events with the headers that were chosen.</summary>
internal sealed class TeliaServer
{
    public const string Token = "telia-token-eyJhbGciOi";
    public const string Key = "telia-subscription-key-5ef1";

    private readonly List<Kept> _kept = [];

    public void Keep(string id, string eventType, string uri, string description, Dictionary<string, string>? headers = null) =>
        _kept.Add(new(id, eventType, uri, description, headers ?? []));

    public async Task AnswerAsync(Asked asked, HttpContext context)
    {
        if (asked.Headers.GetValueOrDefault("Authorization") != $"Bearer {Token}" || asked.Headers.GetValueOrDefault("Ocp-Apim-Subscription-Key") != Key)
        {
            await LocalServer.SayAsync(context, 401, """{ "statusCode": 401, "message": "Access denied due to invalid subscription key." }""");
            return;
        }

        string path = context.Request.Path.Value!;
        string eventType = context.Request.Query["eventType"].ToString();
        Kept? one = _kept.Find(kept => path == "/hooks/v1/subscription/" + kept.Id && kept.EventType == eventType);
        switch (asked.Method, path)
        {
            case ("GET", "/hooks/v1"):
                await LocalServer.SayAsync(context, 200, Documented.TeliaCatalogue);
                break;
            case ("POST", "/hooks/v1/subscription"):
                using (JsonDocument body = JsonDocument.Parse(asked.Body))
                {
                    JsonElement root = body.RootElement;
                    string id = $"12300000-0000-0000-0000-{_kept.Count:D12}";
                    Dictionary<string, string> headers = root.TryGetProperty("Headers", out JsonElement chosen) ? chosen.EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!) : [];
                    // What is not PascalCase is refused, so that a test sees it.
                    string name = root.GetProperty("EventType").GetString()!;
                    if (!char.IsUpper(name[0]))
                    {
                        await LocalServer.SayAsync(context, 400, "unknown event");
                        break;
                    }

                    Keep(id, name.ToLowerInvariant(), root.GetProperty("Uri").GetString()!, root.TryGetProperty("Description", out JsonElement said) ? said.GetString()! : "", headers);
                    await LocalServer.SayAsync(context, 200, $$"""{ "id": "{{id}}" }""");
                }

                break;
            case ("GET", "/hooks/v1/subscription"):
                await LocalServer.SayAsync(context, 200, $$"""{ "items": [ {{string.Join(", ", _kept.Select(static kept => kept.Json))}} ] }""");
                break;
            case ("GET", _) when one is not null:
                await LocalServer.SayAsync(context, 200, one.Json);
                break;
            case ("DELETE", _) when one is not null:
                _kept.Remove(one);
                await LocalServer.SayAsync(context, 202);
                break;
            default:
                await LocalServer.SayAsync(context, 404, "no such subscription");
                break;
        }
    }

    /// <summary>Sends an event to all who have subscribed to it, and gives their answers.</summary>
    public async Task<IReadOnlyList<int>> RaiseAsync(string eventType, string body)
    {
        using HttpClient client = new();
        List<int> answers = [];
        foreach (Kept kept in _kept.Where(kept => kept.EventType == eventType))
        {
            using HttpRequestMessage request = new(HttpMethod.Post, kept.Uri) { Content = new StringContent(body.Replace("event type name", eventType), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
            foreach ((string name, string value) in kept.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using HttpResponseMessage response = await client.SendAsync(request);
            answers.Add((int)response.StatusCode);
        }

        return answers;
    }

    private sealed record Kept(string Id, string EventType, string Uri, string Description, Dictionary<string, string> Headers)
    {
        public string Json => $$"""{ "id": "{{Id}}", "eventType": "{{EventType}}", "uri": "{{Uri}}", "description": "{{Description}}" }""";
    }
}
