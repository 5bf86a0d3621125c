using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.AspNetCore;
using TypedWebhooks.Subscriptions.Tests.QuicklySign;
using TypedWebhooks.Subscriptions.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Subscriptions.Tests;

/// <summary>From the subscription to the typed event and back to where nothing comes any more.</summary>
public sealed class CircleTests
{
    private const string Pack = "ahFzfnF1aWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWY2VDNXNW9DejVnQWJnMTgyYjYwMDQyZTAM";

    [Fact]
    public async Task Telia_EventsThatAreSubscribedToComeTypedUntilTheyAreDeleted()
    {
        TeliaServer telia = new();
        await using LocalServer server = await LocalServer.StartAsync(telia.AnswerAsync);
        await using EventReceiver receiver = await EventReceiver.StartAsync(
            static builder => builder.Services.AddTeliaReceiver(),
            static (app, take) => app.MapTeliaWebhooks("/hooks", (e, _, _) => take(e)),
            ("Webhooks:Telia:Headers:client-id", "your id"),
            ("Webhooks:Telia:Headers:client-secret", "your secret"));
        await using ServiceProvider services = new ServiceCollection()
            .AddTeliaSubscriptions(options => Setup.Telia(server, options)).Services
            .BuildServiceProvider();
        TeliaSubscriptionClient client = services.GetRequiredService<TeliaSubscriptionClient>();

        Assert.Equal([TeliaEventTypes.SignatureRequestCompleted, TeliaEventTypes.SignatorySigned], (await client.ListHooksAsync()).Select(static hook => hook.EventType));
        string id = await client.CreateAsync(new(receiver.Address, TeliaEventTypes.SignatorySigned) { Headers = { ["client-id"] = "your id", ["client-secret"] = "your secret" } });
        string wrong = await client.CreateAsync(new(receiver.Address, TeliaEventTypes.SignatureRequestCompleted) { Headers = { ["client-id"] = "your id", ["client-secret"] = "another secret" } });

        Assert.Equal([200], await telia.RaiseAsync("signatorysigned", Documented.TeliaSignatory));
        Assert.Equal([401], await telia.RaiseAsync("signaturerequestcompleted", Documented.TeliaRequestEvent));
        Assert.Equal(Guid.Empty, Assert.IsType<SignatorySignedEvent>(Assert.Single(receiver.Events)).EventData.SignatoryId);

        TeliaSubscription kept = (await client.ListAsync())[0];
        Assert.Equal((id, "signatorysigned", receiver.Address), (kept.Id, kept.EventType, kept.Uri));
        Assert.Equal(wrong, (await client.GetAsync(wrong, TeliaEventTypes.SignatureRequestCompleted)).Id);
        await client.DeleteAsync(kept.Id, kept.EventType!);
        Assert.Empty(await telia.RaiseAsync("signatorysigned", Documented.TeliaSignatory));
        Assert.Equal(wrong, Assert.Single(await client.ListAsync()).Id);
    }

    [Theory]
    [InlineData(QuicklySignApiVersion.V0)]
    [InlineData(QuicklySignApiVersion.V1)]
    public async Task QuicklySign_ChangesOfAPackComeTypedUntilTheWebhookIsDeleted(QuicklySignApiVersion version)
    {
        QuicklySignServer quickly = new((int)version);
        await using LocalServer server = await LocalServer.StartAsync(quickly.AnswerAsync);
        await using EventReceiver receiver = await EventReceiver.StartAsync(
            static builder => builder.Services.AddQuicklySignReceiver(),
            static (app, take) => app.MapQuicklySignWebhooks("/hooks", (e, _, _) => take(e)).AllowUnsigned());
        await using ServiceProvider services = new ServiceCollection()
            .AddQuicklySignSubscriptions(options => Setup.QuicklySign(server, options, version)).Services
            .BuildServiceProvider();
        QuicklySignSubscriptionClient client = services.GetRequiredService<QuicklySignSubscriptionClient>();

        QuicklySignWebhook webhook = await client.CreateAsync(Pack, receiver.Address);
        Assert.Equal(QuicklySignServer.Key, webhook.Identifier);
        Assert.Equal([200], await quickly.RaiseAsync(Pack, "final_document_generated"));
        FinalDocumentGeneratedEvent e = Assert.IsType<FinalDocumentGeneratedEvent>(Assert.Single(receiver.Events));
        Assert.Equal((Pack, webhook.Identifier), (e.EntityKey, version == QuicklySignApiVersion.V0 ? e.SubscriptionKey : e.WebhookKey));

        Assert.Equal(receiver.Address, (await client.GetAsync(webhook.Identifier)).Callback);
        Assert.Equal(webhook.Identifier, Assert.Single(await client.ListAsync(Pack)).Identifier);
        Assert.Empty(await client.ListAsync("another pack"));
        await client.DeleteAsync(webhook.Identifier);
        Assert.Empty(await quickly.RaiseAsync(Pack, "entity_updated"));

        await client.CreateAsync(Pack, receiver.Address);
        await client.CreateAsync(Pack, receiver.Address);
        await client.DeleteByEntityAsync(Pack);
        Assert.Empty(await client.ListAsync(Pack));
        Assert.Single(receiver.Events);
    }
}
