using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>A process that verifies deliveries and stores them.</summary>
internal static class Receiver
{
    public static async Task RunAsync(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.ListenLocalhost(port));
        builder.Services.AddPostgresWebhooks(Settings.ConnectionString);
        WebApplication app = builder.Build();
        app.MapPost("/hooks/orders", async (HttpRequest request, PostgresWebhookInbox inbox) =>
        {
            using MemoryStream body = new();
            await request.Body.CopyToAsync(body);
            byte[] bytes = body.ToArray();
            if (request.Headers[Signature.Header] != Signature.Of(bytes))
            {
                return Results.Unauthorized();
            }

            try
            {
                string id = WebhookDuplicateKey.Members("/id").Find(bytes, bytes, null)!;
                await inbox.AcceptAsync(new() { Key = new("Orders", id), Provider = "Orders", Body = bytes, ReceivedAt = DateTimeOffset.UtcNow }, default);
                return Results.Ok();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return Results.StatusCode(503);
            }
        });
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }
}
