using System.Diagnostics;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedWebhooks.AspNetCore.Tests.Hub;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Handling;

/// <summary>What a delivery costs beside its event (acceptance case 72).</summary>
public class AllocationTests
{
    /// <summary>Code that is built without optimization has an object for each asynchronous method; else there is none where nothing is waited for.</summary>
    private static readonly int s_stateMachines = typeof(WebhookOptions).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true ? 3500 : 0;

    private const int Warm = 300, Measured = 300, Rounds = 5, BodySize = 1024;

    [Fact]
    public async Task VerifiedDelivery_AllocatesNoMoreThanItsBodyAndItsEvent_72()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Webhooks:Hub:Scheme"] = "GitHub";
        builder.Configuration["Webhooks:Hub:Secrets"] = Setup.PlainSecret;
        builder.Services.AddHubReceiver();
        await using WebApplication app = builder.Build();
        app.MapHubWebhooks("/hooks", static (_, _, _) => Task.CompletedTask);
        RequestDelegate receive = ((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints).Single().RequestDelegate!;
        DefaultHttpContext[] requests = [.. Enumerable.Range(0, Warm + Measured).Select(number => Request(app.Services, number))];
        for (int i = 0; i < Warm; i++)
        {
            await receive(requests[i]);
        }

        // The least of several rounds: now and then the ledger's table grows.
        long bytes = requests.Skip(Warm).Chunk(Measured / Rounds).Min(round => AllocatedBy(receive, round));
        Assert.All(requests, static request => Assert.Equal(200, request.Response.StatusCode));
        Assert.InRange(bytes, 1, BodySize + EventSize() + s_stateMachines);
    }

    private static long AllocatedBy(RequestDelegate receive, DefaultHttpContext[] requests)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (DefaultHttpContext request in requests)
        {
            Task task = receive(request);
            Assert.True(task.IsCompletedSuccessfully);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / requests.Length;
    }

    private static long EventSize()
    {
        byte[] body = Body(0);
        HubEvent.Parse("push", body);
        long before = GC.GetAllocatedBytesForCurrentThread();
        HubEvent.Parse("push", body);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Body(int number) => Encoding.UTF8.GetBytes($$"""{"ref":"{{number:0000}}"}""".PadRight(BodySize));

    private static DefaultHttpContext Request(IServiceProvider services, int number)
    {
        byte[] body = Body(number);
        DefaultHttpContext context = new() { RequestServices = services };
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body);
        context.Request.Headers["X-GitHub-Event"] = "push";
        foreach ((string name, string value) in WebhookScheme.GitHub.Sign(body, WebhookScheme.GitHub.ReadSecrets([Setup.PlainSecret]), DateTimeOffset.UtcNow).Headers)
        {
            context.Request.Headers[name] = value;
        }

        // The server has this anyway; here it is made when it is asked for.
        _ = context.RequestAborted;
        return context;
    }
}
