using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stripe;

namespace TypedWebhooks.Peers.Tests;

/// <summary>A receiver as the documentation of Stripe has it for ASP.NET Core, in a minimal API.</summary>
internal static class StripeReceiver
{
    public static Task<Receiver> StartAsync(string? secret) => Receiver.StartAsync(
        (_, _) => { },
        (app, receiver) => app.MapPost("/hook", async (HttpRequest request) =>
        {
            string json = await new StreamReader(request.Body).ReadToEndAsync(request.HttpContext.RequestAborted);
            try
            {
                Event stripeEvent = EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], secret);
                await receiver.HandleAsync(request.HttpContext.RequestAborted);
                return Results.Ok();
            }
            catch (StripeException)
            {
                return Results.BadRequest();
            }
        }));
}
