using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedWebhooks.Tests.Prix;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests.Providers;

/// <summary>Events among an application's own types: in its serializer options, its endpoints and its services.</summary>
public sealed class HostingTests
{
    private static readonly string s_signed = Examples.Read("schemas/telia/examples/signatorysigned.json");

    private static readonly (string Name, string Value)[] s_binary =
        [("ce-specversion", "1.0"), ("ce-id", "a"), ("ce-source", "/caf%C3%A9"), ("ce-type", "com.shop.order.paid")];

    [Fact]
    public void Context_BesideOneOfSystemTextJson_ServesBothKindsOfTypes()
    {
        JsonSerializerOptions options = new() { TypeInfoResolverChain = { OwnContext.Default, TeliaJsonContext.Default } };
        Receipt receipt = new(3, "ok");
        TeliaEvent e = TeliaEvent.Parse(s_signed);
        Assert.Equal(receipt, JsonSerializer.Deserialize<Receipt>(JsonSerializer.Serialize(receipt, options), options));
        Assert.Equal(e, JsonSerializer.Deserialize<TeliaEvent>(JsonSerializer.Serialize(e, options), options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Version(1, 0), options));
    }

    [Fact]
    public async Task MinimalApi_BindsTheBodyToTheEvent()
    {
        WebApplicationBuilder builder = CreateBuilder();
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, TeliaJsonContext.Default));
        await using WebApplication app = builder.Build();
        app.MapPost("/hooks/telia", static (TeliaEvent e) => Results.Text(e switch
        {
            SignatureRequestCompletedEvent => "completed",
            SignatorySignedEvent signed => signed.EventData.SignatoryId.ToString(),
            UnrecognizedTeliaEvent => "unrecognized",
        }));
        await app.StartAsync();
        using HttpClient client = Client(app);

        Assert.Equal((HttpStatusCode.OK, Guid.Empty.ToString()), await Post(client, s_signed));
        Assert.Equal((HttpStatusCode.OK, "unrecognized"), await Post(client, """{"EventType":"archived"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(client, """{"EventType":""")).Status);
        await app.StopAsync();
    }

    [Theory]
    [InlineData("application/cloudevents+json", """{"specversion":"1.0","id":"a","source":"/shop","type":"com.shop.order.paid","data":{"id":7,"total":1}}""", false, HttpStatusCode.OK, "paid 7 from /shop")]
    [InlineData("application/json", """{"id":7,"total":1}""", true, HttpStatusCode.OK, "paid 7 from /caf\u00E9")]
    [InlineData("application/json", """{"id":"seven"}""", true, HttpStatusCode.OK, "unrecognized com.shop.order.paid")]
    [InlineData("application/json", "{", true, HttpStatusCode.BadRequest, "")]
    [InlineData("application/cloudevents-batch+json", "[]", false, HttpStatusCode.BadRequest, "")]
    public async Task MinimalApi_BindsACloudEventInEitherMode(string contentType, string body, bool isBinary, HttpStatusCode status, string text)
    {
        await using WebApplication app = CreateBuilder().Build();
        app.MapPost("/hooks/shop", static (Shop.ShopEvent e) => Results.Text(e switch
        {
            Shop.OrderPaidEvent paid => $"paid {paid.Data.Id} from {paid.Source}",
            Shop.OrderShippedEvent or Shop.ClosedEvent => "another",
            Shop.UnrecognizedShopEvent => "unrecognized " + e.EventType,
        }));
        await app.StartAsync();
        using HttpClient client = Client(app);
        using HttpRequestMessage request = new(HttpMethod.Post, "/hooks/shop");
        request.Content = new StringContent(body, Encoding.UTF8, contentType);
        foreach ((string name, string value) in isBinary ? s_binary : [])
        {
            request.Headers.Add(name, value);
        }

        using HttpResponseMessage response = await client.SendAsync(request);
        Assert.Equal((status, text), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        await app.StopAsync();
    }

    [Fact]
    public async Task Dispatcher_HandsAnEventToEachOfItsHandlers()
    {
        List<string> handled = [];
        ServiceCollection services = new();
        services.AddSingleton(handled);
        services.AddScoped<IWebhookEventHandler<SignatorySignedEvent>, RemindHandler>();
        services.AddScoped<IWebhookEventHandler<SignatorySignedEvent>, AuditHandler>();
        services.AddScoped<IWebhookEventHandler<UnrecognizedTeliaEvent>, AuditHandler>();
        services.AddScoped<IWebhookEventHandler<TeliaEvent>, CountHandler>();
        AddWebhooks(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        TeliaEventDispatcher dispatcher = scope.ServiceProvider.GetRequiredService<TeliaEventDispatcher>();

        await dispatcher.DispatchAsync(TeliaEvent.Parse(s_signed));
        await dispatcher.DispatchAsync(TeliaEvent.Parse("""{"EventType":"archived"}"""));
        await dispatcher.DispatchAsync(TeliaEvent.Parse(Examples.Read("schemas/telia/examples/signaturerequestcompleted.json")));
        Assert.Equal(["remind signatorysigned", "audit signatorysigned", "count", "audit archived", "count", "count"], handled);
    }

    [Fact]
    public async Task HandlerOfAGroup_TakesItsEventsAndNoOthers()
    {
        List<string> handled = [];
        ServiceCollection services = new();
        services.AddSingleton(handled);
        services.AddScoped<IWebhookEventHandler<SignatureEvent>, GroupHandler>();
        AddPrix(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        PrixEventDispatcher dispatcher = provider.CreateScope().ServiceProvider.GetRequiredService<PrixEventDispatcher>();

        await dispatcher.DispatchAsync(PrixEvent.Parse(Examples.Read("schemas/prix/examples/signature-expired.json")));
        await dispatcher.DispatchAsync(PrixEvent.Parse(Examples.Read("schemas/prix/examples/contract-created.json")));
        Assert.Equal(["SIGNATURE_EXPIRED"], handled);
    }

    private static void AddPrix(ServiceCollection services) =>
        services.AddPrixWebhooks().IgnorePrixEvent<ContractEvent>().IgnorePrixEvent<UnrecognizedPrixEvent>();

    private static void AddWebhooks(ServiceCollection services) => services.AddTeliaWebhooks();

    private static WebApplicationBuilder CreateBuilder()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    private static HttpClient Client(WebApplication app) => new() { BaseAddress = new Uri(new List<string>(app.Urls)[0]) };

    private static async Task<(HttpStatusCode Status, string Text)> Post(HttpClient client, string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync("/hooks/telia", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed class RemindHandler(List<string> handled) : IWebhookEventHandler<SignatorySignedEvent>
    {
        public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken)
        {
            handled.Add("remind " + e.EventType);
            return default;
        }
    }

    private sealed class GroupHandler(List<string> handled) : IWebhookEventHandler<SignatureEvent>
    {
        public ValueTask HandleAsync(SignatureEvent e, CancellationToken cancellationToken)
        {
            handled.Add(e.EventType);
            return default;
        }
    }

    private sealed class CountHandler(List<string> handled) : IWebhookEventHandler<TeliaEvent>
    {
        public ValueTask HandleAsync(TeliaEvent e, CancellationToken cancellationToken)
        {
            handled.Add("count");
            return default;
        }
    }

    private sealed class AuditHandler(List<string> handled) : IWebhookEventHandler<SignatorySignedEvent>, IWebhookEventHandler<UnrecognizedTeliaEvent>
    {
        public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => Note(e);

        public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => Note(e);

        private ValueTask Note(TeliaEvent e)
        {
            handled.Add("audit " + e.EventType);
            return default;
        }
    }
}

/// <summary>A type of the application's own.</summary>
public sealed record Receipt(int Count, string Text);

[JsonSerializable(typeof(Receipt))]
internal sealed partial class OwnContext : JsonSerializerContext;
