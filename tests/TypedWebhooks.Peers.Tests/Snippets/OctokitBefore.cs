using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Octokit.Webhooks;
using Octokit.Webhooks.AspNetCore;
using Octokit.Webhooks.Events;

namespace TypedWebhooks.Peers.Tests.Snippets.OctokitBefore;

internal interface IBuilds
{
    Task StartAsync(string commit, CancellationToken cancellationToken);
}

internal static class Program
{
    public static void Map(WebApplicationBuilder builder, WebApplication app)
    {
        builder.Services.AddSingleton<WebhookEventProcessor, Processor>();
        app.MapGitHubWebhooks("/hooks/github", builder.Configuration["GitHub:Secret"]);
    }
}

internal
sealed class Processor(IBuilds builds) : WebhookEventProcessor
{
    protected override async ValueTask ProcessPushWebhookAsync(WebhookHeaders headers, PushEvent e, CancellationToken cancellationToken) =>
        await builds.StartAsync(e.After, cancellationToken);
}
