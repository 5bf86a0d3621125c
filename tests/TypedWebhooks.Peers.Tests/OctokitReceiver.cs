using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Octokit.Webhooks;
using Octokit.Webhooks.AspNetCore;

namespace TypedWebhooks.Peers.Tests;

/// <summary>A receiver as the README of Octokit.Webhooks.AspNetCore has it.</summary>
internal static class OctokitReceiver
{
    public static Task<Receiver> StartAsync(string? secret) => Receiver.StartAsync(
        (builder, receiver) => builder.Services.AddSingleton<WebhookEventProcessor>(_ => new Processor(receiver)),
        (app, _) => app.MapGitHubWebhooks("/hook", secret));

    /// <summary>With the secret in the options, which may change.</summary>
    public static Task<Receiver> StartWithOptionsAsync(string secret) => Receiver.StartAsync(
        (builder, receiver) =>
        {
            builder.Services.Configure<GitHubWebhookOptions>(builder.Configuration.GetSection("GitHub"));
            builder.Configuration["GitHub:Secret"] = secret;
            builder.Services.AddSingleton<WebhookEventProcessor>(_ => new Processor(receiver));
        },
        (app, _) => app.MapGitHubWebhooks("/hook"));

    /// <summary>Takes events of all kinds: an override for each of them would call this as well.</summary>
    private sealed class Processor(Func<Receiver> receiver) : WebhookEventProcessor
    {
        public override async ValueTask ProcessWebhookAsync(WebhookHeaders headers, WebhookEvent webhookEvent, CancellationToken cancellationToken = default) =>
            await receiver().HandleAsync(cancellationToken);
    }
}
