using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stripe;

namespace TypedWebhooks.Peers.Tests.Snippets.StripeBefore;

internal static class Program
{
    public static void Map(WebApplication app, string secret)
    {
        app.MapPost("/hooks/stripe", async (HttpRequest request) =>
        {
            string json = await new StreamReader(request.Body).ReadToEndAsync();
            try
            {
                Event e = EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], secret);
                if (e.Type == EventTypes.ChargeSucceeded)
                {
                    Charge charge = (Charge)e.Data.Object;
                    await Book(charge.Id);
                }

                return Results.Ok();
            }
            catch (StripeException)
            {
                return Results.BadRequest();
            }
        });
    }

    private static async Task Book(string charge) => await Console.Out.WriteLineAsync(charge);
}
