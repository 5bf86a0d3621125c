using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TypedWebhooks.Subscriptions.Tests;

/// <summary>QuicklySign as its page describes it, in either version: it keeps webhooks, and calls them when a document pack changes.</summary>
internal sealed class QuicklySignServer(int version)
{
    public const string Id = "quickly-id-77";
    public const string Secret = "quickly+secret/9&ä=";
    public const string Key = "ahNkZXZ-cXVpY2tseXNpZ24tZGV2chkLEgxTdWJzY3JpcHRpb24YgICAgIDwiwoM";

    private readonly List<Kept> _kept = [];

    private string Word => version == 0 ? "subscription" : "webhook";

    public async Task AnswerAsync(Asked asked, HttpContext context)
    {
        string path = context.Request.Path.Value!;
        string all = $"/v{version}/{Word}s";
        string one = $"/v{version}/{Word}";
        using JsonDocument? body = asked.Body.Length == 0 ? null : JsonDocument.Parse(asked.Body);
        string? id = body?.RootElement.GetProperty("client_id").GetString() ?? context.Request.Query["client_id"];
        string? secret = body?.RootElement.GetProperty("client_secret").GetString() ?? context.Request.Query["client_secret"];
        string? entity = context.Request.Query["entity_key"];
        if (id != Id || secret != Secret)
        {
            await LocalServer.SayAsync(context, 401, $$"""{ "error": "client {{id}} has another secret than {{secret}}", "url": "{{asked.Target}}" }""");
            return;
        }

        if (asked.Method == "POST" && path == all)
        {
            JsonElement webhook = body!.RootElement.GetProperty("webhook");
            Kept kept = new(_kept.Count == 0 ? Key : Key + _kept.Count, webhook.GetProperty("entity_key").GetString()!, webhook.GetProperty("callback").GetString()!);
            _kept.Add(kept);
            await LocalServer.SayAsync(context, 200, Envelope($"\"{Word}\": " + Json(kept)));
        }
        else if (asked.Method == "GET" && path == all)
        {
            await LocalServer.SayAsync(context, 200, Envelope($"\"{Word}s\": [ " + string.Join(", ", _kept.Where(kept => kept.Entity == entity).Select(Json)) + " ]"));
        }
        else if (asked.Method == "GET" && _kept.Find(kept => path == $"{all}/{kept.Key}") is { } found)
        {
            await LocalServer.SayAsync(context, 200, Envelope($"\"{Word}\": " + Json(found)));
        }
        else if (asked.Method == "DELETE" && (entity is null ? _kept.RemoveAll(kept => path == $"{one}/{kept.Key}") : path == one ? _kept.RemoveAll(kept => kept.Entity == entity) : 0) > 0)
        {
            await LocalServer.SayAsync(context, 200);
        }
        else
        {
            await LocalServer.SayAsync(context, 404, """{ "status": { "status_code": 404 } }""");
        }
    }

    /// <summary>Calls all who watch a document pack, and gives their answers.</summary>
    public async Task<IReadOnlyList<int>> RaiseAsync(string entityKey, string callbackEvent)
    {
        using HttpClient client = new();
        List<int> answers = [];
        foreach (Kept kept in _kept.Where(kept => kept.Entity == entityKey))
        {
            string body = $$"""{"entity_type": "Document", "entity_key": "{{entityKey}}", "callback_event": "{{callbackEvent}}", "{{Word}}_key": "{{kept.Key}}"}""";
            using StringContent content = new(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await client.PostAsync(new Uri(kept.Callback), content);
            answers.Add((int)response.StatusCode);
        }

        return answers;
    }

    /// <summary>The documentation's answer with what was asked for in it. Its <c>webhook_key</c> is null.</summary>
    private string Json(Kept kept) => $$"""
        {
                    "entity_key": "{{kept.Entity}}",
                    "date_updated": 1401645889795,
                    "{{Word}}_key": null,
                    "callback": "{{kept.Callback}}",
                    "key": "{{kept.Key}}",
                    "date_created": 1401645889795
                }
        """;

    private static string Envelope(string data) => $$"""
        {
            "status": {
                "status_code": 200
            },
            "data": {
                {{data}}
            }
        }
        """;

    private sealed record Kept(string Key, string Entity, string Callback);
}
