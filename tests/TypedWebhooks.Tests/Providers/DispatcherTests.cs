using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.Tests.Prix;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests.Providers;

/// <summary>What becomes of an event for which nothing is registered: never nothing.</summary>
public sealed class DispatcherTests
{
    private static readonly TeliaEvent s_signed = TeliaEvent.Parse(Examples.Read("schemas/telia/examples/signatorysigned.json"));
    private static readonly TeliaEvent s_unknown = TeliaEvent.Parse("""{"EventType":"archived"}""");

    [Fact]
    public async Task NoHandler_ThrowsAndSaysWhatToRegister()
    {
        List<string> handled = [];
        Func<TeliaEvent, ValueTask> dispatch = Telia(handled, static services => services.AddScoped<IWebhookEventHandler<SignatureRequestCompletedEvent>, Everything>());
        InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await dispatch(s_signed));
        Assert.Contains("IWebhookEventHandler<SignatorySignedEvent>", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("IUnhandledWebhookEventHandler<TeliaEvent>", thrown.Message, StringComparison.Ordinal);
        thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await dispatch(s_unknown));
        Assert.Contains("IWebhookEventHandler<UnrecognizedTeliaEvent>", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(handled);
    }

    [Fact]
    public async Task NoHandlerAndANet_TheNetTakesIt()
    {
        List<string> handled = [];
        Func<TeliaEvent, ValueTask> dispatch = Telia(handled, static services => services
            .AddScoped<IWebhookEventHandler<SignatorySignedEvent>, Everything>()
            .AddScoped<IUnhandledWebhookEventHandler<TeliaEvent>, Net>());
        await dispatch(s_signed);
        await dispatch(s_unknown);
        Assert.Equal(["signatorysigned", "net archived"], handled);
    }

    [Fact]
    public async Task IgnoredByName_NothingHappens()
    {
        List<string> handled = [];
        Func<TeliaEvent, ValueTask> dispatch = Telia(handled, static services => services.IgnoreTeliaEvent<SignatorySignedEvent>());
        await dispatch(s_signed);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await dispatch(s_unknown));
        Assert.Empty(handled);
    }

    [Fact]
    public async Task GroupIgnoredByName_ItsEventsAreIgnored()
    {
        ServiceCollection services = new();
        Register(services).IgnorePrixEvent<ContractEvent>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        PrixEventDispatcher dispatcher = provider.CreateScope().ServiceProvider.GetRequiredService<PrixEventDispatcher>();
        await dispatcher.DispatchAsync(PrixEvent.Parse(Examples.Read("schemas/prix/examples/contract-created.json")));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await dispatcher.DispatchAsync(PrixEvent.Parse(Examples.Read("schemas/prix/examples/signature-expired.json"))));
    }

    [Fact]
    public void AllEventsIgnoredAsAWhole_Throws() =>
        Assert.Throws<ArgumentException>(static () => new ServiceCollection().IgnoreTeliaEvent<TeliaEvent>());

    [Fact]
    public async Task HandlerOfEveryEvent_IsFoundAsItsInterface()
    {
        List<string> handled = [];
        Func<TeliaEvent, ValueTask> dispatch = Telia(handled, static services => services
            .AddScoped<ITeliaEventHandler, Everything>()
            // Who registers the dispatcher under the interface too gets no endless round.
            .AddScoped<ITeliaEventHandler>(static scope => scope.GetRequiredService<TeliaEventDispatcher>()));
        await dispatch(s_signed);
        await dispatch(s_unknown);
        Assert.Equal(["signatorysigned", "archived"], handled);
    }

    [Fact]
    public async Task DispatcherAlone_IsNoHandlerOfItself() => await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        await Telia([], static services => services.AddScoped<ITeliaEventHandler>(static scope => scope.GetRequiredService<TeliaEventDispatcher>()))(s_signed));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HandlerUnderItsOwnNameOrAKey_IsNotFound(bool keyed) => await Assert.ThrowsAsync<InvalidOperationException>(async () => await Telia([], services => _ = keyed
        ? services.AddKeyedScoped<IWebhookEventHandler<SignatorySignedEvent>, Everything>("key")
        : services.AddScoped<Everything>())(s_signed));

    [Fact]
    public async Task OpenGenericHandler_IsFoundForEachEvent()
    {
        List<string> handled = [];
        Func<TeliaEvent, ValueTask> dispatch = Telia(handled, static services => services.AddScoped(typeof(IWebhookEventHandler<>), typeof(Any<>)));
        await dispatch(s_unknown);
        Assert.Equal(["UnrecognizedTeliaEvent", "TeliaEvent"], handled);
    }

    private static Func<TeliaEvent, ValueTask> Telia(List<string> handled, Action<IServiceCollection> register)
    {
        ServiceCollection services = new();
        services.AddSingleton(handled);
        register(services);
        Register(services);
        TeliaEventDispatcher dispatcher = services.BuildServiceProvider().CreateScope().ServiceProvider.GetRequiredService<TeliaEventDispatcher>();
        return e => dispatcher.DispatchAsync(e);
    }

#pragma warning disable TWH1004 // What this leaves unhandled is what is tested.
    private static IServiceCollection Register(IServiceCollection services) => services.AddTeliaWebhooks().AddPrixWebhooks();
#pragma warning restore TWH1004

    private sealed class Everything(List<string> handled) : ITeliaEventHandler
    {
        public ValueTask HandleAsync(SignatureRequestCompletedEvent e, CancellationToken cancellationToken) => Note(e);

        public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => Note(e);

        public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => Note(e);

        private ValueTask Note(TeliaEvent e)
        {
            handled.Add(e.EventType);
            return default;
        }
    }

    private sealed class Net(List<string> handled) : IUnhandledWebhookEventHandler<TeliaEvent>
    {
        public ValueTask HandleUnhandledAsync(TeliaEvent e, CancellationToken cancellationToken)
        {
            handled.Add("net " + e.EventType);
            return default;
        }
    }

    private sealed class Any<TEvent>(List<string> handled) : IWebhookEventHandler<TEvent>
    {
        public ValueTask HandleAsync(TEvent e, CancellationToken cancellationToken)
        {
            handled.Add(typeof(TEvent).Name);
            return default;
        }
    }
}
