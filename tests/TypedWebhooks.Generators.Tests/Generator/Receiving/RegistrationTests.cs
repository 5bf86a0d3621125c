using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.Generators.Tests.Generator.Versions;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Receiving;

/// <summary>What is registered for an application that receives deliveries, and how its endpoints are mapped.</summary>
public sealed class RegistrationTests
{
    private const string Handlers = """
        using Consumer.Telia;
        using Consumer.Prix;
        public sealed class TeliaHandler(WebhookContext context) : ITeliaEventHandler
        {
            public static List<string> Took { get; } = new();
            public ValueTask HandleAsync(SignatureRequestCompletedEvent e, CancellationToken cancellationToken) => Take(e);
            public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => Take(e);
            public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => Take(e);
            private ValueTask Take(TeliaEvent e) { Took.Add(context.Id + " " + e.EventType); return default; }
        }
        public sealed class Signed : IWebhookEventHandler<SignatorySignedEvent> { public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => default; }
        """;

    private static readonly SchemaText s_telia = GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"));
    private static readonly SchemaText s_prix = GeneratorHarness.Known("schemas/prix/prix.schema.json", ("Provider", "Prix"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HandlerClass_GetsTheDeliverysEventsAndItsContext(bool hasPackage)
    {
        Assembly assembly = Load(hasPackage, "services.AddTeliaWebhooks<TeliaHandler>();");
        ServiceCollection services = Registered(assembly);
        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        IWebhookProcessor processor = provider.GetServices<IWebhookProcessor>().Single(static each => each.Provider.Name == "Telia");
        using (IServiceScope scope = provider.CreateScope())
        {
            WebhookContext context = new(Receiver.Delivery("Telia", """{"EventType":"signatorydeclined"}"""));
            await processor.ProcessAsync(context, scope.ServiceProvider, new HashSet<int>(), CancellationToken.None);
            Assert.Same(context, scope.ServiceProvider.GetRequiredService<WebhookContext>());
        }

        Assert.Equal(["id signatorydeclined"], (List<string>)assembly.GetType("TeliaHandler")!.GetProperty("Took")!.GetValue(null)!);

        // Outside of a delivery there is none, and that is said.
        using IServiceScope other = provider.CreateScope();
        Assert.Throws<InvalidOperationException>(() => other.ServiceProvider.GetRequiredService<WebhookContext>());
    }

    /// <summary>Twice the same handler would handle each event twice, and twice the same processor is one too many for who looks it up.</summary>
    [Theory]
    [InlineData("services.AddTeliaWebhooks<TeliaHandler>(); services.AddTeliaWebhooks<TeliaHandler>();", 1)]
    [InlineData("services.AddTeliaWebhooks<TeliaHandler>(); services.AddTeliaWebhooks();", 1)]
    [InlineData("services.AddScoped<ITeliaEventHandler, TeliaHandler>(); services.AddTeliaWebhooks(); services.AddTeliaWebhooks<TeliaHandler>();", 1)]
    [InlineData("services.AddTeliaWebhooks(); services.AddTeliaWebhooks();", 0)]
    public void RegisteredTwice_IsThereOnce(string code, int handlers)
    {
        Assembly assembly = Load(hasPackage: false, code);
        ServiceCollection services = Registered(assembly);
        Type handler = assembly.GetType("Consumer.Telia.ITeliaEventHandler")!;
        Assert.Equal(handlers, services.Count(each => each.ServiceType == handler));
        Assert.Single(services, static each => each.ServiceType == typeof(IWebhookProcessor));
        Assert.Single(services, static each => each.ServiceType == typeof(WebhookContext));
        Assert.Single(services, static each => each.ServiceType == typeof(WebhookContextHolder));
        Assert.Single(services, each => each.ServiceType == assembly.GetType("Consumer.Telia.TeliaEventDispatcher"));
    }

    [Fact]
    public void SeveralProviders_HaveAProcessorEach()
    {
        ServiceCollection services = Registered(Load(hasPackage: false, "services.AddTeliaWebhooks().AddPrixWebhooks();"));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(["Telia", "Prix"], provider.GetServices<IWebhookProcessor>().Select(static each => each.Provider.Name));
        Assert.Single(services, static each => each.ServiceType == typeof(WebhookContextHolder));
    }

    [Fact]
    public void TwoHandlerClasses_AreBothThere() => Assert.Equal(
        2,
        Registered(Load(hasPackage: false, "services.AddTeliaWebhooks<TeliaHandler>().AddTeliaWebhooks<Other>();", """
            public sealed class Other : ITeliaEventHandler
            {
                public ValueTask HandleAsync(SignatureRequestCompletedEvent e, CancellationToken cancellationToken) => default;
                public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => default;
                public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => default;
            }
            """)).Count(static each => each.ServiceType.Name == "ITeliaEventHandler"));

    /// <summary>With the package the same call is all that it takes, and it can be told more.</summary>
    [Theory]
    [InlineData("services.AddTeliaWebhooks<TeliaHandler>();", "", true)]
    [InlineData("services.AddTeliaWebhooks<TeliaHandler>(o => o.Said = \"x\");", "x", true)]
    [InlineData("services.AddTeliaWebhooks();", "", true)]
    [InlineData("services.AddTeliaWebhooks(static o => o.Said = \"y\");", "y", true)]
    [InlineData("services.AddTeliaReceiver();", "", false)]
    [InlineData("services.AddTeliaReceiver(o => o.Said = \"z\");", "z", false)]
    public void WithThePackage_TheReceiverIsRegisteredToo(string code, string said, bool hasProcessor)
    {
        ServiceCollection services = Registered(Load(hasPackage: true, code));
        Assert.Equal(hasProcessor, services.Any(static each => each.ServiceType == typeof(IWebhookProcessor)));
        object receiver = Assert.Single(services, static each => each.ServiceType.Name == "Receiver").ImplementationInstance!;
        Assert.Equal("TeliaEvent", ((dynamic)receiver).Root.Name);
        Assert.Equal(said, ((dynamic)receiver).Said);
    }

    [Fact]
    public void Endpoints_AreMappedToHandlersOrToAFunction()
    {
        Assembly assembly = Load(hasPackage: true, "", """
            public static class Map
            {
                public static object[] All(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) => new object[]
                {
                    app.MapTeliaWebhooks("/hooks/telia"),
                    app.MapTeliaWebhooks("/hooks/{account}", (e, context, cancellationToken) => e switch
                    {
                        SignatorySignedEvent or SignatureRequestCompletedEvent => Task.Delay(context.Index, cancellationToken),
                        _ => Task.CompletedTask,
                    }),
                };
            }
            """);
        dynamic[] mapped = (object[])assembly.GetType("Map")!.GetMethod("All")!.Invoke(null, [null])!;
        Assert.Equal(["/hooks/telia", "/hooks/{account}"], mapped.Select(static each => (string)each.Pattern));
        Assert.Equal(["TeliaEvent", "TeliaEvent"], mapped.Select(static each => (string)each.Root.Name));
        Assert.Equal([true, false], mapped.Select(static each => each.Handler is null));
    }

    [Fact]
    public void WithoutThePackage_NothingOfIt()
    {
        Generated generated = ReceivingProject.Run(hasPackage: false, "", s_telia);
        generated.AssertCompiles();
        Assert.DoesNotContain(generated.Sources.Values, static code => code.Contains("TypedWebhooks.AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain("Telia.TeliaWebhookEndpoints.g.cs", generated.Sources.Keys);
        Assert.Contains("Telia.TeliaWebhookEndpoints.g.cs", ReceivingProject.Run(hasPackage: true, "", s_telia).Sources.Keys);
    }

    [Fact]
    public void InternalProvider_HasInternalMethods()
    {
        Assembly assembly = ReceivingProject.Load(
            hasPackage: true,
            "using Consumer.Acme; static class Map { static object Do(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) => app.MapAcmeWebhooks(\"/\", (e, _, _) => Task.CompletedTask); }",
            GeneratorHarness.Acme(Schema.Of([Schema.Event("a"), Schema.Event("b")]), ("Access", "internal")));
        Assert.DoesNotContain(assembly.GetExportedTypes(), static type => type.Namespace == "Consumer.Acme");
        Assert.NotNull(assembly.GetType("Consumer.Acme.AcmeWebhookEndpoints"));
    }

    /// <summary>A file that imports the namespaces of two versions says of which it speaks.</summary>
    [Fact]
    public void Versions_HaveMethodsOfTheirOwnNames()
    {
        const string source = """
            using Consumer.Shop.V3;
            using Consumer.Shop.V4;
            public static class Use
            {
                public static void Register(IServiceCollection services) => services
                    .AddShopV3Webhooks().AddShopV4Webhooks(o => o.Said = "4").AddShopV3Receiver()
                    .IgnoreShopV3Event<Consumer.Shop.V3.UnrecognizedShopEvent>();
                public static object[] Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) => new object[]
                {
                    app.MapShopV3Webhooks("/3"),
                    app.MapShopV4Webhooks("/4", (e, context, cancellationToken) => Task.CompletedTask),
                };
            }
            """;
        Assembly assembly = ReceivingProject.Load(hasPackage: true, source, VersionSamples.V3(), VersionSamples.V4());
        ServiceCollection services = Registered(assembly);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(["Shop.V3", "Shop.V4"], provider.GetServices<IWebhookProcessor>().Select(static each => each.Provider.Name));
        dynamic[] mapped = (object[])ReceivingProject.Call(assembly, "Map", [null])!;
        Assert.Equal(["Consumer.Shop.V3.ShopEvent", "Consumer.Shop.V4.ShopEvent"], mapped.Select(static each => (string)each.Root.FullName));
    }

    private static ServiceCollection Registered(Assembly assembly)
    {
        ServiceCollection services = [];
        ReceivingProject.Call(assembly, "Register", services);
        return services;
    }

    private static Assembly Load(bool hasPackage, string code, string more = "") => ReceivingProject.Load(
        hasPackage,
        Handlers + more + "public static class Use { public static void Register(IServiceCollection services) { " + code + " } }",
        s_telia,
        s_prix);
}
