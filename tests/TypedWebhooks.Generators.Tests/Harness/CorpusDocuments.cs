using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>
/// The providers of the corpus that publish OpenAPI, AsyncAPI or nothing of the kind, as a consumer would declare them: the documents,
/// and the event map where one is needed. The maps are those of the documentation.
/// </summary>
internal static class CorpusDocuments
{
    private const string Adyen = """
        {
          "eventType": "/eventCode",
          "batch": "/notificationItems/*/NotificationRequestItem",
          "also": [
            {
              "eventType": "/type",
              "events": {
                "ach.notificationOfChange": "#/components/schemas/AchNotificationOfChangeNotificationRequest",
                "eft.notificationOfChange": "#/components/schemas/DirectDebitNoticeOfChangeNotificationRequest"
              }
            }
          ]
        }
        """;

    private const string Line = """{ "batch": "/events/*", "envelope": "#/components/schemas/CallbackRequest" }""";

    private const string Xero = """
        {
          "eventType": ["/eventCategory", "/eventType"],
          "batch": "/events/*",
          "envelope": "#/components/schemas/WebhookEvent",
          "events": { "CREDITNOTE.*": "#/components/schemas/CreditNoteWebhookEvent/allOf/1/properties/events/items" }
        }
        """;

    private const string Stripe = """
        {
          "eventType": "/type",
          "envelope": "#/components/schemas/event",
          "data": "/data/object",
          "names": "#/paths/~1v1~1webhook_endpoints/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/enabled_events/items/enum",
          "events": {
            "*": null,
            "plan.*": "#/components/schemas/plan",
            "invoice.*": "#/components/schemas/invoice",
            "charge.*": "#/components/schemas/charge",
            "charge.dispute.*": "#/components/schemas/dispute",
            "customer.*": "#/components/schemas/customer",
            "customer.subscription.*": "#/components/schemas/subscription"
          }
        }
        """;

    private const string Slack = """
        {
          "eventType": ["/event/type", "/event/subtype?"],
          "envelope": "slack_common_event_wrapper_schema.json",
          "data": "/event",
          "names": ["app_mention", "channel_archive", "message", "message.channel_join", "team_join"],
          "handshakes": ["url_verification"]
        }
        """;

    /// <summary>The providers, each with the files that it is declared by.</summary>
    private static readonly Dictionary<string, (string Folder, string[] Files, string? Map)> s_providers = new()
    {
        ["Resend"] = ("resend", ["resend.json"], null),
        ["OpenAi"] = ("openai", ["openapi.json"], null),
        ["Svix"] = ("svix", ["openapi.json"], null),
        ["AdyenPlatform"] = ("adyen", ["BalancePlatform*.json", "Management*.json", "Tokenization*.json"], null),
        ["Adyen"] = ("adyen", ["Webhooks-v1.json"], Adyen),
        ["DropboxSign"] = ("dropbox-sign", ["openapi.yaml"], """{ "body": "multipart json" }"""),
        ["Line"] = ("line", ["webhook.yml"], Line),
        ["Xero"] = ("xero", ["xero-webhooks.yaml"], Xero),
        ["Stripe"] = ("stripe", ["stripe-spec3-2020-08-27.yaml"], Stripe),
        ["Slack"] = ("slack", ["slack_common_event_wrapper_schema.json"], Slack),
        ["SlackTopics"] = ("slack", ["slack_events_api_async_v1.json"], null),
        ["DocuSign"] = ("docusign", ["connect.schema-v2.json"], null),
        ["SlackRtm"] = ("slack", ["slack-rtm-asyncapi.yml"], null),
    };

    public static string FolderOf(string name) => "corpus/" + s_providers[name].Folder;

    /// <summary>The items of a provider's project.</summary>
    /// <param name="withMap">Whether its event map is among them.</param>
    public static SchemaText[] Of(string name, bool withMap = true, params (string Name, string Value)[] metadata)
    {
        (string folder, string[] patterns, string? map) = s_providers[name];
        string root = SharedFiles.InShared($"corpus/{folder}/schema");
        (string, string)[] common = [("Provider", name), .. metadata];
        List<SchemaText> items = [.. patterns
            .SelectMany(pattern => Directory.EnumerateFiles(root, pattern))
            .Order(StringComparer.Ordinal)
            .Select(file => new SchemaText($"/consumer/schemas/{folder}/{Path.GetFileNameWithoutExtension(file)}.json", YamlText.Read($"corpus/{folder}/schema/{Path.GetFileName(file)}"), common))];
        if (withMap && map is not null)
        {
            items.Add(new($"/consumer/schemas/{folder}/{folder}.map.json", map, [.. common, ("Schema", "map")]));
        }

        return [.. items];
    }
}
