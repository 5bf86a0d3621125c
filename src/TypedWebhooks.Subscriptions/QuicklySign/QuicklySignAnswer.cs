using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace TypedWebhooks.Subscriptions;

/// <summary>
/// The envelope of QuicklySign's answers, <c>{ "status": { "status_code": 200 }, "data": { "webhook": … } }</c>. The documentation shows it
/// for a creation only; version 0's word, and the plural of a list, stand in the place of <c>webhook</c> where it does not.
/// </summary>
internal sealed class QuicklySignAnswer
{
    private QuicklySignAnswer(HttpStatusCode? status, JsonElement? data)
    {
        Status = status;
        Data = data;
    }

    /// <summary>What the envelope says of the call, which may be no success although HTTP says so.</summary>
    public HttpStatusCode? Status { get; }

    private JsonElement? Data { get; }

    public static QuicklySignAnswer? Read(string text)
    {
        if (JsonMembers.Of(JsonText.Parse(text)) is not { } members)
        {
            return null;
        }

        HttpStatusCode? status = members.Element("status") is { } said && JsonMembers.Of(said)?.Text("status_code") is { } code
            && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? (HttpStatusCode)number : null;
        return new(status, members.Element("data"));
    }

    public QuicklySignWebhook? Webhook() => Find("webhook", "subscription") is { } webhook ? QuicklySignWebhook.Read(webhook) : null;

    public List<QuicklySignWebhook>? Webhooks() => Find("webhooks", "subscriptions", "webhook", "subscription") switch
    {
        null when Data is { ValueKind: JsonValueKind.Array } array => JsonText.Items(array, QuicklySignWebhook.Read),
        { ValueKind: JsonValueKind.Array } array => JsonText.Items(array, QuicklySignWebhook.Read),
        { } one when QuicklySignWebhook.Read(one) is { } webhook => [webhook],
        _ => null,
    };

    private JsonElement? Find(params System.ReadOnlySpan<string> names)
    {
        if (Data is not { } data || JsonMembers.Of(data) is not { } members)
        {
            return null;
        }

        foreach (string name in names)
        {
            if (members.Element(name) is { } element)
            {
                return element;
            }
        }

        return null;
    }
}
