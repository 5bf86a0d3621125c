using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using TypedWebhooks.Peers.Tests.GitHub;

namespace TypedWebhooks.Peers.Tests.Snippets.OctokitAfter;

internal interface IBuilds
{
    Task StartAsync(string commit, CancellationToken cancellationToken);
}

internal interface IParking
{
    Task KeepAsync(string eventType, JsonElement json, CancellationToken cancellationToken);
}

internal static class Program
{
    public static void Map(WebApplicationBuilder builder, WebApplication app)
    {
        builder.Services.AddGitHubWebhooks<GitHubHandler>();
        app.MapGitHubWebhooks("/hooks/github");
    }
}

internal
sealed class GitHubHandler(IBuilds builds, IParking parking) : IGitHubEventHandler
{
    public async ValueTask HandleAsync(PushEvent e, CancellationToken cancellationToken) =>
        await builds.StartAsync(e.After, cancellationToken);

    public ValueTask HandleAsync(PingEvent e, CancellationToken cancellationToken) => default;

    public ValueTask HandleAsync(StarEvent e, CancellationToken cancellationToken) => default;

    public async ValueTask HandleAsync(UnrecognizedGitHubEvent e, CancellationToken cancellationToken) =>
        await parking.KeepAsync(e.EventType, e.Json, cancellationToken);
}
