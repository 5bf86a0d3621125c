using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using TypedWebhooks.Peers.Tests.Charges;

namespace TypedWebhooks.Peers.Tests.Snippets.StripeAfter;

internal static class Program
{
    public static void Map(WebApplicationBuilder builder, WebApplication app)
    {
        builder.Services.AddStripeReceiver();
        app.MapStripeWebhooks("/hooks/stripe", (e, context, cancellationToken) => e switch
        {
            ChargeSucceededEvent charged => Book(charged.Data.Object.Id),
            ChargeFailedEvent failed => Book(failed.Data.Object.Id),
            UnrecognizedStripeEvent other => Park(other.EventType, other.Json),
        });
    }

    private static async Task Book(string charge) => await Console.Out.WriteLineAsync(charge);

    private static async Task Park(string eventType, JsonElement json) => await Console.Out.WriteLineAsync($"{eventType}: {json}");
}
