using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using TypedWebhooks.AspNetCore.Tests.Acme;
using TypedWebhooks.AspNetCore.Tests.Chat;
using TypedWebhooks.AspNetCore.Tests.Hub;

namespace TypedWebhooks.AspNetCore.Tests;

/// <summary>Receivers that many tests start from.</summary>
internal static class Setup
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string OtherSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    public const string PlainSecret = "It's a Secret to Everybody";
    public const string Paid = """{"id":"evt_1","type":"order.paid","amount":1250}""";
    public const string Shipped = """{"id":"evt_2","type":"order.shipped","carrier":"northern lights"}""";

    /// <summary>The section of a provider.</summary>
    public static Dictionary<string, string?> Section(string provider, params (string Key, string? Value)[] values)
    {
        Dictionary<string, string?> section = [];
        foreach ((string key, string? value) in values)
        {
            section[$"Webhooks:{provider}:{key}"] = value;
        }

        return section;
    }

    /// <summary>An endpoint <c>/hooks</c> for a shop with Standard Webhooks' signatures.</summary>
    public static Task<Receiver> AcmeAsync(
        Calls calls,
        Action<WebhookOptions>? configure = null,
        Action<WebApplicationBuilder>? add = null,
        Action<WebhookEndpointConventionBuilder>? map = null,
        FakeTimeProvider? time = null,
        bool onKestrel = false,
        string pattern = "/hooks",
        IReadOnlyDictionary<string, string?>? configuration = null,
        Action<WebApplication>? use = null,
        string environment = "Production") => Receiver.StartAsync(
            builder =>
            {
                builder.Services.AddAcmeReceiver(configure);
                add?.Invoke(builder);
            },
            app =>
            {
                use?.Invoke(app);
                WebhookEndpointConventionBuilder endpoint = app.MapAcmeWebhooks(pattern, calls.TakeAsync);
                map?.Invoke(endpoint);
            },
            configuration ?? Section("Acme", ("Scheme", "StandardWebhooks"), ("Secrets:0", Secret)),
            time,
            onKestrel,
            environment);

    public static Task<Answer> PostAcmeAsync(this Receiver receiver, string body = Paid, string path = "/hooks") =>
        receiver.PostSignedAsync(path, WebhookScheme.StandardWebhooks, Secret, body);

    /// <summary>An endpoint <c>/hooks</c> for a forge whose header says the event.</summary>
    public static Task<Receiver> HubAsync(Calls calls, Action<WebApplicationBuilder>? add = null) => Receiver.StartAsync(
        builder =>
        {
            builder.Services.AddHubReceiver();
            add?.Invoke(builder);
        },
        app => app.MapHubWebhooks("/hooks", calls.TakeAsync),
        Section("Hub", ("Scheme", "GitHub"), ("Secrets", PlainSecret)));

    public static Task<Answer> PostHubAsync(this Receiver receiver, string body, params (string Name, string Value)[] headers) =>
        receiver.PostSignedAsync("/hooks", WebhookScheme.GitHub, PlainSecret, body, headers);

    /// <summary>An endpoint <c>/hooks</c> for a messenger that sends batches.</summary>
    public static Task<Receiver> ChatAsync(Calls calls, Action<WebhookOptions>? configure = null, Action<WebApplicationBuilder>? add = null) => Receiver.StartAsync(
        builder =>
        {
            builder.Services.AddChatReceiver(configure);
            add?.Invoke(builder);
        },
        app => app.MapChatWebhooks("/hooks", calls.TakeAsync),
        Section("Chat", ("Scheme", "Line"), ("Secrets:0", "channel_secret")));

    public static Task<Answer> PostChatAsync(this Receiver receiver, string body) => receiver.PostSignedAsync("/hooks", WebhookScheme.Line, "channel_secret", body);
}
