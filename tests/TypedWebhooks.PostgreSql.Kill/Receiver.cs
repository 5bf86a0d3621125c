using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedWebhooks.PostgreSql.Kill.Orders;

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
        builder.Services.AddOrdersReceiver(static options =>
        {
            options.Scheme = WebhookScheme.StandardWebhooks;
            options.Secrets.Add(Signature.Secret);
        });
        WebApplication app = builder.Build();
        app.MapOrdersWebhooks("/hooks/orders").ToSink<PostgresWebhookInbox>();
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }
}
