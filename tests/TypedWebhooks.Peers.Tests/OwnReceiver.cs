using Microsoft.AspNetCore.Builder;
using TypedWebhooks.AspNetCore;
using TypedWebhooks.Peers.Tests.Charges;
using TypedWebhooks.Peers.Tests.GitHub;

namespace TypedWebhooks.Peers.Tests;

/// <summary>The same receivers with this library.</summary>
internal static class OwnReceiver
{
    public static Task<Receiver> StartGitHubAsync(string? secret) => Receiver.StartAsync(
        (builder, _) =>
        {
            builder.Configuration["Webhooks:GitHub:Scheme"] = "GitHub";
            builder.Configuration["Webhooks:GitHub:Secrets"] = secret;
            builder.Services.AddGitHubReceiver();
        },
        (app, receiver) => app.MapGitHubWebhooks("/hook", (_, _, cancellationToken) => receiver.HandleAsync(cancellationToken)));

    public static Task<Receiver> StartStripeAsync(string? secret) => Receiver.StartAsync(
        (builder, _) =>
        {
            builder.Configuration["Webhooks:Stripe:Scheme"] = "Stripe";
            builder.Configuration["Webhooks:Stripe:Secrets"] = secret;
            builder.Services.AddStripeReceiver();
        },
        (app, receiver) => app.MapStripeWebhooks("/hook", (_, _, cancellationToken) => receiver.HandleAsync(cancellationToken)));
}
