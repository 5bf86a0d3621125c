#if GITHUB
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Octokit.Webhooks;
using Octokit.Webhooks.AspNetCore;
using TypedWebhooks.AspNetCore;
using TypedWebhooks.Benchmarks.GitHub;

namespace TypedWebhooks.Benchmarks.Receiving;

/// <summary>A process that receives in one of the ways, until its input ends.</summary>
internal static class LoadServer
{
    public const string Argument = "--load-server";
    public const string Secret = "It's a Secret to Everybody";

    public static readonly string[] Ways = ["the body read and hashed", "TypedWebhooks.AspNetCore", "the same, no duplicate key", "Octokit.Webhooks.AspNetCore 4.2.3"];

    public static async Task RunAsync(int way)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Webhooks:GitHub:Scheme"] = "GitHub";
        builder.Configuration["Webhooks:GitHub:Secrets"] = Secret;
        builder.Services.AddWebhookReceiver<GitHubEvent>(options => options.DuplicateKey = way == 2 ? WebhookDuplicateKey.None : null);
        builder.Services.AddSingleton<WebhookEventProcessor, EmptyProcessor>();
        WebApplication app = builder.Build();
        switch (way)
        {
            case 0:
                app.MapPost("/hooks", (RequestDelegate)HashAsync);
                break;
            case 1 or 2:
                app.MapWebhooks<GitHubEvent>("/hooks", static (_, _, _) => Task.CompletedTask);
                break;
            default:
                app.MapGitHubWebhooks("/hooks", Secret);
                break;
        }

        app.MapGet("/spent", (RequestDelegate)(static context => context.Response.WriteAsync($"{GC.GetTotalAllocatedBytes(precise: true)} {Environment.CpuUsage.TotalTime.Ticks}")));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    /// <summary>What nobody can do without: the bytes, and their HMAC.</summary>
    private static async Task HashAsync(HttpContext context)
    {
        byte[] body = new byte[context.Request.ContentLength!.Value];
        await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body);
        string header = context.Request.Headers["X-Hub-Signature-256"].ToString();
        context.Response.StatusCode = CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(header.AsSpan(7))) ? 200 : 401;
    }

    /// <summary>Octokit's own empty handlers, one for each event.</summary>
    private sealed class EmptyProcessor : WebhookEventProcessor;
}
#endif
