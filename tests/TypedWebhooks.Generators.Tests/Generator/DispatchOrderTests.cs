using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Whom the emitted dispatcher asks, and in which order, however deep the groups are in which an event is.</summary>
public sealed class DispatchOrderTests
{
    private static readonly Lazy<EmittedEvents> s_acme = new(static () => new("Acme", GeneratorHarness.Acme(Schema.Of(
        string.Join(
            ",\n",
            Schema.Event("alone"),
            Extending("one", "first"),
            Extending("two", "second"),
            Extending("three", "third"),
            Extending("four", "fourth")),
        """
        "first": { "type": "object", "properties": { "a": { "type": "string" } } },
        "second": { "allOf": [{ "$ref": "#/$defs/first" }], "properties": { "b": { "type": "string" } } },
        "third": { "allOf": [{ "$ref": "#/$defs/second" }], "properties": { "c": { "type": "string" } } },
        "fourth": { "allOf": [{ "$ref": "#/$defs/third" }], "properties": { "d": { "type": "string" } } }
        """))));

    /// <summary>Each event, and the groups that it is in.</summary>
    public static TheoryData<string, string> Events => new()
    {
        { "alone", "AloneEvent" },
        { "one", "OneEvent FirstEvent" },
        { "two", "TwoEvent SecondEvent FirstEvent" },
        { "three", "ThreeEvent ThirdEvent SecondEvent FirstEvent" },
        { "four", "FourEvent FourthEvent ThirdEvent SecondEvent FirstEvent" },
        { "unheard of", "UnrecognizedAcmeEvent" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task NoHandler_AllAreAskedAndItThrows(string name, string lineage)
    {
        Services services = new(static _ => null);
        InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => DispatchAsync(services, name));
        Assert.Contains($"IWebhookEventHandler<{lineage.Split(' ')[0]}>", thrown.Message, StringComparison.Ordinal);
        Assert.Equal([.. Handlers(lineage), "IAcmeEventHandler", "IUnhandledWebhookEventHandler<AcmeEvent>"], services.Asked);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task NoHandlerAndANet_TheNetTakesIt(string name, string lineage)
    {
        Handler net = new();
        Services services = new(asked => asked.StartsWith("IUnhandled", StringComparison.Ordinal) ? net : null);
        await DispatchAsync(services, name);
        Assert.Equal(["net for " + lineage.Split(' ')[0]], net.Took);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task HandlersOfAllLevels_EachTakesItInOrder(string name, string lineage)
    {
        Handler handler = new();
        Services services = new(_ => handler);
        await DispatchAsync(services, name);
        Assert.Equal([.. Handlers(lineage), "IAcmeEventHandler"], services.Asked);
        Assert.Equal(Enumerable.Repeat(lineage.Split(' ')[0], lineage.Split(' ').Length + 1), handler.Took);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task AnyLevelAlone_ItIsHandled(string name, string lineage)
    {
        foreach (string level in Handlers(lineage))
        {
            Handler handler = new();
            await DispatchAsync(new(asked => asked == level ? handler : null), name);
            Assert.Single(handler.Took);
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task HandlerThrows_ThoseBehindItAreNotAsked(string name, string lineage)
    {
        Handler handler = new() { Throws = true };
        Services services = new(asked => asked == "IWebhookEventHandler<AcmeEvent>" ? handler : null);
        await Assert.ThrowsAsync<NotSupportedException>(() => DispatchAsync(services, name));
        Assert.Equal(Handlers(lineage), services.Asked);
    }

    private static string Extending(string name, string group) =>
        $$"""{ "allOf": [{ "$ref": "#/$defs/{{group}}" }], "properties": { "type": { "const": "{{name}}" } } }""";

    private static string[] Handlers(string lineage) => [.. lineage.Split(' ').Append("AcmeEvent").Select(static type => $"IWebhookEventHandler<{type}>")];

    private static async Task DispatchAsync(Services services, string name)
    {
        dynamic dispatcher = Activator.CreateInstance(s_acme.Value.Type("AcmeEventDispatcher"), services)!;
        await (ValueTask)dispatcher.DispatchAsync(s_acme.Value.Parse($$"""{"type":"{{name}}"}"""), CancellationToken.None);
    }

    /// <summary>Notes what the dispatcher looks for.</summary>
    private sealed class Services(Func<string, Handler?> find) : IServiceProvider
    {
        public List<string> Asked { get; } = [];

        public object? GetService(Type serviceType)
        {
            Type handler = Assert.Single(serviceType.GetGenericArguments());
            Asked.Add(handler.IsGenericType ? $"{handler.Name.Split('`')[0]}<{handler.GetGenericArguments()[0].Name}>" : handler.Name);
            return find(Asked[^1]) is not { } found ? null
                : Asked[^1].StartsWith("IUnhandled", StringComparison.Ordinal) ? new IUnhandledWebhookEventHandler<object>[] { found }
                : new IWebhookEventHandler<object>[] { found };
        }
    }

    /// <summary>Takes any event, and is not through with it at once.</summary>
    private sealed class Handler : IWebhookEventHandler<object>, IUnhandledWebhookEventHandler<object>
    {
        public List<string> Took { get; } = [];

        public bool Throws { get; init; }

        public Task HandleLaterAsync(string what)
        {
            Took.Add(what);
            return Throws ? throw new NotSupportedException() : Task.Delay(1);
        }

        public async ValueTask HandleAsync(object e, CancellationToken cancellationToken) => await HandleLaterAsync(e.GetType().Name);

        public async ValueTask HandleUnhandledAsync(object e, CancellationToken cancellationToken) => await HandleLaterAsync("net for " + e.GetType().Name);
    }
}
